import { OFFER_TYPES, RECEIPT_TYPES } from '@x402/extensions/offer-receipt'
import fc from 'fast-check'
import { hashTypedData } from 'viem'
import { describe, expect, it } from 'vitest'
import { verifier } from '../../vault/signatures/verifier'
import { toHex } from '../hex'
import { base64Url } from './base64url.fixtures'
import { canonicalJson } from './canonical'
import { offerDigest, receiptDigest } from './digest'
import { decodeBase64Url } from './encoding'
import { judgeOffer, judgeReceipt } from './judge'
import { readOffers, readReceipt, readSignedOffer, readSignedReceipt } from './read'
import { agreed, offer, paid, receipt } from './receipt.fixtures'
import { verifyStatement } from './verify'
import { maxSignedOffers } from './wire'

const signature = `0x${'11'.repeat(64)}1b`
const typed = { format: 'eip712', acceptIndex: 0, payload: offer, signature }
const challengeWith = (offers: unknown) => ({ x402Version: 2, extensions: { 'offer-receipt': { info: { offers }, schema: {} } } })
const settlementWith = (statement: unknown) => ({ success: true, extensions: { 'offer-receipt': { info: { receipt: statement } } } })

/** Reads, verifies and judges whatever it is. */
function examine(json: unknown): void {
  for (const reading of [...readOffers(json), readSignedOffer(json)]) {
    const verified = reading.ok ? verifyStatement(reading.value, verifier) : reading
    if (verified.ok) judgeOffer(verified.value, agreed)
  }
  for (const reading of [readReceipt(json), readSignedReceipt(json)]) {
    const verified = reading?.ok === true ? verifyStatement(reading.value, verifier) : null
    if (verified?.ok === true) judgeReceipt(verified.value, paid)
  }
}

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withTypedArray: true, withSparseArray: true })

describe('never throws', () => {
  it('on anything at all', () => {
    fc.assert(fc.property(anything, examine), { numRuns: 500 })
    fc.assert(fc.property(anything, (value) => examine(challengeWith(value))))
    fc.assert(fc.property(anything, (value) => examine(settlementWith(value))))
  })

  it('on statements in which anything stands anywhere', () => {
    const field = fc.constantFrom<string>('format', 'signature', 'payload', ...Object.keys(offer), ...Object.keys(receipt))
    const spoil = (payload: object, name: string, value: unknown) => ({ ...typed, payload: { ...payload, [name]: value }, ...(name in typed ? { [name]: value } : {}) })
    fc.assert(
      fc.property(fc.constantFrom<object>(offer, receipt), field, anything, (payload, name, value) => {
        examine(challengeWith([spoil(payload, name, value)]))
        examine(settlementWith(spoil(payload, name, value)))
      }),
      { numRuns: 500 },
    )
  })

  it('on compact texts of any three parts', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.json({ maxDepth: 2 }).map(base64Url),
      fc.record({ alg: fc.constantFrom('ES256K', 'EdDSA', 'none'), kid: fc.oneof(fc.string(), fc.string().map((id) => `did:key:z${id}`), fc.json().map((jwk) => `did:jwk:${base64Url(jwk)}`)), jwk: fc.jsonValue() }).map((header) => base64Url(JSON.stringify(header))),
      fc.constant(base64Url(canonicalJson(offer) ?? '')),
      fc.uint8Array({ maxLength: 70 }).map(base64Url),
    )
    fc.assert(fc.property(fc.array(part, { maxLength: 4 }), (parts) => examine({ format: 'jws', signature: parts.join('.') })), { numRuns: 800 })
  })

  it('on depth that would break a stack', () => {
    const deep = `${'['.repeat(6000)}${']'.repeat(6000)}`
    const text = `{"amount":${deep}}`
    examine({ format: 'jws', signature: `${base64Url('{"alg":"EdDSA","kid":"x"}')}.${base64Url(text)}.AA` })
    expect(canonicalJson(JSON.parse(text))).toBeNull()
  })
})

describe('bounds', () => {
  it('reads a limited number of offers', () => {
    expect(readOffers(challengeWith(Array.from({ length: 5000 }, () => typed)))).toHaveLength(maxSignedOffers)
  })

  it.each(['resourceUrl', 'scheme', 'network', 'asset', 'payTo', 'amount'])('refuses an endless %s', (field) => {
    expect(readSignedOffer({ ...typed, payload: { ...offer, [field]: 'a'.repeat(5000) } })).toEqual({ ok: false, error: 'wrong-shape' })
  })

  it('refuses an endless JWS without taking it apart', () => {
    const started = base64Url('{"alg":"EdDSA","kid":"x"}')
    expect(readSignedOffer({ format: 'jws', signature: `${started}.${'A'.repeat(20_000)}.AA` })).toEqual({ ok: false, error: 'wrong-shape' })
  })
})

describe('what is there', () => {
  it('is told apart from what is damaged', () => {
    for (const json of [null, {}, { extensions: null }, { extensions: {} }, { extensions: { 'offer-receipt': {} } }, challengeWith(null), settlementWith(null)]) {
      expect(readOffers(json)).toEqual([])
      expect(readReceipt(json)).toBeNull()
    }
    expect(readReceipt(settlementWith({}))).toEqual({ ok: false, error: 'wrong-shape' })
    expect(readReceipt(settlementWith({ format: 'pgp', signature: '' }))).toEqual({ ok: false, error: 'wrong-shape' })
    expect(readReceipt(settlementWith({ ...typed, payload: { ...receipt, version: 2 } }))).toEqual({ ok: false, error: 'unknown-version' })
  })

  it('does not hide what is good behind what is not', () => {
    expect(readOffers(challengeWith([null, typed, 'x'])).map(({ ok }) => ok)).toEqual([false, true, false])
  })

  it('is kept without what nobody signed', () => {
    const read = readSignedOffer({ ...typed, refundable: true, payload: { ...offer, refundable: true } })
    if (!read.ok) throw new Error(read.error)
    expect(JSON.parse(read.value.raw)).toEqual({ format: 'eip712', payload: offer, signature })
    expect(read.value.payload).toEqual(offer)
  })
})

describe('the bytes that are signed', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 })
  it('are those of EIP-712, for any payload', () => {
    const count = fc.maxSafeNat()
    fc.assert(
      fc.property(fc.record({ version: fc.constant(1 as const), resourceUrl: text, scheme: text, network: text, asset: text, payTo: text, amount: text, validUntil: count }), (payload) => {
        const message = { ...payload, version: 1n, validUntil: BigInt(payload.validUntil) }
        expect(toHex(offerDigest(payload))).toBe(hashTypedData({ domain: { name: 'x402 offer', version: '1', chainId: 1 }, types: OFFER_TYPES, primaryType: 'Offer', message }))
      }),
    )
    fc.assert(
      fc.property(fc.record({ version: fc.constant(1 as const), network: text, resourceUrl: text, payer: text, issuedAt: count, transaction: text }), (payload) => {
        const message = { ...payload, version: 1n, issuedAt: BigInt(payload.issuedAt) }
        expect(toHex(receiptDigest(payload))).toBe(hashTypedData({ domain: { name: 'x402 receipt', version: '1', chainId: 1 }, types: RECEIPT_TYPES, primaryType: 'Receipt', message }))
      }),
    )
  })

  it('have one text each', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.string({ minLength: 1, maxLength: 3 }), (bytes, more) => {
        const written = base64Url(bytes)
        expect(decodeBase64Url(written)).toEqual(Uint8Array.from(bytes))
        const longer = decodeBase64Url(written + more)
        if (longer !== null) expect(Buffer.from(longer).equals(Buffer.from(bytes))).toBe(false)
      }),
    )
  })
})

it('canonical JSON is that of RFC 8785, 3.2.2 and 3.2.3', () => {
  const sample: unknown = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  )
  expect(canonicalJson(sample)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7, 10: 8, 9: 9 })).toBe('{"\\r":2,"1":4,"10":8,"9":9,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
})
