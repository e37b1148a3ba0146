import { beforeEach, describe, expect, it, vi } from 'vitest'
import { announce, announcedBy, takeBack, takeBackAll } from './announcement'

type Listener = (id: string) => void
interface Told {
  addListener: (listener: Listener) => void
  removeListener: (listener: Listener) => void
}
interface Shown {
  onShown?: Told
  onClosed?: Told
  create: (id: string) => Promise<string>
  clear: (id: string) => Promise<boolean>
  getAll: () => Promise<Record<string, true>>
}
const api = vi.hoisted(() => ({ runtime: { getURL: (path: string) => path }, i18n: { getUILanguage: () => 'en' }, notifications: undefined as Shown | undefined }))
vi.mock('../../platform/browser', () => ({ browser: api }))

const shown = new Set<string>()
const system: Shown = {
  create: async (id) => {
    shown.add(id)
    return id
  },
  clear: async (id) => shown.delete(id),
  getAll: async () => Object.fromEntries([...shown].map((id) => [id, true] as const)),
}
beforeEach(() => {
  shown.clear()
  api.notifications = system
})

describe('what is about to be paid without a question', () => {
  it('is told, and taken back', async () => {
    expect(await announce('p', '$0.05', 'news.example')).toBe(true)
    expect([...shown].map(announcedBy)).toEqual(['p'])
    await takeBack('p')
    expect(shown.size).toBe(0)
  })

  it('is not paid where the browser has no such functions, because the reader has not allowed them', async () => {
    api.notifications = undefined
    expect(await announce('p', '$0.05', 'news.example')).toBe(false)
    await takeBack('p')
    await takeBackAll()
  })

  it('is not paid where the system refuses', async () => {
    api.notifications = { ...system, create: () => Promise.reject(new Error('nothing is shown')) }
    expect(await announce('p', '$0.05', 'news.example')).toBe(false)
  })

  describe('in Firefox, which takes what the system does not show', () => {
    const listeners = { shown: new Set<Listener>(), closed: new Set<Listener>() }
    const told = (all: Set<Listener>): Told => ({ addListener: (one) => all.add(one), removeListener: (one) => all.delete(one) })
    const tell = (what: 'shown' | 'closed', id: string): void => {
      for (const listener of listeners[what]) listener(id)
    }
    /** @param after what the system tells of it once it was taken */
    const takes = (after: (id: string) => void): void => {
      const create = async (id: string): Promise<string> => {
        queueMicrotask(() => after(id))
        return id
      }
      api.notifications = { ...system, create, onShown: told(listeners.shown), onClosed: told(listeners.closed) }
    }

    it('is paid once it was shown', async () => {
      takes((id) => tell('shown', id))
      expect(await announce('p', '$0.05', 'news.example')).toBe(true)
    })

    it('is not paid where it has gone without having been shown', async () => {
      takes((id) => tell('closed', id))
      expect(await announce('p', '$0.05', 'news.example')).toBe(false)
    })

    it('is not paid where only another was shown, or nothing is told at all', async () => {
      vi.useFakeTimers()
      takes(() => tell('shown', 'unasked:another'))
      const announced = announce('p', '$0.05', 'news.example')
      await vi.advanceTimersByTimeAsync(2_000)
      expect(await announced).toBe(false)
      vi.useRealTimers()
    })

    it('nothing listens any more afterwards', async () => {
      takes((id) => tell('shown', id))
      await announce('p', '$0.05', 'news.example')
      expect(listeners.shown.size + listeners.closed.size).toBe(0)
    })
  })

  it('is told no longer after a start; what else is shown stays', async () => {
    await announce('p', '$0.05', 'news.example')
    shown.add('fell:1')
    await takeBackAll()
    expect([...shown]).toEqual(['fell:1'])
  })
})
