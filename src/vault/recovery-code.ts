import { randomBytes } from '@noble/hashes/utils.js'

/** Crockford's base32: no I, L, O or U, so that nothing read off paper is in doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 26 digits of five bits: 130 bits. */
const secretLength = 26
const checkLength = 2
const group = 4

/**
 * The largest prime that two digits hold. Being prime and above 32 it notices every single wrong digit and every
 * swap of neighbours, as Crockford's own modulus 37 does, but needs none of its five extra signs (*~$=U), which
 * get lost between dashes, and lets one in 1,021 other mistakes through instead of one in 37. A hash cut to
 * two digits would promise nothing about the commonest mistakes.
 */
const checkModulus = 1021

/** The 26 digits (0 to 31) of a new code. */
export const newRecoverySecret = (): Uint8Array => randomBytes(secretLength).map((byte) => byte & 31)

/** A code as it is shown, once: 28 characters in seven groups, the last two of them a checksum. */
export function spellRecoveryCode(secret: Uint8Array): string {
  const check = checkOf(secret)
  const characters = [...secret, check >> 5, check & 31].map((digit) => alphabet.charAt(digit))
  const starts = Array.from({ length: characters.length / group }, (_, at) => at * group)
  return starts.map((at) => characters.slice(at, at + group).join('')).join('-')
}

/**
 * The digits of a code as people type it: any case, any spaces and dashes, O for 0, I and L for 1.
 * Null when it is not a code or the checksum is wrong.
 */
export function readRecoveryCode(text: string): Uint8Array | null {
  const digits = Array.from(plain(text), (character) => alphabet.indexOf(character))
  if (digits.length !== secretLength + checkLength || digits.includes(-1)) return null
  const secret = Uint8Array.from(digits.slice(0, secretLength))
  const [high = 0, low = 0] = digits.slice(secretLength)
  if (checkOf(secret) === high * 32 + low) return secret
  secret.fill(0)
  return null
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212\u00ad]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

const checkOf = (secret: Uint8Array): number => secret.reduce((remainder, digit) => (remainder * 32 + digit) % checkModulus, 0)
