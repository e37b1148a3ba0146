import type { Direction } from '../../src/core/risk/features'
import type { Binned } from './binning'

/** First and second derivative of the loss, for each row. */
export interface Gradients {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** A part of the rows, and between which values its leaves may lie (monotone constraints). */
export interface Part {
  readonly rows: Uint32Array
  readonly low: number
  readonly high: number
}

export interface Split {
  readonly feature: number
  /** Rows up to this bin go left. */
  readonly bin: number
  readonly gain: number
  /** What each side would add, as leaves. */
  readonly left: number
  readonly right: number
}

export interface SplitOptions {
  readonly directions: readonly Direction[]
  /** Ridge on leaf values, and the least second derivative in a leaf. */
  readonly lambda: number
  readonly leastWeight: number
  /** Features that may be asked in this tree. */
  readonly allowed: readonly number[]
}

interface Sums {
  readonly first: number
  readonly second: number
}

export function sumsOf(rows: Uint32Array, { first, second }: Gradients): Sums {
  const sums = { first: 0, second: 0 }
  for (const row of rows) {
    sums.first += first[row] ?? 0
    sums.second += second[row] ?? 0
  }
  return sums
}

/** What a leaf adds: one Newton step, kept between the bounds of its part. */
export function leafValue({ first, second }: Sums, lambda: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, -first / (second + lambda)))
}

/** What a leaf of that value takes off the loss, to second order. */
const gainOf = ({ first, second }: Sums, lambda: number, value: number): number => -(first * value + 0.5 * (second + lambda) * value * value)

/** The split that takes most off the loss and keeps to the directions; null where none takes anything off. */
export function bestSplit(binned: Binned, gradients: Gradients, part: Part, options: SplitOptions): Split | null {
  const total = sumsOf(part.rows, gradients)
  const whole = gainOf(total, options.lambda, leafValue(total, options.lambda, part.low, part.high))
  let best: Split | null = null
  for (const feature of options.allowed) {
    const found = bestOfFeature(histogram(binned, gradients, part.rows, feature), total, part, feature, options)
    if (found !== null && found.gain - whole > (best?.gain ?? 1e-6)) best = { ...found, gain: found.gain - whole }
  }
  return best
}

interface Histogram {
  readonly first: Float64Array
  readonly second: Float64Array
}

function histogram({ codes, edges }: Binned, { first, second }: Gradients, rows: Uint32Array, feature: number): Histogram {
  const size = (edges[feature]?.length ?? 0) + 1
  const code = codes[feature] ?? new Uint8Array()
  const sums = { first: new Float64Array(size), second: new Float64Array(size) }
  for (const row of rows) {
    const bin = code[row] ?? 0
    sums.first[bin] = (sums.first[bin] ?? 0) + (first[row] ?? 0)
    sums.second[bin] = (sums.second[bin] ?? 0) + (second[row] ?? 0)
  }
  return sums
}

function bestOfFeature(sums: Histogram, total: Sums, { low, high }: Part, feature: number, { directions, lambda, leastWeight }: SplitOptions): Split | null {
  const direction = directions[feature] ?? 0
  const left = { first: 0, second: 0 }
  let best: Split | null = null
  for (let bin = 0; bin < sums.first.length - 1; bin += 1) {
    left.first += sums.first[bin] ?? 0
    left.second += sums.second[bin] ?? 0
    const right = { first: total.first - left.first, second: total.second - left.second }
    if (left.second < leastWeight || right.second < leastWeight) continue
    const [below, above] = [leafValue(left, lambda, low, high), leafValue(right, lambda, low, high)]
    if (direction * (above - below) < 0) continue
    const gain = gainOf(left, lambda, below) + gainOf(right, lambda, above)
    if (best === null || gain > best.gain) best = { feature, bin, gain, left: below, right: above }
  }
  return best
}
