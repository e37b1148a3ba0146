import type { PaymentPayload } from '@x402/core/types'
import { Credential } from 'mppx-peer'
import * as v from 'valibot'
import { parseAddress } from '../../core/authorization/address'
import { isBytes32, type Address, type Bytes32, type Hex } from '../../core/hex'
import { parseAtomic } from '../../core/money'
import { err, ok, type Result } from '../../core/result'
import { readNote } from '../../core/tips/note'

/** A transfer (EIP-3009) that somebody shows in the place of money, read and bounded. Nothing of it is proved yet. */
export interface Payment {
  readonly payer: Address
  readonly payTo: Address
  /** Atomic units. */
  readonly amount: bigint
  readonly nonce: Bytes32
  /** Seconds since 1970. */
  readonly validAfter: bigint
  readonly validBefore: bigint
  readonly signature: Hex
  /** What its payer calls it (x402, payment-identifier), or the challenge it answers (MPP). */
  readonly paymentId: string | null
  /** What the reader writes with a tip. */
  readonly note: string | null
  readonly shown: ShownAsX402 | ShownAsMpp
}

export interface ShownAsX402 {
  readonly dialect: 'x402'
  readonly payload: PaymentPayload
}

export interface ShownAsMpp {
  readonly dialect: 'mpp'
  /** The credential as it came, without the name of its scheme. */
  readonly credential: string
}

/** Characters of a header with a payment. */
export const longestHeader = 32 * 1024

/**
 * The payment on a request. Where there are two, the one in x402's header.
 * @returns null where there is none; an error where it cannot be read
 */
export function readPayment(headers: Headers): Result<Payment, 'malformed'> | null {
  const x402 = headers.get('payment-signature')
  if (x402 !== null) return readX402(x402)
  const authorization = headers.get('authorization')
  if (authorization === null || !/\bpayment\s/i.test(authorization.slice(0, longestHeader))) return null
  return readMpp(authorization)
}

const hex = v.pipe(
  v.string(),
  v.regex(/^0x(?:[0-9a-fA-F]{2}){1,4096}$/),
  v.transform((text) => text.toLowerCase() as Hex),
)
const account = v.pipe(
  v.string(),
  v.transform(parseAddress),
  v.custom<Address>((address) => address !== null),
)
const hash = v.pipe(
  hex,
  v.custom<Bytes32>((text) => typeof text === 'string' && isBytes32(text)),
)
const atomic = v.pipe(
  v.string(),
  v.transform(parseAtomic),
  v.custom<bigint>((amount) => typeof amount === 'bigint'),
)
const seconds = v.pipe(
  v.string(),
  v.regex(/^\d{1,11}$/),
  v.transform((text) => BigInt(text)),
)

const transfer = { from: account, to: account, value: atomic, validAfter: seconds, validBefore: seconds, nonce: hash }

const extensions = v.object({
  'payment-identifier': v.optional(v.object({ info: v.object({ id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,128}$/))) }) })),
  'farthing-note': v.optional(v.object({ info: v.object({ note: v.optional(v.string()) }) })),
})

const x402Payload = v.looseObject({
  x402Version: v.literal(2),
  accepted: v.looseObject({ scheme: v.string(), network: v.string(), amount: v.string(), asset: v.string(), payTo: v.string(), maxTimeoutSeconds: v.number() }),
  payload: v.strictObject({ signature: hex, authorization: v.strictObject(transfer) }),
  extensions: v.nullish(extensions),
})

function readX402(header: string): Result<Payment, 'malformed'> {
  const json = header.length > longestHeader ? null : parseBase64Json(header)
  const parsed = v.safeParse(x402Payload, json)
  if (!parsed.success) return err('malformed')
  const { payload, extensions: extra } = parsed.output
  const { from, to, value, validAfter, validBefore, nonce } = payload.authorization
  return ok({
    payer: from,
    payTo: to,
    amount: value,
    nonce,
    validAfter,
    validBefore,
    signature: payload.signature,
    paymentId: extra?.['payment-identifier']?.info.id ?? null,
    note: readNote(extra?.['farthing-note']?.info.note ?? ''),
    // As it came: the payment service is shown what was signed for, letter by letter.
    shown: { dialect: 'x402', payload: json as PaymentPayload },
  })
}

const credential = v.object({
  challenge: v.object({ id: v.pipe(v.string(), v.minLength(16), v.maxLength(200)) }),
  payload: v.strictObject({ ...transfer, type: v.literal('authorization'), signature: hex }),
})

function readMpp(header: string): Result<Payment, 'malformed'> {
  const text = header.length > longestHeader ? null : Credential.extractPaymentScheme(header)
  const parsed = text === null ? null : v.safeParse(credential, deserialized(text))
  if (text === null || parsed?.success !== true) return err('malformed')
  const { from, to, value, validAfter, validBefore, nonce, signature } = parsed.output.payload
  const { id } = parsed.output.challenge
  return ok({ payer: from, payTo: to, amount: value, nonce, validAfter, validBefore, signature, paymentId: id, note: null, shown: { dialect: 'mpp', credential: text } })
}

function deserialized(text: string): unknown {
  try {
    return Credential.deserialize(text)
  } catch {
    return null
  }
}

function parseBase64Json(text: string): unknown {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64')))
  } catch {
    return null
  }
}
