import { canonicalResource } from '../purchase/identity'
import type { PurchaseTerms } from '../purchase/purchase'
import { isAccountLink } from '../tips/account'

/**
 * The addresses that are written down of a purchase: without what tells where the reader came from, and without the place in the
 * page. What is left of a query is part of what is bought. The address of something that a page loads stays as the page writes it:
 * it is found by that, and is no address that a reader was sent to.
 */
export function minimised({ kind, page, resource }: Pick<PurchaseTerms, 'kind' | 'page' | 'resource'>): Pick<PurchaseTerms, 'page' | 'resource'> {
  const isAsWritten = kind === 'subresource' || isAccountLink(resource)
  return { page: canonicalResource(page), resource: isAsWritten ? resource : canonicalResource(resource) }
}
