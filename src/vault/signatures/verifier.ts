import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { toHex, type Address } from '../../core/hex'
import type { Verifier } from '../../core/receipt'

/** Checks other people's signatures, on public keys only. Of the secrets of this room it knows none. */
export const verifier: Verifier = { recoverAddress, verifyEs256k, verifyEd25519 }

/** A high s is refused (EIP-2): the same signature has a second spelling that nobody made. */
function recoverAddress(digest: Uint8Array, signature: Uint8Array): Address | null {
  const recovery = recoveryOf(signature)
  if (recovery === null || digest.length !== 32) return null
  return orNull(() => {
    const parsed = secp256k1.Signature.fromBytes(signature.subarray(0, 64), 'compact')
    return parsed.hasHighS() ? null : addressOf(parsed.addRecoveryBit(recovery).recoverPublicKey(digest))
  })
}

/** The parity in the last of 65 bytes, written as Ethereum does (27, 28) or plainly (0, 1). */
function recoveryOf(signature: Uint8Array): 0 | 1 | null {
  if (signature.length !== 65) return null
  switch (signature[64]) {
    case 0:
    case 27:
      return 0
    case 1:
    case 28:
      return 1
    default:
      return null
  }
}

/** A high s is taken: RFC 8812 allows it, and OpenSSL makes one half of the time. */
function verifyEs256k(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Address | null {
  if (signature.length !== 64) return null
  return orNull(() => {
    const good = secp256k1.verify(signature, message, key, { prehash: true, lowS: false, format: 'compact' })
    return good ? addressOf(secp256k1.Point.fromBytes(key)) : null
  })
}

/** Strictly by RFC 8032: what only the looser ZIP-215 accepts would be proof here and none elsewhere. */
function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return orNull(() => ed25519.verify(signature, message, key, { zip215: false })) ?? false
}

/** The Ethereum address of a public key: the last 20 bytes of keccak(x ‖ y). */
function addressOf(point: InstanceType<typeof secp256k1.Point>): Address {
  return toHex(keccak_256(point.toBytes(false).subarray(1)).subarray(12))
}

/** Null where the curve code throws: wrong lengths, numbers out of range, points off the curve. */
function orNull<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch {
    return null
  }
}
