import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { isAddress, isBytes32, type Address, type Bytes32, type Hex } from '../hex'
import type { NetworkId } from '../networks/networks'
import { once } from '../once'
import type { WireReason } from './problem'

/**
 * What the reader signs to ask for money back. EIP-712 struct of the same name; the domain's name is no token's, so that the
 * signature can move nothing. Times are unix seconds, `amount` atomic units.
 */
export interface RefundRequest {
  readonly version: 1
  readonly disputeId: Bytes32
  readonly network: NetworkId
  /** The settlement; empty where it is not known. */
  readonly transaction: Hex | ''
  readonly authorizationNonce: Bytes32
  readonly asset: Address
  readonly payTo: Address
  readonly payer: Address
  readonly resourceUrl: string
  readonly amount: bigint
  readonly reason: WireReason
  readonly refundTo: Address
  readonly evidenceHash: Bytes32
  /** UUID: the same request again is no other request. */
  readonly idempotencyKey: string
  readonly issuedAt: number
  readonly respondBy: number
}

const address = v.custom<Address>((value) => typeof value === 'string' && isAddress(value))
const bytes32 = v.custom<Bytes32>((value) => typeof value === 'string' && isBytes32(value))
const network = v.custom<NetworkId>((value) => typeof value === 'string' && /^eip155:[1-9][0-9]{0,15}$/.test(value))
const seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2 ** 40))

/** In memory and on the disk, where amounts are bigints. */
export const refundRequestSchema: v.GenericSchema<unknown, RefundRequest> = v.strictObject({
  version: v.literal(1),
  disputeId: bytes32,
  network,
  transaction: v.union([v.literal(''), bytes32]),
  authorizationNonce: bytes32,
  asset: address,
  payTo: address,
  payer: address,
  resourceUrl: v.pipe(v.string(), v.maxLength(2048)),
  amount: v.pipe(v.bigint(), v.check((amount) => amount > 0n && amount < 1n << 256n)),
  reason: v.picklist(['service_not_delivered', 'service_defective', 'duplicate_payment', 'overcharge', 'customer_request', 'other']),
  refundTo: address,
  evidenceHash: bytes32,
  idempotencyKey: v.pipe(v.string(), v.uuid()),
  issuedAt: seconds,
  respondBy: seconds,
})

const keccakText = (text: string): Uint8Array => keccak_256(utf8ToBytes(text))
const uintWord = (value: number): Uint8Array => hexToBytes(value.toString(16).padStart(64, '0'))

/** Chain 1 whatever the network that was paid on, as for signed offers: the message names the network. */
const domain = once(() =>
  keccak_256(
    concatBytes(keccakText('EIP712Domain(string name,string version,uint256 chainId)'), keccakText('x402 refund request'), keccakText('1'), uintWord(1)),
  ),
)

const structType = once(() =>
  keccakText(
    'RefundRequest(uint256 version,bytes32 disputeId,string network,string transaction,bytes32 authorizationNonce,string asset,string payTo,string payer,string resourceUrl,string amount,string reason,string refundTo,bytes32 evidenceHash,string idempotencyKey,uint256 issuedAt,uint256 respondBy)',
  ),
)

/** The 32 bytes that are signed for a request (EIP-712). */
export function refundRequestDigest(request: RefundRequest): Uint8Array {
  const struct = keccak_256(
    concatBytes(
      structType(),
      uintWord(request.version),
      hexToBytes(request.disputeId.slice(2)),
      keccakText(request.network),
      keccakText(request.transaction),
      hexToBytes(request.authorizationNonce.slice(2)),
      keccakText(request.asset),
      keccakText(request.payTo),
      keccakText(request.payer),
      keccakText(request.resourceUrl),
      keccakText(request.amount.toString()),
      keccakText(request.reason),
      keccakText(request.refundTo),
      hexToBytes(request.evidenceHash.slice(2)),
      keccakText(request.idempotencyKey),
      uintWord(request.issuedAt),
      uintWord(request.respondBy),
    ),
  )
  return keccak_256(concatBytes(Uint8Array.of(0x19, 0x01), domain(), struct))
}

/** The message as typed data travel: integers as decimal text. */
export function requestMessage({ version, amount, issuedAt, respondBy, ...texts }: RefundRequest): Readonly<Record<string, string>> {
  return { version: String(version), ...texts, amount: amount.toString(), issuedAt: String(issuedAt), respondBy: String(respondBy) }
}

/** What goes out beside the message. */
export interface Enclosed {
  /** `Evidence` in canonical JSON: hashes, and what the seller knows from the chain. */
  readonly evidence: string
  /** The texts that the reader shows, by name. */
  readonly items: Readonly<Record<string, string>>
  readonly words: string
  /** The seller's signed receipt, if the reader shows it; JSON text. */
  readonly receipt: string | null
}

/**
 * The body of the request: the fields of x402's refund extension, so that any server that knows it understands, and ours below
 * `farthing`, which others leave alone.
 */
export function requestBody(request: RefundRequest, signature: Hex, { evidence, items, words, receipt }: Enclosed): string {
  const { transaction, network, amount, reason, refundTo, idempotencyKey } = request
  return JSON.stringify({
    x402Version: 2,
    paymentReference: { txHash: transaction, network },
    amount: amount.toString(),
    reason,
    ...(words !== '' && { reasonDetail: words }),
    refundTo,
    idempotencyKey,
    ...(receipt !== null && { receipt: JSON.parse(receipt) as unknown }),
    payerSignature: signature,
    farthing: { v: 1, message: requestMessage(request), evidence: JSON.parse(evidence) as unknown, items },
  })
}
