import { featureNames, type FeatureName } from '../../src/core/risk/features'
import { treeScore } from '../../src/core/risk/model'
import { isScored } from '../simulator/payment'
import { Random } from '../simulator/random'
import type { Wallet } from '../simulator/world'
import type { Boosted } from '../trainer/boosting'
import type { Examples } from '../trainer/examples'

/** Labels dealt out anew: whatever is still "found" then was never there. */
export function shuffled({ rows, labels, weights }: Examples, seed: number): Examples {
  const random = new Random(seed)
  const order = Array.from(labels.keys())
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = random.whole(0, index)
    ;[order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0]
  }
  return { rows, labels: labels.map((_, row) => labels[order[row] ?? 0] ?? 0), weights: weights.map((_, row) => weights[order[row] ?? 0] ?? 0) }
}

/** What trees score, attacks and honest payments apart. */
export function apart(trees: Boosted, wallets: readonly Wallet[]): { readonly attacks: readonly number[]; readonly honest: readonly number[] } {
  const scores = (examples: Wallet['honest']): readonly number[] => examples.filter(({ payment }) => isScored(payment)).map(({ seen }) => treeScore(trees, seen.values))
  return { attacks: wallets.flatMap(({ incidents }) => incidents.flatMap(({ examples }) => scores(examples))), honest: wallets.flatMap(({ honest }) => scores(honest)) }
}

const starting = (...heads: readonly string[]): readonly FeatureName[] => featureNames.filter((name) => heads.some((head) => name.startsWith(head)))

/** What is taken away from the model to see what it is worth. */
export const ablations: readonly { readonly name: string; readonly features: readonly FeatureName[] }[] = [
  { name: 'whether it was asked', features: ['unasked'] },
  { name: 'prices', features: ['amount', 'robustZ', 'newHighs', ...starting('over')] },
  { name: 'acquaintance with site and payee', features: ['siteCount', 'siteAge', ...starting('payee')] },
  { name: 'pace and streaks', features: ['gapRatio', 'gapOverShortest', ...starting('since', 'streak')] },
  { name: 'counts and sums here', features: ['smallShare', 'samePrice1h', ...starting('here')] },
  { name: 'counts and sums overall', features: starting('all', 'newSites') },
]

export const columnsOf = (features: readonly FeatureName[]): ReadonlySet<number> => new Set(features.map((name) => featureNames.indexOf(name)))
