import { tableReach, tableSize } from '../../src/core/risk/model'

const decimals = 10_000

/**
 * What 256 honest payments score, at tails evenly spaced by their logarithm from 1 down to one in a hundred thousand (`tailOf`
 * in core/risk/model). Where there are fewer payments than that, the last points are all the highest score.
 */
export function honestTable(scores: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(scores).sort()
  return Array.from({ length: tableSize }, (_, index) => {
    const above = 10 ** -((index / (tableSize - 1)) * tableReach)
    const rank = Math.min(sorted.length - 1, Math.floor((1 - above) * sorted.length))
    return Math.round((sorted[rank] ?? 0) * decimals) / decimals
  })
}

/** The lowest threshold that at most this share of honest payments reaches. */
export function thresholdFor(scores: readonly number[], share: number): number {
  const sorted = Float64Array.from(scores).sort()
  const allowed = Math.floor(share * sorted.length)
  const last = sorted[sorted.length - 1 - allowed] ?? 0
  // Just above the highest of those that must not reach it: equal scores are told alike.
  return sorted.find((score) => score > last) ?? last + 1e-6
}
