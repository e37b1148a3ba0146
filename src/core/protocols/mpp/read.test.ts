import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networks } from '../../networks/networks'
import type { Answer, Challenge } from '../dialect'
import type { OfferFault } from '../faults'
import { evmNonce } from './nonce'
import { active, chainId, context, token } from '../paying.fixtures'
import { answerWith, base64url, evmRequest, page, params, recipient, requesting, usdc, usdcRequest, written } from './mpp.fixtures'
import { readChallenge } from './read'

const read = (header: string, more: Partial<typeof context> = {}, answer: Partial<Answer> = {}) => readChallenge(answerWith(header, answer), { ...context, ...more })
const readWell = (header: string, more: Partial<typeof context> = {}, answer: Partial<Answer> = {}): Challenge => {
  const result = read(header, more, answer)
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.value
}
const details = (changed: Readonly<Record<string, unknown>>) => ({ ...evmRequest, methodDetails: { ...evmRequest.methodDetails, ...changed } })
const usdcDetails = (changed: Readonly<Record<string, unknown>>) => ({ ...usdcRequest, methodDetails: { ...usdcRequest.methodDetails, ...changed } })
const asUsdc = (request: unknown): string => requesting(request, { method: 'usdc' })

describe('a good challenge', () => {
  it('is read whole', () => {
    const header = written({ description: 'The wren' })
    expect(readWell(header)).toEqual({
      dialect: 'mpp',
      resource: { url: page, description: 'The wren' },
      offers: [
        {
          scheme: 'exact',
          token,
          amount: 10_000n,
          payTo: recipient.toLowerCase(),
          maxTimeoutSeconds: 300,
          flow: 'upfront',
          nonce: evmNonce(params),
          expires: Date.UTC(2026, 11, 1, 12, 5, 0, 500),
          raw: JSON.stringify({ ...params, description: 'The wren' }),
        },
      ],
      refused: [],
      rawResource: 'null',
      raw: header,
    })
  })

  it.each([
    ['no expiry', written({ expires: undefined })],
    ['an empty realm', written({ realm: '' })],
    ['parameters nobody knows', written({ scope: 'read', constructor: 'x', toString: 'y' })],
    ['the decimals left out', requesting(details({ decimals: undefined }))],
    ['more ways to pay it', requesting(details({ credentialTypes: ['permit2', 'hash', 'authorization'] }))],
    ['no splits, by a list', requesting(details({ splits: [] }))],
    ['the first version, by name', requesting(details({ version: 1 }))],
    ['a lower-case token and payee', requesting({ ...evmRequest, currency: usdc.toLowerCase(), recipient: recipient.toLowerCase() })],
    ['the digest of no body', written({ digest: 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:' })],
    ['the digest of no body, as mppx writes it', written({ digest: 'sha-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' })],
    ['the usual header, by name', written({ header: 'authorization' })],
    ['the other header', written({ header: 'Payment-Authorization' })],
    ['method usdc', asUsdc(usdcRequest)],
    ['method usdc, its only way to pay left out', asUsdc(usdcDetails({ evm: { chainId, decimals: 6 } }))],
  ])('may have %s', (_, header) => expect(readWell(header)).toMatchObject({ offers: [{ amount: 10_000n }], refused: [] }))

  it.each([
    // None of these changes what is signed: the whole amount, from the reader, to the one payee.
    ['the seller’s own number', { ...evmRequest, externalId: 'order 7' }],
    ['a place for allowances', details({ permit2Address: '0x000000000022D473030F116dDEE9F6B43aC78BA3' })],
    ['who pays for gas', details({ feePayer: false, feePayerKey: 'x' })],
    ['another amount elsewhere', details({ amount: '99', maxFee: '500', memo: '0x00' })],
    ['another payee elsewhere', { ...evmRequest, payTo: usdc, to: usdc }],
    ['another expiry', { ...evmRequest, expires: '2099-01-01T00:00:00Z' }],
  ])('ignores %s', (_, request) => {
    const plain = readWell(requesting(evmRequest)).offers[0]
    expect({ ...readWell(requesting(request)).offers[0], raw: '' }).toEqual({ ...plain, raw: '' })
  })

  it('keeps every parameter that must come back, exactly, and no other', () => {
    const echoed = { ...params, description: 'A "wren"\\ – and ę', opaque: base64url('{"a":"b"}'), digest: 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:', header: 'Payment-Authorization' }
    const [offer] = readWell(written({ ...echoed, later: 'x' })).offers
    expect(JSON.parse(offer?.raw ?? '')).toEqual(echoed)
  })

  it('may stand among others, cheapest first, each with its own nonce and expiry', () => {
    const at = (amount: string, id: string, expires?: string) => requesting({ ...evmRequest, amount }, { id, expires })
    const header = [
      'L402 version="0", token="a,b==", invoice="lnbc"',
      at('30', 'c'),
      'Basic realm="Payment id=\\"x\\", a"',
      at('10', 'a', '2026-12-01T00:00:00Z'),
      requesting(evmRequest, { method: 'tempo' }),
      at('20', 'b'),
      'Negotiate',
    ].join(', ')
    const { offers, refused, raw } = readWell(header)
    expect(offers.map(({ amount, nonce, expires }) => [amount, nonce, expires])).toEqual([
      [10n, evmNonce({ ...params, id: 'a' }), Date.UTC(2026, 11, 1)],
      [20n, evmNonce({ ...params, id: 'b' }), null],
      [30n, evmNonce({ ...params, id: 'c' }), null],
    ])
    expect(refused).toEqual(['unknown-scheme'])
    expect(raw).toBe(header)
  })

  it('says what the cheapest offer says is sold: in the challenge, else in the request, fit to be shown', () => {
    const described = (description: string | undefined, inRequest: unknown) => readWell(requesting({ ...evmRequest, description: inRequest }, { description })).resource.description
    expect(described('The\u202E wren', 'other')).toBe('The wren')
    expect(described(undefined, 'The wren')).toBe('The wren')
    expect(described(undefined, 7)).toBeUndefined()
    expect(described(' \u200b', undefined)).toBeUndefined()
    const dear = requesting({ ...evmRequest, amount: '10001' }, { description: 'dear' })
    expect(readWell(`${dear}, ${written({ description: 'cheap' })}`).resource.description).toBe('cheap')
  })

  it('says what went wrong before, where the body does', () => {
    const body = JSON.stringify({ type: 'https://paymentauth.org/problems/payment-expired', detail: 'Too\nlate.' })
    expect(readWell(written(), {}, { body }).error).toBe('payment-expired: Too late.')
    expect(readWell(written(), {}, { body: '{}' })).not.toHaveProperty('error')
  })
})

describe('an answer that is no challenge', () => {
  it.each([200, 401, 403, 407, 412, 500])('status %s', (status) => expect(read(written(), {}, { status })).toBeNull())
  it('402 without the header', () => expect(readChallenge({ url: page, status: 402, headers: new Map() }, context)).toBeNull())
  it.each(['', 'Basic realm="Payment"', 'Bearer, L402 token="a"', 'Payments id=1', 'x="', `Negotiate ${'YII'.repeat(20_000)}==`])('%.40s', (header) => expect(read(header)).toBeNull())
})

describe('a hostile challenge', () => {
  it('is not read where it is too long, or made of too many', () => {
    expect(read(written({ opaque: 'x'.repeat(32 * 1024) }))).toEqual({ ok: false, error: 'header-too-large' })
    expect(read(Array(51).fill('Payment').join(', '))).toEqual({ ok: false, error: 'too-many-offers' })
    expect(readWell(Array(50).fill('Payment').join(', ')).refused).toHaveLength(50)
  })

  it.each<[string, string, OfferFault]>([
    ['no parameters', 'Payment', 'malformed'],
    ['no id', written({ id: undefined }), 'malformed'],
    ['an empty id', written({ id: '' }), 'malformed'],
    ['an endless id', written({ id: 'x'.repeat(513) }), 'malformed'],
    ['no realm', written({ realm: undefined }), 'malformed'],
    ['no request', written({ request: undefined }), 'malformed'],
    ['a parameter twice', `${written()}, id="b"`, 'malformed'],
    ['a quote that never ends', `${written()}, opaque="`, 'malformed'],
    ['an unquoted expiry', `${written({ expires: undefined })}, expires=2026-12-01T12:05:00Z`, 'malformed'],
    ['a padded request', written({ request: 'e30=' }), 'malformed'],
    ['a request in the other base64', written({ request: `${params.request}+/` }), 'malformed'],
    ['a request that is not UTF-8', written({ request: Buffer.from('{"a":"\xff"}', 'latin1').toString('base64url') }), 'malformed'],
    ['a request that is not JSON', written({ request: base64url('{') }), 'malformed'],
    ['a request nested too deep', written({ request: base64url('['.repeat(5000) + ']'.repeat(5000)) }), 'malformed'],
    ['a request that is a list', requesting([evmRequest]), 'malformed'],
    ['no details', requesting({ ...evmRequest, methodDetails: undefined }), 'malformed'],
    ['another method', written({ method: 'tempo' }), 'unknown-scheme'],
    ['a method in capitals', written({ method: 'EVM' }), 'unknown-scheme'],
    ['a method of every object', written({ method: 'constructor' }), 'unknown-scheme'],
    ['payments that go on', written({ intent: 'session' }), 'not-once'],
    ['a subscription', written({ intent: 'subscription' }), 'not-once'],
    ['something sent to the seller', written({ digest: 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:' }), 'not-a-page'],
    ['another of the reader’s headers', written({ header: 'Cookie' }), 'unknown-scheme'],
    ['no header at all', written({ header: '' }), 'unknown-scheme'],
    ['another site’s realm', written({ realm: 'owl-post.com' }), 'realm-elsewhere'],
    ['another site’s address as realm', written({ realm: 'https://owl-post.com/a' }), 'realm-elsewhere'],
    ['an expiry of no meaning', written({ expires: 'soon' }), 'bad-window'],
    ['an expiry in seconds', written({ expires: '1796126700' }), 'bad-window'],
    ['an expiry on no day', written({ expires: '2026-02-30T00:00:00Z' }), 'bad-window'],
    ['an empty expiry', written({ expires: '' }), 'bad-window'],
    ['no ways to pay it', requesting(details({ credentialTypes: undefined })), 'unknown-scheme'],
    ['only allowances', requesting(details({ credentialTypes: ['permit2'] })), 'needs-approval'],
    ['only transactions', requesting(details({ credentialTypes: ['transaction', 'hash'] })), 'unknown-scheme'],
    ['one way to pay that is no list', requesting(details({ credentialTypes: 'authorization' })), 'malformed'],
    ['the price split', requesting(details({ splits: [{ recipient: usdc, amount: '1' }] })), 'needs-approval'],
    ['a split that is no list', requesting(details({ splits: { amount: '1' } })), 'needs-approval'],
    ['a later version', requesting(details({ version: 2 })), 'unknown-scheme'],
    ['another network', requesting(details({ chainId: 1 })), 'unknown-network'],
    ['a network in words', requesting(details({ chainId: String(chainId) })), 'unknown-network'],
    ['no network', requesting(details({ chainId: undefined })), 'unknown-network'],
    ['half a network', requesting(details({ chainId: chainId + 0.5 })), 'unknown-network'],
    ['another network of ours', requesting(details({ chainId: 8453 })), 'other-network'],
    ['another token', requesting({ ...evmRequest, currency: recipient }), 'unknown-asset'],
    ['a currency in words', requesting({ ...evmRequest, currency: 'usd' }), 'unknown-asset'],
    ['no currency', requesting({ ...evmRequest, currency: undefined }), 'unknown-asset'],
    ['other decimals', requesting(details({ decimals: 18 })), 'asset-mismatch'],
    ['decimals in words', requesting(details({ decimals: '6' })), 'asset-mismatch'],
    ['nothing to pay', requesting({ ...evmRequest, amount: '0' }), 'bad-amount'],
    ['less than nothing', requesting({ ...evmRequest, amount: '-5' }), 'bad-amount'],
    ['a number as amount', requesting({ ...evmRequest, amount: 10_000 }), 'bad-amount'],
    ['an exponent', requesting({ ...evmRequest, amount: '1e4' }), 'bad-amount'],
    ['dollars', requesting({ ...evmRequest, amount: '0.01' }), 'bad-amount'],
    ['a leading zero', requesting({ ...evmRequest, amount: '010000' }), 'bad-amount'],
    ['more than there can be', requesting({ ...evmRequest, amount: '9'.repeat(78) }), 'bad-amount'],
    ['nobody to pay', requesting({ ...evmRequest, recipient: `0x${'0'.repeat(40)}` }), 'bad-payee'],
    ['the token to pay', requesting({ ...evmRequest, recipient: usdc }), 'bad-payee'],
    ['a payee with a wrong checksum', requesting({ ...evmRequest, recipient: recipient.replace('Bc', 'bC') }), 'bad-payee'],
    ['no payee', requesting({ ...evmRequest, recipient: undefined }), 'bad-payee'],
    ['method usdc in the shape of evm', asUsdc(evmRequest), 'malformed'],
    ['method evm in the shape of usdc', requesting(usdcRequest), 'unknown-scheme'],
    ['USDC on Solana', asUsdc({ ...usdcRequest, methodDetails: { type: 'solana', solana: { network: 'mainnet' } } }), 'unknown-scheme'],
    ['USDC through a gateway that takes a fee', asUsdc({ ...usdcRequest, currency: 'usdc', methodDetails: { type: 'gateway', gateway: { maxFee: '5' } } }), 'unknown-scheme'],
    ['two kinds of USDC charge', asUsdc(usdcDetails({ gateway: { maxFee: '5' } })), 'malformed'],
    ['a kind of USDC charge without its details', asUsdc(usdcDetails({ evm: undefined })), 'malformed'],
    ['USDC without decimals', asUsdc(usdcDetails({ evm: { chainId } })), 'malformed'],
    ['USDC with other decimals', asUsdc(usdcDetails({ evm: { chainId, decimals: 18 } })), 'asset-mismatch'],
    ['USDC by allowance', asUsdc(usdcDetails({ evm: { chainId, decimals: 6, credentialTypes: ['permit2'] } })), 'needs-approval'],
    ['USDC, split', asUsdc(usdcDetails({ evm: { chainId, decimals: 6, splits: [{}] } })), 'needs-approval'],
    ['a later version of method usdc', asUsdc(usdcDetails({ version: 2 })), 'unknown-scheme'],
  ])('with %s is refused, and does not spoil a good one beside it', (_, header, fault) => {
    expect(readWell(header)).toMatchObject({ offers: [], refused: [fault] })
    expect(readWell(`${written({ id: 'good' })}, ${header}`)).toMatchObject({ offers: [{ amount: 10_000n, nonce: evmNonce({ ...params, id: 'good' }) }], refused: [fault] })
  })

  it('on test money that is switched off', () => {
    expect(readWell(written(), { testNetworks: false }).refused).toEqual(['test-network-off'])
    expect(readWell(written(), { networks: [] }).refused).toEqual(['unknown-network'])
    expect(readWell(written(), { active: 'eip155:8453' }).refused).toEqual(['other-network'])
  })
})

describe('whatever arrives', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, -1, '', active, chainId, usdc, 'authorization', ['authorization'], {}, [], '__proto__'))
  const oddDetails = fc.record({ chainId: odd, credentialTypes: odd, decimals: odd, splits: odd, version: odd, type: odd, evm: odd }, { requiredKeys: [] })
  const oddRequest = fc
    .tuple(fc.record({ amount: odd, currency: odd, recipient: odd, description: odd }, { requiredKeys: [] }), oddDetails)
    .map(([change, more]) => ({ ...evmRequest, ...change, methodDetails: { ...evmRequest.methodDetails, ...more } }))
  const oddText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('evm', 'usdc', 'charge', 'Authorization', ''))
  const oddParams = fc.record({ id: oddText, realm: oddText, method: oddText, intent: oddText, expires: oddText, digest: oddText, header: oddText, description: oddText }, { requiredKeys: [] })
  const anyHeader = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('Payment ', 'id=a', 'realm="b"', ', ', 'request=', '"', '\\'), maxLength: 40 }),
    fc.tuple(oddRequest, oddParams).map(([request, changed]) => requesting(request, changed)),
  )

  it('never throws, and never offers anything but the pinned token at a price above zero, in an echo that can be sent', () => {
    fc.assert(
      fc.property(anyHeader, (header) => {
        const result = read(header)
        if (result?.ok !== true) return
        for (const offer of result.value.offers) {
          expect(networks.map((network) => network.token)).toContain(offer.token)
          expect(offer.amount).toBeGreaterThan(0n)
          expect(offer.nonce).toMatch(/^0x[0-9a-f]{64}$/)
          expect(JSON.parse(offer.raw)).toMatchObject({ intent: 'charge' })
        }
      }),
      { numRuns: 1500 },
    )
  })
})
