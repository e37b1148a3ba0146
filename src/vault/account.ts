import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { HDKey } from '@scure/bip32'
import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeed } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { toHex, type Address } from '../core/hex'
import { seedLength } from './record-fields'

/** BIP-44 path of the first Ethereum account: other wallets find the purse under the same words. */
const pursePath = "m/44'/60'/0'/0/0"

export const newEntropy = (): Uint8Array => randomBytes(seedLength)

/** The twelve BIP-39 words of 16 bytes of entropy. */
export const wordsOf = (entropy: Uint8Array): readonly string[] => entropyToMnemonic(entropy, wordlist).split(' ')

/** Reads twelve words as people type them: any case, any spacing. Null when a word or the checksum is wrong. */
export function entropyOf(text: string): Uint8Array | null {
  const words = text.normalize('NFKD').toLowerCase().trim().split(/\s+/)
  if (words.length !== 12) return null
  try {
    return mnemonicToEntropy(words.join(' '), wordlist)
  } catch {
    return null
  }
}

/** The private key of the purse (BIP-39 without passphrase, BIP-32). */
export async function pursePrivateKey(entropy: Uint8Array): Promise<Uint8Array> {
  const seed = await mnemonicToSeed(entropyToMnemonic(entropy, wordlist))
  const root = HDKey.fromMasterSeed(seed)
  const account = root.derive(pursePath)
  const key = account.privateKey
  seed.fill(0)
  root.wipePrivateData()
  account.wipePrivateData()
  // BIP-32 gives no key with probability below 2^-127.
  if (key === null) throw new Error('No account for these words.')
  return key
}

/** The Ethereum address of a private key: the last 20 bytes of keccak(public key). */
export function addressOf(privateKey: Uint8Array): Address {
  const publicKey = secp256k1.getPublicKey(privateKey, false)
  return toHex(keccak_256(publicKey.subarray(1)).subarray(12))
}
