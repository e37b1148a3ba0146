import { ok, type Result } from '../result'
import type { Answer, Challenge, Dialect, DialectId } from './dialect'
import { findDisagreement, type Disagreement } from './disagreement'
import type { ChallengeFault } from './faults'
import { mpp } from './mpp'
import { settlementHeader as mppSettlementHeader } from './mpp/detect'
import type { PayingContext } from './paying'
import { x402v1 } from './x402-v1'
import { settlementHeader as settlementHeaderV1 } from './x402-v1/detect'
import { x402v2 } from './x402-v2'
import { settlementHeader } from './x402-v2/detect'

/** Every dialect the wallet speaks, most wanted first. A new one is a folder beside x402-v2, and here a line and the header of its settlements. */
export function dialects(context: PayingContext): readonly Dialect[] {
  return [x402v2(context), x402v1(context), mpp(context)]
}

/** The header, in lower case, in which a paid answer of each dialect says how it was settled. */
export const settlementHeaders: Readonly<Record<DialectId, string>> = {
  'x402-v2': settlementHeader,
  'x402-v1': settlementHeaderV1,
  mpp: mppSettlementHeader,
}

export function findDialect(spoken: readonly Dialect[], id: string): Dialect | undefined {
  return spoken.find((dialect) => dialect.id === id)
}

/** The challenge that is shown and paid. */
export interface ChosenChallenge extends Challenge {
  /** What the same answer says otherwise in another dialect; null where it does not. */
  readonly disagreement: Disagreement | null
  /** The `Link` header of the same answer, bounded: where else the seller may be asked. Absent where there is none. */
  readonly link?: string
}

/** The longest `Link` header that is kept, in characters. */
export const longestLink = 4096

/**
 * What an answer asks for; null when it speaks no dialect. A server may answer in several at once: chosen is the first that
 * offers something payable, else the first that can be read, else the first fault. So no dialect hides a payable offer of another.
 */
export function readChallenge(answer: Answer, spoken: readonly Dialect[]): Result<ChosenChallenge, ChallengeFault> | null {
  const read = spoken.map((dialect) => dialect.readChallenge(answer)).filter((challenge) => challenge !== null)
  const good = read.flatMap((challenge) => (challenge.ok ? [challenge.value] : []))
  const chosen = good.find(({ offers }) => offers.length > 0) ?? good[0]
  const link = answer.headers.get('link') ?? ''
  const kept = link !== '' && link.length <= longestLink ? { link } : {}
  if (chosen !== undefined) return ok({ ...chosen, ...kept, disagreement: findDisagreement(chosen, good) })
  const fault = read.find((challenge) => !challenge.ok)
  return fault?.ok === false ? fault : null
}
