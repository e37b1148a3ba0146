import type { Result } from '../result'
import type { Answer, Challenge, Dialect, DialectId } from './dialect'
import type { ChallengeFault } from './faults'
import type { PayingContext } from './paying'
import { x402v2 } from './x402-v2'
import { settlementHeader } from './x402-v2/detect'

/** Every dialect the wallet speaks, most wanted first. A new one is a folder beside x402-v2 and a line here. */
export function dialects(context: PayingContext): readonly Dialect[] {
  return [x402v2(context)]
}

/** The header, in lower case, in which a paid answer of each dialect says how it was settled. */
export const settlementHeaders: Readonly<Record<DialectId, string>> = {
  'x402-v2': settlementHeader,
  'x402-v1': 'x-payment-response',
  mpp: 'payment-receipt',
}

export function findDialect(spoken: readonly Dialect[], id: string): Dialect | undefined {
  return spoken.find((dialect) => dialect.id === id)
}

/**
 * What an answer asks for, in the first dialect that reads it well; else the first fault; null when it speaks none.
 * A server may answer in several dialects at once.
 */
export function readChallenge(answer: Answer, spoken: readonly Dialect[]): Result<Challenge, ChallengeFault> | null {
  const read = spoken.map((dialect) => dialect.readChallenge(answer)).filter((challenge) => challenge !== null)
  return read.find((challenge) => challenge.ok) ?? read[0] ?? null
}
