import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { isBytes32, toHex, type Bytes32 } from '../hex'
import { parseAtomic } from '../money'
import { readJson } from '../protocols/base64-json'
import { displayText } from '../protocols/text'
import { err, ok, type Result } from '../result'
import type { RefundRequest } from './request'

/** The most that is read of an answer, in bytes. */
export const longestAnswer = 64 * 1024
/** The most of a seller's own words that is kept, in characters. */
export const longestSellerWords = 500

export const denials = ['outside_window', 'not_payer', 'already_refunded', 'amount_exceeds_settled', 'policy_denied', 'unknown_payment', 'other'] as const
export type Denial = (typeof denials)[number]

/** What a seller says about a request. A claim, and nothing more: what happened to money, the chain says. */
export interface SellerAnswer {
  readonly said: 'executed' | 'pending' | 'denied'
  /** What it says it gives back, atomic units; null where it does not say. */
  readonly amount: bigint | null
  readonly transaction: Bytes32 | null
  readonly denial: Denial | null
  /** In its own words, bounded plain text. */
  readonly words: string | null
  /** Of the answer as it arrived. */
  readonly sha256: Bytes32
}

export type AnswerFault = 'too-long' | 'wrong-shape' | 'other-dispute'

const optionalText = (max: number) => v.optional(v.nullable(v.pipe(v.string(), v.maxLength(max))), null)
const answer = v.object({
  status: v.picklist(['executed', 'pending', 'denied']),
  amount: optionalText(78),
  refundTxHash: optionalText(66),
  denialReason: optionalText(64),
  note: optionalText(4000),
  disputeId: optionalText(66),
  idempotencyKey: optionalText(64),
})

/** Reads what a seller answered to a request (x402's refund extension, RefundResponse). Null `body`: longer than is read. Never throws. */
export function readAnswer(body: string | null, { disputeId, idempotencyKey }: Pick<RefundRequest, 'disputeId' | 'idempotencyKey'>): Result<SellerAnswer, AnswerFault> {
  if (body === null) return err('too-long')
  const json = readJson(body)
  const read = json.ok ? v.safeParse(answer, json.value) : null
  if (read?.success !== true) return err('wrong-shape')
  const said = read.output
  const isAboutThis = (said.disputeId?.toLowerCase() ?? disputeId) === disputeId && (said.idempotencyKey ?? idempotencyKey) === idempotencyKey
  if (!isAboutThis) return err('other-dispute')
  const transaction = said.refundTxHash?.toLowerCase() ?? ''
  return ok({
    said: said.status,
    amount: said.amount === null ? null : parseAtomic(said.amount),
    transaction: isBytes32(transaction) ? transaction : null,
    denial: said.status === 'denied' ? (denials.find((known) => known === said.denialReason) ?? 'other') : null,
    words: said.note === null ? null : displayText(said.note, longestSellerWords),
    sha256: toHex(sha256(utf8ToBytes(body))),
  })
}
