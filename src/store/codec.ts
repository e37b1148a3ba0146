import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { isAddress, isBytes32, isHex, type Address, type Bytes32, type Hex } from '../core/hex'
import type { NetworkId } from '../core/networks/networks'
import { dialectIds } from '../core/protocols/dialect'
import { mostOnward } from '../core/chain/queries'
import { longestNote } from '../core/tips/note'
import { deliveryKinds, feeKinds, feePayers, knownHow, purchaseStates, refundMarks, type Purchase, type PurchaseEvent } from '../core/purchase/purchase'
import { mostRateDigits, type ShownRate } from '../core/money'
import { dayPattern } from '../core/spending/day'

/** Money as JSON: a decimal string, read back by the schema that knows where money stands. */
const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)

/** A value as the UTF-8 bytes of its JSON text, ready to be sealed. */
export function encodeJson(value: unknown): Uint8Array {
  return utf8ToBytes(JSON.stringify(value, bigintAsText))
}

/** Reads what encodeJson wrote; null unless it is exactly of the schema's shape. */
export function decodeJson<T>(schema: v.GenericSchema<unknown, T>, bytes: Uint8Array): T | null {
  try {
    const read = v.safeParse(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

const isText = (test: (text: string) => boolean) => (value: unknown) => typeof value === 'string' && test(value)
const hex = v.custom<Hex>(isText(isHex))
export const address = v.custom<Address>(isText(isAddress))
export const bytes32 = v.custom<Bytes32>(isText(isBytes32))
export const network = v.custom<NetworkId>(isText((text) => /^eip155:[1-9][0-9]*$/.test(text)))
export const uint256 = v.pipe(
  v.string(),
  v.regex(/^(?:0|[1-9][0-9]{0,77})$/),
  v.transform((text) => BigInt(text)),
  v.maxValue((1n << 256n) - 1n),
)
export const time = v.pipe(v.number(), v.finite())
export const day = v.pipe(v.string(), v.regex(dayPattern))
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const authorization = v.strictObject({
  network,
  asset: address,
  from: address,
  to: address,
  value: uint256,
  validAfter: uint256,
  validBefore: uint256,
  nonce: bytes32,
})

/** Lines from before sellers could declare any do not say how they are known: what has an amount was agreed to. */
const feeLine = v.pipe(
  v.strictObject({
    kind: v.picklist(feeKinds),
    amount: v.nullable(uint256),
    paidBy: v.picklist(feePayers),
    known: v.optional(v.picklist(knownHow)),
    account: v.optional(v.nullable(address), null),
  }),
  v.transform(({ known, ...line }) => ({ ...line, known: known ?? (line.amount === null ? ('undeclared' as const) : ('agreed' as const)) })),
)

const rateNumber = v.pipe(
  v.string(),
  v.maxLength(mostRateDigits),
  v.regex(/^[1-9][0-9]*$/),
  v.transform((text) => BigInt(text)),
)
export const rate: v.GenericSchema<unknown, ShownRate> = v.strictObject({
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  numerator: rateNumber,
  denominator: rateNumber,
  source: v.picklist(['feed', 'reference']),
  at: time,
})

const terms = v.strictObject({
  dialect: v.picklist(dialectIds),
  kind: v.picklist(deliveryKinds),
  resource: v.string(),
  page: v.string(),
  sealed: v.exactOptional(v.string()),
  title: v.string(),
  network,
  asset: address,
  payTo: address,
  amount: uint256,
  payer: address,
  nonce: bytes32,
  counter: whole,
  feeLines: v.array(feeLine),
  challenge: v.string(),
  rawResource: v.string(),
  offer: v.string(),
  link: v.exactOptional(v.string()),
  // Purchases from before there were limits have neither.
  day: v.optional(v.nullable(day), null),
  allowance: v.optional(v.nullable(v.string()), null),
  // Kept since there are books.
  rate: v.optional(v.nullable(rate), null),
})

// Signatures from before there were notes have none.
const note = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(longestNote))), null)

const answer = v.strictObject({
  status: v.number(),
  contentArrived: v.boolean(),
  claim: v.nullable(v.strictObject({ success: v.boolean(), transaction: v.nullable(hex), reason: v.nullable(v.string()) })),
  rawClaim: v.nullable(v.string()),
})

const interruption = v.picklist(['tab-closed', 'network', 'timeout', 'redirected', 'restarted'])

const trace = {
  sender: address,
  onward: v.pipe(v.array(v.strictObject({ to: address, amount: uint256 })), v.maxLength(mostOnward)),
}

const refund = {
  transaction: bytes32,
  logIndex: whole,
  amount: uint256,
  block: uint256,
  how: v.picklist(refundMarks),
}

export const purchaseEventSchema: v.GenericSchema<unknown, PurchaseEvent> = v.variant('type', [
  v.strictObject({ type: v.literal('quoted'), at: time, terms }),
  v.strictObject({ type: v.literal('reserved'), at: time }),
  v.strictObject({ type: v.literal('signed'), at: time, authorization, signature: hex, note }),
  v.strictObject({ type: v.literal('sent'), at: time }),
  v.strictObject({ type: v.literal('answered'), at: time, answer }),
  v.strictObject({ type: v.literal('interrupted'), at: time, why: interruption }),
  v.strictObject({ type: v.literal('settled'), at: time, transaction: v.nullable(hex) }),
  v.strictObject({ type: v.literal('expired'), at: time }),
  v.strictObject({ type: v.literal('delivered'), at: time }),
  v.strictObject({ type: v.literal('traced'), at: time, ...trace }),
  v.strictObject({ type: v.literal('recognised'), at: time, terms, transaction: hex }),
  v.strictObject({ type: v.literal('refunded'), at: time, refund: v.strictObject(refund) }),
])

export const purchaseSchema: v.GenericSchema<unknown, Purchase> = v.strictObject({
  id: v.string(),
  state: v.picklist(purchaseStates),
  terms,
  version: whole,
  createdAt: time,
  updatedAt: time,
  signed: v.nullable(v.strictObject({ authorization, signature: hex, note })),
  sentAt: v.nullable(time),
  answer: v.nullable(answer),
  interruption: v.nullable(interruption),
  settlement: v.nullable(v.strictObject({ at: time, transaction: v.nullable(hex) })),
  // Purchases from before anybody looked have none.
  trace: v.optional(v.nullable(v.strictObject(trace)), null),
  // Nothing had come back of purchases from before anybody looked for that.
  refunds: v.optional(v.array(v.strictObject({ ...refund, at: time })), () => []),
  deliveredAt: v.nullable(time),
})
