import { decodePaymentSignatureHeader } from '@x402/core/http'
import * as v from 'valibot'

/** How long a day's pass lasts, in milliseconds. */
export const dayMs = 24 * 3_600_000

/** What the entry of `accepts` for a day's pass says of itself (docs/PROTOCOLS.md, "What an offer covers"). */
export const coversDay = { covers: 'day' } as const

const extra = v.object({ covers: v.literal('day') })

/** Whether a payment is for a pass, by the offer that it accepts. @param payment the header as it came */
export function isForPass(payment: string): boolean {
  try {
    return v.is(extra, decodePaymentSignatureHeader(payment).accepted.extra)
  } catch {
    return false
  }
}
