import { partsOfHost } from '../suffixes'

/**
 * The site a URL belongs to: its registrable domain by the Public Suffix List (private suffixes such as github.io
 * included), or the exact host for addresses, single names and everything under `localhost`.
 * Null for anything but http and https.
 */
export function siteOf(url: URL): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  if (host === 'localhost' || host.endsWith('.localhost')) return host
  return partsOfHost(host).domain ?? host
}

/** True when both URLs belong to one site. Scheme and port may differ. */
export function sameSite(one: URL, other: URL): boolean {
  const site = siteOf(one)
  return site !== null && site === siteOf(other)
}

/** Where a server says its resource is, if that is on the site that answered. Scheme, port and path may differ: proxies get them wrong. */
export function urlOnSite(resource: string, answered: string): string | null {
  if (!URL.canParse(resource, answered)) return null
  const url = new URL(resource, answered)
  return sameSite(url, new URL(answered)) ? url.href : null
}
