/** What a seller puts under its signature (x402 extension `offer-receipt`). Texts are as they came: judged, never shown as they are. */

/** The price asked for a resource, before it is paid. */
export interface OfferPayload {
  readonly version: 1
  readonly resourceUrl: string
  readonly scheme: string
  /** CAIP-2. */
  readonly network: string
  readonly asset: string
  readonly payTo: string
  /** Atomic units of the asset, decimal. */
  readonly amount: string
  /** Unix seconds; 0 for an offer that does not expire. */
  readonly validUntil: number
}

/** That a resource was paid and served. Made at settlement: it does not show that the bytes arrived. */
export interface ReceiptPayload {
  readonly version: 1
  /** CAIP-2. */
  readonly network: string
  readonly resourceUrl: string
  readonly payer: string
  /** Unix seconds. */
  readonly issuedAt: number
  /** Hash of the settlement; empty when the seller does not name it. */
  readonly transaction: string
}

/** What there is to check a signature with. */
export type Proof =
  /** A 32-byte EIP-712 digest and the 65 bytes r, s, v over it. */
  | { readonly format: 'eip712'; readonly digest: Uint8Array; readonly signature: Uint8Array }
  /** `signed` is exactly what arrived: the two encoded segments and the dot between them. */
  | {
      readonly format: 'jws'
      readonly algorithm: string
      /** A DID URL: what the signer calls its key. */
      readonly kid: string
      /** The key itself, if the header carries it. Not yet read. */
      readonly jwk: unknown
      readonly signed: Uint8Array
      readonly signature: Uint8Array
    }

/** A statement that could be read. Nothing is known yet about who signed it, or whether anybody did. */
export interface SignedStatement<Payload> {
  readonly payload: Payload
  readonly proof: Proof
  /** JSON text to keep: the signature and what it covers, nothing else that came along. It reads back to this statement. */
  readonly raw: string
}

/**
 * Why a statement cannot be read.
 * - wrong-shape: not the official schema, too long, or not the one spelling of its bytes
 * - unknown-version: of a later version of the extension
 * - not-canonical: a JWS whose payload is not canonical JSON (RFC 8785), which others might read otherwise
 */
export type StatementFault = 'wrong-shape' | 'unknown-version' | 'not-canonical'
