import type { Direction } from '../../src/core/risk/features'
import type { Model, Tree } from '../../src/core/risk/model'
import { Random } from '../simulator/random'
import { bin, type Binned } from './binning'
import type { Examples } from './examples'
import { bestSplit, leafValue, sumsOf, type Gradients, type Part, type Split, type SplitOptions } from './histogram'

export interface BoostingOptions {
  readonly seed: number
  readonly trees: number
  readonly depth: number
  /** Shrinkage of each tree. */
  readonly rate: number
  /** Share of rows, and of features, that a tree gets to see. */
  readonly rowShare: number
  readonly featureShare: number
  readonly lambda: number
  readonly leastWeight: number
  readonly directions: readonly Direction[]
  /** Features that no tree may ask. */
  readonly without?: ReadonlySet<number>
}

export type Boosted = Pick<Model, 'base' | 'trees'>

/** Leaf values are rounded, so that the model file is small and says exactly what was trained. */
const decimals = 1_000
const round = (value: number): number => Math.round(value * decimals) / decimals

/**
 * Gradient-boosted trees with logistic loss on histograms (Friedman 2001; second order as in XGBoost, Chen and Guestrin 2016), with
 * monotone constraints: a split against the direction of its feature is not made, and the middle between its two sides bounds
 * everything below. The same seed and examples give the same trees.
 */
export function boost({ rows, labels, weights }: Examples, options: BoostingOptions): Boosted {
  const random = new Random(options.seed)
  const binned = bin(rows)
  const base = round(logOdds(labels, weights))
  const scores = new Float64Array(rows.length).fill(base)
  const gradients = { first: new Float64Array(rows.length), second: new Float64Array(rows.length) }
  const usable = binned.edges.map((_, feature) => feature).filter((feature) => options.without?.has(feature) !== true)
  const trees = Array.from({ length: options.trees }, () => {
    derive(scores, labels, weights, gradients)
    const seen = Uint32Array.from(rows.keys()).filter(() => random.chance(options.rowShare))
    const allowed = usable.filter(() => random.chance(options.featureShare))
    const tree = grow(binned, gradients, seen, { ...options, allowed: allowed.length === 0 ? usable : allowed })
    const leaves = leavesOf(tree, binned, scores.length)
    leaves.forEach((leaf, row) => {
      scores[row] = (scores[row] ?? 0) + (tree.tree.value[leaf] ?? 0)
    })
    return withWorth(tree.tree, leaves, labels)
  })
  return { base, trees }
}

function logOdds(labels: Uint8Array, weights: Float64Array): number {
  let [fraud, all] = [0, 0]
  labels.forEach((label, row) => {
    fraud += label * (weights[row] ?? 0)
    all += weights[row] ?? 0
  })
  const share = Math.min(1 - 1e-6, Math.max(1e-6, fraud / Math.max(all, 1e-6)))
  return Math.log(share / (1 - share))
}

function derive(scores: Float64Array, labels: Uint8Array, weights: Float64Array, { first, second }: Gradients): void {
  for (let row = 0; row < scores.length; row += 1) {
    const probability = 1 / (1 + Math.exp(-(scores[row] ?? 0)))
    const weight = weights[row] ?? 0
    first[row] = weight * (probability - (labels[row] ?? 0))
    second[row] = weight * probability * (1 - probability)
  }
}

/** A tree before it is known what honest payments get from it, and the bins that its splits were made at: what training goes on with. */
type Shape = Omit<Tree, 'worth'>

interface Grown {
  readonly tree: Shape
  readonly bins: readonly number[]
}

/** Level by level; a part that nothing splits stays a leaf. */
function grow(binned: Binned, gradients: Gradients, rows: Uint32Array, options: SplitOptions & Pick<BoostingOptions, 'depth' | 'rate'>): Grown {
  const tree = { feature: [-1], left: [0], value: [0] }
  const bins = [0]
  let level: { readonly index: number; readonly part: Part }[] = [{ index: 0, part: { rows, low: -Infinity, high: Infinity } }]
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: typeof level = []
    for (const { index, part } of level) {
      const split = depth < options.depth ? bestSplit(binned, gradients, part, options) : null
      if (split === null) {
        tree.value[index] = round(options.rate * leafValue(sumsOf(part.rows, gradients), options.lambda, part.low, part.high))
        continue
      }
      const left = tree.feature.length
      tree.feature[index] = split.feature
      tree.left[index] = left
      tree.value[index] = binned.edges[split.feature]?.[split.bin] ?? 0
      bins[index] = split.bin
      for (const side of [left, left + 1]) {
        tree.feature[side] = -1
        tree.left[side] = 0
        tree.value[side] = 0
        bins[side] = 0
      }
      const [below, above] = parted(binned, part, split, options.directions[split.feature] ?? 0)
      next.push({ index: left, part: below }, { index: left + 1, part: above })
    }
    level = next
  }
  return { tree, bins }
}

function parted({ codes }: Binned, { rows, low, high }: Part, { feature, bin: last, left, right }: Split, direction: Direction): readonly [Part, Part] {
  const code = codes[feature] ?? new Uint8Array()
  const middle = (left + right) / 2
  const below = { rows: rows.filter((row) => (code[row] ?? 0) <= last), low: direction < 0 ? middle : low, high: direction > 0 ? middle : high }
  const above = { rows: rows.filter((row) => (code[row] ?? 0) > last), low: direction > 0 ? middle : low, high: direction < 0 ? middle : high }
  return [below, above]
}

/** The leaf of each row. */
function leavesOf({ tree: { feature, left }, bins }: Grown, { codes }: Binned, rows: number): Uint8Array {
  return Uint8Array.from({ length: rows }, (_, row) => {
    let index = 0
    for (let split = feature[0] ?? -1; split >= 0; split = feature[index] ?? -1) {
      index = (left[index] ?? 0) + ((codes[split]?.[row] ?? 0) <= (bins[index] ?? 0) ? 0 : 1)
    }
    return index
  })
}

/** What a tree adds on average for honest payments, node by node: what an explanation is measured from. */
function withWorth(tree: Shape, leaves: Uint8Array, labels: Uint8Array): Tree {
  const { feature, left, value } = tree
  const counts = new Float64Array(feature.length)
  leaves.forEach((leaf, row) => {
    if (labels[row] === 0) counts[leaf] = (counts[leaf] ?? 0) + 1
  })
  const worth = [...value]
  for (let index = feature.length - 1; index >= 0; index -= 1) {
    if (feature[index] === -1) continue
    const [below, above] = [left[index] ?? 0, (left[index] ?? 0) + 1]
    // Where no honest payment comes by, both sides count alike.
    const [some, others] = counts[below] === 0 && counts[above] === 0 ? [1, 1] : [counts[below] ?? 0, counts[above] ?? 0]
    worth[index] = round((some * (worth[below] ?? 0) + others * (worth[above] ?? 0)) / (some + others))
    counts[index] = (counts[below] ?? 0) + (counts[above] ?? 0)
  }
  return { ...tree, worth }
}
