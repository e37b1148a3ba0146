import { Random } from '../simulator/random'
import type { IncidentOutcome, WalletOutcome } from './outcome'

/** What a detector is worth. Shares are 0 to 1, sums dollars. */
export interface Summary {
  /** Share of incidents with a flag before they ended; of all, and the mean over families. */
  readonly recall: number
  readonly familyRecall: number
  /** Share of honest payments that the reader was asked about, and the same of the first ones of a wallet. */
  readonly flagged: number
  readonly earlyFlagged: number
  readonly alarmsAMonth: number
  /** Of the money at stake, what was paid before the first flag. */
  readonly lostShare: number
  readonly medianLost: number
  readonly p90Lost: number
}

export type Measure = keyof Summary

export function summarise(wallets: readonly WalletOutcome[]): Summary {
  const incidents = wallets.flatMap((wallet) => wallet.incidents)
  const lost = incidents.map((incident) => incident.lost)
  const sum = (of: (wallet: WalletOutcome) => number): number => wallets.reduce((total, wallet) => total + of(wallet), 0)
  const byFamily = [...recallByFamily(incidents).values()]
  return {
    recall: share(incidents.filter(({ caught }) => caught).length, incidents.length),
    familyRecall: share(byFamily.reduce((total, one) => total + one, 0), byFamily.length),
    flagged: share(sum(({ alarms }) => alarms), sum(({ honest }) => honest)),
    earlyFlagged: share(sum(({ earlyAlarms }) => earlyAlarms), sum(({ early }) => early)),
    alarmsAMonth: share(sum(({ alarms }) => alarms), sum(({ months }) => months)),
    lostShare: share(lost.reduce((total, one) => total + one, 0), incidents.reduce((total, { atStake }) => total + atStake, 0)),
    medianLost: quantile(lost, 0.5),
    p90Lost: quantile(lost, 0.9),
  }
}

export function recallByFamily(incidents: readonly IncidentOutcome[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { caught: number; all: number }>()
  for (const { family, caught } of incidents) {
    const count = counts.get(family) ?? { caught: 0, all: 0 }
    counts.set(family, { caught: count.caught + (caught ? 1 : 0), all: count.all + 1 })
  }
  return new Map([...counts].map(([family, { caught, all }]) => [family, share(caught, all)]))
}

export const share = (part: number, all: number): number => (all === 0 ? 0 : part / all)

export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

export type Interval = readonly [low: number, high: number]

/** 95 % intervals, drawn over wallets with replacement: payments of one wallet are not independent of one another. */
export function intervals(wallets: readonly WalletOutcome[], draws: number, seed: number): Readonly<Record<Measure, Interval>> {
  const random = new Random(seed)
  const drawn = Array.from({ length: draws }, () => summarise(wallets.map(() => random.pick(wallets))))
  const interval = (measure: Measure): Interval => {
    const values = drawn.map((one) => one[measure])
    return [quantile(values, 0.025), quantile(values, 0.975)]
  }
  return {
    recall: interval('recall'),
    familyRecall: interval('familyRecall'),
    flagged: interval('flagged'),
    earlyFlagged: interval('earlyFlagged'),
    alarmsAMonth: interval('alarmsAMonth'),
    lostShare: interval('lostShare'),
    medianLost: interval('medianLost'),
    p90Lost: interval('p90Lost'),
  }
}
