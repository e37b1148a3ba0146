import * as v from 'valibot'
import type { OfferPayload, ReceiptPayload } from './statement'

/**
 * The shapes of the extension `offer-receipt` as they arrive (x402, extension-offer-and-receipt). Unknown fields are
 * tolerated, as the official schema does, and dropped.
 */
export const extensionKey = 'offer-receipt'

/** The most signed offers of one challenge that are read. */
export const maxSignedOffers = 50

/** Longest JWS read, in characters. A statement is some 600. */
const maxJwsLength = 16 * 1024

/**
 * A lone surrogate has no bytes of its own: it would be hashed as the replacement character, and two texts
 * would share one signature.
 */
const text = (max: number) => v.pipe(v.string(), v.maxLength(max), v.check((value) => !/\p{Surrogate}/u.test(value)))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const url = text(4096)
const name = text(128)

export const offerPayload: v.GenericSchema<unknown, OfferPayload> = v.object({
  version: v.literal(1),
  resourceUrl: url,
  scheme: name,
  network: name,
  asset: name,
  payTo: name,
  amount: text(78),
  validUntil: v.optional(count, 0),
})

export const receiptPayload: v.GenericSchema<unknown, ReceiptPayload> = v.object({
  version: v.literal(1),
  network: name,
  resourceUrl: url,
  payer: name,
  issuedAt: count,
  transaction: v.optional(name, ''),
})

/** A payload of any version. */
export const versioned = v.object({ version: count })

export const eip712Statement = v.object({
  format: v.literal('eip712'),
  payload: v.unknown(),
  signature: v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{130}$/)),
})

/** The payload is inside: a second one beside it, under no signature, could be shown in its place. */
export const jwsStatement = v.object({
  format: v.literal('jws'),
  payload: v.optional(v.null()),
  signature: v.pipe(v.string(), v.maxLength(maxJwsLength)),
})

/** `crit` names rules that must be understood (RFC 7515, 4.1.11); none is. */
export const jwsHeader = v.object({
  alg: v.pipe(v.string(), v.maxLength(32)),
  kid: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  jwk: v.optional(v.unknown()),
  crit: v.optional(v.never()),
})

const extended = <Info extends v.GenericSchema>(info: Info) => v.object({ extensions: v.object({ [extensionKey]: v.object({ info }) }) })

export const challengeExtension = extended(v.object({ offers: v.array(v.unknown()) }))
export const settlementExtension = extended(v.object({ receipt: v.unknown() }))
