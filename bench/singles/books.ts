import * as v from 'valibot'
import { budget, figure, type Curves, type Effort, type Part } from '../result/part'
import { spread, type Spread } from '../result/spread'
import { runProgram } from './run'

const several = v.object({ median: v.number(), slowest: v.number() })
const measured = v.object({
  payments: v.number(),
  firstAnswer: v.number(),
  firstScreen: v.number(),
  whole: v.number(),
  typed: several,
  filtered: several,
  painted: v.nullable(several),
  scannedPlain: several,
  tableAgain: v.object({ ms: v.number() }),
  documentUnmade: v.object({ ms: v.number() }),
  document: v.object({ ms: v.number() }),
})
type Measured = v.InferOutput<typeof measured>

const once = (value: number): Spread => spread([value])

/** The history looked through, beside plain rows as wallets keep them that seal none. */
export async function booksPart({ quick }: Effort): Promise<Part> {
  const sizes = quick ? [100, 1_000] : [100, 1_000, 10_000, 100_000]
  const { measured: all } = v.parse(v.object({ measured: v.array(measured) }), await runProgram('books', ['--payments', sizes.join(), '--without', 'import,forgetting']))
  const last = all.at(-1)
  if (last === undefined) throw new Error('nothing was measured')
  const row = (name: string, of: (one: Measured) => number) => ({ name, cells: all.map((one) => figure(once(of(one)), 'ms')) })
  const line = (name: string, of: (one: Measured) => number): Curves['lines'][number] => ({ name, spreads: all.map((one) => once(of(one))) })
  return {
    title: 'Books',
    about: 'Looking through the history, from `npm run bench:books`, which tells more. Searches are medians of all that were typed; what follows a killed worker, and files, are single runs.',
    tables: [
      {
        title: 'With a history of so many payments',
        says: '',
        head: ['payments', ...all.map(({ payments }) => payments.toLocaleString('en'))],
        rows: [
          row('Worker asleep: first payments answered', ({ firstAnswer }) => firstAnswer),
          row('Worker asleep: first payments on the screen', ({ firstScreen }) => firstScreen),
          row('Worker asleep: everything in memory', ({ whole }) => whole),
          row('Search as one types', ({ typed }) => typed.median),
          row('  slowest', ({ typed }) => typed.slowest),
          row('Filter', ({ filtered }) => filtered.median),
          row('Peer: search of plain rows', ({ scannedPlain }) => scannedPlain.median),
          row('Saved as a table, again', ({ tableAgain }) => tableAgain.ms),
          row('Saved as a document, nothing of it made ahead', ({ documentUnmade }) => documentUnmade.ms),
          row('  made ahead while nobody asks', ({ document }) => document.ms),
        ],
      },
    ],
    charts: [
      {
        kind: 'curves',
        name: 'books',
        title: 'Looking through the history',
        unit: 'ms',
        across: 'payments',
        sizes: all.map(({ payments }) => payments),
        lines: [line('first screen', ({ firstScreen }) => firstScreen), line('search', ({ typed }) => typed.median), line('peer: plain rows', ({ scannedPlain }) => scannedPlain.median)],
      },
    ],
    budgets: [
      budget(`First screen, ${last.payments.toLocaleString('en')} payments`, figure(once(last.firstScreen), 'ms'), 200, 'It is no longer with more payments: what takes the time is the browser reading and running the code of the worker and of the page.'),
      budget('Search', figure(once(last.typed.median), 'ms'), 150),
      budget('Saved as a document, its lines made ahead', figure(once(last.document.ms), 'ms'), 5_000, 'Years of payments are hundreds of megabytes (330 MB for 100,000). Something of it is seen after half a second, and it can be stopped.'),
    ],
  }
}
