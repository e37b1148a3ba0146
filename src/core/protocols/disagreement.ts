import type { Challenge, Offer } from './dialect'

/**
 * How two dialects on one answer ask for different things: another price, or the same price for somebody else. Neither is
 * believed more than the other; that they differ is worth knowing before paying. Networks cannot differ: payable is only what
 * is on the reader's own.
 */
export type Disagreement = 'price' | 'payee'

/** Where a challenge and others on the same answer differ, each by the cheapest it would take. Null where they agree, or cannot be compared. */
export function findDisagreement(chosen: Challenge, all: readonly Challenge[]): Disagreement | null {
  const own = cheapest(chosen)
  const others = all.filter(({ dialect }) => dialect !== chosen.dialect).map(cheapest).filter((other) => other !== undefined)
  if (own === undefined) return null
  if (others.some(({ amount }) => amount !== own.amount)) return 'price'
  return others.some(({ payTo }) => payTo !== own.payTo) ? 'payee' : null
}

function cheapest({ offers }: Challenge): Offer | undefined {
  return offers.reduce<Offer | undefined>((least, offer) => (least === undefined || offer.amount < least.amount ? offer : least), undefined)
}
