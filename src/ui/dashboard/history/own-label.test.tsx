// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PaymentDetail } from '../../../messaging/views'
import { show, type Screen } from '../../testing/screen'
import { paymentDetail } from '../testing'
import { PaymentDetail as Detail } from './detail'
import { readTags } from './use-label'

let worker: ReturnType<typeof fakeWorker>
let detail: PaymentDetail
let fails: boolean
/** Answers that are held back; null where they come at once. */
let held: (() => void)[] | null

beforeEach(() => {
  detail = paymentDetail({ label: 'For the book', tags: ['work'] })
  fails = false
  held = null
  worker = fakeWorker({
    'payments.read': () => reply(detail),
    'payments.label': async ({ note, tags }) => {
      await new Promise<void>((resolve) => (held === null ? resolve() : held.push(resolve)))
      if (fails) return { ok: false, code: 'failed', sentence: 'There is no room left on this device.' }
      detail = { ...detail, label: note === '' ? null : note, tags }
      return reply(null)
    },
  })
})

afterEach(() => {
  vi.useRealTimers()
})

const open = () => show(<Detail id={detail.id} />)
const note = (screen: Screen) => screen.field('Note')
const kept = () => worker.inputs('payments.label')

async function leave(screen: Screen): Promise<void> {
  await act(() => {
    note(screen).dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
  await screen.settle()
}

describe('a note of the reader’s own', () => {
  it('is there to be written on, and kept on leaving it; nothing is kept of what was not changed', async () => {
    const screen = await open()
    expect([note(screen).value, screen.field('Tags').value]).toEqual(['For the book', 'work'])
    await leave(screen)
    expect(kept()).toEqual([])
    await screen.type('Note', 'For the other book')
    await screen.type('Tags', 'work, rye ,, ')
    await leave(screen)
    expect(kept()).toEqual([{ id: detail.id, note: 'For the other book', tags: ['work', 'rye'] }])
    expect(screen.text()).toContain('Kept.')
  })

  it('asks for nothing that cannot be kept, and says so', async () => {
    const screen = await open()
    for (const tags of [Array.from({ length: 11 }, (_, at) => `tag${String(at)}`).join(), 'x'.repeat(31)]) {
      await screen.type('Tags', tags)
      await leave(screen)
      expect(screen.text()).toContain('At most ten tags, of thirty letters each.')
    }
    expect(kept()).toEqual([])
    await screen.type('Tags', 'work')
    await leave(screen)
    expect(screen.text()).not.toContain('At most ten tags, of')
    expect(screen.text()).toContain('Kept.')
    expect(kept()).toEqual([])
  })

  it('is kept by itself when the reader pauses', async () => {
    const screen = await open()
    vi.useFakeTimers()
    await screen.type('Note', 'Half a thought')
    expect(screen.text()).toContain('Kept as soon as you stop writing.')
    await act(async () => {
      await vi.advanceTimersByTimeAsync(5_000)
    })
    expect(kept()).toHaveLength(1)
  })

  it('is kept by itself when the reader goes elsewhere', async () => {
    const screen = await open()
    await screen.type('Note', 'On the way out')
    await show(<p>Elsewhere</p>)
    expect(kept()).toEqual([{ id: detail.id, note: 'On the way out', tags: ['work'] }])
  })

  it('goes back to how it was', async () => {
    const screen = await open()
    expect(() => screen.button('Back to how it was')).toThrow()
    await screen.type('Note', '')
    await leave(screen)
    await screen.click('Back to how it was')
    expect(kept().at(-1)).toEqual({ id: detail.id, note: 'For the book', tags: ['work'] })
    expect(note(screen).value).toBe('For the book')
    expect(() => screen.button('Back to how it was')).toThrow()
  })

  it('loses no letter that is typed while it is being kept: one message at a time, the newest last', async () => {
    held = []
    const screen = await open()
    await screen.type('Note', 'One')
    await leave(screen)
    await screen.type('Note', 'One two')
    await leave(screen)
    expect(kept()).toHaveLength(1)
    const letGo = held
    held = null
    await act(() => letGo.forEach((go) => go()))
    await screen.settle()
    expect(kept().map((input) => (input as { note: string }).note)).toEqual(['One', 'One two'])
    expect(note(screen).value).toBe('One two')
  })

  it('says why it was not kept, keeps what was written in sight, and can be kept again', async () => {
    fails = true
    const screen = await open()
    await screen.type('Note', 'Precious')
    await leave(screen)
    expect(screen.text()).toContain('There is no room left on this device.')
    expect(screen.text()).toContain('Not kept.')
    expect(note(screen).value).toBe('Precious')
    fails = false
    await leave(screen)
    expect(screen.text()).toContain('Kept.')
  })

  it('takes over what was written in another window, and not over what is being written here', async () => {
    const screen = await open()
    detail = { ...detail, label: 'From elsewhere' }
    worker.changed('payments')
    await screen.settle()
    expect(note(screen).value).toBe('From elsewhere')
    await screen.type('Note', 'Mine')
    detail = { ...detail, label: 'From elsewhere again' }
    worker.changed('payments')
    await screen.settle()
    expect(note(screen).value).toBe('Mine')
  })

  it.each([
    ['a, b', ['a', 'b']],
    [' , ', []],
    ['one\ntwo', ['one', 'two']],
    ['', []],
    ['عمل، سفر', ['عمل', 'سفر']],
    ['仕事、旅行，本', ['仕事', '旅行', '本']],
  ])('has tags between commas: %j', (text, tags) => expect(readTags(text)).toEqual(tags))
})
