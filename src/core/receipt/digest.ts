import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { once } from '../once'
import type { OfferPayload, ReceiptPayload } from './statement'

const keccakText = (text: string): Uint8Array => keccak_256(utf8ToBytes(text))
const uintWord = (value: number): Uint8Array => hexToBytes(value.toString(16).padStart(64, '0'))

/** Chain 1 whatever the network that is paid on: the extension fixes it, because the payload names the network. */
const chainId = 1

/** EIP-712 domain separator of one kind of statement. */
function domain(name: string): Uint8Array {
  const type = keccakText('EIP712Domain(string name,string version,uint256 chainId)')
  return keccak_256(concatBytes(type, keccakText(name), keccakText('1'), uintWord(chainId)))
}

const offerDomain = once(() => domain('x402 offer'))
const receiptDomain = once(() => domain('x402 receipt'))

const offerType = once(() =>
  keccakText(
    'Offer(uint256 version,string resourceUrl,string scheme,string network,string asset,string payTo,string amount,uint256 validUntil)',
  ),
)
const receiptType = once(() =>
  keccakText(
    'Receipt(uint256 version,string network,string resourceUrl,string payer,uint256 issuedAt,string transaction)',
  ),
)

/** The 32 bytes that are signed for an offer (EIP-712). */
export function offerDigest({ version, resourceUrl, scheme, network, asset, payTo, amount, validUntil }: OfferPayload): Uint8Array {
  const texts = [resourceUrl, scheme, network, asset, payTo, amount].map(keccakText)
  return digest(offerDomain(), concatBytes(offerType(), uintWord(version), ...texts, uintWord(validUntil)))
}

/** The 32 bytes that are signed for a receipt (EIP-712). */
export function receiptDigest({ version, network, resourceUrl, payer, issuedAt, transaction }: ReceiptPayload): Uint8Array {
  const texts = [network, resourceUrl, payer].map(keccakText)
  return digest(receiptDomain(), concatBytes(receiptType(), uintWord(version), ...texts, uintWord(issuedAt), keccakText(transaction)))
}

function digest(separator: Uint8Array, struct: Uint8Array): Uint8Array {
  return keccak_256(concatBytes(Uint8Array.of(0x19, 0x01), separator, keccak_256(struct)))
}
