import * as v from 'valibot'

/**
 * The shapes of x402 v2 as they arrive. Optional fields may be an explicit null (the official schemas allow it).
 * Strings are bounded by the header's own limit; what is shown is cut again by `displayText`.
 */
const optionalText = v.nullish(v.string())

/** PAYMENT-REQUIRED. The entries of `accepts` are read one by one, so that a strange one does not spoil the others. */
export const paymentRequired = v.looseObject({
  x402Version: v.literal(2),
  error: optionalText,
  /** Kept as it came, to be echoed; read by `resourceInfo`. */
  resource: v.unknown(),
  accepts: v.pipe(v.array(v.unknown()), v.minLength(1)),
})

export const resourceInfo = v.looseObject({
  url: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  description: optionalText,
  serviceName: optionalText,
  mimeType: optionalText,
})

const text = (max: number) => v.fallback(v.pipe(v.string(), v.maxLength(max)), '')

/** One entry of `accepts`. A field of the wrong type reads as one that no rule accepts, and so gets that rule's fault. */
export const paymentRequirements = v.looseObject({
  scheme: text(64),
  network: text(64),
  amount: text(78),
  asset: text(128),
  payTo: text(128),
  maxTimeoutSeconds: v.fallback(v.number(), 0),
  extra: v.fallback(
    v.nullish(
      v.looseObject({
        name: v.optional(v.unknown()),
        version: v.optional(v.unknown()),
        decimals: v.optional(v.unknown()),
        assetTransferMethod: v.optional(v.unknown()),
        paymentFlow: v.optional(v.unknown()),
      }),
    ),
    null,
  ),
})

export type PaymentRequirements = v.InferOutput<typeof paymentRequirements>

/** PAYMENT-RESPONSE. `transaction` is empty when there is none. */
export const settlementResponse = v.looseObject({
  success: v.boolean(),
  errorReason: optionalText,
  errorMessage: optionalText,
  transaction: optionalText,
})
