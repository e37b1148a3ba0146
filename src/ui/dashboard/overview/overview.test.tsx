// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { Settings, TotalsView } from '../../../messaging/views'
import { nameOf } from '../history/said'
import { PricesProvider } from '../../shared/prices'
import { show } from '../../testing/screen'
import { account, limits, payment, security, settings, unlocked, usdc } from '../testing'
import { noTotals, someTotals, sum } from './totals.fixtures'
import { Overview } from './view'

let worker: ReturnType<typeof fakeWorker>
let totals: TotalsView
let answer: () => Reply<'history.totals'> | Promise<Reply<'history.totals'>>
let currency: Settings['currency']

beforeEach(() => {
  totals = someTotals
  answer = () => reply(totals)
  currency = 'USD'
  location.hash = ''
  worker = fakeWorker({
    'wallet.read': () => reply(unlocked),
    'security.read': () => reply(security),
    'account.read': () => reply({ ...account, balance: { state: 'unknown', sentence: 'Your balance cannot be read right now.' } }),
    'settings.read': () => reply({ ...settings, currency }),
    'limits.read': () => reply({ ...limits, used: { ...limits.used, month: { held: usdc(0n), paid: usdc(2_250_000n), left: usdc(27_750_000n) } } }),
    'payments.list': () => reply({ rows: [payment({ title: 'Notes on bread' })], next: null }),
    'history.totals': () => answer(),
  })
})

const open = () =>
  show(
    <PricesProvider>
      <Overview />
    </PricesProvider>,
  )

const card = (root: HTMLElement, title: string) => {
  const found = Array.from(root.querySelectorAll('section')).find((section) => section.querySelector('h2')?.textContent === title)
  if (found === undefined) throw new Error(`There is no card called ${title}`)
  return found
}
const cells = (table: Element | null) => Array.from(table?.querySelectorAll('tbody tr, tfoot tr') ?? [], (row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent.trim()))

describe('this month', () => {
  const said = async (spent: TotalsView['month']['spent'], toSameDay: TotalsView['month']['spent'], whole = toSameDay) => {
    totals = { ...someTotals, month: { first: '2026-11-01', spent, cameBack: sum(0, 0), before: { first: '2026-10-01', toSameDay, whole } } }
    return card((await open()).root, 'This month').textContent
  }

  it('is the largest figure, and compared with the last in a sentence', async () => {
    const screen = await open()
    expect(screen.root.querySelector('.amount-hero .amount-price')?.textContent).toBe('$2.25')
    expect(screen.text()).toContain('You spent $2.25 in November, $1.10 more than in October by this day.')
    expect(screen.text()).toContain('In all of October it was $3.00.')
  })

  it.each([
    [sum(15, 1), sum(115, 2), 'You spent $0.15 in November, $1.00 less than in October by this day.'],
    [sum(115, 1), sum(115, 2), 'You spent $1.15 in November, as much as in October by this day.'],
    [sum(115, 1), sum(0, 0), 'You spent $1.15 in November. In October by this day it was nothing.'],
    [sum(0, 0), sum(0, 0), 'You have spent nothing in November.'],
    [sum(0, 0), sum(115, 2), 'You spent $0.00 in November, $1.15 less than in October by this day.'],
  ])('%# says what is so', async (spent, before, sentence) => {
    expect(await said(spent, before)).toContain(sentence)
  })

  it('says what is held back, apart from what is spent', async () => {
    totals = { ...someTotals, held: sum(5, 1) }
    expect(card((await open()).root, 'This month').textContent).toContain('$0.05 is held back for one payment under way: it is taken, or comes back.')
  })
})

describe('what came back', () => {
  const back = () => {
    const buckets = someTotals.buckets.map((bucket) => (bucket.from === '2026-11-20' || bucket.from === '2026-11-29' ? { ...bucket, cameBack: sum(5, 0).money } : bucket))
    return { ...someTotals, buckets, cameBack: sum(10, 2), month: { ...someTotals.month, cameBack: sum(5, 1) } }
  }

  it('is told beside what was spent, on its own day, and taken off nothing', async () => {
    totals = back()
    const { root } = await open()
    expect(root.querySelector('.amount-hero .amount-price')?.textContent).toBe('$2.25')
    expect(card(root, 'This month').textContent).toContain('$0.05 came back in November. It is not taken off what you spent.')
    expect(card(root, 'Over time').textContent).toContain('$0.10 came back, in 2 refunds.')
    expect(cells(card(root, 'Over time').querySelector('table'))).toEqual([
      ['29 November', '$0.10', '$0.00', '$0.10', '$0.05'],
      ['20 November', '$0.00', '$0.00', '$0.00', '$0.05'],
      ['12 November', '$0.15', '$2.00', '$2.15', '$0.00'],
      ['In all', '$0.25', '$2.00', '$2.25', '$0.10'],
    ])
    expect(cells(card(root, 'By kind').querySelector('table')).at(-1)).toEqual(['Came back 2 refunds, not taken off', '$0.10'])
  })

  it('is told where nothing was spent as well', async () => {
    totals = { ...noTotals, ever: sum(5, 1), cameBack: sum(5, 1) }
    const { root } = await open()
    expect(card(root, 'Over time').textContent).toContain('Nothing was spent in this time. $0.05 came back, in one refund.')
    expect(card(root, 'By kind').textContent).toContain('Came back')
  })
})

describe('over time', () => {
  it('tells the finding in words, and the same in a table that adds up and leads to the payments', async () => {
    const spending = card((await open()).root, 'Over time')
    expect(spending.textContent).toContain('$2.25 in 4 payments. The most was on 12 November: $2.15.')
    expect(cells(spending.querySelector('table'))).toEqual([
      ['29 November', '$0.10', '$0.00', '$0.10'],
      ['12 November', '$0.15', '$2.00', '$2.15'],
      ['In all', '$0.25', '$2.00', '$2.25'],
    ])
    expect(Array.from(spending.querySelectorAll('tbody a'), (link) => link.getAttribute('href'))).toEqual(['#/history?from=2026-11-29&to=2026-11-29', '#/history?from=2026-11-12&to=2026-11-12'])
  })

  it('says so where it was all at once, and where it was nothing', async () => {
    const [day] = someTotals.buckets.filter(({ from }) => from === '2026-11-29')
    totals = { ...someTotals, spent: sum(10, 1), buckets: day === undefined ? [] : [day] }
    expect((await open()).text()).toContain('$0.10 in one payment, all of it on 29 November.')
    totals = { ...noTotals, ever: sum(5, 1) }
    const screen = await open()
    expect(card(screen.root, 'Over time').textContent).toContain('Nothing was spent in this time.')
    expect(screen.root.querySelector('.spending table')).toBeNull()
  })

  it('asks for another period, and keeps what is shown until it is there', async () => {
    const screen = await open()
    let arrive: (value: Reply<'history.totals'>) => void = () => undefined
    answer = () => new Promise((resolve) => (arrive = resolve))
    const select = screen.field('Show') as unknown as HTMLSelectElement
    select.selectedIndex = 3
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await screen.settle()
    expect(worker.inputs('history.totals')).toEqual([{ period: 'days30' }, { period: 'years' }])
    expect(screen.text()).toContain('The most was on 12 November')
    arrive(reply({ ...someTotals, period: 'years', buckets: [{ from: '2026-01-01', to: '2026-12-31', unlock: sum(25, 0).money, tip: sum(200, 0).money, payments: 4, cameBack: sum(0, 0).money }] }))
    await screen.settle()
    expect(screen.text()).toContain('$2.25 in 4 payments, all of it in 2026.')
  })

  it('is written exactly where the reader counts in other money, so that it still adds up', async () => {
    currency = 'EUR'
    expect(cells(card((await open()).root, 'Over time').querySelector('table')).at(-1)).toEqual(['In all', '0.25 USDC', '2.00 USDC', '2.25 USDC'])
  })
})

describe('sites and kinds', () => {
  it('names sites, the most first, and leads to what was bought there', async () => {
    const sites = card((await open()).root, 'By site')
    expect(sites.textContent).toContain('Most went to harbour.example: $2.05 of $2.25.')
    expect(cells(sites.querySelector('table'))).toEqual([
      ['Hharbour.example', '$2.05'],
      ['Kkitchen.example', '$0.15'],
      ['one other site', '$0.05'],
    ])
    expect(sites.querySelector('tbody a')?.getAttribute('href')).toBe(`#/history?said=${nameOf({ text: '', tag: null, site: 'harbour.example' }) ?? ''}&from=2026-10-31&to=2026-11-29`)
    expect(sites.querySelector('.monogram')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('draws all others together longer than the first, where they are more', async () => {
    totals = { ...someTotals, otherSites: { sites: 52, ...sum(410, 40) } }
    const sites = card((await open()).root, 'By site')
    expect(Array.from(sites.querySelectorAll<HTMLElement>('.share-bar-full'), (bar) => bar.style.width)).toEqual(['50%', '3.65%', '100%'])
  })

  it('shows what a site calls itself as text, whatever that is', async () => {
    totals = { ...someTotals, sites: [{ host: '<img src=x>&site=other', ...sum(225, 4) }] }
    const sites = card((await open()).root, 'By site')
    expect(sites.querySelector('img')).toBeNull()
    expect(sites.querySelector('a')?.getAttribute('href')).toMatch(/^#\/history\?said=[0-9a-f]{8}&from=2026-10-31&to=2026-11-29$/)
  })

  it.each([
    [sum(1, 1), sum(200, 2), ['$0.01 of it, in one payment, went to others than the creators.', 'For 2 payments, $2.00 together, nobody says what went to others.'], ['$0.24', '$0.01', '$2.00']],
    [sum(0, 0), sum(225, 4), ['Nobody says what of it went to others than the creators.'], []],
    [sum(0, 0), sum(5, 1), ['For one payment, $0.05 together, nobody says what went to others.'], ['$2.20', '$0.05']],
    [sum(0, 0), sum(0, 0), ['All of it went to the creators, by what was declared.'], []],
    // More than there was: what is said cannot be, and no sum is made of it.
    [sum(226, 1), sum(0, 0), ['$2.26 of it, in one payment, went to others than the creators.'], []],
  ])('says what went on fees in parts that add up, and never takes silence for nothing: %#', async (toOthers, undeclared, sentences, parts) => {
    totals = { ...someTotals, toOthers, undeclared }
    const kinds = card((await open()).root, 'By kind')
    const [table, fees] = kinds.querySelectorAll('table')
    expect(Array.from(kinds.querySelectorAll('p'), (line) => line.textContent)).toEqual(sentences)
    expect(cells(fees ?? null).map((row) => row[1])).toEqual(parts)
    expect(cells(table ?? null)).toEqual([
      ['Pieces unlocked 3 payments', '$0.25'],
      ['Tips one payment', '$2.00'],
    ])
    expect(kinds.querySelector('a')?.getAttribute('href')).toBe('#/history?from=2026-10-31&to=2026-11-29&kind=tip')
  })

  it('never adds other money to it', async () => {
    totals = { ...someTotals, elsewhere: [{ network: 'Base Sepolia', test: true, ...sum(900, 12) }] }
    const screen = await open()
    expect(card(screen.root, 'Elsewhere').textContent).toContain('On Base Sepolia, in test money: $9.00 in 12 payments.')
    expect(screen.root.querySelector('.amount-hero .amount-price')?.textContent).toBe('$2.25')
  })
})

describe('the rest of the page', () => {
  it('shows what the limits leave', async () => {
    expect(cells(card((await open()).root, 'Left of your limits').querySelector('table'))).toEqual([
      ['Today', '$0.00 of $5.00', 'Left $5.00'],
      ['This month', '$2.25 of $30.00', 'Left $27.75'],
    ])
  })

  it('names only what was spent on', async () => {
    totals = { ...someTotals, spent: sum(25, 3), kinds: { unlock: sum(25, 3), tip: sum(0, 0) } }
    expect(cells(card((await open()).root, 'By kind').querySelector('table'))).toEqual([['Pieces unlocked 3 payments', '$0.25']])
  })

  it('invites whoever has bought nothing, and shows no empty charts', async () => {
    totals = noTotals
    const screen = await open()
    expect(card(screen.root, 'Nothing spent yet').textContent).toContain('Put a few dollars into your purse')
    expect(screen.root.querySelector('.chart')).toBeNull()
    expect(card(screen.root, 'Put money in').textContent).toContain(account.address)
  })

  it('says when it could not add up, shows everything else, and tries again', async () => {
    answer = () => ({ ok: false, code: 'failed', sentence: 'Farthing did not answer.' })
    const screen = await open()
    expect(card(screen.root, 'This month').textContent).toContain('Farthing did not answer.')
    expect(screen.text()).toContain('Notes on bread')
    answer = () => reply(totals)
    await screen.click('Try again')
    expect(screen.text()).toContain('You spent $2.25 in November')
  })

  it('does not wait for a long history: it says what is being done, and keeps a place for what comes', async () => {
    let arrive: (value: Reply<'history.totals'>) => void = () => undefined
    answer = () => new Promise((resolve) => (arrive = resolve))
    const screen = await open()
    expect(screen.text()).not.toContain('Adding up your payments')
    await vi.waitFor(async () => {
      await screen.settle()
      expect(card(screen.root, 'This month').textContent).toContain('Adding up your payments')
    })
    expect(screen.text()).toContain('Notes on bread')
    const places = Array.from(screen.root.querySelectorAll('section > h2'), (title) => title.textContent)
    arrive(reply(totals))
    await screen.settle()
    expect(screen.text()).toContain('You spent $2.25 in November')
    expect(places.filter((title) => title !== 'Over time')).toEqual(Array.from(screen.root.querySelectorAll('section > h2'), (title) => title.textContent))
  })

  it('adds up again when something was paid', async () => {
    const screen = await open()
    totals = { ...someTotals, month: { ...someTotals.month, spent: sum(230, 5) } }
    worker.changed('payments')
    await screen.settle()
    expect(screen.root.querySelector('.amount-hero .amount-price')?.textContent).toBe('$2.30')
  })
})
