import type { Address } from '../hex'
import type { Purchase } from './purchase'

/** Query parameters that tell where a reader came from and never what is sold. */
const trackingParameters = new Set([
  'fbclid', 'gclid', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'twclid', 'ttclid', 'li_fat_id', 'igshid', 'mc_cid', 'mc_eid',
  '_hsenc', '_hsmi', 'mkt_tok', 'srsltid', '_ga', '_gl',
])

/**
 * The one spelling of a resource's URL that its purchase is known by: without fragment, default port and tracking
 * parameters; what is left of the query stays in order and as written. The same article from two newsletters is one purchase.
 * Text that is no URL is its own spelling.
 */
export function canonicalResource(url: string): string {
  if (!URL.canParse(url)) return url
  const parsed = new URL(url)
  const query = parsed.search.slice(1).split('&').filter((pair) => pair !== '' && !isTracking(pair)).join('&')
  // With its own question mark: the setter would eat one that belongs to the query.
  parsed.search = query === '' ? '' : `?${query}`
  parsed.hash = ''
  return parsed.href
}

function isTracking(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase()
  return name.startsWith('utm_') || trackingParameters.has(name)
}

/**
 * The counter of the next purchase of a resource, given all earlier ones: one more than the last that was paid.
 * An attempt that was never paid does not count, whatever became of it: the next one shares its nonce, and so the
 * token lets only one of the two through.
 */
export function nextCounter(purchases: Iterable<Purchase>): number {
  let next = 0
  for (const { settlement, terms } of purchases) {
    if (settlement !== null && terms.counter >= next) next = terms.counter + 1
  }
  return next
}

/**
 * The account that alone may pay for a purchase: the one that signed for it first, whatever became of that. The token takes a
 * number once from each account, so only there is it certain that two authorizations are not both taken, also where a chain
 * endpoint hides a payment. Null where nothing was signed yet: then any purse may.
 */
export function boundPayer(purchases: Iterable<Purchase>, counter: number): Address | null {
  for (const { signed, settlement, terms } of purchases) {
    if (signed !== null && settlement === null && terms.counter === counter) return terms.payer
  }
  return null
}
