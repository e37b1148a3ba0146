import fc from 'fast-check'
import { Errors, Receipt } from 'mppx-peer'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../dialect'
import { base64url, page } from './mpp.fixtures'
import { readSettlement } from './settlement'

const transaction = `0x${'ab'.repeat(32)}`
const receipt = { status: 'success', method: 'evm', timestamp: '2026-12-01T12:00:00Z', reference: transaction }
const answer = (more: Partial<Answer>): Answer => ({ url: page, status: 200, headers: new Map(), ...more })
const withReceipt = (header: string, more: Partial<Answer> = {}) => readSettlement(answer({ headers: new Map([['payment-receipt', header]]), ...more }))
const claiming = (json: unknown, more: Partial<Answer> = {}) => withReceipt(base64url(JSON.stringify(json)), more)
const refusing = (body: unknown, status = 402) => readSettlement(answer({ status, body: JSON.stringify(body) }))
const kind = (code: string): string => `https://paymentauth.org/problems/${code}`

describe('a receipt', () => {
  it.each([
    ['paid', receipt, transaction],
    ['of method usdc, with more in it', { ...receipt, method: 'usdc', type: 'evm', network: 'eip155:8453', challengeId: 'a' }, transaction],
    ['in capitals', { ...receipt, reference: transaction.toUpperCase().replace('0X', '0x') }, transaction],
    ['with no transaction', { ...receipt, reference: 'invoice 7' }, null],
    ['of a method that is not ours', { ...receipt, method: 'tempo' }, null],
  ])('%s', (_, json, named) => expect(claiming(json)).toEqual({ success: true, transaction: named, reason: null }))

  it('that mppx wrote', () => {
    const header = Receipt.serialize(Receipt.from({ method: 'evm', reference: transaction, status: 'success', timestamp: new Date(0).toISOString() }))
    expect(withReceipt(header)).toEqual({ success: true, transaction, reason: null })
  })

  it('says that money moved even where the page failed', () => {
    const body = JSON.stringify({ type: kind('verification-failed') })
    expect(claiming(receipt, { status: 500, body })).toMatchObject({ success: true, transaction })
  })

  it.each<unknown>([{}, [], null, 'success', { ...receipt, status: 'failed' }, { ...receipt, status: true }, { status: 'success' }, { ...receipt, reference: 'x'.repeat(513) }])(
    '%j is none',
    (json) => expect(claiming(json)).toBeNull(),
  )

  it.each([['padded', `${base64url(JSON.stringify(receipt))}=`], ['plain JSON', JSON.stringify(receipt)], ['empty', ''], ['too long', base64url(JSON.stringify({ ...receipt, more: 'x'.repeat(32_768) }))]])(
    '%s is none',
    (_, header) => expect(withReceipt(header)).toBeNull(),
  )
})

describe('a refusal, where there is no receipt', () => {
  it.each([
    [new Errors.VerificationFailedError({ reason: 'insufficient_funds' }), 'verification-failed: Payment verification failed: insufficient_funds.'],
    [new Errors.PaymentExpiredError({}), 'payment-expired: Payment has expired.'],
    [new Errors.InvalidChallengeError({ reason: 'challenge was not issued by this server' }), 'invalid-challenge: Challenge is invalid: challenge was not issued by this server.'],
    [new Errors.MalformedCredentialError(), 'malformed-credential: Credential is malformed.'],
    [new Errors.PaymentInsufficientError(), 'payment-insufficient: Payment amount is insufficient.'],
    [new Errors.PaymentMethodUnsupportedError(), 'method-unsupported: Payment method is not supported.'],
  ])('of mppx: %s', (error, reason) => {
    expect(refusing(error.toProblemDetails('a'), error.status)).toEqual({ success: false, transaction: null, reason })
  })

  it.each([
    ['only a title', { type: kind('verification-failed'), title: 'Transfer\u202E Mismatch' }, 'verification-failed: Transfer Mismatch'],
    ['only its kind', { type: kind('invalid-challenge'), detail: 7, title: null }, 'invalid-challenge'],
  ])('with %s', (_, body, reason) => expect(refusing(body)).toEqual({ success: false, transaction: null, reason }))

  it('is cut to what can be shown', () => {
    expect(refusing({ type: kind('verification-failed'), detail: 'x'.repeat(5000) })?.reason).toHaveLength(200)
  })

  it.each<[string, unknown, number]>([
    ['the price, asked again', new Errors.PaymentRequiredError().toProblemDetails(), 402],
    ['another kind of error', { type: 'about:blank', title: 'Not found' }, 404],
    ['no kind', { title: 'Not found' }, 404],
    ['a page that was delivered', { type: kind('verification-failed') }, 200],
    ['a list', [{ type: kind('verification-failed') }], 402],
    ['nothing', null, 402],
  ])('is not seen in %s', (_, body, status) => expect(refusing(body, status)).toBeNull())

  it('is not looked for in a body that is none, no JSON, too long or nested too deep', () => {
    const deep = `{"type":"${kind('invalid-challenge')}","detail":${'['.repeat(100)}${']'.repeat(100)}}`
    for (const body of [undefined, '', '{', ' '.repeat(64 * 1024) + '{}', deep]) expect(readSettlement(answer({ status: 402, ...(body === undefined ? {} : { body }) }))).toBeNull()
  })
})

it('never throws', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue().map((json) => JSON.stringify(json)))
  fc.assert(
    fc.property(text, text, (header, body) => {
      withReceipt(header, { status: 402, body })
      withReceipt(base64url(header), { status: 402, body })
    }),
  )
})
