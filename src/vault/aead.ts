import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export const keyLength = 32
export const nonceLength = 24
export const tagLength = 16

/** Bytes that sealing adds to a plaintext: the nonce in front and the Poly1305 tag behind. */
export const sealOverhead = nonceLength + tagLength

/**
 * Seals under XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) with a fresh random nonce: nonce ‖ ciphertext ‖ tag.
 * The nonce is long enough to be drawn at random for the life of a key.
 */
export function seal(key: Uint8Array, plaintext: Uint8Array, context: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceLength)
  return concatBytes(nonce, xchacha20poly1305(key, nonce, context).encrypt(plaintext))
}

/** The plaintext, or null when key, context or a single byte is not what it was at sealing. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array | null {
  if (sealed.length < sealOverhead) return null
  try {
    return xchacha20poly1305(key, sealed.subarray(0, nonceLength), context).decrypt(sealed.subarray(nonceLength))
  } catch {
    return null
  }
}

/** A key for one purpose (HKDF-SHA256, RFC 5869, no salt), so that no key does two things. */
export function subkey(key: Uint8Array, purpose: string): Uint8Array {
  return hkdf(sha256, key, undefined, utf8ToBytes(`farthing/${purpose}/1`), keyLength)
}
