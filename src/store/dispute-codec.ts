import * as v from 'valibot'
import { denials, type SellerAnswer } from '../core/dispute/answer'
import type { DisputeEvent } from '../core/dispute/dispute'
import { parties, type LogEntry } from '../core/dispute/log'
import { evidenceItems, outcomes, problems } from '../core/dispute/problem'
import { refundRequestSchema, type RefundRequest } from '../core/dispute/request'
import { termsSources, type SaleTerms } from '../core/dispute/sale-terms'
import { isBytes32, isHex, type Bytes32, type Hex } from '../core/hex'
import { address, time, uint256 } from './codec'

const hex = v.custom<Hex>((value) => typeof value === 'string' && isHex(value))
const bytes32 = v.custom<Bytes32>((value) => typeof value === 'string' && isBytes32(value))
const text = v.string()

export const saleTermsSchema: v.GenericSchema<unknown, SaleTerms> = v.strictObject({
  source: v.picklist(termsSources),
  endpoint: v.nullable(text),
  windowSeconds: v.nullable(v.number()),
  partialRefunds: v.nullable(v.boolean()),
  policyUrl: v.nullable(text),
  contact: v.nullable(text),
  signers: v.array(address),
  adr: v.nullable(text),
  raw: text,
})

/** What a seller said about refunds when it was paid; null for nothing. */
export const keptTermsSchema = v.strictObject({ at: time, terms: v.nullable(saleTermsSchema) })
export type KeptTerms = v.InferOutput<typeof keptTermsSchema>

/** On the disk its amount is text. */
const request: v.GenericSchema<unknown, RefundRequest> = v.pipe(
  v.looseObject({ amount: uint256 }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = v.safeParse(refundRequestSchema, dataset.value)
    if (read.success) return read.output
    addIssue({ message: 'not a refund request' })
    return NEVER
  }),
)

const sending = v.picklist(['request', 'reminder', 'counter'])

const answer: v.GenericSchema<unknown, SellerAnswer> = v.strictObject({
  said: v.picklist(['executed', 'pending', 'denied']),
  amount: v.nullable(uint256),
  transaction: v.nullable(bytes32),
  denial: v.nullable(v.picklist(denials)),
  words: v.nullable(text),
  sha256: bytes32,
})

/** Read back exactly as it was written: a field that a default puts in would break the chain of hashes. */
const filing = v.strictObject({
  problem: v.picklist(problems),
  request,
  signature: hex,
  evidence: text,
  items: v.record(v.picklist(evidenceItems), text),
  shared: v.array(v.picklist(evidenceItems)),
  words: text,
  terms: v.nullable(saleTermsSchema),
  way: v.variant('kind', [v.strictObject({ kind: v.literal('endpoint'), url: text }), v.strictObject({ kind: v.literal('letter') })]),
})

const event: v.GenericSchema<unknown, DisputeEvent> = v.variant('type', [
  v.strictObject({ type: v.literal('filed'), filing }),
  v.strictObject({ type: v.literal('sending'), what: sending }),
  v.strictObject({ type: v.literal('not-sent'), what: sending, why: v.picklist(['unreachable', 'too-slow', 'redirected', 'refused']) }),
  v.strictObject({ type: v.literal('sent'), what: sending }),
  v.strictObject({ type: v.literal('answered'), answer }),
  v.strictObject({ type: v.literal('told'), said: v.picklist(['accepted', 'denied']) }),
  v.strictObject({ type: v.literal('unreadable'), why: v.picklist(['too-long', 'wrong-shape', 'other-dispute']) }),
  v.strictObject({ type: v.literal('checked'), agrees: v.boolean() }),
  v.strictObject({ type: v.literal('refund'), amount: uint256, transaction: hex, logIndex: v.number() }),
  v.strictObject({ type: v.literal('terms-changed') }),
  v.strictObject({ type: v.literal('countered'), words: text }),
  v.strictObject({ type: v.literal('silent') }),
  v.strictObject({ type: v.literal('escalated'), to: text }),
  v.strictObject({ type: v.literal('closed'), outcome: v.picklist(outcomes) }),
])

const entry: v.GenericSchema<unknown, LogEntry> = v.strictObject({ seq: v.number(), prev: bytes32, at: time, by: v.picklist(parties), event, sha256: bytes32 })

/** Everything that happened to a dispute, as it is written on disk and in files. */
export const disputeLogSchema = v.array(entry)

/** What a row says: which dispute of which payment, and everything that happened. */
export const keptDisputeSchema = v.strictObject({ id: text, payment: text, log: disputeLogSchema })
