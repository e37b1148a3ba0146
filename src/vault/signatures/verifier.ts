import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { toHex, type Address } from '../../core/hex'
import type { Verifier } from '../../core/receipt'

/** Checks other people's signatures, on public keys only. Of the secrets of this room it knows none. */
export const verifier: Verifier = { recoverAddress, verifyEs256k, verifyEd25519 }

function recoverAddress(digest: Uint8Array, signature: Uint8Array): Address | null {
  const key = recoverKey(digest, signature)
  return key === null ? null : addressOf(key)
}

type Point = InstanceType<typeof secp256k1.Point>
type Parsed = InstanceType<typeof secp256k1.Signature>

function recoverKey(digest: Uint8Array, signature: Uint8Array): Point | null {
  return orNull(() => parse(digest, signature)?.recoverPublicKey(digest) ?? null)
}

/** A high s is refused (EIP-2): the same signature has a second spelling that nobody made. Throws where a number is out of range. */
function parse(digest: Uint8Array, signature: Uint8Array): Parsed | null {
  const recovery = recoveryOf(signature)
  if (recovery === null || digest.length !== 32) return null
  const parsed = secp256k1.Signature.fromBytes(signature.subarray(0, 64), 'compact')
  return parsed.hasHighS() ? null : parsed.addRecoveryBit(recovery)
}

/** From how many signatures on it pays to prepare for more of the same key. */
const manyOfOne = 32

/**
 * Tells of many signatures whether an account gave them, as recoverAddress would. Its key is recovered from the first one that is
 * its own; checking another under a key that is known takes a third of recovering it.
 */
export function signatureCheck(account: Address): (digest: Uint8Array, signature: Uint8Array) => boolean {
  let key: Point | null = null
  let checked = 0
  return (digest, signature) => {
    if (key === null) {
      const recovered = recoverKey(digest, signature)
      if (recovered === null || addressOf(recovered) !== account) return false
      key = recovered
      return true
    }
    checked += 1
    if (checked === manyOfOne) key.precompute()
    const known = key
    return orNull(() => isBy(known, digest, parse(digest, signature))) ?? false
  }
}

/** ECDSA (SEC 1, 4.1.4), and that the point it ends at is the one the signature names by its parity. */
function isBy(key: Point, digest: Uint8Array, parsed: Parsed | null): boolean {
  if (parsed === null) return false
  const { Point } = secp256k1
  const { Fn } = Point
  const inverse = Fn.inv(parsed.s)
  const ofBase = Fn.mul(Fn.create(BigInt(toHex(digest))), inverse)
  const ofKey = Fn.mul(parsed.r, inverse)
  const { x, y } = Point.BASE.multiplyUnsafe(ofBase).add(key.multiplyUnsafe(ofKey)).toAffine()
  return x === parsed.r && Number(y & 1n) === parsed.recovery
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
function addressOf(point: Point): Address {
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
