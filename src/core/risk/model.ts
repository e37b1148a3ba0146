import * as v from 'valibot'
import { featureNames, type FeatureName } from './features'
import { rulePoints, ruleScore } from './rules'

/**
 * One tree, its nodes in four lists of the same length, the root first. At node i with `feature[i]` >= 0 the next node is `left[i]`
 * where the value is at most `value[i]`, else the one after it; where `feature[i]` is -1, `value[i]` is what the leaf adds (log-odds).
 * `worth[i]` is what the tree adds on average for honest payments that come by node i.
 */
const tree = v.pipe(
  v.strictObject({
    feature: v.array(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(featureNames.length - 1))),
    left: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    value: v.array(v.pipe(v.number(), v.finite())),
    worth: v.array(v.pipe(v.number(), v.finite())),
  }),
  v.check(({ feature, left, value, worth }) => {
    const size = feature.length
    const isForward = (index: number): boolean => feature[index] === -1 || ((left[index] ?? 0) > index && (left[index] ?? size) + 1 < size)
    return size > 0 && left.length === size && value.length === size && worth.length === size && feature.every((_, index) => isForward(index))
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
  const { byRules, byTrees } = tails(model, values)
  const weights = byRules > byTrees ? rulePoints(values).map(({ feature, points }) => ({ feature, weight: points })) : pathContributions(model, values)
  return { tail: Math.max(byRules, byTrees), contributions: strongest(weights) }
}

/** The same without the reasons. */
export function tailOnly(model: Model, values: readonly number[]): number {
  const { byRules, byTrees } = tails(model, values)
  return Math.max(byRules, byTrees)
}

const tails = (model: Model, values: readonly number[]) => ({
  byRules: tailOf(model.honest.rules, ruleScore(values)),
  byTrees: tailOf(model.honest.trees, treeScore(model, values)),
})

/** Log-odds by the trees. */
export function treeScore({ base, trees }: Pick<Model, 'base' | 'trees'>, values: readonly number[]): number {
  return trees.reduce((sum, one) => sum + (one.value[leafOf(one, values)] ?? 0), base)
}

function leafOf(one: Tree, values: readonly number[]): number {
  let index = 0
  // The schema has every node behind the one that leads to it: this ends.
  for (let split = one.feature[0] ?? -1; split >= 0; split = one.feature[index] ?? -1) index = nextOf(one, index, split, values)
  return index
}

const nextOf = ({ left, value }: Tree, index: number, split: number, values: readonly number[]): number =>
  (left[index] ?? 0) + ((values[split] ?? 0) <= (value[index] ?? 0) ? 0 : 1)

/** The lowest and highest tail a table tells: 1 and one in a hundred thousand, evenly spaced by their logarithm. */
export const tableReach = 5
export const tableSize = 256

/** -log10 of the share of honest payments that score at least as high: between the two points of the table around it. */
export function tailOf(scores: readonly number[], value: number): number {
  let [low, high] = [0, scores.length]
  while (low < high) {
    const between = (low + high) >> 1
    if ((scores[between] ?? Infinity) < value) low = between + 1
    else high = between
  }
  // Of equal scores the first: whoever scores as the lowest tenth of them does is as usual as they are.
  const [below, above] = [scores[low - 1], scores[low]]
  if (above === undefined) return tableReach
  const part = below === undefined || above === value ? 1 : (value - below) / (above - below)
  return Math.max(0, low - 1 + part) * (tableReach / (scores.length - 1))
}

/**
 * Path attribution (Saabas): each split moves what a tree is worth from that of its node to that of the next; the feature that was
 * asked there gets the difference. For an honest payment as they mostly are, all of them come to nothing.
 */
function pathContributions({ trees }: Model, values: readonly number[]): readonly Contribution[] {
  const sums = new Float64Array(featureNames.length)
  for (const one of trees) {
    let index = 0
    for (let split = one.feature[0] ?? -1; split >= 0; split = one.feature[index] ?? -1) {
      const next = nextOf(one, index, split, values)
      sums[split] = (sums[split] ?? 0) + (one.worth[next] ?? 0) - (one.worth[index] ?? 0)
      index = next
    }
  }
  return featureNames.map((feature, index) => ({ feature, weight: sums[index] ?? 0 }))
}

function strongest(weights: readonly Contribution[]): readonly Contribution[] {
  return weights.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight).slice(0, mostContributions)
}
