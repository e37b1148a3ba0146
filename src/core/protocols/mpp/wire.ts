import * as v from 'valibot'

/** The shapes of the `Payment` scheme as they arrive. */
const text = (max: number) => v.pipe(v.string(), v.maxLength(max))

/**
 * The parameters of a challenge that a payment echoes, each exactly as it came (draft-httpauth-payment-00, sections 5.1 and 5.2).
 * Others are ignored, as the draft asks. The longest `request` is mppx's own limit; the other bounds are many times what is
 * seen. `header` is mppx's and in no draft: the field in which the payment is sent.
 */
export const echoedParams = v.object({
  id: v.pipe(text(512), v.nonEmpty()),
  realm: text(512),
  method: text(64),
  intent: text(64),
  request: text(16 * 1024),
  expires: v.optional(text(64)),
  description: v.optional(text(4096)),
  opaque: v.optional(text(4096)),
  digest: v.optional(text(256)),
  header: v.optional(text(64)),
})

export type EchoedParams = v.InferOutput<typeof echoedParams>

const optionalText = v.fallback(v.nullish(v.string()), null)
const field = v.fallback(v.pipe(v.string(), v.maxLength(128)), '')

/**
 * What a `charge` asks for (draft-payment-intent-charge-00). A field of the wrong type reads as one that no rule accepts, and so
 * gets that rule's fault. `externalId`, the seller's own number for the order, is not read: an EIP-3009 authorization has no room for it.
 */
export const chargeRequest = v.looseObject({
  amount: field,
  currency: field,
  recipient: field,
  description: optionalText,
  methodDetails: v.looseObject({}),
})

/**
 * How a charge is paid on an EVM network (draft-evm-charge-00). Not read: `permit2Address`, which is named even where an
 * authorization is accepted, and whatever says who pays for gas: with an authorization that is always the seller.
 */
export const evmDetails = v.looseObject({
  version: v.optional(v.unknown()),
  chainId: v.fallback(v.number(), 0),
  decimals: v.optional(v.unknown()),
  credentialTypes: v.optional(v.unknown()),
  splits: v.optional(v.unknown()),
})

export type EvmDetails = v.InferOutput<typeof evmDetails>

/** The kinds of USDC charge, each with an object of its own name beside `type` (draft-usdc-charge-00, "Method Details"). */
export const usdcProfiles = ['evm', 'solana', 'stacks', 'gateway'] as const

export const usdcDetails = v.looseObject({
  type: v.string(),
  version: v.optional(v.unknown()),
  ...v.entriesFromList(usdcProfiles, v.optional(v.unknown())),
})

/** Payment-Receipt (draft-httpauth-payment-00, section 5.3): given only for payments that were settled. */
export const receipt = v.looseObject({
  status: v.literal('success'),
  method: text(64),
  reference: text(512),
})

/** An error's body (RFC 9457). */
export const problemDetails = v.looseObject({
  type: text(256),
  title: optionalText,
  detail: optionalText,
})
