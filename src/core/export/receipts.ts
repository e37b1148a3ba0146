import * as v from 'valibot'
import { encodeTransfer, transferDigest, type TransferAuthorization } from '../authorization/transfer'
import { fromHex, isAddress, isBytes32, isHex, type Address, type Bytes32, type Hex } from '../hex'
import { findNetwork, networks, type NetworkId } from '../networks/networks'
import { keptAnswers } from '../purchase/answers'
import type { Purchase, PurchaseEvent } from '../purchase/purchase'
import { canonicalJson, worthOfOffers, worthOfReceipts, type Verifier, type Worth } from '../receipt'

/**
 * What can be proved of one payment, for whoever asks: an accountant, a seller, a court. Everything in it was signed by
 * somebody, or says that it was not. It names each fact once, so that nothing in it can contradict another.
 */
const text = (test: (value: string) => boolean) => (value: unknown) => typeof value === 'string' && test(value)
const address = v.custom<Address>(text(isAddress))
const hex = v.custom<Hex>(text(isHex))
const network = v.custom<NetworkId>(text((value) => /^eip155:[1-9][0-9]*$/.test(value)))
const amount = v.pipe(v.string(), v.regex(/^(?:0|[1-9][0-9]{0,77})$/))
const raw = v.pipe(v.string(), v.maxLength(1024 * 1024))
const time = v.pipe(v.number(), v.finite())

export const receiptRecordSchema = v.strictObject({
  id: v.string(),
  /** As the reader's wallet wrote it: nobody signed these two. */
  title: v.string(),
  page: v.string(),
  /** The address that asked for the payment. */
  resource: v.string(),
  /** When the reader agreed, in milliseconds since 1970. */
  agreedAt: time,
  network,
  asset: address,
  payer: address,
  payTo: address,
  /** Atomic units of the asset, decimal. */
  amount,
  nonce: v.custom<Bytes32>(text(isBytes32)),
  /** What the payer signed beside the above (EIP-3009 by EIP-712); null where another device signed it. */
  authorization: v.nullable(v.strictObject({ validAfter: amount, validBefore: amount, signature: hex, domain: v.strictObject({ name: v.string(), version: v.string(), chainId: v.number() }) })),
  /** Where it was settled, as the reader's wallet read it from the chain; null where it was not, or that is not known. */
  transaction: v.nullable(hex),
  paid: v.boolean(),
  /** What came back of it, as the reader's wallet read it from the chain; left out where nothing has. Nobody signed these. */
  refunds: v.optional(v.pipe(v.array(v.strictObject({ transaction: hex, logIndex: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), amount })), v.maxLength(1_000))),
  /** What the seller asked for, and what it answered, as they arrived: its signed offers and receipts are in them. */
  challenge: raw,
  answers: v.pipe(v.array(v.strictObject({ rawClaim: raw, sentAt: time, receivedAt: time })), v.maxLength(2_000)),
})
export type ReceiptRecord = Readonly<v.InferOutput<typeof receiptRecordSchema>>

export const receiptsSchema = v.strictObject({ farthing: v.literal('receipts'), version: v.literal(1), receipts: v.array(receiptRecordSchema) })

/** The file: its one spelling as well, but for the ends of lines between receipts. */
export const receiptsHead = '{"farthing":"receipts","receipts":[\n'
export const receiptsEnd = '\n],"version":1}\n'

/** What is known of a payment that somebody else can check. */
export function receiptRecord({ id, createdAt, terms, signed, settlement, refunds }: Purchase, journal: readonly PurchaseEvent[]): ReceiptRecord {
  const known = findNetwork(terms.network)
  const domain = { name: known?.token.name ?? '', version: known?.token.version ?? '', chainId: known?.chainId ?? 0 }
  const { title, page, resource, network: on, asset, payer, payTo, nonce, challenge } = terms
  return {
    id,
    title,
    page,
    resource,
    agreedAt: createdAt,
    network: on,
    asset,
    payer,
    payTo,
    amount: terms.amount.toString(),
    nonce,
    authorization:
      signed === null ? null : { validAfter: signed.authorization.validAfter.toString(), validBefore: signed.authorization.validBefore.toString(), signature: signed.signature, domain },
    transaction: settlement?.transaction ?? null,
    paid: settlement !== null,
    ...(refunds.length > 0 && { refunds: refunds.map(({ transaction, logIndex, amount }) => ({ transaction, logIndex, amount: amount.toString() })) }),
    challenge,
    answers: [...keptAnswers(journal)],
  }
}

/** One line of the file: its one spelling (RFC 8785). */
export function receiptText(record: ReceiptRecord): string {
  const written = canonicalJson(record)
  if (written === null) throw new Error('a receipt is not nested deeply')
  return written
}

/** What holds of a record, by the signatures in it alone. */
export interface ReceiptCheck {
  /** 'payer': the payer signed exactly this payment. 'false': what is there is no signature of the payer's over this. 'none': there is none. */
  readonly authorization: 'payer' | 'false' | 'none'
  readonly offer: Worth
  readonly receipt: Worth
}

export function checkReceipt(record: ReceiptRecord, verifier: Verifier): ReceiptCheck {
  const { resource, network: on, asset, payer, payTo, agreedAt, transaction, challenge, answers } = record
  return {
    authorization: checkAuthorization(record, verifier),
    offer: worthOfOffers(challenge, { resource, network: on, asset, payTo, amount: BigInt(record.amount), at: agreedAt }, verifier),
    receipt: worthOfReceipts(answers, { resource, network: on, payer, payTo, transaction }, verifier),
  }
}

/** The token's name and number are known here, and not believed from the file. */
function checkAuthorization({ authorization, network: on, asset, payer, payTo, amount: value, nonce }: ReceiptRecord, verifier: Verifier): ReceiptCheck['authorization'] {
  if (authorization === null) return 'none'
  const { validAfter, validBefore, signature, domain } = authorization
  const known = networks.find(({ id, token }) => id === on && token.address === asset)
  if (known?.token.name !== domain.name || known.token.version !== domain.version || known.chainId !== domain.chainId) return 'false'
  const message: TransferAuthorization = { network: on, asset, from: payer, to: payTo, value: BigInt(value), validAfter: BigInt(validAfter), validBefore: BigInt(validBefore), nonce }
  const bytes = encodeTransfer(message)
  const given = fromHex(signature)
  return bytes.ok && given !== null && verifier.recoverAddress(transferDigest(bytes.value), given) === payer ? 'payer' : 'false'
}
