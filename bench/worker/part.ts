import { ownShares, type Shares } from '../pay/shares'
import { budget, figure, type Cell, type Curves, type Effort, type Part } from '../result/part'
import { ratio, spread, type Spread } from '../result/spread'
import { measureHistories, type MeasuredHistory } from './measure'

/** What the wallet waits for nobody with. */
const own = (shares: Shares): number => ownShares.reduce((sum, part) => sum + shares[part], 0)
const whole = (shares: Shares): number => own(shares) + shares.ask + shares.arrives + shares.sale + shares.show

/** Waking up, and paying, with more and more payments behind. */
export async function workerPart({ quick }: Effort): Promise<Part> {
  const measured = await measureHistories(quick ? [0, 1_000] : [0, 100, 1_000, 10_000, 100_000], quick ? 3 : 15, quick ? 2 : 8)
  const sizes = measured.map(({ payments }) => payments)
  const [first] = measured
  const last = measured.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing was measured')
  const row = (name: string, of: (one: MeasuredHistory) => Cell) => ({ name, cells: measured.map(of) })
  return {
    title: 'The worker, and the length of the history',
    about: 'The same wallet with no payment behind it and with more and more, made up over five years and sixty sites. All are open at once and take turns. Then each makes automatic payments at a site it has bought from twice.',
    tables: [
      {
        title: 'Waking and paying',
        says: 'The worker is killed, and a page of the extension asks it something: until the answer. Memory is what worker and pages of the extension hold then, pages that processes share counted in parts. Of a payment: the wallet’s own share, as in the part before this one, and all of it, without the time in which it can be stopped.',
        head: ['payments behind', ...sizes.map((size) => size.toLocaleString('en'))],
        rows: [
          row('Cold wake to answer', ({ wakes }) => figure(spread(wakes), 'ms')),
          row('  beside the shortest history', ({ wakes }) => figure(ratio(wakes, first.wakes), '×')),
          row('Memory after it', ({ memory }) => (memory.length === 0 ? 'unknown' : figure(spread(memory), 'MiB'))),
          row('A payment, the wallet’s own', ({ paid }) => figure(spread(paid.map(own)), 'ms')),
          row('  beside the shortest history', ({ paid }) => figure(ratio(paid.map(own), first.paid.map(own)), '×')),
          row('A payment, all', ({ paid }) => figure(spread(paid.map(whole)), 'ms')),
        ],
      },
    ],
    charts: [
      curves('worker-payment', 'A payment with a history behind it', sizes, [
        { name: 'the wallet’s own', spreads: measured.map(({ paid }) => spread(paid.map(own))) },
        { name: 'all of it', spreads: measured.map(({ paid }) => spread(paid.map(whole))) },
      ]),
      curves('worker-wake', 'Waking with a history behind', sizes, [{ name: 'until the answer', spreads: measured.map(({ wakes }) => spread(wakes)) }]),
    ],
    budgets: [
      budget('Worker asleep: until its answer', figure(spread(last.wakes), 'ms'), 40, 'Half of it is the browser reading the code of the whole worker, a quarter is running that code, and the rest is opening the books; a worker that does nothing answers in a seventh of it (taken apart on a busy machine).'),
      budget(`A payment with ${last.payments.toLocaleString('en')} behind it, beside none: the wallet’s own`, figure(ratio(last.paid.map(own), first.paid.map(own)), '×'), 1.2),
    ],
  }
}

const curves = (name: string, title: string, sizes: readonly number[], lines: readonly { readonly name: string; readonly spreads: readonly Spread[] }[]): Curves => ({ kind: 'curves', name, title, unit: 'ms', across: 'payments behind', sizes, lines })
