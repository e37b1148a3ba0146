import type { PurchaseTerms } from '../purchase/purchase'
import type { Day } from './day'
import type { Asset } from './reserved'
import { spentOn, sumOf, type Tally } from './tally'
import type { Address } from '../hex'

/** Where and to whom an allowance is bound: one account, paid in one token, on one site. */
export interface AllowancePlace extends Asset {
  /** Registrable domain (core/protocols/site). */
  readonly site: string
  readonly payTo: Address
}

/** A reader's standing consent: purchases of one site, to one account, up to so much each and a day, until a date. */
export interface Allowance extends AllowancePlace {
  readonly id: string
  /** Atomic units: one purchase, and all of a day. */
  readonly perPayment: bigint
  readonly perDay: bigint
  /** From when until when it holds; milliseconds since 1970. */
  readonly since: number
  readonly until: number
  /** What was spent under it. */
  readonly days: Tally
}

export const isSamePlace = (one: AllowancePlace, other: AllowancePlace): boolean => isOnSameSite(one, other) && one.payTo === other.payTo

/** The same site and token, whoever is paid there. */
export const isOnSameSite = (one: AllowancePlace, other: AllowancePlace): boolean => one.site === other.site && one.network === other.network && one.asset === other.asset

export const holdsAt = ({ since, until }: Allowance, at: number): boolean => at >= since && at < until

/** What would be paid, to whom, where. */
export interface Wanted extends AllowancePlace, Pick<PurchaseTerms, 'amount' | 'kind'> {}

/** Why an allowance does not cover a purchase. 'ended': taken back, run out, or not begun by this clock. */
export type AllowanceFault = 'ended' | 'elsewhere' | 'too-dear' | 'used-up'

/** The allowance that covers a purchase; null where none does. */
export const allowanceCovering = (allowances: readonly Allowance[], wanted: Wanted, day: Day, at: number): Allowance | null =>
  allowances.find((one) => allowanceFault(one, wanted, day, at) === null) ?? null

/**
 * Whether a purchase may be paid under an allowance without a question. Null when it may.
 * @param own what this purchase counts for in the allowance's day already, in atomic units
 */
export function allowanceFault(allowance: Allowance | null, wanted: Wanted, day: Day, at: number, own = 0n): AllowanceFault | null {
  if (allowance === null || !holdsAt(allowance, at)) return 'ended'
  if (!isSamePlace(allowance, wanted) || wanted.kind === 'tip') return 'elsewhere'
  if (wanted.amount > allowance.perPayment) return 'too-dear'
  return sumOf(spentOn(allowance.days, day)) - own + wanted.amount > allowance.perDay ? 'used-up' : null
}
