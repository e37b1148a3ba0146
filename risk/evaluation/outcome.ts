import { inDollars } from '../simulator/money'
import { parameters } from '../simulator/parameters'
import type { Played, Wallet } from '../simulator/world'
import type { Detector } from './detectors'

/** What became of an incident. Sums are dollars. */
export interface IncidentOutcome {
  readonly family: string
  readonly caught: boolean
  /** What was paid before the first flag; all of it where there was none. */
  readonly lost: number
  /** What it would have taken. */
  readonly atStake: number
}

/** What a detector did on one wallet. */
export interface WalletOutcome {
  readonly honest: number
  readonly alarms: number
  /** Of the first payments of a wallet, when nothing is known yet. */
  readonly early: number
  readonly earlyAlarms: number
  readonly months: number
  readonly incidents: readonly IncidentOutcome[]
}

/** How many payments a wallet is new for. */
export const earlyPayments = 20

export function outcomes(detector: Detector, wallets: readonly Wallet[]): readonly WalletOutcome[] {
  return wallets.map((wallet) => {
    const { honest, incidents } = detector.of(wallet)
    const early = honest.slice(0, earlyPayments)
    return {
      honest: honest.length,
      alarms: honest.filter(Boolean).length,
      early: early.length,
      earlyAlarms: early.filter(Boolean).length,
      months: parameters.days.value / 30,
      incidents: wallet.incidents.map((played, at) => incidentOutcome(played, incidents[at] ?? [])),
    }
  })
}

function incidentOutcome({ family, examples }: Played, flags: readonly boolean[]): IncidentOutcome {
  const first = flags.indexOf(true)
  const paid = (until: number): number => examples.slice(0, until).reduce((sum, { payment, seen }) => sum + (seen.overLimit ? 0 : inDollars(payment.amount)), 0)
  return { family, caught: first >= 0, lost: paid(first < 0 ? examples.length : first), atStake: paid(examples.length) }
}
