import { sign } from 'node:crypto'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalize } from '@x402/extensions/offer-receipt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifier } from '../../vault/signatures/verifier'
import { canonicalJson } from '../receipt/canonical'
import { readEnvelope, signedBytes, writeEnvelope } from './envelope'
import { judging, policyOf, noHash, signed, testKey, writers } from './policy.fixtures'

describe('canonical JSON', () => {
  it('is that of RFC 8785: its example of sorting, by UTF-16 units, and its example of numbers and strings', () => {
    const sorted = JSON.parse('{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}') as Record<string, string>
    const values = [...(canonicalJson(sorted) ?? '').matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(values).toEqual(['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh'])
    const numbers = { numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]') as unknown, string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }
    expect(canonicalJson(numbers)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  })

  it('is what x402’s own authors write, of anything that nests no deeper than it may', () => {
    // But for two letters, which RFC 8785 (3.2.2.2) has as \\b and \\f, and they as \\u0008 and \\u000c.
    const isTheirs = (value: unknown): boolean => !/\\[bf]/.test(JSON.stringify(value))
    expect(canonicalJson(['\b\f'])).toBe(String.raw`["\b\f"]`)
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }).filter(isTheirs), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
      { numRuns: 500 },
    )
  })

  it('has one spelling: what is read is what was written, whatever the order of its fields', () => {
    const document = policyOf(6, noHash, { parameters: { 'spree.sites': 3, 'burst.minute': 20 }, why: ['Ωmega, “quoted”, \u2028 and 😀'] })
    const turned = Object.fromEntries(Object.entries(document).reverse())
    expect(writeEnvelope(turned, [])).toBe(writeEnvelope(document, []))
    const text = signed('policy', document, writers)
    const read = readEnvelope('policy', text)
    expect(read.ok && [read.value.signed, writeEnvelope(read.value.signed, read.value.signatures)]).toEqual([document, text])
  })
})

describe('signatures', () => {
  // RFC 8032, 7.1: key, message, signature.
  it.each([
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ])('of RFC 8032 are good to the wallet and to OpenSSL: %s', (key, message, signature) => {
    for (const verify of [judging.verify, verifier.verifyEd25519]) {
      expect(verify(hexToBytes(key), hexToBytes(message), hexToBytes(signature))).toBe(true)
      expect(verify(hexToBytes(key), utf8ToBytes('something else'), hexToBytes(signature))).toBe(false)
    }
  })

  it('made by OpenSSL are good to the wallet, for this document in this role and for no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), fc.integer({ min: 1, max: 1e9 }), (number, seq) => {
        const [key, document] = [testKey(number), policyOf(seq, noHash)]
        const read = readEnvelope('policy', signed('policy', document, [key]))
        if (!read.ok) throw new Error(read.error)
        const sig = hexToBytes(read.value.signatures[0]?.sig ?? '')
        expect(verifier.verifyEd25519(hexToBytes(key.public), read.value.bytes, sig)).toBe(true)
        for (const other of [signedBytes('feeds', document), signedBytes('policy', { ...document, seq: seq + 1 })]) expect(verifier.verifyEd25519(hexToBytes(key.public), other ?? new Uint8Array(), sig)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('that were turned into others without the key are good to neither', () => {
    const [key, message] = [testKey(7), utf8ToBytes('what was signed')]
    const good = new Uint8Array(sign(null, message, key.secret))
    expect(verifier.verifyEd25519(hexToBytes(key.public), message, good)).toBe(true)
    // s + L is the same number to whoever does not look whether s is below L (RFC 8032, 5.1.7).
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = [...good.subarray(32)].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order
    const again = concatBytes(good.subarray(0, 32), Uint8Array.from({ length: 32 }, (_none, at) => Number((s >> BigInt(8 * at)) & 255n)))
    const cut = good.subarray(0, 63)
    for (const forged of [again, cut, new Uint8Array(64), good.toReversed()]) {
      for (const verify of [judging.verify, verifier.verifyEd25519]) expect(verify(hexToBytes(key.public), message, forged)).toBe(false)
    }
  })

  it('of keys that are none, for which anybody can sign everything, are good to nobody', () => {
    // Points of small order: with s = 0 and R = A each is a signature over every message to whoever multiplies by the cofactor.
    for (const point of ['01' + '00'.repeat(31), '00'.repeat(32), 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a']) {
      for (const first of [point, '01' + '00'.repeat(31)]) expect(verifier.verifyEd25519(hexToBytes(point), utf8ToBytes('anything'), hexToBytes(first + '00'.repeat(32)))).toBe(false)
    }
  })

  it('are over the name of the use, the role, a zero byte and the canonical text', () => {
    expect(bytesToHex(signedBytes('feeds', { b: 1, a: 'x' }) ?? new Uint8Array())).toBe(bytesToHex(utf8ToBytes('farthing-policy/v1/feeds\0{"a":"x","b":1}')))
  })
})
