import * as v from 'valibot'
import { keyLength, sealOverhead } from './aead'
import { base64Bytes } from './bytes'

/** Entropy of twelve BIP-39 words, in bytes. */
export const seedLength = 16

export const idLength = 16

/** What both formats of the vault have in common. */
export const id = base64Bytes(idLength)
/** Milliseconds since 1970. */
export const createdAt = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Sealed view key ‖ sign key. */
export const wrapped = base64Bytes(2 * keyLength + sealOverhead)
/** BIP-39 entropy, sealed under the sign key. */
export const sealedSeed = base64Bytes(seedLength + sealOverhead)
/** The private key of the purse, sealed under the view key. */
export const sealedPurseKey = base64Bytes(keyLength + sealOverhead)
