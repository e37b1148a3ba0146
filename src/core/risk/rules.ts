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
  /** It counts only where this other feature is at least so much. */
  readonly where?: readonly [feature: FeatureName, least: number]
}

const cents = (sum: number): number => Math.log2(1 + sum)
const count = (payments: number): number => Math.log2(1 + payments)

const rules: readonly Rule[] = [
  // Above everything that was ever paid here, far from what is usual, dearer and dearer.
  { feature: 'overSiteHighest', from: 0.7, points: 2, where: ['amount', 1] },
  { feature: 'robustZ', from: 7, points: 0.5, where: ['amount', 1] },
  { feature: 'newHighs', from: 3, points: 1.5 },
  // Much for somebody who was never paid before.
  { feature: 'amount', from: Math.log10(80), points: 10, where: ['payeeUnseen', 1] },
  // Faster or longer than anybody reads, and not for fractions of a cent.
  { feature: 'here10s', from: count(2), points: 8, where: ['hereSum1h', cents(20)] },
  { feature: 'here10m', from: count(10), points: 3, where: ['hereSum1h', cents(50)] },
  { feature: 'streakMinutes', from: count(150), points: 3, where: ['streakCount', count(6)] },
  { feature: 'streakMinutes', from: count(60), points: 4, where: ['unasked', 1] },
]

const indexOf = (feature: FeatureName): number => featureNames.indexOf(feature)
const placed = rules.map(({ feature, from, points, where: [gate, least] = [feature, -Infinity] }) => ({ feature, from, points, least, index: indexOf(feature), gate: indexOf(gate) }))

/** Points by feature, only those above zero. @param values as from `features` */
export function rulePoints(values: readonly number[]): readonly { readonly feature: FeatureName; readonly points: number }[] {
  return placed
    .filter(({ gate, least }) => (values[gate] ?? 0) >= least)
    .map(({ feature, from, points, index }) => ({ feature, points: Math.max(0, (values[index] ?? 0) - from) * points }))
    .filter(({ points }) => points > 0)
}

/** All points together; 0 where no rule has anything to say. */
export const ruleScore = (values: readonly number[]): number => rulePoints(values).reduce((sum, { points }) => sum + points, 0)
