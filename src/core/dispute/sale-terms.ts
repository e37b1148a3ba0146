import * as v from 'valibot'
import { parseAddress } from '../authorization/address'
import type { Address } from '../hex'
import { readJson } from '../protocols/base64-json'
import { sameSite } from '../protocols/site'
import { jsonIn } from './signed-texts'
import { longestTerms } from './well-known'

/** Where it stood, in the order in which it is believed. */
export const termsSources = ['challenge', 'link', 'well-known'] as const

/** What a seller says about giving money back. All of it is the seller's word, and checked for where it leads. */
export interface SaleTerms {
  readonly source: (typeof termsSources)[number]
  /** Takes requests. On the site that was paid, and encrypted, or on this device. */
  readonly endpoint: string | null
  /** Seconds after the payment in which a request is taken; null where it does not say. */
  readonly windowSeconds: number | null
  readonly partialRefunds: boolean | null
  readonly policyUrl: string | null
  /** mailto:, or a page of the same site. */
  readonly contact: string | null
  /** Accounts beside the payee's that may send money back. */
  readonly signers: readonly Address[]
  /** A body the seller answers to. */
  readonly adr: string | null
  /** As it arrived, for evidence. */
  readonly raw: string
}

const mostSigners = 10

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const info = v.object({
  refundEndpoint: v.optional(v.nullable(text(2048)), null),
  windowSeconds: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10 * 365 * 86_400))), null),
  partialRefunds: v.optional(v.nullable(v.boolean()), null),
  policyUrl: v.optional(v.nullable(text(2048)), null),
})
const inChallenge = v.object({ extensions: v.object({ refund: v.object({ info }) }) })
const wellKnown = v.object({
  v: v.literal(1),
  ...info.entries,
  contact: v.optional(v.nullable(text(320)), null),
  signers: v.optional(v.nullable(v.pipe(v.array(text(128)), v.maxLength(mostSigners))), null),
  adr: v.optional(v.nullable(text(2048)), null),
})

/** Whether a seller says the same as before. */
export const sameTerms = (one: SaleTerms, other: SaleTerms): boolean => one.raw === other.raw

/** Whether what a file tells of a seller's terms leads nowhere else than terms that were read from it may. */
export function couldBeTermsOf({ endpoint, contact, policyUrl, adr }: SaleTerms, resource: string): boolean {
  return isEndpointOf(endpoint, resource) && contactOf(contact, resource) === contact && pageOf(policyUrl) === policyUrl && pageOf(adr) === adr
}

/** The same for where requests are taken. */
export const isEndpointOf = (endpoint: string | null, resource: string): boolean => endpointOf(endpoint, resource) === endpoint

/** What the challenge of a purchase says. @param resource the URL that was paid */
export function termsInChallenge(challenge: string, resource: string): SaleTerms | null {
  const read = v.safeParse(inChallenge, jsonIn(challenge))
  if (!read.success) return null
  const { extensions } = read.output
  return { source: 'challenge', ...checked(extensions.refund.info, resource), contact: null, signers: [], adr: null, raw: JSON.stringify(extensions.refund.info) }
}

const relations = { request: /(?:^|[\s/])refund-request$/, contact: /(?:^|[\s/])refund-contact$/ } as const

/** What a `Link` header says (RFC 8288): relations `refund-request` and `refund-contact`, bare or as the end of a URI. */
export function termsInLink(header: string, resource: string): SaleTerms | null {
  if (header.length > longestTerms) return null
  // Commas and semicolons may stand inside < > and quotes; what a target may not contain ends it.
  const links = [...header.matchAll(/<([^<>]{1,2048})>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]{0,512}"|[^\s",;]{0,512}))*)/g)]
  const target = (relation: RegExp): string | null => {
    const found = links.find(([, , parameters = '']) => relationsOf(parameters).some((name) => relation.test(name)))
    return found?.[1] ?? null
  }
  const endpoint = target(relations.request)
  const contact = target(relations.contact)
  if (endpoint === null && contact === null) return null
  const nothingElse = { windowSeconds: null, partialRefunds: null, policyUrl: null }
  return { source: 'link', ...checked({ refundEndpoint: endpoint, ...nothingElse }, resource), contact: contactOf(contact, resource), signers: [], adr: null, raw: header }
}

function relationsOf(parameters: string): readonly string[] {
  const [, quoted = '', bare = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? []
  return `${quoted} ${bare}`.trim().toLowerCase().split(/\s+/)
}

/** What the file at `wellKnownPath` (./well-known) says. */
export function termsInWellKnown(body: string, resource: string): SaleTerms | null {
  const json = body.length > longestTerms ? null : readJson(body)
  const read = json?.ok === true ? v.safeParse(wellKnown, json.value) : null
  if (read?.success !== true) return null
  const { contact, signers, adr, ...rest } = read.output
  const accounts = (signers ?? []).map(accountOf).filter((account) => account !== null)
  return { source: 'well-known', ...checked(rest, resource), contact: contactOf(contact, resource), signers: accounts, adr: pageOf(adr), raw: body }
}

function checked({ refundEndpoint, windowSeconds, partialRefunds, policyUrl }: v.InferOutput<typeof info>, resource: string) {
  return { endpoint: endpointOf(refundEndpoint, resource), windowSeconds, partialRefunds, policyUrl: pageOf(policyUrl) }
}

/** A request tells who paid what: it goes to the site that was paid and to no other, where nobody in between can read it. */
function endpointOf(url: string | null, resource: string): string | null {
  if (url === null || !URL.canParse(url, resource)) return null
  const [there, paid] = [new URL(url, resource), new URL(resource)]
  if (there.username !== '' || there.password !== '' || there.href.length > 2048) return null
  const isPrivate = there.protocol === 'https:' || (there.protocol === 'http:' && isThisDevice(there) && isThisDevice(paid))
  if (!isPrivate || !sameSite(there, paid)) return null
  there.hash = ''
  return there.href
}

/** Names that lead to this device whatever a name server says (RFC 6761, section 6.3). */
const isThisDevice = ({ hostname }: URL): boolean => hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'

function contactOf(contact: string | null, resource: string): string | null {
  if (contact === null) return null
  if (/^mailto:[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9.-]{1,253}$/i.test(contact)) return contact
  const page = pageOf(contact)
  return page !== null && sameSite(new URL(page), new URL(resource)) ? page : null
}

function pageOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null
}

/** An account by its name (did:pkh, CAIP-10): any network's, since the key is the same. */
function accountOf(did: string): Address | null {
  const [, account] = /^did:pkh:eip155:[1-9][0-9]{0,15}:(0x[0-9a-fA-F]{40})$/.exec(did) ?? []
  return account === undefined ? null : parseAddress(account)
}
