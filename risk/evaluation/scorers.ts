import { featureNames, type FeatureName } from '../../src/core/risk/features'
import { tailOnly, treeScore, type Model } from '../../src/core/risk/model'
import { ruleScore } from '../../src/core/risk/rules'
import { Random } from '../simulator/random'
import { isScored } from '../simulator/payment'
import type { Wallet } from '../simulator/world'
import type { Examples } from '../trainer/examples'
import type { Boosted } from '../trainer/boosting'
import { HalfSpaceTrees } from '../trainer/half-space-trees'
import { isolationForest, isolationScore } from '../trainer/isolation-forest'
import { logistic, logisticScore } from '../trainer/logistic'

/** What a detector thinks of each payment of a wallet; more is more unusual. */
export interface Scores {
  readonly honest: readonly number[]
  readonly incidents: readonly (readonly number[])[]
}

export interface Scorer {
  readonly name: string
  readonly of: (wallet: Wallet) => Scores
}

/** Of what is not scored. */
const noOpinion = -1e9

/** One that looks at each payment by itself. */
function each(name: string, of: (values: readonly number[]) => number): Scorer {
  const all = (examples: Wallet['honest']): readonly number[] => examples.map(({ payment, seen }) => (isScored(payment) ? of(seen.values) : noOpinion))
  return { name, of: ({ honest, incidents }) => ({ honest: all(honest), incidents: incidents.map(({ examples }) => all(examples)) }) }
}

export const rulesOnly = each('rules', ruleScore)
export const treesOnly = (model: Boosted, name = 'trees'): Scorer => each(name, (values) => treeScore(model, values))
/** As the wallet scores. */
export const theModel = (model: Model): Scorer => each('model', (values) => tailOnly(model, values))

const column = (name: FeatureName): number => featureNames.indexOf(name)
const [siteZ, walletRatio] = [column('robustZ'), column('overWalletMedian')] as const

/** How far the price is from what is usual: here, or where nothing is known of the site, anywhere (two powers of two are a deviation of 3 or so). */
export const robustZ = each('robust z', (values) => Math.max(Math.abs(values[siteZ] ?? 0), 1.5 * Math.abs(values[walletRatio] ?? 0)))

export function logisticRegression(examples: Examples): Scorer {
  const model = logistic(examples)
  return each('logistic regression', (values) => logisticScore(model, values))
}

/** @param honest payments that nobody attacks */
export function isolation(honest: readonly (readonly number[])[], seed: number): Scorer {
  const forest = isolationForest(honest, new Random(seed))
  return each('isolation forest', (values) => isolationScore(forest, values))
}

/** Learns from each wallet's own honest stream; what is learned in an incident is forgotten with it, none is longer than its window. */
export function halfSpace(seed: number): Scorer {
  return {
    name: 'half-space trees',
    of({ honest, incidents }) {
      const trees = new HalfSpaceTrees(featureNames.length, new Random(seed))
      const played = incidents.map(() => [] as readonly number[])
      const scores = honest.map(({ payment, seen }, index) => {
        incidents.forEach(({ after, examples }, at) => {
          if (after === index) played[at] = examples.map((one) => (isScored(one.payment) ? trees.score(one.seen.values) : noOpinion))
        })
        if (!isScored(payment)) return noOpinion
        const value = trees.score(seen.values)
        trees.learn(seen.values)
        return value
      })
      return { honest: scores, incidents: played }
    },
  }
}
