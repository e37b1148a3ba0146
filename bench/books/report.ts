import type { Measured, Spread } from './measure'

interface Row {
  readonly name: string
  readonly of: (one: Measured) => string
  readonly budget: string
}

const ms = (value: number | null): string => (value === null ? '' : `${value.toFixed(0)} ms`)
const mib = (value: number | null): string => (value === null ? 'unknown' : `${value.toFixed(0)} MiB`)
const both = (spread: Spread | null): string => (spread === null ? '' : `${spread.median.toFixed(0)} / ${spread.slowest.toFixed(0)} ms`)
const seconds = (value: number | null): string => (value === null ? '' : `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`)
const times = (peer: number | null, own: number): string => (peer === null ? '' : `${(peer / own).toFixed(1)} x`)

/** What is asked for in DESIGN section 7 stands beside what was measured. */
const rows: readonly Row[] = [
  { name: 'Worker asleep: first payments answered', of: ({ firstAnswer }) => ms(firstAnswer), budget: '200 ms' },
  { name: 'Worker asleep: first payments on the screen', of: ({ firstScreen }) => ms(firstScreen), budget: '200 ms' },
  { name: 'Worker asleep: where the money went, answered', of: ({ totals }) => ms(totals), budget: '' },
  { name: 'Worker asleep: where the money went, on the screen', of: ({ overview }) => ms(overview), budget: '' },
  { name: 'Worker asleep: everything in memory', of: ({ whole }) => ms(whole), budget: '' },
  { name: 'No index yet: first payments answered', of: ({ firstAnswerUnmade }) => ms(firstAnswerUnmade), budget: '' },
  { name: 'No index yet: everything in memory', of: ({ wholeUnmade }) => ms(wholeUnmade), budget: '' },
  { name: 'Search as one types, median / slowest', of: ({ typed }) => both(typed), budget: '150 ms' },
  { name: 'The same until painted', of: ({ painted }) => both(painted), budget: '150 ms' },
  { name: 'Filter', of: ({ filtered }) => both(filtered), budget: '150 ms' },
  { name: 'Sort, first time', of: ({ sorted }) => both(sorted), budget: '150 ms' },
  { name: 'Peer: search of plain rows', of: ({ scannedPlain }) => both(scannedPlain), budget: '' },
  { name: '  beside ours', of: ({ scannedPlain, typed }) => times(scannedPlain?.median ?? null, typed.median), budget: '' },
  { name: 'Peer: search that opens every payment', of: ({ scannedSealed }) => ms(scannedSealed), budget: '' },
  { name: '  beside ours', of: ({ scannedSealed, typed }) => times(scannedSealed, typed.median), budget: '' },
  { name: 'Saved as a table, first time', of: ({ table: { ms: all } }) => seconds(all), budget: '5 s' },
  { name: 'Saved as a table, again', of: ({ tableAgain: { ms: all } }) => seconds(all), budget: '5 s' },
  { name: 'Peer: plain rows saved as a table', of: ({ savedPlain }) => seconds(savedPlain), budget: '' },
  { name: 'Saved as a document, its lines made ahead', of: ({ document: { ms: all } }) => seconds(all), budget: '5 s' },
  { name: '  until something is seen of it', of: ({ document: { firstPiece } }) => ms(firstPiece), budget: '' },
  { name: '  making them, while nobody asks for anything', of: ({ madeAhead }) => (madeAhead === null ? 'longer' : seconds(madeAhead)), budget: '' },
  { name: 'Saved as a document, nothing made ahead', of: ({ documentUnmade: { ms: all } }) => seconds(all), budget: '' },
  { name: '  its size', of: ({ document: { bytes } }) => mib(bytes / 1024 / 1024), budget: '' },
  { name: 'Taken in by a new wallet', of: ({ takenIn }) => seconds(takenIn), budget: '' },
  { name: 'What forgetting a site would take', of: ({ forgetting }) => seconds(forgetting?.weighed ?? null), budget: '' },
  { name: 'Forgetting a site of sixty', of: ({ forgetting }) => seconds(forgetting?.site ?? null), budget: '' },
  { name: '  until everything is in memory again', of: ({ forgetting }) => seconds(forgetting?.wholeAfter ?? null), budget: '' },
  { name: 'Forgetting a year of five', of: ({ forgetting }) => seconds(forgetting?.year ?? null), budget: '' },
  { name: 'Memory before: worker and pages', of: ({ memoryBefore }) => mib(memoryBefore), budget: '' },
  { name: 'Memory with everything looked through', of: ({ memoryAfter }) => mib(memoryAfter), budget: '' },
  { name: 'Heap of the page', of: ({ pageHeap }) => mib(pageHeap), budget: '' },
]

/** The curve: a column for each number of payments. */
export function table(measured: readonly Measured[]): string {
  const lines = [['', ...measured.map(({ payments }) => payments.toLocaleString('en')), 'budget'], ...rows.map(({ name, of, budget }) => [name, ...measured.map(of), budget])]
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2))).join('')).join('\n')
}
