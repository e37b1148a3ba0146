import type { PurchaseTerms } from '../purchase/purchase'
import type { Day } from './day'
import type { Asset } from './reserved'
import { spentOn, sumOf, type Tally } from './tally'
import type { Address } from '../hex'

/** A reader's standing consent: purchases of one site, to one account, up to so much each and a day, until a date. */
export interface Allowance extends Asset {
  readonly id: string
  /** Registrable domain (core/protocols/site). */
  readonly site: string
  readonly payTo: Address
  /** Atomic units: one purchase, and all of a day. */
  readonly perPayment: bigint
  readonly perDay: bigint
  /** From when until when it holds; milliseconds since 1970. */
  readonly since: number
  readonly until: number
  /** What was spent under it. */
  readonly days: Tally
}

/** Why an allowance does not cover a purchase. 'ended': taken back, run out, or not begun by this clock. */
export type AllowanceFault = 'ended' | 'elsewhere' | 'too-dear' | 'used-up'

/**
 * Whether a purchase may be paid under an allowance without a question. Null when it may.
 * @param site where it is bought
 * @param own what this purchase counts for in the allowance's day already, in atomic units
 */
export function allowanceFault(allowance: Allowance | null, terms: PurchaseTerms, site: string, day: Day, at: number, own = 0n): AllowanceFault | null {
  if (allowance === null || at < allowance.since || at >= allowance.until) return 'ended'
  const isSame = allowance.site === site && allowance.network === terms.network && allowance.asset === terms.asset && allowance.payTo === terms.payTo
  if (!isSame || terms.kind === 'tip') return 'elsewhere'
  if (terms.amount > allowance.perPayment) return 'too-dear'
  return sumOf(spentOn(allowance.days, day)) - own + terms.amount > allowance.perDay ? 'used-up' : null
}
