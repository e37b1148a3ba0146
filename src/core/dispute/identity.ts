import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { toHex, type Address, type Bytes32 } from '../hex'
import type { NetworkId } from '../networks/networks'

/** What a dispute is known by to both sides. */
export interface DisputeIdentity {
  readonly network: NetworkId
  readonly payer: Address
  /** Of the authorization that paid. */
  readonly nonce: Bytes32
  /** 1 for the first request about a payment, one more for each after it. */
  readonly round: number
}

const word = 32
const uintWord = (value: number | bigint): Uint8Array => hexToBytes(value.toString(16).padStart(2 * word, '0'))

/** A text in the tail of an ABI encoding (Solidity ABI, "string"): its length, then its bytes up to a whole word. */
function textTail(text: string): Uint8Array {
  const bytes = utf8ToBytes(text)
  return concatBytes(uintWord(bytes.length), bytes, new Uint8Array((word - (bytes.length % word)) % word))
}

/** keccak256(abi.encode("x402.dispute.v1", network, payer, nonce, round)). Vectors: shared with sellers, see identity.test.ts. */
export function disputeIdOf({ network, payer, nonce, round }: DisputeIdentity): Bytes32 {
  const head = 5 * word
  const name = textTail('x402.dispute.v1')
  return toHex(
    keccak_256(
      concatBytes(
        uintWord(head),
        uintWord(head + name.length),
        hexToBytes(payer.slice(2).padStart(2 * word, '0')),
        hexToBytes(nonce.slice(2)),
        uintWord(round),
        name,
        textTail(network),
      ),
    ),
  )
}

/**
 * The EIP-3009 nonce that the refund is asked to carry: keccak256(abi.encode("x402.refund.v1", disputeId)). The token takes it once
 * from each account, so that one look at the chain tells whether this dispute was refunded, whoever brought the refund there.
 */
export function refundNonceOf(disputeId: Bytes32): Bytes32 {
  return toHex(keccak_256(concatBytes(uintWord(2 * word), hexToBytes(disputeId.slice(2)), textTail('x402.refund.v1'))))
}

/** The same for the same dispute, whoever makes it and how often: two windows, or a worker that died, make one request. A UUID of version 8 (RFC 9562). */
export function idempotencyKeyOf(disputeId: Bytes32): string {
  const bytes = sha256(hexToBytes(disputeId.slice(2))).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
