import { hexToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { err, ok, type Result } from '../result'
import { offerDigest, receiptDigest } from './digest'
import { readJws } from './jws'
import type { OfferPayload, ReceiptPayload, SignedStatement, StatementFault } from './statement'
import {
  challengeExtension,
  eip712Statement,
  extensionKey,
  jwsStatement,
  maxSignedOffers,
  offerPayload,
  receiptPayload,
  settlementExtension,
  versioned,
} from './wire'

type Reading<Payload> = Result<SignedStatement<Payload>, StatementFault>

/** The two kinds of statement: what they say, and what of it is hashed. */
interface Kind<Payload> {
  readonly schema: v.GenericSchema<unknown, Payload>
  readonly digest: (payload: Payload) => Uint8Array
}

const offer: Kind<OfferPayload> = { schema: offerPayload, digest: offerDigest }
const receipt: Kind<ReceiptPayload> = { schema: receiptPayload, digest: receiptDigest }

/**
 * The signed offers of a challenge, given the parsed JSON of PAYMENT-REQUIRED: one reading for each of the first
 * 50 entries, empty when there are none. Never throws. Which offer speaks of which entry of `accepts` is found by
 * what it says, not by its `acceptIndex`, which nobody signs.
 */
export function readOffers(challengeJson: unknown): readonly Reading<OfferPayload>[] {
  const parsed = v.safeParse(challengeExtension, challengeJson)
  return parsed.success ? parsed.output.extensions[extensionKey].info.offers.slice(0, maxSignedOffers).map(readSignedOffer) : []
}

/** The signed receipt of a settlement, given the parsed JSON of PAYMENT-RESPONSE. Null when there is none. Never throws. */
export function readReceipt(settlementJson: unknown): Reading<ReceiptPayload> | null {
  const parsed = v.safeParse(settlementExtension, settlementJson)
  if (!parsed.success) return null
  const entry = parsed.output.extensions[extensionKey].info.receipt
  return entry === undefined || entry === null ? null : readSignedReceipt(entry)
}

/** One signed offer, as it arrived or as `SignedStatement.raw` kept it, parsed. Never throws. */
export const readSignedOffer = (json: unknown): Reading<OfferPayload> => readStatement(json, offer)

/** One signed receipt, as it arrived or as `SignedStatement.raw` kept it, parsed. Never throws. */
export const readSignedReceipt = (json: unknown): Reading<ReceiptPayload> => readStatement(json, receipt)

/** A signed statement of another extension, as JWS in the form of signed offers. Never throws. @param schema what it says */
export function readSignedAs<Payload>(json: unknown, schema: v.GenericSchema<unknown, Payload>): Reading<Payload> {
  const compact = v.safeParse(jwsStatement, json)
  return compact.success ? readCompact(compact.output.signature, schema) : err('wrong-shape')
}

function readStatement<Payload>(json: unknown, kind: Kind<Payload>): Reading<Payload> {
  const typed = v.safeParse(eip712Statement, json)
  if (typed.success) return readTypedData(typed.output, kind)
  const compact = v.safeParse(jwsStatement, json)
  return compact.success ? readCompact(compact.output.signature, kind.schema) : err('wrong-shape')
}

function readTypedData<Payload>({ payload, signature }: v.InferOutput<typeof eip712Statement>, kind: Kind<Payload>): Reading<Payload> {
  const read = readPayload(payload, kind.schema)
  if (!read.ok) return read
  return ok({
    payload: read.value,
    proof: { format: 'eip712', digest: kind.digest(read.value), signature: hexToBytes(signature.slice(2)) },
    raw: JSON.stringify({ format: 'eip712', payload: read.value, signature }),
  })
}

function readCompact<Payload>(signature: string, schema: Kind<Payload>['schema']): Reading<Payload> {
  const jws = readJws(signature)
  if (!jws.ok) return jws
  const read = readPayload(jws.value.payload, schema)
  return read.ok ? ok({ payload: read.value, proof: jws.value.proof, raw: JSON.stringify({ format: 'jws', signature }) }) : read
}

function readPayload<Payload>(json: unknown, schema: Kind<Payload>['schema']): Result<Payload, StatementFault> {
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return ok(parsed.output)
  const other = v.safeParse(versioned, json)
  return err(other.success && other.output.version !== 1 ? 'unknown-version' : 'wrong-shape')
}
