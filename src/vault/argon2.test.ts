import { argon2id } from '@noble/hashes/argon2.js'
import { toHex } from '../core/hex'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { argon2Schema, defaultCost, passwordKey, type Argon2Params } from './argon2'
import { toBase64 } from './bytes'

const salt = Uint8Array.from({ length: 16 }, (_, at) => at)
const least: Argon2Params = { algorithm: 'argon2id', memoryKiB: 19 * 1024, iterations: 1, parallelism: 1, salt: toBase64(salt) }

describe('the password key', () => {
  it('is what an independent Argon2id gives', async () => {
    const password = 'pâté, a farthing’s worth'
    const expected = argon2id(password, salt, { m: least.memoryKiB, t: least.iterations, p: 1, dkLen: 32 })
    expect(toHex(await passwordKey(password, least, salt))).toBe(toHex(expected))
  })

  it('is the same however the letters were composed', async () => {
    const composed = await passwordKey('caf\u00e9 ﬁne', least, salt)
    expect(await passwordKey('cafe\u0301 fine', least, salt)).toEqual(composed)
    expect(await passwordKey('cafe fine', least, salt)).not.toEqual(composed)
  })
})

describe('stored parameters', () => {
  it('are the design’s by default', () => {
    expect(defaultCost).toEqual({ memoryKiB: 65_536, iterations: 3 })
    expect(v.is(argon2Schema, { ...least, ...defaultCost })).toBe(true)
  })

  it.each([
    { memoryKiB: 19 * 1024 - 1 },
    { memoryKiB: 1024 * 1024 + 1 },
    { memoryKiB: 20_000.5 },
    { memoryKiB: NaN },
    { memoryKiB: '65536' },
    { iterations: 0 },
    { iterations: 11 },
    { parallelism: 2 },
    { algorithm: 'argon2i' },
    { salt: toBase64(salt.subarray(1)) },
    { salt: 'AAECAwQFBgcICQoLDA0ODx==' },
    { salt: 'not base64 at all.......' },
    { secret: 'x' },
  ])('are refused with %j', (change) => {
    expect(v.is(argon2Schema, { ...least, ...change })).toBe(false)
  })
})
