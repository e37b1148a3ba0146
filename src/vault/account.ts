import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { HDKey } from '@scure/bip32'
import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeed } from '@scure/bip39'
import { toHex, type Address } from '../core/hex'
import { seedLength } from './record-fields'
import { recoveryWords } from './recovery-words'

/** How many purses a wallet has at most, the first among them. */
export const mostPurses = 8

/** BIP-44 path of an Ethereum account: other wallets find the purses under the same words, in the same order. */
const pursePath = (index: number): string => `m/44'/60'/0'/0/${index}`

export const newEntropy = (): Uint8Array => randomBytes(seedLength)

/** The twelve BIP-39 words of 16 bytes of entropy. */
export const wordsOf = (entropy: Uint8Array): readonly string[] => entropyToMnemonic(entropy, recoveryWords()).split(' ')

/** Reads twelve words as people type them: any case, any spacing. Null when a word or the checksum is wrong. */
export function entropyOf(text: string): Uint8Array | null {
  const words = text.normalize('NFKD').toLowerCase().trim().split(/\s+/)
  if (words.length !== 12) return null
  try {
    return mnemonicToEntropy(words.join(' '), recoveryWords())
  } catch {
    return null
  }
}

/** The private keys of purses by their numbers, from 0 (BIP-39 without passphrase, BIP-32). The caller erases them. */
export async function pursePrivateKeys(entropy: Uint8Array, indexes: readonly number[]): Promise<readonly { readonly index: number; readonly key: Uint8Array }[]> {
  const seed = await mnemonicToSeed(entropyToMnemonic(entropy, recoveryWords()))
  const root = HDKey.fromMasterSeed(seed)
  seed.fill(0)
  try {
    return indexes.map((index) => ({ index, key: keyAt(root, index) }))
  } finally {
    root.wipePrivateData()
  }
}

/** The private key of the first purse. */
export async function pursePrivateKey(entropy: Uint8Array): Promise<Uint8Array> {
  const [first] = await pursePrivateKeys(entropy, [0])
  if (first === undefined) throw new Error('No account for these words.')
  return first.key
}

function keyAt(root: HDKey, index: number): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index >= mostPurses) throw new Error('There is no such purse.')
  const account = root.derive(pursePath(index))
  const key = account.privateKey
  account.wipePrivateData()
  // BIP-32 gives no key with probability below 2^-127.
  if (key === null) throw new Error('No account for these words.')
  return key
}

const { Point } = secp256k1

/**
 * The Ethereum address of a private key: the last 20 bytes of keccak(public key). Throws where it is none.
 * A worker that wakes up needs this one product of the curve and no other: it does not make the table for many, which takes
 * six times as long (see readyToSign).
 */
export function addressOf(privateKey: Uint8Array): Address {
  const plainBase = Point.fromAffine(Point.BASE.toAffine())
  const publicKey = plainBase.multiply(Point.Fn.fromBytes(privateKey)).toBytes(false)
  return toHex(keccak_256(publicKey.subarray(1)).subarray(12))
}

/** Makes the table with which signatures are quick, where there is none yet. Some tens of milliseconds, once in the life of a worker. */
export function readyToSign(): void {
  Point.BASE.multiply(Point.Fn.ONE)
}
