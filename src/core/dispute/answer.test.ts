import { describe, expect, it } from 'vitest'
import { longestSellerWords, readAnswer } from './answer'
import { request } from './dispute.fixtures'

const read = (answer: unknown) => readAnswer(JSON.stringify(answer), request)

describe('what a seller answers', () => {
  it.each([
    [{ status: 'pending' }, { said: 'pending', amount: null, denial: null }],
    [{ status: 'executed', amount: '50000', refundTxHash: `0x${'AB'.repeat(32)}` }, { said: 'executed', amount: 50_000n, transaction: `0x${'ab'.repeat(32)}` }],
    [{ status: 'executed', amount: '-5', refundTxHash: 'done' }, { said: 'executed', amount: null, transaction: null }],
    [{ status: 'denied', denialReason: 'outside_window' }, { said: 'denied', denial: 'outside_window' }],
    [{ status: 'denied', denialReason: 'bad_mood' }, { said: 'denied', denial: 'other' }],
    [{ status: 'pending', unknown: { any: 'thing' }, disputeId: request.disputeId.toUpperCase().replace('0X', '0x') }, { said: 'pending' }],
  ])('%j', (answer, expected) => {
    const answered = read(answer)
    expect(answered.ok ? answered.value : answered.error).toMatchObject(expected)
  })

  it('its own words are bounded, on one line, and hide nothing', () => {
    const answered = read({ status: 'denied', note: `No\n\u202Erefund\u200B ${'x'.repeat(3000)}` })
    const words = answered.ok ? (answered.value.words ?? '') : ''
    expect(words).toMatch(/^No refund x/)
    expect(Array.from(words)).toHaveLength(longestSellerWords)
  })
})

describe('is not believed', () => {
  it.each([
    ['about another dispute', JSON.stringify({ status: 'executed', disputeId: `0x${'1'.repeat(64)}` }), 'other-dispute'],
    ['about another request', JSON.stringify({ status: 'executed', idempotencyKey: 'b1f3b1c2-4e5f-4a7b-8c9d-0e1f2a3b4c5d' }), 'other-dispute'],
    ['that is no answer', JSON.stringify({ status: 'ok' }), 'wrong-shape'],
    ['that is no JSON', '<html>Refunded</html>', 'wrong-shape'],
    ['that is half', '{"status":"exec', 'wrong-shape'],
    ['that nests without end', `{"status":"pending","x":${'['.repeat(5000)}`, 'wrong-shape'],
    ['with a number for an amount', JSON.stringify({ status: 'executed', amount: 50000 }), 'wrong-shape'],
    ['that was too long to be read', null, 'too-long'],
  ])('%s', (_, body, fault) => {
    expect(readAnswer(body, request)).toEqual({ ok: false, error: fault })
  })
})
