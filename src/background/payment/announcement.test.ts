import { beforeEach, describe, expect, it, vi } from 'vitest'
import { announce, announcedBy, takeBack, takeBackAll } from './announcement'

interface Shown {
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

  it('is told no longer after a start; what else is shown stays', async () => {
    await announce('p', '$0.05', 'news.example')
    shown.add('fell:1')
    await takeBackAll()
    expect([...shown]).toEqual(['fell:1'])
  })
})
