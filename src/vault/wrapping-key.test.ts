import { hkdfSync } from 'node:crypto'
import { argon2id } from '@noble/hashes/argon2.js'
import { describe, expect, it } from 'vitest'
import type { Factor } from './factor'
import { format2 } from './format-2.fixtures'
import { readRecord, type SlotHeader } from './record'
import { wrappingKey } from './wrapping-key'

const { factors } = format2
const headers: readonly SlotHeader[] = readRecord(format2.record)?.slots ?? []
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64')
const passwordKey = (password: string, salt: string): Uint8Array => argon2id(password, bytes(salt), { m: 19 * 1024, t: 1, p: 1, dkLen: 32 })

async function keyOf(factor: Factor): Promise<string> {
  const header = headers.find(({ kind }) => kind === factor.kind)
  const key = header === undefined ? null : await wrappingKey(header, factor)
  return key === null ? 'none' : Buffer.from(key).toString('hex')
}

const hkdf = (secret: Uint8Array, mix: string, info: string): string => Buffer.from(hkdfSync('sha256', secret, bytes(mix), info, 32)).toString('hex')

describe('the key of a slot is what independent implementations give', () => {
  const [, passkey, both, recovery] = format2.record.slots

  it('for a passkey', async () => {
    expect(await keyOf(factors.passkey)).toBe(hkdf(bytes(factors.passkey.prf), passkey.mix, 'farthing/passkey/1'))
  })

  it('for a password and a passkey', async () => {
    const { password, prf } = factors['password+passkey']
    const secret = Buffer.concat([passwordKey(password, both.kdf.salt), bytes(prf)])
    expect(await keyOf(factors['password+passkey'])).toBe(hkdf(secret, both.mix, 'farthing/password+passkey/1'))
  })

  it('for a recovery code', async () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const digits = Array.from(factors.recovery.code.replaceAll('-', '').slice(0, 26), (sign) => alphabet.indexOf(sign))
    expect(await keyOf(factors.recovery)).toBe(hkdf(Uint8Array.from(digits), recovery.mix, 'farthing/recovery/1'))
  })

  it('for a password', async () => {
    const [{ kdf }] = format2.record.slots
    expect(await keyOf(factors.password)).toBe(Buffer.from(passwordKey(factors.password.password, kdf.salt)).toString('hex'))
  })
})
