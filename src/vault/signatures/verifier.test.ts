import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import fc from 'fast-check'
import { concatHex, hexToBytes, recoverAddress, toHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { vector } from '../../core/authorization/transfer.fixtures'
import { signatureCheck, verifier } from './verifier'

const order = secp256k1.Point.CURVE().n
const word = (value: bigint) => toHex(value, { size: 32 })
const digest = hexToBytes(vector.digest)
const r = vector.signature.slice(2, 66)
const s = BigInt(`0x${vector.signature.slice(66, 130)}`)
const signature = (v: number, sValue = s) => hexToBytes(concatHex([`0x${r}`, word(sValue), toHex(v, { size: 1 })]))
const address = vector.authorization.from

describe('recoverAddress', () => {
  it('finds the signer of a vector made by others, in both spellings of v', () => {
    expect(vector.signature.endsWith('1b')).toBe(true)
    expect(verifier.recoverAddress(digest, signature(27))).toBe(address)
    expect(verifier.recoverAddress(digest, signature(0))).toBe(address)
    expect(verifier.recoverAddress(digest, signature(28))).not.toBe(address)
  })

  it.each([2, 3, 26, 29, 37, 255])('takes no v of %d', (v) => expect(verifier.recoverAddress(digest, signature(v))).toBeNull())

  it('takes no second spelling of a signature', async () => {
    const mirrored = signature(28, order - s)
    // Others would take it for the same signer.
    expect((await recoverAddress({ hash: vector.digest, signature: toHex(mirrored) })).toLowerCase()).toBe(address)
    expect(verifier.recoverAddress(digest, mirrored)).toBeNull()
  })

  it.each([0n, order, order + 1n, 2n ** 256n - 1n])('takes no s of %d', (value) => expect(verifier.recoverAddress(digest, signature(27, value))).toBeNull())

  it('agrees with another implementation wherever it finds anybody', async () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(64), fc.constantFrom(0, 1, 27, 28), async (hash, rs, v) => {
        const mine = verifier.recoverAddress(hash, Uint8Array.of(...rs, v))
        const theirs = await recoverAddress({ hash, signature: Uint8Array.of(...rs, v) }).catch(() => null)
        if (mine !== null) expect(mine).toBe(theirs?.toLowerCase())
      }),
      { numRuns: 60 },
    )
  })
})

describe('signatureCheck', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  const secret = hexToBytes(vector.privateKey)
  const signed = (hash: Uint8Array, key: Uint8Array) => {
    const [recovery = 0, ...rs] = secp256k1.sign(hash, key, { prehash: false, format: 'recovered' })
    return Uint8Array.of(...rs, 27 + recovery)
  }

  it('finds of any signature what recovering finds, however many came before it, and before it knows the key', () => {
    const isHis = signatureCheck(address)
    const other = hexToBytes(word(7n))
    const asked = (hash: Uint8Array, given: Uint8Array) => expect(isHis(hash, given)).toBe(verifier.recoverAddress(hash, given) === address)
    asked(digest, signed(digest, other))
    fc.assert(
      fc.property(bytes(32), bytes(65), fc.nat(64), fc.integer({ min: 1, max: 255 }), (hash, noise, at, turn) => {
        const good = signed(hash, secret)
        expect(isHis(hash, good)).toBe(true)
        const [changed, mirrored] = [good.slice(), good.slice()]
        changed[at] = (changed[at] ?? 0) ^ turn
        mirrored[64] = good[64] === 27 ? 28 : 27
        mirrored.set(hexToBytes(word(order - BigInt(toHex(good.subarray(32, 64))))), 32)
        for (const given of [changed, mirrored, noise, good.subarray(1), signed(hash, other)]) asked(hash, given)
        asked(hash.toReversed(), good)
        asked(hash.subarray(1), good)
      }),
      { numRuns: 40 },
    )
  })

  it('learns no key from what somebody else has signed', () => {
    const isHis = signatureCheck(address)
    const stranger = hexToBytes(word(7n))
    expect(isHis(digest, signed(digest, stranger))).toBe(false)
    expect(isHis(digest, signed(digest, stranger))).toBe(false)
    expect(isHis(digest, signature(27))).toBe(true)
    expect(isHis(digest, signed(digest, stranger))).toBe(false)
  })
})

describe('verifyEs256k', () => {
  const secret = hexToBytes(vector.privateKey)
  const key = secp256k1.getPublicKey(secret)
  const long = secp256k1.getPublicKey(secret, false)
  const message = new TextEncoder().encode('header.payload')
  const good = secp256k1.sign(message, secret)
  const mirrored = secp256k1.Signature.fromBytes(good)

  it('gives the account of the key that signed', () => {
    expect(verifier.verifyEs256k(key, message, good)).toBe(address)
    expect(verifier.verifyEs256k(long, message, good)).toBe(address)
    expect(verifier.verifyEs256k(key, message, new secp256k1.Signature(mirrored.r, order - mirrored.s).toBytes())).toBe(address)
  })

  it('and nobody’s for another message, key or signature', () => {
    expect(verifier.verifyEs256k(key, message.subarray(1), good)).toBeNull()
    expect(verifier.verifyEs256k(secp256k1.getPublicKey(hexToBytes(word(2n))), message, good)).toBeNull()
    for (const spoilt of [good.subarray(1), new Uint8Array(64), new Uint8Array(65), Uint8Array.of(...good, 0)]) expect(verifier.verifyEs256k(key, message, spoilt)).toBeNull()
    const off = Uint8Array.from(long)
    off[64] = (off[64] ?? 0) ^ 1
    for (const spoilt of [off, key.subarray(1), new Uint8Array(33), new Uint8Array(0)]) expect(verifier.verifyEs256k(spoilt, message, good)).toBeNull()
  })
})

describe('verifyEd25519', () => {
  /** RFC 8032, section 7.1, tests 1 to 3: public key, message, signature. */
  it.each([
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ])('verifies %s', (key, message, signed) => {
    const [k, m, sig] = [key, message, signed].map((hex) => hexToBytes(`0x${hex}`))
    if (k === undefined || m === undefined || sig === undefined) throw new Error('no vector')
    expect(verifier.verifyEd25519(k, m, sig)).toBe(true)
    expect(verifier.verifyEd25519(k, Uint8Array.of(...m, 0), sig)).toBe(false)
    for (let index = 0; index < 64; index += 1) {
      const spoilt = Uint8Array.from(sig)
      spoilt[index] = (spoilt[index] ?? 0) ^ (1 << index % 8)
      expect(verifier.verifyEd25519(k, m, spoilt)).toBe(false)
    }
  })

  it('takes no key of small order, under which one signature fits every message', () => {
    const identity = Uint8Array.of(1, ...new Uint8Array(31))
    const forged = Uint8Array.of(...identity, ...new Uint8Array(32))
    expect(ed25519.verify(forged, new Uint8Array(3), identity, { zip215: true })).toBe(true)
    expect(verifier.verifyEd25519(identity, new Uint8Array(3), forged)).toBe(false)
  })
})

it('never throws', () => {
  const bytes = fc.uint8Array({ maxLength: 70 })
  fc.assert(
    fc.property(bytes, bytes, bytes, (one, two, three) => {
      verifier.recoverAddress(one, two)
      verifier.verifyEs256k(one, two, three)
      verifier.verifyEd25519(one, two, three)
    }),
    { numRuns: 500 },
  )
})
