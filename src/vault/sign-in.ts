import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Address } from '../core/hex'
import { readSignInText } from '../core/signin'

export type SignInSigningFault = 'locked' | 'not-a-sign-in' | 'not-this-purse'

/** The account that a text signs in, which must be a sign-in (EIP-4361) to the last byte; null where it is none. */
export const signInPurse = (text: string): Address | null => readSignInText(text)?.address ?? null

/**
 * What is hashed for a text (EIP-191, version 0x45): 0x19, "Ethereum Signed Message:", a newline, the length in bytes, the text.
 * It begins with 0x19 0x45; what is hashed for a transfer begins with 0x19 0x01. So neither can ever be the other.
 */
export function signInPreimage(text: string): Uint8Array {
  const bytes = utf8ToBytes(text)
  return concatBytes(Uint8Array.of(0x19), utf8ToBytes(`Ethereum Signed Message:\n${bytes.length}`), bytes)
}

/** The 32 bytes that are signed for a text. */
export const signInDigest = (text: string): Uint8Array => keccak_256(signInPreimage(text))
