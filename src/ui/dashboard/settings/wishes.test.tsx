// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { WishedSite } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { settings } from '../testing'
import { Settings } from './view'

let worker: ReturnType<typeof fakeWorker>
let sites: readonly WishedSite[]
let reading: Reply<'wishes.read'> | null
let forgetting: Reply<'wishes.forget'> | null

beforeEach(() => {
  sites = [
    { site: 'lantern.example', days: 3 },
    { site: 'harbour.example', days: 1 },
  ]
  reading = null
  forgetting = null
  worker = fakeWorker({
    'settings.read': () => reply(settings),
    'signIns.read': () => reply([]),
    'wishes.read': () => reading ?? reply(sites),
    'wishes.forget': () => {
      if (forgetting !== null) return forgetting
      sites = []
      return reply(null)
    },
  })
})

const title = 'Articles I would have paid for'
const lines = (root: HTMLElement) => Array.from(root.querySelectorAll('.sites li'), (line) => line.textContent)

describe('articles the reader would have paid for', () => {
  it('are listed by site, in the order of the worker, with how often', async () => {
    const { root, text } = await show(<Settings />)
    expect(text()).toContain(title)
    expect(text()).toContain('Kept on this device only; nobody is told.')
    expect(lines(root)).toEqual(['lantern.example On 3 days', 'harbour.example On one day'])
  })

  it('are no group where there are none', async () => {
    sites = []
    const screen = await show(<Settings />)
    expect(screen.text()).not.toContain(title)
    expect(screen.field('Show prices in')).toBeDefined()
  })

  it('are forgotten together, and the focus is not lost with the group', async () => {
    const screen = await show(<Settings />)
    await screen.click('Forget these')
    expect(worker.inputs('wishes.forget')).toEqual([{}])
    expect(screen.text()).not.toContain(title)
    expect(document.activeElement?.textContent).toBe('Forgotten.')
  })

  it('stay when forgetting fails, which is said', async () => {
    forgetting = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    const screen = await show(<Settings />)
    await screen.click('Forget these')
    expect(lines(screen.root)).toHaveLength(2)
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('Farthing did not answer.')
  })

  it('are shown as they are when one is noted elsewhere', async () => {
    sites = []
    const screen = await show(<Settings />)
    sites = [{ site: 'new.example', days: 1 }]
    worker.changed('wishes')
    await screen.settle()
    expect(lines(screen.root)).toEqual(['new.example On one day'])
  })

  it('that cannot be read leave the other settings usable, and are read again when told to', async () => {
    reading = { ok: false, code: 'failed', sentence: 'Farthing did not answer.' }
    const screen = await show(<Settings />)
    expect(screen.field('Show prices in')).toBeDefined()
    reading = null
    await screen.click('Try again')
    expect(lines(screen.root)).toHaveLength(2)
  })
})
