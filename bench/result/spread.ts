/** The middle of several runs, and the half of them that lies around it. */
export interface Spread {
  readonly median: number
  /** First and third quartile. */
  readonly low: number
  readonly high: number
  readonly runs: number
}

/** @param values of every run, at least one */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), runs: sorted.length }
}

/** How many times as much as the peer, run by run: what slowed the machine for a moment has slowed both. */
export const ratio = (own: readonly number[], peer: readonly number[]): Spread => spread(paired(own, peer, (one, other) => one / other))

/** How much more than the peer, run by run. */
export const difference = (own: readonly number[], peer: readonly number[]): Spread => spread(paired(own, peer, (one, other) => one - other))

function paired(own: readonly number[], peer: readonly number[], by: (one: number, other: number) => number): readonly number[] {
  if (own.length !== peer.length) throw new Error('These were not run in turn.')
  return own.map((one, run) => by(one, peer[run] ?? Number.NaN))
}

/** Between two values that were measured it is interpolated. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}
