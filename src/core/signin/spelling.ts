import { isProtected } from '../protocols/is-protected'
import type { SignInAsk, SignInFault } from './ask'

/** Characters of `uri` and `resources` together: the header is a third longer, and servers stop at 8 to 16 KB. */
const maxAddresses = 4500
const maxStatement = 300

/** RFC 3986. A character or a percent-encoded byte: disjoint, so that matching is linear. */
const pchar = "[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2}"
const afterOrigin = new RegExp(`^(?:/(?:${pchar}|/)*)?(?:\\?(?:${pchar}|[/?])*)?(?:#(?:${pchar}|[/?])*)?$`)
const requestIdFormat = new RegExp(`^(?:${pchar}){1,128}$`)
const domainFormat = /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(?::[0-9]{1,5})?$/
const nonceFormat = /^[A-Za-z0-9]{8,128}$/
const timeFormat = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/
/** No control, format (bidirectional ones included), surrogate, private or unassigned character, and no line break of any kind. */
const printable = /^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u

/** Where a URL leads, or null when a sign-in must not travel there: its header is worth as much as what was bought. */
export function secureSite(url: string): URL | null {
  if (!URL.canParse(url)) return null
  const site = new URL(url)
  return isProtected(site) ? site : null
}

/**
 * The first thing wrong with how an ask is spelt, or with whom it speaks for, whatever the time is.
 * Everything in it must belong to the one origin of `site`, spelt literally: no credentials, no default port,
 * no second spelling of a host.
 * @param site from secureSite
 */
export function spellingFault(ask: SignInAsk, site: URL): SignInFault | null {
  if (ask.domain !== site.host || !domainFormat.test(ask.domain)) return 'wrong-domain'
  if (ask.uri.length + ask.resources.join('').length > maxAddresses) return 'too-large'
  if (!isAt(ask.uri, site.origin)) return 'wrong-uri'
  if (!ask.resources.every((resource) => isAt(resource, site.origin))) return 'resource-elsewhere'
  if (!nonceFormat.test(ask.nonce)) return 'bad-nonce'
  if (ask.statement !== null && !isStatement(ask.statement)) return 'bad-statement'
  if (ask.requestId !== null && !requestIdFormat.test(ask.requestId)) return 'bad-request-id'
  const times = [ask.issuedAt, ask.expirationTime, ask.notBefore].filter((time) => time !== null)
  return times.every((time) => readTime(time) !== null) ? null : 'bad-time'
}

/** Milliseconds since 1970 of an RFC 3339 time, or null for anything else, days that no calendar has included. */
export function readTime(text: string): number | null {
  if (!timeFormat.test(text)) return null
  const spelt = text.slice(0, 19)
  const local = Date.parse(`${spelt}Z`)
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== spelt) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time
}

/** A browser's spelling of path and query, which is ASCII, in the fewer characters of RFC 3986: what it lacks is percent-encoded. */
export function toRfc3986(text: string): string {
  return text.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Behind a literal origin only a path, a query or a fragment may begin: then nothing can be another host. */
function isAt(address: string, origin: string): boolean {
  return address.startsWith(origin) && afterOrigin.test(address.slice(origin.length))
}

function isStatement(text: string): boolean {
  return text.length <= maxStatement && printable.test(text) && text.trim() !== ''
}
