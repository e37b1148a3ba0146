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
