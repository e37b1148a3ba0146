import { budget, figure, type Bars, type Budget, type Cell, type Effort, type Part, type Row, type Table } from '../result/part'
import { ratio, spread } from '../result/spread'
import { handMs } from './hand'
import { measurePay, ways, type MeasuredHands, type MeasuredPay, type MeasuredPays, type Way } from './measure'
import type { Run } from './run'
import { ownShares, shareNames, type Shares } from './shares'

const names: Readonly<Record<Way, string>> = {
  machine: '@x402/fetch with viem, in Node',
  unasked: 'Farthing, automatic',
  approved: 'Farthing, approved',
  stock: 'Stock page, another wallet',
}

/** From a price to a text, by each way there is. */
export async function payPart({ quick }: Effort): Promise<Part> {
  const measured = await measurePay(quick ? 3 : 12, quick ? 2 : 8, quick ? 1 : 8)
  return {
    title: 'Something to pay',
    about: about(measured.stockBytes),
    tables: [waysTable('With a block for every payment', measured.instant), waysTable('With a block every two seconds', measured.slow), handTable(measured.hands), besideTable(measured), shareTable(measured.instant.shares)],
    charts: [waysChart(measured), shareChart(measured.instant.shares)],
    budgets: budgets(measured),
  }
}

const about = (stockBytes: number): string =>
  `The same piece for five cents, from the address to its whole text, over the same local chain (anvil, the real USDC contract) and the same payment service. In turn: a program with \`@x402/fetch\`, which is the floor; Farthing where the reader has allowed the site; Farthing where the reader is asked; and what people have without Farthing: the page that comes with version 1 of the protocol (\`x402\` 1.2.0, ${(stockBytes / 1e6).toFixed(2)} MB), for which another wallet is injected that answers every question at once. That page knows Base’s test network; its number, name, token and endpoint are those of the local chain here, and what it would load from elsewhere is missing at once. Everything is pressed as soon as it is there, as no person can; one table has it pressed by a hand that takes its time. Two waits of Farthing’s are meant for people and are told apart: five seconds in which an automatic payment can be stopped, and one second before a window takes a yes.`

type Of = (run: Run) => number | null

function waysTable(title: string, { runs }: MeasuredPay): Table {
  const cell = (way: Way, of: Of): Cell => {
    const values = runs[way].map(of).filter((one) => one !== null)
    return values.length === 0 ? null : figure(spread(values), 'ms')
  }
  const row = (way: Way): Row => ({
    name: names[way],
    cells: [
      cell(way, ({ whole, meant }) => whole - meant),
      cell(way, ({ meant }) => (meant === 0 ? null : meant)),
      cell(way, ({ fromFirst, meant }) => (fromFirst === null ? null : fromFirst - meant)),
      cell(way, ({ fromYes }) => fromYes),
      `${runs[way][0]?.presses ?? 0}${way === 'stock' ? ' and 2 in the wallet' : ''}`,
    ],
  })
  return {
    title,
    says: 'From the address to the text, without what is meant for people; that; from the first press to the text, without it; from the last press, which is the yes; and how often is pressed. The other wallet is never waited for.',
    head: ['', 'address to text', 'meant for people', 'first press to text', 'yes to text', 'presses'],
    rows: ways.map(row),
  }
}

const handTable = ({ approved, stock }: MeasuredHands): Table => ({
  title: 'Pressed by a hand',
  says: `From the address to the text, with all that is waited for, where each press comes ${(handMs / 1_000).toString()} seconds after its button is there: so long a hand takes to point and to press, without any thinking (Card, Moran and Newell, 1980). The other wallet asks its two questions in windows with nothing but a button. A block for every payment.`,
  head: ['', 'address to text', 'presses'],
  rows: [
    { name: names.approved, cells: [figure(spread(wholes(approved)), 'ms'), `${approved[0]?.presses ?? 0}`] },
    { name: names.stock, cells: [figure(spread(wholes(stock)), 'ms'), `${stock[0]?.presses ?? 0} and 2 in the wallet`] },
    { name: '  beside Farthing', cells: [figure(ratio(wholes(stock), wholes(approved)), '×'), null] },
  ],
})

const wholes = (runs: readonly Run[]): readonly number[] => runs.map(({ whole }) => whole)
const inAll = (runs: readonly Run[]): readonly number[] => runs.map(({ whole, meant }) => whole - meant)
const fromYes = (runs: readonly Run[]): readonly number[] => runs.map((run) => run.fromYes ?? Number.NaN)
/** What the program would need if it had to show what it buys. */
const floor = ({ runs, navigation }: MeasuredPay): readonly number[] => runs.machine.map(({ whole }, round) => whole + (navigation[round] ?? Number.NaN))

function besideTable({ instant, slow }: MeasuredPays): Table {
  const row = (name: string, of: (pay: MeasuredPay) => Cell): Row => ({ name, cells: [of(instant), of(slow)] })
  return {
    title: 'Beside each other',
    says: 'Ratios of the runs of one turn. The cost of navigation is what the page that asks and the piece itself take more as pages of a browser than as requests of the program.',
    head: ['', 'a block each', 'a block every 2 s'],
    rows: [
      row('Cost of the two navigations', ({ navigation }) => figure(spread(navigation), 'ms')),
      row('Farthing automatic, beside @x402/fetch and navigation', (pay) => figure(ratio(inAll(pay.runs.unasked), floor(pay)), '×')),
      row('Stock page, beside Farthing approved: yes to text', (pay) => figure(ratio(fromYes(pay.runs.stock), fromYes(pay.runs.approved)), '×')),
      row('Stock page, beside Farthing approved: address to text', (pay) => figure(ratio(wholes(pay.runs.stock), inAll(pay.runs.approved)), '×')),
      row('Stock page, beside Farthing approved: address to text, with the second', (pay) => figure(ratio(wholes(pay.runs.stock), wholes(pay.runs.approved)), '×')),
      row('From the yes until the signed request has left', ({ leaves }) => figure(spread(leaves), 'ms')),
    ],
  }
}

const partsOf = Object.keys(shareNames) as readonly (keyof Shares)[]
const shareOf = (shares: readonly Shares[], part: keyof Shares) => spread(shares.map((one) => one[part]))

const shareTable = (shares: readonly Shares[]): Table => ({
  title: 'Where the time of an automatic payment goes',
  says: 'Listened for at the borders of the worker: messages, requests, the database, the browser’s own calls. The names of what is the wallet’s own are bold.',
  head: ['', 'time', 'beside all but the time to stop it'],
  rows: partsOf.map((part) => ({
    name: (ownShares as readonly string[]).includes(part) ? `**${shareNames[part]}**` : shareNames[part],
    cells: [figure(shareOf(shares, part), 'ms'), part === 'meant' ? null : `${Math.round((shareOf(shares, part).median / shareOf(shares.map(withTotal), 'arrives').median) * 100)} %`],
  })),
})

/** The sum in the place of the first. */
const withTotal = (shares: Shares): Shares => ({ ...shares, arrives: partsOf.filter((part) => part !== 'meant').reduce((sum, part) => sum + shares[part], 0) })

function waysChart({ instant, slow }: MeasuredPays): Bars {
  const bar = (way: Way, pay: MeasuredPay, blocks: string): Bars['bars'][number] => {
    const all = spread(inAll(pay.runs[way]))
    return { name: `${names[way].replace(' with viem, in Node', '')}, ${blocks}`, length: all.median, spread: all }
  }
  return { kind: 'bars', name: 'pay-ways', title: 'From the address to the text, without what is meant for people', unit: 'ms', bars: [...ways.map((way) => bar(way, instant, 'at once')), ...ways.map((way) => bar(way, slow, '2 s blocks'))] }
}

const shareChart = (shares: readonly Shares[]): Bars => ({
  kind: 'bars',
  name: 'pay-shares',
  title: 'Where the time of an automatic payment goes',
  unit: 'ms',
  bars: partsOf.filter((part) => part !== 'meant').map((part) => ({ name: shareNames[part], length: Math.max(0, shareOf(shares, part).median), spread: shareOf(shares, part) })),
})

function budgets({ instant, hands }: MeasuredPays): readonly Budget[] {
  const leaves = figure(spread(instant.leaves), 'ms')
  const automatic = figure(ratio(inAll(instant.runs.unasked), floor(instant)), '×')
  const faster = (what: string, stock: readonly number[], approved: readonly number[], because: string): Budget => {
    const found = figure(ratio(stock, approved), '×')
    return { what, most: 'at least 3 ×', found, kept: found.median >= 3, because: found.median >= 3 ? null : because }
  }
  return [
    budget('From the yes until the signed request has left', leaves, 50, 'The books are the largest part: what is held back, signed and sent is on the disk before it leaves.'),
    budget('Automatic, beside @x402/fetch and the two navigations', automatic, 1.3, 'Every step is on the disk before it is taken, and the tab is loaded anew: the program does neither.'),
    faster('Approved is faster than the stock page: address to text, pressed by a hand', wholes(hands.stock), wholes(hands.approved), 'Most of the time is the hand’s: two presses in the place of five, each 1.3 s. The rest is the browser’s: a window of its own, and the page loaded anew.'),
    faster('The same from the yes alone', fromYes(instant.runs.stock), fromYes(instant.runs.approved), 'Both wait for the seller to settle, which is a third and more of it; Farthing has everything on the disk before that, and loads the page anew, so that its own scripts run.'),
  ]
}
