// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HistoryRow } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show, type Screen } from '../../testing/screen'
import { Dashboard } from '../dashboard'
import { countless, fetchScreens, historyRow, paymentDetail, searched, settings, unlocked, usdc } from '../testing'
import { nameOf } from './said'

let worker: ReturnType<typeof fakeWorker>
let rows: readonly HistoryRow[]
let reading: { done: number; total: number } | null
let isLocked: boolean
let endless: boolean
let wanted: string

/** Rows have this height where no style gives them one. */
const rowHeight = 64

beforeAll(fetchScreens)

beforeEach(() => {
  rows = []
  reading = null
  isLocked = false
  endless = false
  wanted = ''
  history.replaceState(null, '', '#/')
  window.scrollTo(0, 0)
  Object.defineProperty(window, 'innerHeight', { value: 10 * rowHeight, configurable: true })
  // Layout has no height here: the ten rows above are what lies in the window.
  worker = fakeWorker({
    'wallet.read': () => reply({ ...unlocked, state: isLocked ? 'locked' : 'unlocked' }),
    'settings.read': () => reply(settings),
    'history.search': (input) => {
      const answer = endless ? countless(100_000, input) : searched(rows, input)
      return answer.ok ? reply({ ...answer.value, reading }) : answer
    },
    'payments.read': ({ id }) => {
      const row = rows.find((each) => each.id === id)
      return reply(row === undefined ? null : paymentDetail(row))
    },
    'payments.retry': () => reply(null),
    'history.wanted': () => reply({ text: wanted }),
  })
})

afterEach(() => {
  vi.useRealTimers()
})

const open = async (hash = '#/history') => {
  history.replaceState(history.state, '', hash)
  return show(
    <PricesProvider>
      <Dashboard />
    </PricesProvider>,
  )
}

const many = (count: number): HistoryRow[] => Array.from({ length: count }, (_, at) => historyRow({ title: `Piece ${String(count - at)}` }))
const titles = ({ root }: Screen) => Array.from(root.querySelectorAll('.found-title'), (title) => title.textContent)
const grid = ({ root }: Screen) => root.querySelector<HTMLElement>('[role=grid]')
const focused = () => document.activeElement?.textContent ?? ''

async function press(screen: Screen, key: string): Promise<void> {
  await act(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    // Browsers tell of it by themselves.
    window.dispatchEvent(new Event('scroll'))
  })
  await screen.settle()
}

async function scrollToRow(screen: Screen, at: number): Promise<void> {
  await act(() => {
    window.scrollTo(0, at * rowHeight)
    window.dispatchEvent(new Event('scroll'))
  })
  await screen.settle()
}

async function follow(screen: Screen, hash: string): Promise<void> {
  await act(() => {
    history.pushState(null, '', hash)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  })
  await screen.settle()
}

/** What was typed, as it stands in the address: under a name. */
const said = (text: string, tag: string | null = null, site: string | null = null): string => `said=${nameOf({ text, tag, site }) ?? ''}`
const kitchen = 'kitchen.example'

describe('what a menu of the browser asked for', () => {
  it('is looked for, and stands in no address', async () => {
    rows = [historyRow({ title: 'Knots', host: 'lantern.example' }), historyRow({ title: 'Bread', host: 'harbour.example' })]
    wanted = 'lantern.example'
    const screen = await open('#/history?wanted')
    await screen.settle()
    expect(screen.text()).toContain('Knots')
    expect(screen.text()).not.toContain('Bread')
    expect(location.hash).toMatch(/^#\/history\?said=[0-9a-f]{8}$/)
    expect(worker.inputs('history.wanted')).toHaveLength(1)
  })

  it('is nothing in particular where the worker has nothing, as after a reload', async () => {
    rows = many(2)
    const screen = await open('#/history?wanted')
    await screen.settle()
    expect(screen.text()).toContain('Piece 1')
    expect(location.hash).toBe('#/history')
  })
})

describe('the list', () => {
  it('draws what is seen of a hundred thousand payments, and tells how many there are', async () => {
    endless = true
    const screen = await open()
    expect(titles(screen).length).toBeLessThan(40)
    expect(grid(screen)?.getAttribute('aria-rowcount')).toBe('100001')
    await scrollToRow(screen, 60_000)
    expect(titles(screen)).toContain('Piece 60000')
    expect(titles(screen).length).toBeLessThan(40)
    const row = Array.from(screen.root.querySelectorAll('[role=row]')).find((each) => each.textContent.includes('Piece 60000'))
    expect(row?.getAttribute('aria-rowindex')).toBe('60002')
  })

  it('is walked through with the keyboard, from the search down and to either end', async () => {
    rows = many(1_000)
    const screen = await open()
    screen.field('Search').focus()
    await press(screen, 'ArrowDown')
    expect(focused()).toBe('Piece 1000')
    await press(screen, 'ArrowDown')
    expect(focused()).toBe('Piece 999')
    await press(screen, 'End')
    expect(focused()).toBe('Piece 1')
    await press(screen, 'ArrowDown')
    expect(focused()).toBe('Piece 1')
    await press(screen, 'PageUp')
    expect(focused()).toBe('Piece 10')
    await press(screen, 'Home')
    expect(focused()).toBe('Piece 1000')
    expect(Array.from(screen.root.querySelectorAll('.found-title[tabindex="0"]'), (link) => link.textContent)).toEqual(['Piece 1000'])
  })

  it('that another one comes in the place of while the reader is in it is gone on in', async () => {
    rows = many(20)
    const screen = await open()
    screen.field('Search').focus()
    await press(screen, 'ArrowDown')
    expect(focused()).toBe('Piece 20')
    await follow(screen, '#/history?sort=oldest')
    expect(focused()).toBe('Piece 1')
  })

  it('stays still under the eyes of the reader when a payment arrives, and keeps the focus', async () => {
    rows = many(1_000)
    const screen = await open()
    await scrollToRow(screen, 500)
    await act(() => Array.from(screen.root.querySelectorAll<HTMLElement>('.found-title')).find((link) => link.textContent === 'Piece 495')?.focus())
    rows = [historyRow({ title: 'New' }), historyRow({ title: 'Newer' }), ...rows]
    worker.changed('payments')
    await screen.settle()
    expect(scrollY).toBe(502 * rowHeight)
    expect(focused()).toBe('Piece 495')
  })

  it('shows a payment that arrives while the reader looks at the newest', async () => {
    rows = many(3)
    const screen = await open()
    rows = [historyRow({ title: 'New' }), ...rows]
    worker.changed('payments')
    await screen.settle()
    expect(titles(screen)[0]).toBe('New')
    expect(screen.text()).toContain('4 payments · $0.20 paid')
  })

  it('says that nothing was ever bought, and then has nothing to look through', async () => {
    const screen = await open()
    expect(screen.text()).toContain('Nothing bought yet.')
    expect(screen.root.querySelector('input')).toBeNull()
    expect(screen.button('Save or take in your payments').getAttribute('href')).toBe('#/privacy/export')
  })

  it('does not say so while it is still reading, and reads on by itself', async () => {
    reading = { done: 500, total: 100_000 }
    const screen = await open()
    expect(screen.text()).not.toContain('Nothing bought yet.')
    expect(screen.text()).toContain('Looked through 500 of 100,000 so far')
    rows = many(2)
    reading = null
    await vi.waitFor(() => expect(titles(screen)).toHaveLength(2))
  })

  it('says that it could not be read, and reads again when told to', async () => {
    worker = fakeWorker({ 'wallet.read': () => reply(unlocked) })
    const screen = await open()
    await vi.waitFor(() => expect(screen.text()).toContain('Farthing did not answer.'))
    expect(worker.inputs('history.search')).toHaveLength(1)
    await screen.click('Try again')
    await vi.waitFor(() => expect(worker.inputs('history.search')).toHaveLength(2))
  })

  it('offers to try again only beside what never came, for itself alone', async () => {
    rows = [historyRow({ title: 'Lost', state: 'undelivered', status: 'Paid, not delivered' }), historyRow({ title: 'There' })]
    const screen = await open()
    await screen.click('Try again, free: Lost')
    expect(worker.inputs('payments.retry')).toEqual([{ id: rows[0]?.id }])
    expect(() => screen.button('Try again, free: There')).toThrow()
  })
})

describe('looking for payments', () => {
  beforeEach(() => {
    rows = [
      historyRow({ title: 'Notes on bread', host: 'kitchen.example', label: 'For the sourdough book', tags: ['work'] }),
      historyRow({ title: 'Rye and salt', host: 'kitchen.example' }),
      historyRow({ title: 'A field guide to pylons', host: 'harbour.example', amount: usdc(250_000n) }),
      historyRow({ title: 'Bread winners', host: 'harbour.example', state: 'void', status: 'Not charged' }),
    ]
  })

  it('answers letter by letter, counts and adds up what was paid, and keeps all of it in the address', async () => {
    const screen = await open()
    await screen.type('Search', 'bread')
    await screen.settle()
    expect(titles(screen)).toEqual(['Notes on bread', 'Bread winners'])
    expect(screen.root.querySelector('.found-summary [role=status]')?.textContent).toBe('2 payments · $0.05 paid')
    expect(location.hash).toBe(`#/history?${said('bread')}`)
    screen.field('Search').focus()
    await press(screen, 'Escape')
    expect(titles(screen)).toHaveLength(4)
    expect(location.hash).toBe('#/history')
  })

  it('takes no step back for a letter, and one for a choice', async () => {
    const screen = await open()
    const before = history.length
    await screen.type('Search', 'b')
    await screen.type('Search', 'br')
    expect(history.length).toBe(before)
    const site = screen.root.querySelectorAll('select')[1]
    await act(() => {
      if (site !== undefined) site.selectedIndex = 1
      site?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await screen.settle()
    expect(history.length).toBe(before + 1)
    expect(location.hash).toBe(`#/history?${said('br', null, kitchen)}`)
    expect(titles(screen)).toEqual(['Notes on bread'])
  })

  it('opens from an address with everything set, and each of it can be taken away again', async () => {
    const screen = await open(`#/history?${said('bread', 'work', kitchen)}&state=paid&least=0.01`)
    const chips = () => Array.from(screen.root.querySelectorAll('.chip'), (chip) => chip.getAttribute('aria-label'))
    expect(chips()).toEqual(['Take away: “bread”', 'Take away: kitchen.example', 'Take away: Paid', 'Take away: Tag: work', 'Take away: At least $0.01'])
    expect(worker.inputs('history.search').at(-1)).toMatchObject({ text: 'bread', hosts: ['kitchen.example'], states: ['settled', 'delivered'], tags: ['work'], least: '10000' })
    await screen.click('Take away: kitchen.example')
    expect(location.hash).toBe(`#/history?${said('bread', 'work')}&state=paid&least=0.01`)
    await screen.click('Clear all')
    expect(location.hash).toBe('#/history')
    expect(titles(screen)).toHaveLength(4)
    expect(chips()).toEqual([])
  })

  it('says what can be done where nothing is like that', async () => {
    const screen = await open(`#/history?${said('zeppelin')}`)
    expect(screen.text()).toContain('No payment is like that.')
    expect(screen.root.querySelector('[role=grid]')).toBeNull()
    expect(screen.root.querySelector('.found-summary [role=status]')?.textContent).toBe('No payments')
    await screen.click('Clear all')
    expect(titles(screen)).toHaveLength(4)
  })

  it('takes an amount as it is typed, and says what it cannot read', async () => {
    const screen = await open()
    await screen.type('At least, in dollars', '0.')
    await screen.settle()
    expect(screen.text()).toContain('Type an amount like 0.50.')
    expect(screen.field('At least, in dollars').value).toBe('0.')
    await screen.type('At least, in dollars', '0.10')
    await screen.settle()
    expect(screen.field('At least, in dollars').value).toBe('0.10')
    expect(location.hash).toBe('#/history?least=0.1')
  })

  it('is what an opened payment comes back to, at the place it was opened', async () => {
    rows = many(400)
    const screen = await open(`#/history?${said('piece')}`)
    await scrollToRow(screen, 200)
    const link = Array.from(screen.root.querySelectorAll<HTMLAnchorElement>('.found-title')).find(({ textContent }) => textContent === 'Piece 197')
    expect(link?.getAttribute('href')).toBe(`#/history/${rows[203]?.id ?? ''}?${said('piece')}&at=203`)
    // The step itself is taken below.
    document.addEventListener('click', (event) => event.preventDefault(), { once: true })
    await act(() => link?.click())
    const kept: unknown = history.state
    await follow(screen, link?.getAttribute('href') ?? '')
    expect(screen.root.querySelector('h1')?.textContent).toBe('Piece 197')
    window.scrollTo(0, 0)
    // The browser's way back.
    await act(() => {
      history.replaceState(kept, '', `#/history?${said('piece')}`)
      window.dispatchEvent(new HashChangeEvent('hashchange'))
    })
    await screen.settle()
    expect(scrollY).toBe(200 * rowHeight)
    expect(focused()).toBe('Piece 197')
  })

  it('waits for the place to come back to while payments are still being read', async () => {
    rows = many(20)
    reading = { done: 20, total: 400 }
    history.replaceState({ place: { top: 200 * rowHeight, at: 203 } }, '', '#/history')
    const screen = await open('#/history')
    expect(scrollY).toBe(0)
    rows = many(400)
    reading = null
    await vi.waitFor(() => expect(scrollY).toBe(200 * rowHeight))
    await screen.settle()
    await press(screen, 'Shift')
    expect(focused()).toBe('Piece 197')
  })

  it('leads from a payment to those before and after it in what was found', async () => {
    const [first, second] = rows
    const screen = await open(`#/history/${first?.id ?? ''}?${said('', null, kitchen)}&at=0`)
    expect(screen.text()).toContain('1 of 2')
    expect(() => screen.button('Previous')).toThrow()
    expect(screen.button('Next').getAttribute('href')).toBe(`#/history/${second?.id ?? ''}?${said('', null, kitchen)}&at=1`)
    expect(screen.button('Back to what was found').getAttribute('href')).toBe(`#/history?${said('', null, kitchen)}&at=0`)
    await follow(screen, screen.button('Next').getAttribute('href') ?? '')
    expect(screen.root.querySelector('h1')?.textContent).toBe('Rye and salt')
    expect(() => screen.button('Next')).toThrow()
  })
})

describe('a wallet that is locked meanwhile', () => {
  it('shows nothing of it any more, not in the tab’s title and not in the address; what was looked for is there again afterwards', async () => {
    rows = [historyRow({ title: 'Notes on bread' })]
    const screen = await open(`#/history?${said('bread')}`)
    isLocked = true
    worker.changed('wallet')
    await screen.settle()
    expect(screen.text()).not.toContain('bread')
    expect(document.title).toBe('Farthing')
    expect(location.href).not.toContain('bread')
    // Back to another step of the way, and to this one again.
    await follow(screen, `#/history?${said('rye')}`)
    expect(location.href).not.toContain('rye')
    await follow(screen, `#/history?${said('bread')}`)
    isLocked = false
    worker.changed('wallet')
    await screen.settle()
    expect(location.hash).toBe(`#/history?${said('bread')}`)
    expect(titles(screen)).toEqual(['Notes on bread'])
  })
})
