import { featureNames, type FeatureName } from './features'

/**
 * Rules of thumb, added up: what a person who knows readers would look at. They see what the trees may not have learned, and say
 * it in words that need no training data. Each gives points for what lies above a line.
 */
interface Rule {
  readonly feature: FeatureName
  /** Where it begins to count, and the points for each unit above it. */
  readonly from: number
  readonly points: number
}

const rules: readonly Rule[] = [
  { feature: 'payeeChanged', from: 0, points: 4 },
  { feature: 'overSiteHighest', from: 0.4, points: 2 },
  { feature: 'overSiteOldest', from: 1, points: 1 },
  { feature: 'overWalletHighest', from: 0, points: 0.6 },
  { feature: 'overWalletMedian', from: 2, points: 0.5 },
  { feature: 'here10s', from: 1, points: 2 },
  { feature: 'here10m', from: 2.6, points: 1.5 },
  { feature: 'here1h', from: 3.4, points: 1 },
  { feature: 'hereSum24hOverMedian', from: 3.5, points: 1 },
  { feature: 'allSum1h', from: 6.5, points: 1 },
  { feature: 'newSites1h', from: 1, points: 1 },
  { feature: 'newSitesSum1h', from: 6, points: 0.6 },
  { feature: 'smallShare', from: 0.5, points: 1.5 },
]

const placed = rules.map((rule) => ({ ...rule, index: featureNames.indexOf(rule.feature) }))

/** Points by feature, only those above zero. @param values as from `features` */
export function rulePoints(values: readonly number[]): readonly { readonly feature: FeatureName; readonly points: number }[] {
  return placed.map(({ feature, from, points, index }) => ({ feature, points: Math.max(0, (values[index] ?? 0) - from) * points })).filter(({ points }) => points > 0)
}

/** All points together; 0 where no rule has anything to say. */
export const ruleScore = (values: readonly number[]): number => rulePoints(values).reduce((sum, { points }) => sum + points, 0)
