import type { NetworkId } from '../networks/networks'

/**
 * What a site asks a returning reader to sign, read and checked (x402 extension `sign-in-with-x`, EIP-4361).
 * The texts are kept as the site spelt them: the site rebuilds the signed text from them, byte by byte.
 * Version is always 1, the signature always EIP-191. Null where a site leaves a field out.
 */
export interface SignInAsk {
  /** Host and, unless it is the scheme's own, port of the site. */
  readonly domain: string
  /** The page that is to be opened, at that site. */
  readonly uri: string
  readonly network: NetworkId
  readonly nonce: string
  /** RFC 3339, as the two below. */
  readonly issuedAt: string
  readonly expirationTime: string | null
  readonly notBefore: string | null
  /** One line for the reader. Hostile text, but printable: no control, bidirectional or invisible characters. */
  readonly statement: string | null
  readonly requestId: string | null
  /** Further addresses at the same site. */
  readonly resources: readonly string[]
}

/**
 * Why a site's ask is not signed. The first that holds, in this order.
 * - not-secure: neither https nor this device itself; the header could be stolen on the way
 * - wrong-shape, wrong-version: not the extension as it is specified
 * - unknown-network: the site does not take signatures of a plain account on the reader's network
 * - wrong-domain: asks on behalf of another site than the one that answered
 * - too-large: the header would not pass through common servers
 * - wrong-uri, resource-elsewhere: names an address that is not at that site, or not spelt in RFC 3986
 * - bad-nonce, bad-statement, bad-request-id, bad-time: not spelt as EIP-4361 demands, or not printable
 * - too-old, from-the-future, expired, too-long, not-yet: not meant for now, or for much longer than a visit
 */
export type SignInFault =
  | 'not-secure'
  | 'wrong-shape'
  | 'wrong-version'
  | 'unknown-network'
  | 'wrong-domain'
  | 'too-large'
  | 'wrong-uri'
  | 'resource-elsewhere'
  | 'bad-nonce'
  | 'bad-statement'
  | 'bad-request-id'
  | 'bad-time'
  | 'too-old'
  | 'from-the-future'
  | 'expired'
  | 'too-long'
  | 'not-yet'
