import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { parseSIWxHeader, verifySIWxSignature } from '@x402/extensions/sign-in-with-x'
import fc from 'fast-check'
import { recoverMessageAddress, recoverAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { toChecksumAddress } from '../core/authorization/address'
import { anyTransfer } from '../core/authorization/transfer.fixtures'
import { encodeTransfer, transferDigest, transferLength, type TransferAuthorization } from '../core/authorization/transfer'
import { toHex } from '../core/hex'
import { signInText, writeSignIn } from '../core/signin'
import { anyAsk, plainStatement, vector } from '../core/signin/signin.fixtures'
import { addressOf } from './account'
import { Keyring } from './keyring'
import { signInDigest, signInPreimage } from './sign-in'
import { value } from './vault.fixtures'

const keyring = (privateKey: Uint8Array = hexToBytes(vector.privateKey.slice(2))): Keyring =>
  new Keyring(new Uint8Array(32).fill(9), privateKey, addressOf(privateKey))
const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((key) => secp256k1.utils.isValidSecretKey(key))
const purse = keyring()

const encoded = (authorization: TransferAuthorization): Uint8Array => value(encodeTransfer(authorization))
const anyOwnTransfer = anyTransfer.map((transfer) => encoded({ ...transfer, from: purse.address }))

/** A sign-in text of exactly as many bytes as a transfer has. */
function asLongAsATransfer(): string {
  const rest = transferLength - signInText({ ...vector.ask, statement: 'x', resources: [] }, purse.address).length
  return signInText({ ...vector.ask, statement: 'x'.repeat(rest + 1), resources: [] }, purse.address)
}

describe('signing in', () => {
  it('gives the signature of golden vector V7, byte for byte, every time', () => {
    const text = signInText(vector.ask, purse.address)
    expect(purse.address).toBe(vector.address)
    expect(purse.signSignIn(text)).toEqual({ ok: true, value: vector.signature })
    expect(purse.signSignIn(text)).toEqual({ ok: true, value: vector.signature })
  })

  it('equals an independent implementation for any text and key, with a low s and v 27 or 28', async () => {
    await fc.assert(
      fc.asyncProperty(anyAsk(), anyKey, async (ask, privateKey) => {
        const text = signInText(ask, addressOf(privateKey))
        const expected = await privateKeyToAccount(toHex(privateKey)).signMessage({ message: text })
        const signature = value(keyring(privateKey.slice()).signSignIn(text))
        expect(signature).toBe(expected)
        expect(['1b', '1c']).toContain(signature.slice(-2))
        expect(BigInt(`0x${signature.slice(66, 130)}`)).toBeLessThanOrEqual(secp256k1.Point.Fn.ORDER / 2n)
      }),
      { numRuns: 100 },
    )
  })

  it('convinces the official server’s check', async () => {
    await fc.assert(
      fc.asyncProperty(anyAsk(plainStatement), async (ask) => {
        const signature = value(purse.signSignIn(signInText(ask, purse.address)))
        const payload = parseSIWxHeader(writeSignIn(ask, purse.address, signature).value)
        expect(await verifySIWxSignature(payload)).toEqual({ isValid: true, payer: toChecksumAddress(purse.address) })
      }),
      { numRuns: 50 },
    )
  })

  it('is refused for anything else than a sign-in of this purse', () => {
    const text = signInText(vector.ask, purse.address)
    for (const wrong of ['', 'Sign in', `${text}\n`, text.replace('https:', 'http:'), text.replace('Version: 1', 'Version: 2')]) {
      expect(purse.signSignIn(wrong)).toEqual({ ok: false, error: 'not-a-sign-in' })
    }
    const other = signInText(vector.ask, '0x209693bc6afc0c5328ba36faf03c514ef312287c')
    expect(purse.signSignIn(other)).toEqual({ ok: false, error: 'not-this-purse' })
  })

  it('is refused once wiped', () => {
    const wiped = keyring()
    wiped.wipe()
    expect(wiped.signSignIn(signInText(vector.ask, purse.address))).toEqual({ ok: false, error: 'locked' })
    expect(wiped.signSignIn('')).toEqual({ ok: false, error: 'locked' })
  })
})

describe('a sign-in is never a transfer', () => {
  it('no sign-in text is taken for a transfer, of whatever length', () => {
    const text = asLongAsATransfer()
    expect(utf8ToBytes(text)).toHaveLength(transferLength)
    expect(purse.signSignIn(text).ok).toBe(true)
    expect(purse.signTransfer(utf8ToBytes(text))).toEqual({ ok: false, error: 'not-a-transfer' })
    fc.assert(
      fc.property(anyAsk(), (ask) => {
        const any = signInText(ask, purse.address)
        for (const bytes of [utf8ToBytes(any), signInPreimage(any), signInDigest(any)]) expect(purse.signTransfer(bytes)).toEqual({ ok: false, error: 'not-a-transfer' })
      }),
    )
  })

  it('no transfer is taken for a sign-in, however its bytes are made a text', () => {
    fc.assert(
      fc.property(anyOwnTransfer, (bytes) => {
        expect(purse.signTransfer(bytes).ok).toBe(true)
        const hex = toHex(bytes)
        for (const text of [hex, hex.slice(2), String.fromCharCode(...bytes), new TextDecoder().decode(bytes), toHex(transferDigest(bytes))]) {
          expect(purse.signSignIn(text)).toEqual({ ok: false, error: 'not-a-sign-in' })
        }
      }),
    )
  })

  it('what is hashed differs in its second byte: 0x1901 for transfers, 0x19 and E for sign-ins', () => {
    fc.assert(
      fc.property(anyOwnTransfer, anyAsk(), (bytes, ask) => {
        const preimage = signInPreimage(signInText(ask, purse.address))
        const domain = keccak_256(bytes.subarray(0, 160))
        const message = keccak_256(bytes.subarray(160))
        const typed = concatBytes(Uint8Array.of(0x19, 0x01), domain, message)
        expect(transferDigest(bytes)).toEqual(keccak_256(typed))
        expect([typed[0], preimage[0]]).toEqual([0x19, 0x19])
        expect([typed[1], preimage[1]]).toEqual([0x01, 0x45])
      }),
    )
  })

  it('a signature of the one does not come from this purse when it is read as the other', async () => {
    await fc.assert(
      fc.asyncProperty(anyOwnTransfer, anyAsk(), async (bytes, ask) => {
        const text = signInText(ask, purse.address)
        const own = toChecksumAddress(purse.address)
        const signIn = value(purse.signSignIn(text))
        const transfer = value(purse.signTransfer(bytes))
        expect(await recoverMessageAddress({ message: text, signature: signIn })).toBe(own)
        expect(await recoverAddress({ hash: toHex(transferDigest(bytes)), signature: signIn })).not.toBe(own)
        expect(await recoverMessageAddress({ message: text, signature: transfer })).not.toBe(own)
        expect(await recoverMessageAddress({ message: { raw: bytes }, signature: transfer })).not.toBe(own)
      }),
      { numRuns: 30 },
    )
  })
})
