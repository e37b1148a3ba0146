import fc from 'fast-check'
import { hashMessage } from 'viem'
import { describe, expect, it } from 'vitest'
import { toHex } from '../core/hex'
import { signInText } from '../core/signin'
import { anyAddress, anyAsk, anyText, vector } from '../core/signin/signin.fixtures'
import { signInDigest, signInPreimage, signInPurse } from './sign-in'

describe('what is signed for a text', () => {
  it('is what an independent implementation of EIP-191 hashes, in any language', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), anyAsk().map((ask) => signInText(ask, vector.address))), (text) => {
        expect(toHex(signInDigest(text))).toBe(hashMessage(text))
      }),
    )
  })

  it('begins with 0x19 and the letter E, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...signInPreimage(text).subarray(0, 2)]).toEqual([0x19, 0x45])
      }),
    )
  })
})

describe('a text for a purse', () => {
  it('is a sign-in, and names the purse', () => {
    fc.assert(
      fc.property(anyAsk(), anyAddress, (ask, address) => {
        expect(signInPurse(signInText(ask, address))).toBe(address)
      }),
    )
  })

  it.each(['', 'Sign in', `${signInText(vector.ask, vector.address)} `, 'I agree to pay 5 USDC', '\u0019\u0001'])('is not %j', (text) => {
    expect(signInPurse(text)).toBeNull()
  })
})
