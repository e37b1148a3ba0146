import * as v from 'valibot'
import { encodeAbiParameters, keccak256, recoverTypedDataAddress, type Address, type Hex } from 'viem'

/*
 * Written apart from the kit (src/creator/refunds), on purpose: the wallet is tried here by a seller that shares none of its code and
 * checks signatures with viem's own typed data.
 */

/** The longest request that is read, in bytes. */
export const longestRequest = 64 * 1024

const address = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{40}$/), v.transform((text) => text as Address))
const bytes32 = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/), v.transform((text) => text as Hex))
const whole = v.pipe(v.string(), v.regex(/^(0|[1-9][0-9]{0,77})$/))
const amount = v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,77}$/))
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))

/** Why money is asked back (x402, refund extension). */
export const reasons = ['service_not_delivered', 'service_defective', 'duplicate_payment', 'overcharge', 'customer_request', 'other'] as const

/** What the payer signs (docs/PROTOCOLS.md, "Asking for money back"). Integers are decimal texts. */
const message = v.strictObject({
  version: v.literal('1'),
  disputeId: bytes32,
  network: v.pipe(v.string(), v.regex(/^eip155:[1-9][0-9]{0,15}$/)),
  transaction: v.union([v.literal(''), bytes32]),
  authorizationNonce: bytes32,
  asset: address,
  payTo: address,
  payer: address,
  resourceUrl: text(2048),
  amount,
  reason: v.picklist(reasons),
  refundTo: address,
  evidenceHash: bytes32,
  idempotencyKey: v.pipe(v.string(), v.uuid()),
  issuedAt: whole,
  respondBy: whole,
})
export type RequestMessage = v.InferOutput<typeof message>

const signature = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{130}$/), v.transform((hex) => hex as Hex))

/** Fields that this server does not know are left alone: other wallets may send more. */
const body = v.object({
  x402Version: v.literal(2),
  paymentReference: v.object({ txHash: v.string(), network: v.string() }),
  amount,
  reason: v.picklist(reasons),
  reasonDetail: v.optional(text(500), ''),
  refundTo: address,
  idempotencyKey: v.string(),
  payerSignature: signature,
  farthing: v.object({ v: v.literal(1), message, evidence: v.optional(v.unknown()), items: v.optional(v.record(text(64), v.string()), {}) }),
})

/** A request that could be read. Nothing in it is believed but what the payer's signature covers. */
export interface Asked {
  readonly message: RequestMessage
  readonly signature: Hex
  /** The reader's own words; empty where there are none. */
  readonly words: string
  /** What the reader shows, by name, as text. */
  readonly evidence: ReadonlyMap<string, string>
}

/** @param json as it arrived. Null where it is no request, or says one thing in two ways. */
export function readRequest(json: string): Asked | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), body), json)
  if (!read.success) return null
  const { paymentReference, reasonDetail, payerSignature, farthing, ...said } = read.output
  const signed = farthing.message
  const agrees =
    signed.amount === said.amount &&
    signed.reason === said.reason &&
    signed.refundTo === said.refundTo &&
    signed.idempotencyKey === said.idempotencyKey &&
    signed.transaction === paymentReference.txHash &&
    signed.network === paymentReference.network
  if (!agrees) return null
  const items = Object.entries(farthing.items)
  const evidence = new Map(farthing.evidence === undefined ? items : [...items, ['evidence', JSON.stringify(farthing.evidence, null, 1)]])
  return { message: signed, signature: payerSignature, words: reasonDetail, evidence }
}

const counterBody = v.object({ counter: v.pipe(text(500), v.minLength(1)), payerSignature: signature })

/** What a reader says to a no. The signature is that of the request: only its sender knows it. */
export function readCounter(json: string): { readonly words: string; readonly signature: Hex } | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), counterBody), json)
  return read.success ? { words: read.output.counter, signature: read.output.payerSignature } : null
}

/** Chain 1 whatever was paid on: the message names the network. No token has this name, so the signature moves no money. */
const domain = { name: 'x402 refund request', version: '1', chainId: 1 } as const

const types = {
  RefundRequest: [
    { name: 'version', type: 'uint256' },
    { name: 'disputeId', type: 'bytes32' },
    { name: 'network', type: 'string' },
    { name: 'transaction', type: 'string' },
    { name: 'authorizationNonce', type: 'bytes32' },
    { name: 'asset', type: 'string' },
    { name: 'payTo', type: 'string' },
    { name: 'payer', type: 'string' },
    { name: 'resourceUrl', type: 'string' },
    { name: 'amount', type: 'string' },
    { name: 'reason', type: 'string' },
    { name: 'refundTo', type: 'string' },
    { name: 'evidenceHash', type: 'bytes32' },
    { name: 'idempotencyKey', type: 'string' },
    { name: 'issuedAt', type: 'uint256' },
    { name: 'respondBy', type: 'uint256' },
  ],
} as const

/** The typed data of a request, for whoever signs or checks it. */
export function typedRequest(signed: RequestMessage) {
  const { version, issuedAt, respondBy, ...texts } = signed
  return {
    domain,
    types,
    primaryType: 'RefundRequest',
    message: { ...texts, version: BigInt(version), issuedAt: BigInt(issuedAt), respondBy: BigInt(respondBy) },
  } as const
}

/** Whether the payer that the request names has signed it, about a dispute of this payment. */
export async function isFromPayer({ message: signed, signature: hex }: Asked): Promise<boolean> {
  if (!rounds.some((round) => disputeIdOf(signed, round) === signed.disputeId)) return false
  try {
    return (await recoverTypedDataAddress({ ...typedRequest(signed), signature: hex })).toLowerCase() === signed.payer
  } catch {
    return false
  }
}

/** How often one payment may be asked about. */
const rounds = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]

/** What a dispute is called by both sides. @param round 1 for the first request about a payment */
export function disputeIdOf({ network, payer, authorizationNonce }: Pick<RequestMessage, 'network' | 'payer' | 'authorizationNonce'>, round: bigint): Hex {
  const parts = [{ type: 'string' }, { type: 'string' }, { type: 'address' }, { type: 'bytes32' }, { type: 'uint256' }] as const
  return keccak256(encodeAbiParameters(parts, ['x402.dispute.v1', network, payer, authorizationNonce, round]))
}

/** The nonce a refund carries, so that the reader sees on the chain for which dispute it is, and the token takes it once. */
export function refundNonceOf(disputeId: Hex): Hex {
  return keccak256(encodeAbiParameters([{ type: 'string' }, { type: 'bytes32' }], ['x402.refund.v1', disputeId]))
}
