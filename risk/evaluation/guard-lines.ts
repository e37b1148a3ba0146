import { defaultLevels, importance, type GuardId } from '../../src/core/risk/finding'
import type { Example, Wallet } from '../simulator/world'
import { share } from './summary'

/** What one guard costs and finds. All shares. */
export interface GuardLine {
  readonly guard: GuardId
  /** Of honest payments, those that it flags, and those that no other guard does. */
  readonly flagged: number
  readonly flaggedAlone: number
  /** Of incidents, those that it flags before they end, and those that no other guard does. */
  readonly found: number
  readonly foundAlone: number
}

/** The guards that have anything to say, most important first. */
export function guardLines(wallets: readonly Wallet[]): readonly GuardLine[] {
  const honest = wallets.flatMap((wallet) => wallet.honest.map(flagging))
  const incidents = wallets.flatMap((wallet) => wallet.incidents.map(({ examples }) => examples.flatMap(flagging)))
  const part = (all: readonly (readonly GuardId[])[], guard: GuardId): number => share(all.filter((found) => found.includes(guard)).length, all.length)
  const alone = (all: readonly (readonly GuardId[])[], guard: GuardId): number => share(all.filter((found) => found.length > 0 && found.every((one) => one === guard)).length, all.length)
  return importance
    .map((guard) => ({ guard, flagged: part(honest, guard), flaggedAlone: alone(honest, guard), found: part(incidents, guard), foundAlone: alone(incidents, guard) }))
    .filter(({ flagged, found }) => flagged > 0 || found > 0)
}

/** Which guards keep a payment from being made without the reader saying that it is fine (`guardsOnly` in detectors). */
const flagging = ({ payment, seen }: Example): readonly GuardId[] => seen.guards.filter((guard) => defaultLevels[guard] !== 'notice' || !payment.asked)
