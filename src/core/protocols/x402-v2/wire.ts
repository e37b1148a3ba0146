import * as v from 'valibot'
import { amountText, exactFields } from '../exact'

/**
 * The shapes of x402 v2 as they arrive. Optional fields may be an explicit null (the official schemas allow it).
 * Strings are bounded by the header's own limit; what is shown is cut again by `displayText`.
 */
const optionalText = v.nullish(v.string())

/** PAYMENT-REQUIRED. The entries of `accepts` are read one by one, so that a strange one does not spoil the others. */
export const paymentRequired = v.looseObject({
  x402Version: v.literal(2),
  error: optionalText,
  /** Kept as it came, to be echoed; read by `resourceInfo`. The specification requires it, and not every server knows. */
  resource: v.optional(v.unknown()),
  accepts: v.pipe(v.array(v.unknown()), v.minLength(1)),
})

export const resourceInfo = v.looseObject({
  url: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  description: optionalText,
  serviceName: optionalText,
  mimeType: optionalText,
})

/** One entry of `accepts`. */
export const paymentRequirements = v.looseObject({ ...exactFields, amount: amountText })
