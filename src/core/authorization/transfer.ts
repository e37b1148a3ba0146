import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { isAddress, isBytes32, toHex, type Address, type Bytes32 } from '../hex'
import { networks, type Network, type NetworkId } from '../networks/networks'
import { once } from '../once'
import { err, ok, type Result } from '../result'

/**
 * The message of EIP-3009 `transferWithAuthorization`: what a reader's approval signs.
 * Amounts in atomic units of the asset, times in unix seconds.
 */
export interface TransferAuthorization {
  readonly network: NetworkId
  readonly asset: Address
  readonly from: Address
  readonly to: Address
  readonly value: bigint
  readonly validAfter: bigint
  readonly validBefore: bigint
  readonly nonce: Bytes32
}

/** Everything that the signed bytes say. `domain` is the token's own pinned EIP-712 name and version. */
export interface DecodedTransfer {
  readonly authorization: TransferAuthorization
  readonly domain: { readonly name: string; readonly version: string }
}

/**
 * Why a transfer cannot be encoded, or bytes are not a transfer this wallet signs.
 * - wrong-length, wrong-type: not the two preimages below, or not of these EIP-712 types
 * - dirty-padding: an address word with bits outside its 20 bytes
 * - unknown-token: the chain, contract, name and version are not together one of the pinned tokens
 * - out-of-range: a field does not fit its Solidity type
 */
export type TransferFault = 'wrong-length' | 'wrong-type' | 'dirty-padding' | 'unknown-token' | 'out-of-range'

const word = 32
const domainWords = 5
const structWords = 7

/** Length of an encoded transfer in bytes. */
export const transferLength = (domainWords + structWords) * word

const keccakText = (text: string): Uint8Array => keccak_256(utf8ToBytes(text))

/** EIP-712 `encodeType` of the two structs, hashed. */
const domainType = once(() => keccakText('EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'))
const structType = once(() =>
  keccakText(
    'TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)',
  ),
)

/**
 * The canonical bytes of a transfer: shown to the reader through decodeTransfer and signed through transferDigest,
 * so that what is seen is what is signed. They are the two EIP-712 `encodeData` preimages behind each other,
 * twelve 32-byte words, big-endian:
 *
 *   0 domain type hash   1 keccak(name)   2 keccak(version)   3 chainId   4 verifyingContract
 *   5 struct type hash   6 from   7 to   8 value   9 validAfter   10 validBefore   11 nonce
 *
 * The token's name and version come from the pinned table, never from the wire.
 */
export function encodeTransfer(authorization: TransferAuthorization): Result<Uint8Array, TransferFault> {
  const pinned = networks.find(({ id, token }) => id === authorization.network && token.address === authorization.asset)
  if (pinned === undefined) return err('unknown-token')
  const { from, to, value, validAfter, validBefore, nonce } = authorization
  const fits = [value, validAfter, validBefore].every(isUint256)
  if (!fits || !isAddress(from) || !isAddress(to) || !isBytes32(nonce)) return err('out-of-range')
  return ok(
    concatBytes(
      domainOf(pinned).preimage,
      structType(),
      addressWord(from),
      addressWord(to),
      uintWord(value),
      uintWord(validAfter),
      uintWord(validBefore),
      hexToBytes(nonce.slice(2)),
    ),
  )
}

/**
 * Reads back what encodeTransfer wrote, and nothing else: every accepted input is exactly the encoding
 * of the returned value.
 */
export function decodeTransfer(bytes: Uint8Array): Result<DecodedTransfer, TransferFault> {
  if (bytes.length !== transferLength) return err('wrong-length')
  if (!sameBytes(wordAt(bytes, 0), domainType()) || !sameBytes(wordAt(bytes, domainWords), structType())) return err('wrong-type')
  if (![4, 6, 7].every((index) => isClean(wordAt(bytes, index)))) return err('dirty-padding')
  const domain = bytes.subarray(0, domainWords * word)
  const pinned = networks.find((network) => sameBytes(domain, domainOf(network).preimage))
  if (pinned === undefined) return err('unknown-token')
  const { token } = pinned
  return ok({
    authorization: {
      network: pinned.id,
      asset: token.address,
      from: addressAt(bytes, 6),
      to: addressAt(bytes, 7),
      value: uintAt(bytes, 8),
      validAfter: uintAt(bytes, 9),
      validBefore: uintAt(bytes, 10),
      nonce: toHex(wordAt(bytes, 11)),
    },
    domain: { name: token.name, version: token.version },
  })
}

/**
 * The 32 bytes that are signed for an encoded transfer (EIP-712):
 * keccak(0x19 0x01 ‖ keccak(domain preimage) ‖ keccak(struct preimage)).
 */
export function transferDigest(bytes: Uint8Array): Uint8Array {
  const split = domainWords * word
  const domain = bytes.subarray(0, split)
  const known = networks.find((network) => sameBytes(domain, domainOf(network).preimage))
  return keccak_256(concatBytes(Uint8Array.of(0x19, 0x01), known === undefined ? keccak_256(domain) : domainOf(known).digest, keccak_256(bytes.subarray(split))))
}

interface Domain {
  readonly preimage: Uint8Array
  readonly digest: Uint8Array
}

/** Reckoned once for each pinned token: a file brings signatures by the ten thousand. */
const domains = new Map<Network, Domain>()

function domainOf(network: Network): Domain {
  const known = domains.get(network)
  if (known !== undefined) return known
  const { token, chainId } = network
  const preimage = concatBytes(domainType(), keccakText(token.name), keccakText(token.version), uintWord(BigInt(chainId)), addressWord(token.address))
  const domain = { preimage, digest: keccak_256(preimage) }
  domains.set(network, domain)
  return domain
}

const isUint256 = (value: bigint): boolean => value >= 0n && value < 1n << 256n
const uintWord = (value: bigint): Uint8Array => hexToBytes(value.toString(16).padStart(2 * word, '0'))
const addressWord = (address: Address): Uint8Array => hexToBytes(address.slice(2).padStart(2 * word, '0'))

const wordAt = (bytes: Uint8Array, index: number): Uint8Array => bytes.subarray(index * word, (index + 1) * word)
const uintAt = (bytes: Uint8Array, index: number): bigint => BigInt(`0x${bytesToHex(wordAt(bytes, index))}`)
const addressAt = (bytes: Uint8Array, index: number): Address => toHex(wordAt(bytes, index).subarray(12))
const isClean = (addressBytes: Uint8Array): boolean => addressBytes.subarray(0, 12).every((byte) => byte === 0)
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
