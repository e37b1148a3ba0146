import type { Offer } from '../protocols/dialect'
import type { FeeLineRecord } from '../purchase/purchase'

export type FeeLine = FeeLineRecord

/**
 * What a reader pays and what is known of where it goes. With scheme exact and EIP-3009 the signed value is all that
 * can be taken, and it goes to the payee whole; shares the seller passes on are the seller's and are not declared
 * anywhere on the wire, which is said and never shown as zero. Whoever settles pays the network, never the reader.
 */
export function breakdown(offer: Pick<Offer, 'amount'>): readonly FeeLine[] {
  return [
    { kind: 'content', amount: offer.amount, paidBy: 'reader' },
    { kind: 'platform', amount: null, paidBy: 'seller' },
    { kind: 'facilitator', amount: null, paidBy: 'seller' },
    { kind: 'network', amount: 0n, paidBy: 'seller' },
  ]
}

/** Atomic units the reader pays in all: equal to the signed value, or nothing may be signed. */
export function readerTotal(lines: Iterable<FeeLine>): bigint {
  let total = 0n
  for (const line of lines) if (line.paidBy === 'reader') total += line.amount ?? 0n
  return total
}
