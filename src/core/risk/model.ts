import * as v from 'valibot'
import { featureNames, type FeatureName } from './features'
import { rulePoints } from './rules'

/**
 * One tree, its nodes in three lists of the same length, the root first. At node i with `feature[i]` >= 0 the left child is `left[i]`
 * where the value is at most `value[i]`, else the one after it; where `feature[i]` is -1, `value[i]` is what the leaf adds (log-odds).
 */
const tree = v.pipe(
  v.strictObject({
    feature: v.array(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(featureNames.length - 1))),
    left: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    value: v.array(v.pipe(v.number(), v.finite())),
  }),
  v.check(({ feature, left, value }) => {
    const size = feature.length
    const isForward = (index: number): boolean => feature[index] === -1 || ((left[index] ?? 0) > index && (left[index] ?? size) + 1 < size)
    return size > 0 && left.length === size && value.length === size && feature.every((_, index) => isForward(index))
  }, 'not a tree'),
)

/** What 256 honest payments in a hundred thousand and more score, rising: the points of an empirical tail (`tailOf`). */
const table = v.pipe(
  v.array(v.pipe(v.number(), v.finite())),
  v.length(256),
  v.check((scores) => scores.every((score, index) => index === 0 || score >= (scores[index - 1] ?? 0)), 'not rising'),
)

const schema = v.strictObject({
  version: v.literal(1),
  features: v.pipe(
    v.array(v.string()),
    v.check((names) => names.length === featureNames.length && names.every((name, index) => name === featureNames[index]), 'other features'),
  ),
  /** Log-odds before any tree. */
  base: v.pipe(v.number(), v.finite()),
  trees: v.pipe(v.array(tree), v.maxLength(1_000)),
  /** What honest payments score: by the trees, and by the rules of thumb. */
  honest: v.strictObject({ trees: table, rules: table }),
  /** From which tail on a payment is told of, and from which the reader has to say that it is fine. */
  thresholds: v.strictObject({ notice: v.pipe(v.number(), v.minValue(0)), ask: v.pipe(v.number(), v.minValue(0)) }),
})

export type Model = v.InferOutput<typeof schema>
export type Tree = Model['trees'][number]

/** A model file, or null where it is none, or one for other features. @param json the file, parsed */
export function readModel(json: unknown): Model | null {
  const read = v.safeParse(schema, json)
  return read.success ? read.output : null
}

/** How much a feature has moved the score: log-odds where the trees speak, points where the rules do. */
export interface Contribution {
  readonly feature: FeatureName
  readonly weight: number
}

export interface Score {
  /**
   * How unusual the payment is: -log10 of the share of simulated honest payments that score as high; 3 is one in a thousand. The
   * greater of what the trees and the rules of thumb say.
   */
  readonly tail: number
  /** What has raised it, the most first, at most three. */
  readonly contributions: readonly Contribution[]
}

const mostContributions = 3

/** Scores an attempt. Never throws; microseconds. @param values as from `features` */
export function score(model: Model, values: readonly number[]): Score {
  const points = rulePoints(values)
  const byRules = tailOf(model.honest.rules, points.reduce((sum, one) => sum + one.points, 0))
  const byTrees = tailOf(model.honest.trees, treeScore(model, values))
  const weights = byRules > byTrees ? points.map(({ feature, points: weight }) => ({ feature, weight })) : pathContributions(model, values)
  return { tail: Math.max(byRules, byTrees), contributions: strongest(weights) }
}

/** Log-odds by the trees. */
export function treeScore({ base, trees }: Pick<Model, 'base' | 'trees'>, values: readonly number[]): number {
  return trees.reduce((sum, one) => sum + (one.value[leafOf(one, values)] ?? 0), base)
}

function leafOf({ feature, left, value }: Tree, values: readonly number[]): number {
  let index = 0
  // The schema has every child behind its parent: this ends.
  for (let split = feature[0] ?? -1; split >= 0; split = feature[index] ?? -1) {
    index = (left[index] ?? 0) + ((values[split] ?? 0) <= (value[index] ?? 0) ? 0 : 1)
  }
  return index
}

/** The lowest and highest tail a table tells: 1 and one in a hundred thousand, evenly spaced by their logarithm. */
export const tableReach = 5
export const tableSize = 256

/** -log10 of the share of honest payments that score at least as high: between the two points of the table around it. */
export function tailOf(scores: readonly number[], value: number): number {
  let [low, high] = [0, scores.length]
  while (low < high) {
    const between = (low + high) >> 1
    if ((scores[between] ?? Infinity) <= value) low = between + 1
    else high = between
  }
  if (low === 0) return 0
  const [below, above] = [scores[low - 1] ?? value, scores[low]]
  const step = tableReach / (scores.length - 1)
  const part = above === undefined ? 0 : (value - below) / (above - below)
  return (low - 1 + part) * step
}

/**
 * Path attribution (Saabas): each split moves the expected value of a tree from that of a node to that of its child; the feature that
 * was asked there gets the difference. What a node is worth is here the mean of its leaves.
 */
function pathContributions({ trees }: Model, values: readonly number[]): readonly Contribution[] {
  const sums = new Float64Array(featureNames.length)
  for (const one of trees) {
    const worth = worthOf(one)
    let index = 0
    for (let split = one.feature[0] ?? -1; split >= 0; split = one.feature[index] ?? -1) {
      const child = (one.left[index] ?? 0) + ((values[split] ?? 0) <= (one.value[index] ?? 0) ? 0 : 1)
      sums[split] = (sums[split] ?? 0) + (worth[child] ?? 0) - (worth[index] ?? 0)
      index = child
    }
  }
  return featureNames.map((feature, index) => ({ feature, weight: sums[index] ?? 0 }))
}

const worths = new WeakMap<Tree, Float64Array>()

/** The mean of the leaves below each node, made once for each tree. */
function worthOf(one: Tree): Float64Array {
  const known = worths.get(one)
  if (known !== undefined) return known
  const worth = Float64Array.from(one.value)
  for (let index = one.feature.length - 1; index >= 0; index -= 1) {
    const left = one.left[index] ?? 0
    if (one.feature[index] !== -1) worth[index] = ((worth[left] ?? 0) + (worth[left + 1] ?? 0)) / 2
  }
  worths.set(one, worth)
  return worth
}

function strongest(weights: readonly Contribution[]): readonly Contribution[] {
  return weights.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight).slice(0, mostContributions)
}
