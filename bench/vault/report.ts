import { baseline, type Candidate } from './candidates'

/** What was measured of one candidate. Times in milliseconds. */
export interface Line {
  readonly name: string
  readonly median: number
  readonly fastest: number
  readonly slowest: number
  /** Of every run, in the order of the turns. */
  readonly times: readonly number[]
  /** Memory one guess needs for itself, in MiB. PBKDF2 needs a few hundred bytes, here 0. */
  readonly memoryMiB: number
  /** How many guesses one core makes in an hour at this speed. */
  readonly guessesAnHour: number
  /** Core time of one guess, as a multiple of one at the baseline. */
  readonly timesBaseline: number
  /** How many guesses run at once in 24 GiB, the memory of a large graphics card. Null: memory is no bound. */
  readonly atOnceIn24GiB: number | null
}

export function summarise(candidates: readonly Candidate[], times: ReadonlyMap<Candidate, readonly number[]>): readonly Line[] {
  const medianOf = (candidate: Candidate | undefined): number => median(candidate === undefined ? [] : (times.get(candidate) ?? []))
  const base = medianOf(candidates.find(({ name }) => name === baseline))
  return candidates.map((candidate) => {
    const taken = times.get(candidate) ?? []
    const middle = median(taken)
    const memoryMiB = candidate.kind === 'argon2id' ? candidate.memoryKiB / 1024 : 0
    return {
      name: candidate.name,
      median: middle,
      fastest: Math.min(...taken),
      slowest: Math.max(...taken),
      times: taken,
      memoryMiB,
      guessesAnHour: Math.round(3_600_000 / middle),
      timesBaseline: middle / base,
      atOnceIn24GiB: memoryMiB === 0 ? null : Math.floor((24 * 1024) / memoryMiB),
    }
  })
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

const heads = ['', 'median', 'fastest to slowest', 'memory a guess', 'guesses a core-hour', 'core time a guess', 'at once in 24 GiB'] as const

/** What the numbers say and do not say: printed under them. */
const reading = `
Core time a guess is relative to ${baseline} and assumes an attacker who runs this very code on this very core.
An attacker does better than that, and not equally: PBKDF2 runs here at native speed and needs next to no memory, so a
graphics card tries many thousands at once. Argon2id runs here in WebAssembly, which native code beats by a small factor,
but every guess fills its own memory, so memory, and not arithmetic, bounds how many run at once.`

export function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.name,
    `${line.median.toFixed(0)} ms`,
    `${line.fastest.toFixed(0)} to ${line.slowest.toFixed(0)} ms`,
    line.memoryMiB === 0 ? 'under 1 KiB' : `${line.memoryMiB} MiB`,
    line.guessesAnHour.toLocaleString('en'),
    `${line.timesBaseline.toFixed(2)} x`,
    line.atOnceIn24GiB === null ? 'no bound' : line.atOnceIn24GiB.toLocaleString('en'),
  ])
  const all: readonly (readonly string[])[] = [heads, ...rows]
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const write = (row: readonly string[]) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  return `${all.map(write).join('\n')}\n${reading}`
}
