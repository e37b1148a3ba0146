import * as v from 'valibot'
import { recoverAddress } from 'viem'
import { disputeIdOf } from '../../core/dispute/identity'
import { longestWords } from '../../core/dispute/problem'
import { refundRequestDigest, refundRequestSchema, type RefundRequest } from '../../core/dispute/request'
import { toHex, type Hex } from '../../core/hex'
import { displayText } from '../../core/protocols/text'

/** The longest request that is read, in bytes. */
export const longestRequest = 64 * 1024

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const amount = v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,77}$/))
const seconds = v.pipe(v.string(), v.regex(/^(?:0|[1-9][0-9]{0,12})$/), v.transform(Number))
const signature = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{130}$/), v.transform((hex) => hex.toLowerCase() as Hex))

/** The message as it travels (integers are decimal texts), read as the wallet's own schema has it. */
const message = v.pipe(
  v.looseObject({ version: v.pipe(v.literal('1'), v.transform(() => 1)), amount: v.pipe(amount, v.transform((text) => BigInt(text))), issuedAt: seconds, respondBy: seconds }),
  v.transform((fields): unknown => fields),
  refundRequestSchema,
)

/** Fields that are not known here are left alone: other wallets may send more. */
const body = v.object({
  x402Version: v.literal(2),
  paymentReference: v.object({ txHash: v.string(), network: v.string() }),
  amount,
  reason: v.string(),
  reasonDetail: v.optional(text(longestWords), ''),
  refundTo: v.string(),
  idempotencyKey: v.string(),
  payerSignature: signature,
  farthing: v.object({ v: v.literal(1), message, evidence: v.optional(v.unknown()), items: v.optional(v.record(text(64), v.string()), {}) }),
})

/** A request that could be read. Nothing in it is believed but what the payer's signature covers. */
export interface Asked {
  readonly request: RefundRequest
  readonly signature: Hex
  /** The reader's own words, plain text on one line; empty where there are none. */
  readonly words: string
  /** What the reader shows, by name. */
  readonly evidence: Readonly<Record<string, string>>
}

/** @param json as it arrived. Null where it is no request, or says one thing in two ways */
export function readRequest(json: string): Asked | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), body), json)
  if (!read.success) return null
  const { paymentReference, reasonDetail, payerSignature, farthing, ...said } = read.output
  const signed = farthing.message
  const agrees =
    signed.amount.toString() === said.amount &&
    signed.reason === said.reason &&
    signed.refundTo === said.refundTo &&
    signed.idempotencyKey === said.idempotencyKey &&
    signed.transaction === paymentReference.txHash &&
    signed.network === paymentReference.network
  if (!agrees) return null
  const statement = farthing.evidence === undefined ? {} : { evidence: JSON.stringify(farthing.evidence, null, 1) }
  return { request: signed, signature: payerSignature, words: displayText(reasonDetail, longestWords), evidence: { ...farthing.items, ...statement } }
}

const counterBody = v.object({ counter: v.pipe(text(longestWords), v.transform((words) => displayText(words, longestWords)), v.minLength(1)), payerSignature: signature })

/** What a reader says to a no. The signature is that of the request: only its sender knows it. */
export function readCounter(json: string): { readonly words: string; readonly signature: Hex } | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), counterBody), json)
  return read.success ? { words: read.output.counter, signature: read.output.payerSignature } : null
}

/** How often one payment may be asked about. */
const rounds = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** Whether the payer that the request names has signed it, about a dispute of this payment. */
export async function isFromPayer({ request, signature }: Asked): Promise<boolean> {
  const { network, payer, authorizationNonce: nonce, disputeId } = request
  if (!rounds.some((round) => disputeIdOf({ network, payer, nonce, round }) === disputeId)) return false
  try {
    return (await recoverAddress({ hash: toHex(refundRequestDigest(request)), signature })).toLowerCase() === payer
  } catch {
    return false
  }
}
