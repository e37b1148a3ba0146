import { decodePaymentSignatureHeader } from '@x402/core/http'
import * as v from 'valibot'

const key = 'farthing-note'

/** What a jar's `extensions` say so that a wallet sends along what the reader wrote (docs/PROTOCOLS.md, "Tips"). */
export const declaresNotes = { [key]: { info: {} } } as const

const noted = v.object({ [key]: v.object({ info: v.object({ note: v.pipe(v.string(), v.maxLength(200)) }) }) })

/** What a reader wrote with a tip; null for nothing. @param header a payment that has been charged */
export function noteOf(header: string | undefined): string | null {
  const read = v.safeParse(noted, header === undefined ? undefined : decodePaymentSignatureHeader(header).extensions)
  return read.success ? read.output[key].info.note : null
}
