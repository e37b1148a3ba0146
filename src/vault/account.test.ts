import { secp256k1 } from '@noble/curves/secp256k1.js'
import fc from 'fast-check'
import { privateKeyToAddress } from 'viem/accounts'
import { expect, it } from 'vitest'
import { toHex } from '../core/hex'
import { addressOf, readyToSign } from './account'

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((key) => secp256k1.utils.isValidSecretKey(key))

it('the address of a key is what others find, before and after the wallet is ready to sign', () => {
  const agrees = () =>
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(addressOf(key)).toBe(privateKeyToAddress(toHex(key)).toLowerCase())
      }),
      { numRuns: 20 },
    )
  agrees()
  readyToSign()
  agrees()
})

it('what is no key has none', () => {
  const order = toHex(secp256k1.Point.Fn.toBytes(secp256k1.Point.Fn.ORDER - 1n))
  expect(addressOf(secp256k1.Point.Fn.toBytes(secp256k1.Point.Fn.ORDER - 1n))).toBe(privateKeyToAddress(order).toLowerCase())
  for (const bytes of [new Uint8Array(32), new Uint8Array(32).fill(255), new Uint8Array(31), new Uint8Array(33)]) expect(() => addressOf(bytes)).toThrow()
})
