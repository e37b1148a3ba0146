import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTolerance, isProof, judgeOffer, judgeReceipt, type AgreedOffer, type PaidPurchase } from './judge'
import { agreed, offer, paid, receipt, seconds } from './receipt.fixtures'
import type { OfferPayload, ReceiptPayload, SignedStatement } from './statement'
import type { Signer } from './verify'

const payee: Signer = { by: 'address', address: agreed.payTo }
const somebody: Signer = { by: 'address', address: paid.payer }
const proof = { format: 'eip712', digest: new Uint8Array(32), signature: new Uint8Array(65) } as const
const stated = <Payload>(payload: Payload): SignedStatement<Payload> => ({ payload, proof, raw: '' })

const offered = (change: Partial<OfferPayload>, signer: Signer = payee, terms: Partial<AgreedOffer> = {}) =>
  judgeOffer({ statement: stated({ ...offer, ...change }), signer }, { ...agreed, ...terms })
const received = (change: Partial<ReceiptPayload>, signer: Signer = payee, terms: Partial<PaidPurchase> = {}) =>
  judgeReceipt({ statement: stated({ ...receipt, ...change }), signer }, { ...paid, ...terms })

describe('a resource', () => {
  it.each([
    'https://news.example/2026/wren?id=7#comments',
    'https://news.example/2026/wren?id=7&utm_source=letter',
    'HTTPS://News.example:443/2026/wren?id=7',
  ])('is the purchase also when written %s', (resourceUrl) => {
    expect(offered({ resourceUrl }).differs).toEqual([])
    expect(received({ resourceUrl }).differs).toEqual([])
  })

  it.each([
    'http://news.example/2026/wren?id=7',
    'https://news.example:8443/2026/wren?id=7',
    'https://news.example/2026/wren?id=8',
    'https://news.example/2026/wren',
    'https://news.example.evil.example/2026/wren?id=7',
    'https://reader@news.example/2026/wren?id=7',
    '/2026/wren?id=7',
    ' https://news.example/2026/wren?id=7',
    'https://news.ex\tample/2026/wren?id=7',
    'https:\\\\news.example\\2026\\wren?id=7',
    '',
  ])('is another one: %j', (resourceUrl) => {
    expect(offered({ resourceUrl }).differs).toEqual(['resourceUrl'])
    expect(received({ resourceUrl }).differs).toEqual(['resourceUrl'])
  })
})

describe('an offer', () => {
  it('is spelt as sellers spell: addresses in either case, amounts in one way only', () => {
    expect(offered({ payTo: offer.payTo.toLowerCase(), asset: offer.asset.toLowerCase() }).differs).toEqual([])
    for (const amount of ['050000', '5e4', '0xc350', '50000.0', '+50000', ' 50000', '']) expect(offered({ amount }).differs).toEqual(['amount'])
    // A wrong checksum is a mistyped address.
    expect(offered({ payTo: offer.payTo.replace('C', 'c') }).differs).toEqual(['payTo'])
  })

  it.each([
    [seconds - 1, true],
    [seconds, false],
    [seconds + 1, false],
    [0, false],
  ])('until %d has run out: %s', (validUntil, expired) => {
    const verdict = offered({ validUntil }, payee, { at: agreed.at + 999 })
    expect(verdict.expired).toBe(expired)
    expect(isProof(verdict)).toBe(!expired)
  })

  it('of a stranger is a stranger’s, even when the stranger is the one it would pay', () => {
    expect(isProof(offered({}, somebody))).toBe(false)
    const theirs = offered({ payTo: paid.payer }, somebody)
    expect(theirs).toEqual({ signer: 'unknown', differs: ['payTo'], expired: false })
  })

  it('of a key that has no account is nobody’s that was paid', () => {
    expect(offered({}, { by: 'key', did: 'did:key:z6Mk', address: null }).signer).toBe('unknown')
    expect(offered({}, { by: 'key', did: 'did:key:zQ3s', address: agreed.payTo }).signer).toBe('payee')
  })

  it('names every field that differs', () => {
    const all = offered({ resourceUrl: 'x', scheme: 'upto', network: 'eip155:1', asset: 'native', payTo: 'x', amount: 'x' })
    expect(all.differs).toEqual(['resourceUrl', 'scheme', 'network', 'asset', 'payTo', 'amount'])
  })
})

describe('a receipt', () => {
  it.each([
    [seconds - clockTolerance - 1, false],
    [seconds - clockTolerance, true],
    [seconds + 2 + clockTolerance, true],
    [seconds + 3 + clockTolerance, false],
    [0, false],
    [agreed.at, false],
  ])('of second %d is of this payment: %s', (issuedAt, good) => {
    expect(received({ issuedAt }).differs).toEqual(good ? [] : ['issuedAt'])
  })

  it('says what it says of the settlement, and is no proof while that cannot be checked', () => {
    expect(received({})).toEqual({ signer: 'payee', differs: [], transaction: 'same' })
    expect(received({ transaction: receipt.transaction.toUpperCase().replace('0X', '0x') }).transaction).toBe('same')
    expect(received({ transaction: '' }, payee, { transaction: null })).toEqual({ signer: 'payee', differs: [], transaction: 'unnamed' })
    const early = received({}, payee, { transaction: null })
    expect(early).toEqual({ signer: 'payee', differs: [], transaction: 'unchecked' })
    expect(isProof(early)).toBe(false)
    expect(received({ transaction: '0x' })).toEqual({ signer: 'payee', differs: ['transaction'], transaction: 'other' })
  })

  it('made out to another reader is not this one’s', () => {
    const verdict = received({ payer: agreed.payTo })
    expect(verdict.differs).toEqual(['payer'])
    expect(isProof(verdict)).toBe(false)
  })
})

it('whatever is stated: proof needs the payee and every field', () => {
  const text = fc.string({ maxLength: 30 })
  const anyOffer = fc.record({ resourceUrl: text, scheme: text, network: text, asset: text, payTo: text, amount: text, validUntil: fc.nat() }, { requiredKeys: [] })
  fc.assert(
    fc.property(anyOffer, fc.constantFrom(payee, somebody), (change, signer) => {
      const verdict = offered(change, signer)
      const agrees = verdict.differs.length === 0 && !verdict.expired
      expect(isProof(verdict)).toBe(signer === payee && agrees)
      for (const field of verdict.differs) expect(change).toHaveProperty(field)
    }),
  )
})
