import type { Address } from '../hex'
import type { Limits } from './limits'
import type { SiteMemory } from './site-memory'

/** What a reader may be asked to allow: atomic units for one purchase and for all of a day, and for how many days. */
export interface AllowanceOffer {
  readonly perPayment: bigint
  readonly perDay: bigint
  readonly days: number
}

/** How often an account has to have been paid on a site, by the chain, before its reader is asked. */
const paidTimes = 2

const cent = 10_000n
/** What one purchase may be allowed to cost, and what all of a day may. Nothing larger is ever paid without a question. */
export const paymentSteps: readonly bigint[] = [5n, 10n, 20n, 50n, 100n].map((count) => count * cent)
export const daySteps: readonly bigint[] = [10n, 25n, 50n, 100n, 200n, 300n].map((count) => count * cent)
/** For how many days an allowance may hold. */
export const termsInDays = [7, 30, 90] as const

/** How many purchases of the dearest kind a suggestion leaves room for in a day. */
const aDay = 5n

/**
 * What is suggested after a purchase on a site: room for what is usual there, rounded up. Null where the account has not been
 * paid often enough, or where the suggestion would go over a limit or over what is confirmed each time.
 * @param askAbove payments above it ask for a fresh proof, in atomic units; null where none does
 */
export function suggestedAllowance({ accounts, amounts }: SiteMemory, payTo: Address, limits: Limits, askAbove: bigint | null): AllowanceOffer | null {
  const paid = accounts.find((account) => account.payTo === payTo)?.count ?? 0
  if (paid < paidTimes) return null
  const dearest = amounts.reduce((most, amount) => (amount > most ? amount : most), 0n)
  const perPayment = paymentSteps.find((step) => step >= dearest)
  if (perPayment === undefined || perPayment > limits.payment || (askAbove !== null && perPayment > askAbove)) return null
  const perDay = daySteps.find((step) => step >= perPayment * aDay) ?? daySteps.at(-1) ?? 0n
  return perDay > limits.siteDay || perDay > limits.day ? null : { perPayment, perDay, days: 30 }
}

/** Whether something may be allowed at all: one of the steps each, and a day that has room for one purchase. */
export const isOfferable = ({ perPayment, perDay, days }: AllowanceOffer): boolean =>
  paymentSteps.includes(perPayment) && daySteps.includes(perDay) && perDay >= perPayment && termsInDays.some((term) => term === days)
