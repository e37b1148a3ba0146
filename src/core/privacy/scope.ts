import { siteOf } from '../protocols/site'
import { isLive } from '../purchase/machine'
import type { Purchase, PurchaseTerms } from '../purchase/purchase'

/** What is to be forgotten: a site (registrable domain), or what was begun from one moment to before another, in milliseconds since 1970. */
export type Scope = { readonly kind: 'site'; readonly site: string } | { readonly kind: 'period'; readonly from: number; readonly to: number }

/** The sites that a purchase tells of: the one the reader was on, and the one that was asked. */
export function sitesOf({ page, resource }: Pick<PurchaseTerms, 'page' | 'resource'>): readonly string[] {
  const asked = URL.canParse(resource) ? siteOf(new URL(resource)) : null
  const visited = URL.canParse(page) ? (siteOf(new URL(page)) ?? page) : page
  return asked === null || asked === visited ? [visited] : [visited, asked]
}

/** Whether this purchase is among what is to be forgotten. */
export function isWithin(scope: Scope, { terms, createdAt }: Pick<Purchase, 'terms' | 'createdAt'>): boolean {
  return scope.kind === 'site' ? sitesOf(terms).includes(scope.site) : isBetween(scope, createdAt)
}

/** Whether something that happened at one moment lies in a period. */
export const isBetween = ({ from, to }: { readonly from: number; readonly to: number }, at: number): boolean => at >= from && at < to

/**
 * True while a purchase must not be forgotten: its money may still move, so that the wallet has to know of it, or what it paid for is
 * on its way. One that was paid and not delivered is over as far as money goes.
 */
export const isUnderWay = (purchase: Purchase): boolean => isLive(purchase) && (purchase.settlement === null || purchase.state === 'settled')
