import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeStep, codeUri, newCodeSecret } from './confirmation-code'

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** HOTP (RFC 4226, section 5.3), written from the text. */
function hotp(step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', '12345678901234567890').update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

describe('a confirmation code', () => {
  // The last six of the eight digits in RFC 6238, appendix B.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is at %i seconds what the RFC says', (seconds, code) => {
    expect(codeStep(secret, code, seconds * 1000, -1)).toBe(Math.floor(seconds / 30))
    expect(hotp(Math.floor(seconds / 30))).toBe(code)
  })

  it('is taken half a minute early or late, and no more', () => {
    const now = 100 * 30_000
    for (const step of [99, 100, 101]) expect(codeStep(secret, hotp(step), now, -1)).toBe(step)
    for (const step of [97, 98, 102, 103]) expect(codeStep(secret, hotp(step), now, -1)).toBeNull()
  })

  it('is good once, and so is everything before it', () => {
    const now = 100 * 30_000
    const used = codeStep(secret, hotp(100), now, -1) ?? 0
    expect(codeStep(secret, hotp(100), now, used)).toBeNull()
    expect(codeStep(secret, hotp(99), now, used)).toBeNull()
    expect(codeStep(secret, hotp(101), now, used)).toBe(101)
  })

  it.each(['', '12345', '1234567', 'abcdef', '      '])('is not %j', (code) => {
    expect(codeStep(secret, code, 59_000, -1)).toBeNull()
  })

  it('has a secret of 160 bits, like no other, that an app can read', () => {
    const made = newCodeSecret()
    expect(made).toMatch(/^[A-Z2-7]{32}$/)
    expect(newCodeSecret()).not.toBe(made)
    expect(codeUri(made)).toContain(`secret=${made}`)
    expect(codeUri(made)).toMatch(/^otpauth:\/\/totp\/Farthing:Wallet\?/)
  })
})
