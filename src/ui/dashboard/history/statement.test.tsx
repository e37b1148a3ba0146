// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { HistoryRow, HistoryView } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show, type Screen } from '../../testing/screen'
import { historyRow, searched, settings, usdc } from '../testing'
import { History } from './view'

let worker: ReturnType<typeof fakeWorker>
let rows: HistoryRow[]
let sums: HistoryView['sums'] | null
let reading: HistoryView['reading']

beforeEach(() => {
  rows = []
  sums = null
  reading = null
  worker = fakeWorker({
    'settings.read': () => reply(settings),
    'history.search': (input) => {
      const answer = searched(rows, input)
      return answer.ok ? reply({ ...answer.value, reading, sums: sums ?? answer.value.sums }) : answer
    },
  })
})

const open = (detail = 'statement-2026') =>
  show(
    <PricesProvider>
      <History detail={detail} query="" />
    </PricesProvider>,
  )

const table = ({ root }: Screen, caption: string) =>
  Array.from(root.querySelectorAll('table'), (each) => each)
    .find((each) => each.caption?.textContent === caption)
    ?.querySelectorAll('tbody tr, tfoot tr')
const lines = (screen: Screen, caption: string) => Array.from(table(screen, caption) ?? [], (line) => Array.from(line.children, ({ textContent }) => textContent).join(' | '))
const at = (month: number, day: number) => new Date(2026, month - 1, day, 12).getTime()

describe('the statement of a year', () => {
  it('adds up what was paid by month, by site and by kind, and lists every payment of it', async () => {
    rows = [
      historyRow({ at: at(11, 3), title: 'Last', host: 'kitchen.example', amount: usdc(100_000n), kind: 'tip' }),
      historyRow({ at: at(3, 9), title: 'Never charged', state: 'void' }),
      historyRow({ at: at(3, 8), title: 'Second', host: 'kitchen.example' }),
      historyRow({ at: at(3, 7), title: 'First' }),
      historyRow({ at: new Date(2025, 11, 31, 23, 59).getTime(), title: 'The year before' }),
    ]
    const screen = await open()
    expect(screen.root.querySelector('.paper-amount')?.textContent).toBe('0.20 USDC')
    expect(lines(screen, 'By month')).toEqual(['March 2026 | 2 | 0.10 USDC', 'November 2026 | 1 | 0.10 USDC', 'Together | 3 | 0.20 USDC'])
    expect(lines(screen, 'By site')).toEqual(['kitchen.example | 2 | 0.15 USDC', 'harbour.example | 1 | 0.05 USDC', 'Together | 3 | 0.20 USDC'])
    expect(lines(screen, 'By kind')).toEqual(['Whole pages | 2 | 0.10 USDC', 'Tips | 1 | 0.10 USDC', 'Together | 3 | 0.20 USDC'])
    expect(lines(screen, 'March 2026')).toEqual(['7 Mar 2026 | Firstharbour.example · Page | 0.05 USDC', '8 Mar 2026 | Secondkitchen.example · Page | 0.05 USDC', 'Together | 0.10 USDC'])
    expect(screen.text()).toContain('Left out: 1 that came to nothing')
    expect(screen.text()).not.toContain('The year before')
  })

  it('tells what came back beside what was paid, and takes it off nothing', async () => {
    rows = [historyRow({ at: at(3, 8), title: 'Kept' }), historyRow({ at: at(3, 7), title: 'Returned', refunded: usdc(50_000n) })]
    const screen = await open()
    expect(screen.text()).toContain('0.05 USDC of it came back, for one payment. It is not taken off what was paid.')
    expect(screen.root.querySelector('.paper-amount')?.textContent).toBe('0.10 USDC')
    expect(lines(screen, 'March 2026')).toEqual(['7 Mar 2026 | Returnedharbour.example · Page · 0.05 USDC came back | 0.05 USDC', '8 Mar 2026 | Keptharbour.example · Page | 0.05 USDC', 'Together | 0.10 USDC'])
  })

  it('reads thousands of payments some at a time, each once, and lists them on paper, or for whoever opens a month', async () => {
    rows = Array.from({ length: 1_450 }, () => historyRow({ at: at(5, 5) }))
    const screen = await open()
    await vi.waitFor(() => expect(lines(screen, 'By month').at(-1)).toBe('Together | 1,450 | 72.50 USDC'))
    expect(worker.inputs('history.search').map((input) => (input as { offset: number }).offset)).toEqual([0, 200, 400, 600, 800, 1000, 1200, 1400])
    expect(screen.root.querySelectorAll('tr').length).toBeLessThan(20)
    window.dispatchEvent(new Event('beforeprint'))
    expect(lines(screen, 'May 2026')).toHaveLength(1_451)
    await act(() => {
      window.dispatchEvent(new Event('afterprint'))
    })
    expect(screen.root.querySelectorAll('tr').length).toBeLessThan(20)
    await act(() => {
      const month = screen.root.querySelector('details')
      if (month !== null) month.open = true
      month?.dispatchEvent(new Event('toggle'))
    })
    expect(lines(screen, 'May 2026')).toHaveLength(1_451)
  })

  it('waits until the worker has read everything', async () => {
    rows = [historyRow({ at: at(5, 5) })]
    reading = { done: 1_000, total: 90_000 }
    const screen = await open()
    expect(screen.text()).toContain('1,000 of 90,000')
    expect(screen.root.querySelector('table')).toBeNull()
    reading = null
    await vi.waitFor(() => expect(screen.root.querySelector('table')).not.toBeNull())
  })

  it('never adds money of different networks together', async () => {
    rows = [historyRow({ at: at(5, 5), title: 'Real' }), historyRow({ at: at(5, 4), title: 'Play money', network: 'eip155:31337', amount: usdc(900_000n) })]
    sums = [
      { ...usdc(50_000n), network: 'eip155:8453', networkLabel: 'Base' },
      { ...usdc(900_000n), network: 'eip155:31337', networkLabel: 'Local' },
    ]
    const screen = await open()
    expect(lines(screen, 'By month').at(-1)).toBe('Together | 1 | 0.05 USDC')
    expect(screen.text()).not.toContain('Play money')
    expect(screen.field('Payments on')).toBeDefined()
  })

  it('says that nothing was paid, and when it could not be read', async () => {
    expect((await open()).text()).toContain('Nothing was paid in 2026.')
    fakeWorker({ 'settings.read': () => reply(settings) })
    expect((await open()).text()).toContain('Farthing did not answer.')
  })

  it('leads to the years beside it', async () => {
    expect((await open('statement-2024')).button('2025').getAttribute('href')).toBe('#/history/statement-2025')
  })
})
