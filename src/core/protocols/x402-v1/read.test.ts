import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networks } from '../../networks/networks'
import { encodeBase64 } from '../base64'
import { longestBody, type Answer, type Challenge } from '../dialect'
import type { ChallengeFault, OfferFault } from '../faults'
import { readChallenge } from './read'
import { active, context, token } from '../paying.fixtures'
import { accepts, asking, challenge, page, saying } from './x402-v1.fixtures'

const read = (json: unknown, more: Partial<typeof context> = {}) => readChallenge(asking(json), { ...context, ...more })
const readWell = (json: unknown, more: Partial<typeof context> = {}): Challenge => {
  const result = read(json, more)
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.value
}
const offering = (...entries: readonly unknown[]) => ({ ...challenge, accepts: entries })
const base = { ...accepts, network: 'base', asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', extra: { name: 'USD Coin', version: '2' } }
const withHeader = (header: string, body?: string): Answer => ({
  url: page,
  status: 402,
  headers: new Map([['x-payment-required', header]]),
  ...(body === undefined ? {} : { body }),
})

describe('a good challenge', () => {
  it('is read whole', () => {
    expect(readWell(challenge)).toEqual({
      dialect: 'x402-v1',
      resource: { url: page, description: 'The wren', mimeType: 'text/html' },
      offers: [
        {
          scheme: 'exact',
          token,
          amount: 10_000n,
          payTo: '0x209693bc6afc0c5328ba36faf03c514ef312287c',
          maxTimeoutSeconds: 60,
          flow: 'authorization',
          nonce: null,
          expires: null,
          raw: JSON.stringify(accepts),
        },
      ],
      refused: [],
      error: 'X-PAYMENT header is required',
      rawResource: JSON.stringify(page),
      raw: JSON.stringify(challenge),
    })
  })

  it.each<[string, unknown]>([
    ['explicit nulls', { ...challenge, error: null, accepts: [{ ...accepts, outputSchema: null, mimeType: null, description: null }] }],
    ['unknown fields', { ...challenge, payer: '0x', accepts: [{ ...accepts, amount: '1', later: {} }] }],
    ['no error', offering(accepts)],
    ['an error that is no text', { ...challenge, error: { code: 1 } }],
    ['a description that is no text', offering({ ...accepts, description: 5 })],
    ['another scheme and port', offering({ ...accepts, resource: 'http://news.example:3000/2026/wren' })],
    ['a sub-domain', offering({ ...accepts, resource: 'https://origin.news.example/' })],
    ['a relative address', offering({ ...accepts, resource: '/2026/wren' })],
    ['no resource', offering({ ...accepts, resource: undefined })],
    ['a resource that is no text', offering({ ...accepts, resource: {} })],
    ['EIP-3009 by name', offering({ ...accepts, extra: { ...accepts.extra, assetTransferMethod: 'eip3009' } })],
    ['a lower-case token', offering({ ...accepts, asset: accepts.asset.toLowerCase() })],
    ['the network in CAIP-2', offering({ ...accepts, network: active })],
    ['a year of validity, to be clamped when signing', offering({ ...accepts, maxTimeoutSeconds: 31_536_000 })],
  ])('may have %s', (_, json) => expect(readWell(json).offers).toHaveLength(1))

  it('is about what was asked for where it names nothing', () => {
    expect(readWell(offering({ ...accepts, resource: undefined })).resource.url).toBe(page)
  })

  it('may ask for money of a local chain, which version 1 cannot name', () => {
    const local = { ...accepts, network: 'eip155:31337', asset: '0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0', extra: { name: 'USD Coin', version: '2' } }
    expect(readWell(offering(local), { active: 'eip155:31337' }).offers[0]?.token.network).toBe('eip155:31337')
  })

  it('is read from the header that some servers put it in, body or not', () => {
    const header = encodeBase64(JSON.stringify(challenge))
    for (const body of [undefined, '{}', 'a page', JSON.stringify({ x402Version: 2 })]) {
      expect(readChallenge(withHeader(header, body), context)).toEqual({ ok: true, value: { ...readWell(challenge), raw: header } })
    }
  })

  it('is read from the body where both say something', () => {
    const header = encodeBase64(JSON.stringify(offering({ ...accepts, maxAmountRequired: '1' })))
    expect(readChallenge(withHeader(header, JSON.stringify(challenge)), context)).toMatchObject({ ok: true, value: { offers: [{ amount: 10_000n }] } })
  })

  it('can be read again from what was kept', () => {
    const first = readWell(challenge)
    expect(readChallenge(saying(first.raw), context)).toEqual({ ok: true, value: first })
  })
})

describe('several entries', () => {
  it('are sorted by price', () => {
    const { offers } = readWell(offering({ ...accepts, maxAmountRequired: '30' }, { ...accepts, network: active, maxAmountRequired: '20' }))
    expect(offers.map(({ amount }) => amount)).toEqual([20n, 30n])
  })

  it('are described by the one that would be paid', () => {
    const dear = { ...base, description: 'Dear', resource: 'https://news.example/dear', mimeType: 'application/pdf' }
    const { resource, rawResource, refused } = readWell(offering(dear, accepts))
    expect(resource).toEqual({ url: page, description: 'The wren', mimeType: 'text/html' })
    expect(rawResource).toBe(JSON.stringify(page))
    expect(refused).toEqual(['other-network'])
    expect(readWell(offering(dear)).resource).toEqual({ url: dear.resource, description: 'Dear', mimeType: 'application/pdf' })
  })

  it('with one scheme and network cannot be told apart by a payment: only the first is offered', () => {
    const result = readWell(offering(accepts, { ...accepts, maxAmountRequired: '1' }, { ...accepts, payTo: base.asset }))
    expect(result).toMatchObject({ offers: [{ amount: 10_000n }], refused: ['ambiguous-offer', 'ambiguous-offer'] })
    expect(readWell(offering({ ...accepts, asset: base.asset }, accepts))).toMatchObject({ offers: [], refused: ['unknown-asset', 'ambiguous-offer'] })
  })

  it('with another scheme or of no use at all take nothing from each other', () => {
    expect(readWell(offering({ ...accepts, scheme: 'deferred' }, accepts))).toMatchObject({ offers: [{ amount: 10_000n }], refused: ['unknown-scheme'] })
    expect(readWell(offering(null, null, base, base)).refused).toEqual(['unknown-scheme', 'unknown-scheme', 'other-network', 'other-network'])
  })
})

describe('a stranger is left to the other dialects', () => {
  const body = JSON.stringify(challenge)
  it.each([200, 401, 403, 412, 500])('status %s', (status) => expect(readChallenge(saying(body, status), context)).toBeNull())
  it.each<[string, string]>([
    ['empty', ''],
    ['a page', '<!doctype html><title>402</title>'],
    ['half a challenge', body.slice(0, -1)],
    ['two of them', body + body],
    ['too long', JSON.stringify({ ...challenge, padding: 'x'.repeat(longestBody) })],
    ['nested too deep', `{"x402Version":1,"accepts":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['null', 'null'],
    ['a number', '1'],
    ['an array', '[1]'],
    ['an empty object', '{}'],
    ['an error of its own', '{"error":"Payment required"}'],
    ['a problem (RFC 9457)', '{"type":"https://paymentauth.org/problems/payment-required","status":402}'],
    ['version 2', JSON.stringify({ ...challenge, x402Version: 2 })],
    ['version 1 as text', JSON.stringify({ ...challenge, x402Version: '1' })],
    ['version 1 further down', JSON.stringify({ challenge })],
  ])('body: %s', (_, text) => expect(readChallenge(saying(text), context)).toBeNull())

  it.each<[string, string]>([
    ['a flag', 'true'],
    ['an address', accepts.payTo],
    ['not base64', '!!!'],
    ['plain JSON', body],
    ['base64 of something else', encodeBase64('{"amount":"1"}')],
    ['too long', encodeBase64(JSON.stringify({ ...challenge, padding: 'x'.repeat(48 * 1024) }))],
  ])('header: %s', (_, header) => expect(readChallenge(withHeader(header), context)).toBeNull())

  it('no body, no header', () => expect(readChallenge({ url: page, status: 402, headers: new Map() }, context)).toBeNull())
})

describe('a hostile challenge', () => {
  const elsewhere = (resource: string): [string, unknown, ChallengeFault] => [resource, offering({ ...accepts, resource }), 'resource-elsewhere']
  it.each<[string, unknown, ChallengeFault]>([
    ['200 entries', offering(...Array.from({ length: 200 }, () => 0)), 'too-many-offers'],
    ['no entries', offering(), 'wrong-shape'],
    ['entries as object', { ...challenge, accepts: {} }, 'wrong-shape'],
    ['no list', { x402Version: 1, error: 'X-PAYMENT header is required' }, 'wrong-shape'],
    elsewhere('https://other.example/'),
    elsewhere('//other.example/'),
    elsewhere('https://evilnews.example/'),
    elsewhere('https://news.example@other.example/'),
    elsewhere('javascript:alert(1)'),
    elsewhere('file:///etc/passwd'),
    elsewhere('https://'),
    ['one of two elsewhere', offering(accepts, { ...base, resource: 'https://other.example/' }), 'resource-elsewhere'],
  ])('%s', (_, json, error) => expect(read(json)).toEqual({ ok: false, error }))

  it('shows no hidden or reversing characters, and not too much text', () => {
    const description = `a\u202Eb\u200Bc\u0000d\ne\u{E0041} \u2066f ${'x'.repeat(5000)}`
    const { resource, error } = readWell({ ...offering({ ...accepts, description }), error: '\u200B\u202E' })
    expect(resource.description?.startsWith('abcd e f xxx')).toBe(true)
    expect(resource.description).toHaveLength(300)
    expect(error).toBeUndefined()
  })
})

describe('a hostile entry', () => {
  const extra = (change: Record<string, unknown>) => ({ ...accepts, extra: { ...accepts.extra, ...change } })
  it.each<[string, unknown, OfferFault]>([
    ...['1e4', '-1', '0x10', '010', '', '0', '+1', ' 1', '1.5', '9'.repeat(79), '70000.00000000001', (1n << 256n).toString()].map(
      (amount): [string, unknown, OfferFault] => [`amount ${JSON.stringify(amount)}`, { ...accepts, maxAmountRequired: amount }, 'bad-amount'],
    ),
    ['amount as number', { ...accepts, maxAmountRequired: 10000 }, 'bad-amount'],
    ['amount by the name of version 2', { ...accepts, maxAmountRequired: undefined, amount: '1' }, 'bad-amount'],
    ['look-alike token', { ...accepts, asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7f' }, 'unknown-asset'],
    ['token of the other network', { ...accepts, asset: base.asset }, 'unknown-asset'],
    ['no token', { ...accepts, asset: undefined }, 'unknown-asset'],
    ['wrong name', extra({ name: 'USD Coin' }), 'asset-mismatch'],
    ['wrong version', extra({ version: '1' }), 'asset-mismatch'],
    ['wrong decimals', extra({ decimals: 18 }), 'asset-mismatch'],
    ['no extra', { ...accepts, extra: null }, 'asset-mismatch'],
    ['Permit2', extra({ assetTransferMethod: 'permit2' }), 'needs-approval'],
    ['escrow', extra({ paymentFlow: 'escrow' }), 'unknown-flow'],
    ['another scheme', { ...accepts, scheme: 'deferred' }, 'unknown-scheme'],
    ['a network of others', { ...accepts, network: 'polygon' }, 'unknown-network'],
    ['Solana', { ...accepts, network: 'solana', asset: 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v' }, 'unknown-network'],
    ['a network by a name of JavaScript', { ...accepts, network: 'constructor' }, 'unknown-network'],
    ['a network in capitals', { ...accepts, network: 'Base-Sepolia' }, 'unknown-network'],
    ['another network of ours', base, 'other-network'],
    ['nobody to pay', { ...accepts, payTo: '0x0000000000000000000000000000000000000000' }, 'bad-payee'],
    ['the token to pay', { ...accepts, payTo: accepts.asset }, 'bad-payee'],
    ['a payee with a wrong checksum', { ...accepts, payTo: '0x209693bC6afc0C5328bA36FaF03C514EF312287C' }, 'bad-payee'],
    ['no time', { ...accepts, maxTimeoutSeconds: 0 }, 'bad-window'],
    ['half seconds', { ...accepts, maxTimeoutSeconds: 1.5 }, 'bad-window'],
    ['time as text', { ...accepts, maxTimeoutSeconds: '60' }, 'bad-window'],
    ['no object', 'exact', 'unknown-scheme'],
    ['null', null, 'unknown-scheme'],
  ])('%s', (_, entry, expected) => {
    expect(readWell(offering(entry))).toMatchObject({ offers: [], refused: [expected] })
    // It does not spoil a good one beside it.
    expect(readWell(offering(entry, { ...accepts, network: active }))).toMatchObject({ offers: [{ amount: 10_000n }], refused: [expected] })
  })

  it('on test money that is switched off', () => {
    expect(readWell(challenge, { testNetworks: false }).refused).toEqual(['test-network-off'])
    expect(readWell(challenge, { networks: [] }).refused).toEqual(['unknown-network'])
    expect(readWell(challenge, { active: 'eip155:8453' }).refused).toEqual(['other-network'])
  })
})

describe('whatever arrives', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, -1, 1, '', 'exact', 'base', active, {}, [], '__proto__'))
  const fields = { scheme: odd, network: odd, maxAmountRequired: odd, asset: odd, payTo: odd, maxTimeoutSeconds: odd, extra: odd, resource: odd, description: odd }
  const entry = fc.oneof(odd, fc.record(fields, { requiredKeys: [] }).map((change) => ({ ...accepts, ...change })))
  const mutated = fc
    .tuple(fc.array(entry, { maxLength: 4 }), fc.record({ x402Version: odd, accepts: odd, error: odd }, { requiredKeys: [] }))
    .map(([entries, top]) => ({ ...challenge, accepts: entries, ...top }))
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json(), mutated.map((json) => JSON.stringify(json)))

  it('never throws, and never offers anything but the pinned token at a price above zero', () => {
    fc.assert(
      fc.property(anyText, fc.option(anyText.map(encodeBase64), { nil: undefined }), (body, header) => {
        const answer = header === undefined ? saying(body) : withHeader(header, body)
        const result = readChallenge(answer, context)
        if (result?.ok !== true) return
        for (const offer of result.value.offers) {
          expect(networks.map((network) => network.token)).toContain(offer.token)
          expect(offer.amount).toBeGreaterThan(0n)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('takes one pass over the longest bodies, however they are made', { timeout: 5000 }, () => {
    const texts = ['"\\"', '[{', '"', '\\', '{"a":', ' ', '0', '"\\u0000"', '{"x402Version":1,'].map((part) => part.repeat(Math.floor(longestBody / part.length)))
    for (const text of texts) expect(readChallenge(saying(text), context)).toBeNull()
  })
})
