import * as v from 'valibot'
import { amountText, exactFields } from '../exact'

/** The shapes of x402 v1 as they arrive (x402 v1, section 5). What is only shown may be of any type, and is then left out. */
const shownText = v.fallback(v.nullish(v.string()), null)

/** What makes a JSON value version 1's. Every 402 with a JSON body is asked. */
export const versionOne = v.looseObject({ x402Version: v.literal(1) })

/** The challenge. The entries of `accepts` are read one by one, so that a strange one does not spoil the others. */
export const paymentRequired = v.looseObject({ x402Version: v.literal(1), error: shownText, accepts: v.array(v.unknown()) })

const entry = v.looseObject({
  ...exactFields,
  maxAmountRequired: amountText,
  /** Empty where an entry names none that can be read: then it speaks of what was asked for. */
  resource: v.fallback(v.pipe(v.string(), v.maxLength(4096)), ''),
  description: shownText,
  mimeType: shownText,
})

/** One entry of `accepts`. What is no object reads as an empty one. */
export const paymentRequirements = v.fallback(entry, v.parse(entry, {}))
export type PaymentRequirements = v.InferOutput<typeof paymentRequirements>
