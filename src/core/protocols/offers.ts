import type { Offer } from './dialect'

/** The most ways to pay that are read of one challenge. */
export const maxOffers = 50

/** Cheapest first and upfront ones last, for a sort that keeps the server's order among equals. */
export function byPrice(one: Offer, other: Offer): number {
  if (one.flow !== other.flow) return one.flow === 'upfront' ? 1 : -1
  if (one.amount === other.amount) return 0
  return one.amount < other.amount ? -1 : 1
}
