import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networks } from '../../networks/networks'
import type { Challenge } from '../dialect'
import type { ChallengeFault, OfferFault } from '../faults'
import { encodeBase64 } from '../base64'
import { readChallenge } from './read'
import { active, context, token } from '../paying.fixtures'
import { accepts, answerWith, asking, challenge, page } from './x402-v2.fixtures'

const read = (json: unknown, more: Partial<typeof context> = {}) => readChallenge(asking(json), { ...context, ...more })
const readWell = (json: unknown, more: Partial<typeof context> = {}): Challenge => {
  const result = read(json, more)
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.value
}
const offering = (...entries: readonly unknown[]) => ({ ...challenge, accepts: entries })
const fault = (header: string): ChallengeFault | 'none' => {
  const result = readChallenge(answerWith(header), context)
  return result === null || result.ok ? 'none' : result.error
}
const faultOf = (json: unknown) => fault(encodeBase64(JSON.stringify(json)))

describe('a good challenge', () => {
  it('is read whole', () => {
    expect(readWell(challenge)).toEqual({
      dialect: 'x402-v2',
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
      error: 'Payment required',
      rawResource: JSON.stringify(challenge.resource),
      raw: encodeBase64(JSON.stringify(challenge)),
    })
  })

  it.each([
    ['explicit nulls', { ...challenge, error: null, extensions: null, resource: { url: page, description: null, serviceName: null, tags: null } }],
    ['no resource', { ...challenge, resource: undefined }],
    ['unknown fields', { ...challenge, surprise: 1, resource: { ...challenge.resource, iconUrl: 'x', tags: ['a'] } }],
    ['another scheme and port', { ...challenge, resource: { url: 'http://news.example:3000/2026/wren' } }],
    ['a sub-domain', { ...challenge, resource: { url: 'https://origin.news.example/' } }],
    ['a relative address', { ...challenge, resource: { url: '/2026/wren' } }],
    ['EIP-3009 by name', offering({ ...accepts, extra: { ...accepts.extra, assetTransferMethod: 'eip3009' } })],
    ['a null method', offering({ ...accepts, extra: { ...accepts.extra, assetTransferMethod: null, paymentFlow: null, decimals: null } })],
    ['the right decimals', offering({ ...accepts, extra: { ...accepts.extra, decimals: 6 } })],
    ['a lower-case token', offering({ ...accepts, asset: accepts.asset.toLowerCase() })],
    ['a year of validity, to be clamped when signing', offering({ ...accepts, maxTimeoutSeconds: 31_536_000 })],
  ])('may have %s', (_, json) => expect(readWell(json).offers).toHaveLength(1))

  it('keeps resource and offer exactly, for the echo', () => {
    const resource = { zeta: [1, { deep: null }], url: page, constructor: 'x', tags: ['ä', '"'] }
    const entry = { ...accepts, extra: { ...accepts.extra, prototype: { a: [1.5] } }, later: true }
    const result = readWell({ ...offering(entry), resource })
    expect(JSON.parse(result.rawResource)).toEqual(resource)
    expect(JSON.parse(result.offers[0]?.raw ?? '')).toEqual(entry)
  })

  it('sorts cheapest first and upfront last', () => {
    const at = (amount: string, flow?: string) => ({ ...accepts, amount, extra: { ...accepts.extra, ...(flow ? { paymentFlow: flow } : {}) } })
    const { offers } = readWell(offering(at('30'), at('1', 'upfront'), at('20'), at('100', 'authorization')))
    expect(offers.map((offer) => [offer.amount, offer.flow])).toEqual([
      [20n, 'authorization'],
      [30n, 'authorization'],
      [100n, 'authorization'],
      [1n, 'upfront'],
    ])
  })
})

describe('an answer that is no challenge', () => {
  it.each([200, 401, 403, 500])('status %s', (status) => expect(readChallenge(asking(challenge, status), context)).toBeNull())
  it('402 without the header', () => expect(readChallenge({ url: page, status: 402, headers: new Map() }, context)).toBeNull())
})

describe('a hostile challenge', () => {
  const long = encodeBase64(JSON.stringify({ ...challenge, padding: 'x'.repeat(48 * 1024) }))
  it.each<[string, string, ChallengeFault]>([
    ['64 KB', long, 'header-too-large'],
    ['not base64', '!!!', 'not-base64'],
    ['base64url', encodeBase64(JSON.stringify({ a: '>>>???' })).replaceAll('/', '_').replaceAll('+', '-').concat('_'), 'not-base64'],
    ['without padding', 'e30', 'not-base64'],
    ['spare bits set', 'e31=', 'not-base64'],
    ['white space', 'e3 0=', 'not-base64'],
    ['two headers joined', 'e30=, e30=', 'not-base64'],
    ['empty', '', 'not-json'],
    ['not UTF-8', btoa('{"a":"\xff"}'), 'not-json'],
    ['byte order mark', btoa('\xef\xbb\xbf{}'), 'not-json'],
    ['bad JSON', btoa('{"x402Version":2,'), 'not-json'],
    ['nested too deep', btoa('['.repeat(5000) + ']'.repeat(5000)), 'not-json'],
    ['an array', btoa('[]'), 'wrong-shape'],
    ['null', btoa('null'), 'wrong-shape'],
    ['empty object', btoa('{}'), 'wrong-shape'],
  ])('%s', (_, header, expected) => expect(fault(header)).toBe(expected))

  it.each<[string, unknown, ChallengeFault]>([
    ['200 offers', offering(...Array.from({ length: 200 }, () => 0)), 'too-many-offers'],
    ['no offers', offering(), 'wrong-shape'],
    ['offers as object', { ...challenge, accepts: {} }, 'wrong-shape'],
    ['version 1', { ...challenge, x402Version: 1 }, 'wrong-version'],
    ['version 3', { ...challenge, x402Version: 3 }, 'wrong-version'],
    ['version as text', { ...challenge, x402Version: '2' }, 'wrong-shape'],
    ['a resource without address', { ...challenge, resource: { description: 'The wren' } }, 'wrong-shape'],
    ['resource as text', { ...challenge, resource: page }, 'wrong-shape'],
    ['description as number', { ...challenge, resource: { url: page, description: 5 } }, 'wrong-shape'],
    ['another site', { ...challenge, resource: { url: 'https://other.example/' } }, 'resource-elsewhere'],
    ['another site without scheme', { ...challenge, resource: { url: '//other.example/' } }, 'resource-elsewhere'],
    ['a look-alike ending', { ...challenge, resource: { url: 'https://evilnews.example/' } }, 'resource-elsewhere'],
    ['name in the user part', { ...challenge, resource: { url: 'https://news.example@other.example/' } }, 'resource-elsewhere'],
    ['a script', { ...challenge, resource: { url: 'javascript:alert(1)' } }, 'resource-elsewhere'],
    ['a file', { ...challenge, resource: { url: 'file:///etc/passwd' } }, 'resource-elsewhere'],
    ['not a URL', { ...challenge, resource: { url: 'https://' } }, 'resource-elsewhere'],
  ])('%s', (_, json, expected) => expect(faultOf(json)).toBe(expected))

  it('shows no hidden or reversing characters, and not too much text', () => {
    const { resource, error } = readWell({
      ...challenge,
      error: '\u200B\u202E',
      resource: { url: page, description: `a\u202Eb\u200Bc\u0000d\ne\u{E0041} \u2066f ${'x'.repeat(5000)}` },
    })
    expect(resource.description?.startsWith('abcd e f xxx')).toBe(true)
    expect(resource.description).toHaveLength(300)
    expect(error).toBeUndefined()
  })
})

describe('a hostile offer', () => {
  const extra = (change: Record<string, unknown>) => ({ ...accepts, extra: { ...accepts.extra, ...change } })
  it.each<[string, unknown, OfferFault]>([
    ...['1e4', '-1', '0x10', '010', '', '0', '+1', ' 1', '1.5', '9'.repeat(79), (1n << 256n).toString()].map(
      (amount): [string, unknown, OfferFault] => [`amount ${JSON.stringify(amount)}`, { ...accepts, amount }, 'bad-amount'],
    ),
    ['amount as number', { ...accepts, amount: 10000 }, 'bad-amount'],
    ['look-alike token', { ...accepts, asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7f' }, 'unknown-asset'],
    ['token with a wrong checksum', { ...accepts, asset: '0x036cBD53842c5426634e7929541eC2318f3dCF7e' }, 'unknown-asset'],
    ['no token', { ...accepts, asset: undefined }, 'unknown-asset'],
    ['wrong name', extra({ name: 'USD Coin' }), 'asset-mismatch'],
    ['no name', extra({ name: undefined }), 'asset-mismatch'],
    ['wrong version', extra({ version: '1' }), 'asset-mismatch'],
    ['version as number', extra({ version: 2 }), 'asset-mismatch'],
    ['wrong decimals', extra({ decimals: 18 }), 'asset-mismatch'],
    ['decimals as text', extra({ decimals: '6' }), 'asset-mismatch'],
    ['no extra', { ...accepts, extra: null }, 'asset-mismatch'],
    ['extra as text', { ...accepts, extra: 'USDC' }, 'asset-mismatch'],
    ['Permit2', extra({ assetTransferMethod: 'permit2' }), 'needs-approval'],
    ['escrow', extra({ paymentFlow: 'escrow' }), 'unknown-flow'],
    ['unknown scheme', { ...accepts, scheme: 'upto' }, 'unknown-scheme'],
    ['scheme in capitals', { ...accepts, scheme: 'Exact' }, 'unknown-scheme'],
    ['unknown network', { ...accepts, network: 'eip155:1' }, 'unknown-network'],
    ['network by its old name', { ...accepts, network: 'base-sepolia' }, 'unknown-network'],
    ['another network of ours', { ...accepts, network: 'eip155:8453' }, 'other-network'],
    ['nobody to pay', { ...accepts, payTo: '0x0000000000000000000000000000000000000000' }, 'bad-payee'],
    ['the token to pay', { ...accepts, payTo: accepts.asset }, 'bad-payee'],
    ['a payee with a wrong checksum', { ...accepts, payTo: '0x209693bC6afc0C5328bA36FaF03C514EF312287C' }, 'bad-payee'],
    ['a name to pay', { ...accepts, payTo: 'writer.eth' }, 'bad-payee'],
    ['a short payee', { ...accepts, payTo: '0x1234' }, 'bad-payee'],
    ['no time', { ...accepts, maxTimeoutSeconds: 0 }, 'bad-window'],
    ['negative time', { ...accepts, maxTimeoutSeconds: -5 }, 'bad-window'],
    ['half seconds', { ...accepts, maxTimeoutSeconds: 1.5 }, 'bad-window'],
    ['time as text', { ...accepts, maxTimeoutSeconds: '60' }, 'bad-window'],
    ['time beyond counting', { ...accepts, maxTimeoutSeconds: 1e300 }, 'bad-window'],
    ['no object', 'exact', 'unknown-scheme'],
    ['null', null, 'unknown-scheme'],
  ])('%s', (_, entry, expected) => {
    expect(readWell(offering(entry))).toMatchObject({ offers: [], refused: [expected] })
    // It does not spoil a good one beside it.
    expect(readWell(offering(entry, accepts))).toMatchObject({ offers: [{ amount: 10_000n }], refused: [expected] })
  })

  it('on test money that is switched off', () => {
    expect(readWell(challenge, { testNetworks: false }).refused).toEqual(['test-network-off'])
    expect(readWell(challenge, { networks: [] }).refused).toEqual(['unknown-network'])
    expect(readWell(challenge, { active: 'eip155:8453' }).refused).toEqual(['other-network'])
  })
})

describe('whatever arrives', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, -1, '', 'exact', active, {}, [], '__proto__'))
  const entry = fc.record(
    { scheme: odd, network: odd, amount: odd, asset: odd, payTo: odd, maxTimeoutSeconds: odd, extra: odd },
    { requiredKeys: [] },
  )
  const mutated = fc
    .tuple(entry, fc.record({ x402Version: odd, resource: odd, accepts: odd, error: odd }, { requiredKeys: [] }))
    .map(([change, top]) => ({ ...challenge, accepts: [{ ...accepts, ...change }], ...top }))
  const anyHeader = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.base64String({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    mutated.map((json) => encodeBase64(JSON.stringify(json))),
  )

  it('never throws, and never offers anything but the pinned token at a price above zero', () => {
    fc.assert(
      fc.property(anyHeader, (header) => {
        const result = readChallenge(answerWith(header), context)
        if (result?.ok !== true) return
        for (const offer of result.value.offers) {
          expect(networks.map((network) => network.token)).toContain(offer.token)
          expect(offer.amount).toBeGreaterThan(0n)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('takes one pass over the longest headers, however they are made', { timeout: 5000 }, () => {
    const fill = 24_000
    const texts = ['"\\"', '[{', '"', '\\', '{"a":', ' ', '0', '"\\u0000"'].map((part) => part.repeat(Math.floor(fill / part.length)))
    for (const text of texts) expect(fault(encodeBase64(text))).toBe('not-json')
  })
})
