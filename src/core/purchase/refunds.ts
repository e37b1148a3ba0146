import type { Purchase, Refund } from './purchase'

/** What a transfer of a token is known by on its network. */
export type TransferPlace = Pick<Refund, 'transaction' | 'logIndex'>

export const isSameTransfer = (one: TransferPlace, other: TransferPlace): boolean => one.transaction === other.transaction && one.logIndex === other.logIndex

/** All that came back, in atomic units. */
export const refundedAmount = ({ refunds }: Pick<Purchase, 'refunds'>): bigint => refunds.reduce((sum, { amount }) => sum + amount, 0n)

/** What was paid and has not come back; never below zero, and nothing where nothing was paid. Atomic units. */
export function unrefunded(purchase: Pick<Purchase, 'refunds' | 'settlement' | 'terms'>): bigint {
  const left = purchase.settlement === null ? 0n : purchase.terms.amount - refundedAmount(purchase)
  return left > 0n ? left : 0n
}
