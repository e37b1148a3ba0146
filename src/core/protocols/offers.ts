import type { Result } from '../result'
import type { Challenge, Offer } from './dialect'
import type { OfferFault } from './faults'

/** The most ways to pay that are read of one challenge. */
export const maxOffers = 50

/** Cheapest first and upfront ones last, for a sort that keeps the server's order among equals. */
export function byPrice(one: Offer, other: Offer): number {
  if (one.flow !== other.flow) return one.flow === 'upfront' ? 1 : -1
  if (one.amount === other.amount) return 0
  return one.amount < other.amount ? -1 : 1
}

/** What a challenge's entries were read as, given in the server's order: what can be paid, and why the others cannot. */
export function sortOffers(entries: readonly Result<Offer, OfferFault>[]): Pick<Challenge, 'offers' | 'refused'> {
  const offers = entries.flatMap((entry) => (entry.ok ? [entry.value] : []))
  const refused = entries.flatMap((entry) => (entry.ok ? [] : [entry.error]))
  return { offers: offers.sort(byPrice), refused }
}
