import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
// The build of it without hash functions of its own: the wallet has them already.
import { Secret, TOTP } from 'otpauth/bare'

const stepMs = 30_000

/** 160 bits, as RFC 4226 (section 4) recommends, in base32. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

const hmacSha1 = (_: string, key: Uint8Array, message: Uint8Array): Uint8Array => hmac(sha1, key, message)

const totpOf = (secret: string): TOTP =>
  new TOTP({ issuer: 'Farthing', label: 'Wallet', algorithm: 'SHA1', digits: 6, period: stepMs / 1000, secret: Secret.fromBase32(secret), hmac: hmacSha1 })

/** What an authenticator app reads from the QR code (otpauth URI). */
export const codeUri = (secret: string): string => totpOf(secret).toString()

/**
 * The time step of a right code (RFC 6238, one step of tolerance to each side), or null for a wrong one. `now` in milliseconds
 * since 1970. A step up to `usedStep` is refused: each code is good once.
 */
export function codeStep(secret: string, code: string, now: number, usedStep: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 })
  if (delta === null) return null
  const step = Math.floor(now / stepMs) + delta
  return step > usedStep ? step : null
}
