import { describe, expect, it } from 'vitest'
import { termsInChallenge, termsInLink, termsInWellKnown } from './sale-terms'
import { longestTerms } from './well-known'

const paid = 'https://news.example/a/1'
const challenge = (info: object): string => JSON.stringify({ x402Version: 2, extensions: { refund: { info } } })
const refundEndpoint = 'https://news.example/refunds'

describe('in the challenge', () => {
  it('plain or in base64', () => {
    const text = challenge({ refundEndpoint, windowSeconds: 1_209_600, partialRefunds: true, policyUrl: 'https://news.example/refunds/policy' })
    const terms = { source: 'challenge', endpoint: refundEndpoint, windowSeconds: 1_209_600, partialRefunds: true, policyUrl: 'https://news.example/refunds/policy' }
    expect(termsInChallenge(text, paid)).toMatchObject(terms)
    expect(termsInChallenge(Buffer.from(text).toString('base64'), paid)).toMatchObject(terms)
  })

  it.each(['', '{}', 'x', challenge({ windowSeconds: -1 }), challenge({ refundEndpoint: 5 }), `{"extensions":{"refund":${'['.repeat(500)}`])('nothing in %s', (text) => {
    expect(termsInChallenge(text, paid)).toBeNull()
  })
})

describe('a request goes to the site that was paid, where nobody reads along, and nowhere else', () => {
  it.each([
    ['a path', '/refunds', 'https://news.example/refunds'],
    ['a sister of the same site', 'https://help.news.example/r', 'https://help.news.example/r'],
    ['another site', 'https://collector.example.org/r', null],
    ['a site that ends alike', 'https://evilnews.example/r', null],
    ['a neighbour under a public suffix', 'https://other.github.io/r', null],
    ['plain http', 'http://news.example/r', null],
    ['a name and a password', 'https://a:b@news.example/r', null],
    ['a script', 'javascript:alert(1)', null],
    ['data', 'data:application/json,{}', null],
    ['this device, for a site that is not on it', 'http://localhost:3000/r', null],
    ['something endless', `https://news.example/${'a'.repeat(2100)}`, null],
  ])('%s', (_, endpoint, expected) => {
    const read = termsInChallenge(challenge({ refundEndpoint: endpoint }), endpoint.includes('github') ? 'https://mine.github.io/a' : paid)
    expect(read?.endpoint ?? null).toBe(expected)
  })

  it('on this device, for what was bought there, without encryption', () => {
    expect(termsInChallenge(challenge({ refundEndpoint: 'http://news.localhost:4000/r' }), 'http://news.localhost:4000/a')?.endpoint).toBe('http://news.localhost:4000/r')
  })
})

describe('in a Link header', () => {
  it.each([
    ['quoted and bare', '</style.css>; rel=preload, </refunds>; rel="refund-request", <mailto:help@news.example>; rel=refund-contact', refundEndpoint, 'mailto:help@news.example'],
    ['by the full name of the relation', '<https://news.example/refunds>; rel="https://x402refunds.com/rel/refund-request"; type="application/json"', refundEndpoint, null],
    ['one of several relations, beside other parameters', '</refunds>; title="Money, back; here"; rel="help refund-request"', refundEndpoint, null],
    ['a letter only', '<mailto:help@news.example>; rel="refund-contact"', null, 'mailto:help@news.example'],
    ['a page for letters elsewhere', '<https://support.example.org/>; rel="refund-contact"', null, null],
  ])('%s', (_, header, endpoint, contact) => {
    expect(termsInLink(header, paid)).toMatchObject({ source: 'link', endpoint, contact })
  })

  it.each(['', '</a>; rel=next', '<refunds; rel="refund-request"', '</r>; rel="not-a-refund-request-really"', 'x'.repeat(longestTerms + 1)])('nothing in %s', (header) => {
    expect(termsInLink(header, paid)).toBeNull()
  })

  it('comes to an end of headers that are made to have none', { timeout: 2_000 }, () => {
    for (const slow of [`${'<a>;rel="'.repeat(1_000)}${'; a=b'.repeat(1_000)}`, `<a>${' ;'.repeat(8_000)}`, `<a>;${' '.repeat(16_000)}`]) expect(termsInLink(slow, paid)).toBeNull()
  })
})

describe('in the public file', () => {
  const file = { v: 1, refundEndpoint, windowSeconds: 86_400, partialRefunds: false, contact: 'mailto:help@news.example', signers: ['did:pkh:eip155:8453:0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a', 'did:web:news.example', 'did:pkh:eip155:1:0x19'], adr: 'https://adr.example/' }

  it('with the accounts that may give money back', () => {
    expect(termsInWellKnown(JSON.stringify(file), paid)).toMatchObject({ source: 'well-known', endpoint: refundEndpoint, contact: 'mailto:help@news.example', signers: ['0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a'], adr: 'https://adr.example/' })
  })

  it.each([
    ['another version', JSON.stringify({ ...file, v: 2 })],
    ['too many accounts', JSON.stringify({ ...file, signers: Array(11).fill('did:pkh:eip155:1:0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a') })],
    ['no JSON', '<html>'],
    ['far too long', `${JSON.stringify(file)}${' '.repeat(longestTerms)}`],
  ])('nothing of %s', (_, body) => {
    expect(termsInWellKnown(body, paid)).toBeNull()
  })

  it.each(['mailto:a@b?cc=all@news.example', 'tel:+123', 'https://other.example/'])('a contact is an address for mail, or a page of the site: not %s', (contact) => {
    expect(termsInWellKnown(JSON.stringify({ ...file, contact }), paid)?.contact).toBeNull()
  })
})
