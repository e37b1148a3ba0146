import { decodePaymentSignatureHeader, encodePaymentRequiredHeader, encodePaymentResponseHeader } from '@x402/core/http'
import { x402ResourceServer } from '@x402/core/server'
import type { PaymentRequired } from '@x402/core/types'
import {
  declarePaymentIdentifierExtension,
  extractPaymentIdentifier,
  PAYMENT_IDENTIFIER,
  validatePaymentIdentifierRequirement,
} from '@x402/extensions/payment-identifier'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TransferAuthorization } from '../../authorization/transfer'
import type { Hex } from '../../hex'
import { dialects, findDialect, readChallenge } from '../registry'
import { active, context } from '../paying.fixtures'
import { accepts, answerWith, challenge, page } from './x402-v2.fixtures'

/** The official implementation of the same protocol, on the other side of the wire. */
const spoken = dialects(context)
const signature: Hex = `0x${'1f'.repeat(65)}`
const authorization: TransferAuthorization = {
  network: active,
  asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7e',
  from: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
  to: '0x209693bc6afc0c5328ba36faf03c514ef312287c',
  value: 10_000n,
  validAfter: 0n,
  validBefore: 1_740_672_154n,
  nonce: '0xf3746613c2d920b5fdabc0856f2aeb2d4f88ee6037b8cc5d04a71a4462f13480',
}

function exchange(required: PaymentRequired, note: string | null = null) {
  const read = readChallenge(answerWith(encodePaymentRequiredHeader(required)), spoken)
  if (read?.ok !== true) throw new Error(JSON.stringify(read))
  const offer = read.value.offers[0]
  const dialect = findDialect(spoken, read.value.dialect)
  if (offer === undefined || dialect === undefined) throw new Error('nothing to pay')
  const header = dialect.writePayment({ challenge: read.value.raw, rawResource: read.value.rawResource, offer: offer.raw }, { authorization, signature, note })
  return { header, payment: decodePaymentSignatureHeader(header.value) }
}

const required = { ...challenge, accepts: [{ ...accepts, network: active, extra: { name: 'USDC', version: '2' } }] }

describe('against the official codec', () => {
  it('writes the payment the official server decodes', () => {
    const { header, payment } = exchange(required)
    expect(header.name).toBe('PAYMENT-SIGNATURE')
    expect(payment).toEqual({
      x402Version: 2,
      resource: required.resource,
      accepted: required.accepts[0],
      payload: {
        signature,
        authorization: {
          from: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
          to: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
          value: '10000',
          validAfter: '0',
          validBefore: '1740672154',
          nonce: authorization.nonce,
        },
      },
    })
  })

  it('names no resource where the server named none', () => {
    const header = Buffer.from(JSON.stringify({ ...required, resource: undefined })).toString('base64')
    const read = readChallenge(answerWith(header), spoken)
    if (read?.ok !== true) throw new Error(JSON.stringify(read))
    const [offer] = read.value.offers
    const dialect = findDialect(spoken, read.value.dialect)
    const paid = dialect?.writePayment({ challenge: read.value.raw, rawResource: read.value.rawResource, offer: offer?.raw ?? '' }, { authorization, signature })
    expect(read.value.resource.url).toBe(page)
    expect(decodePaymentSignatureHeader(paid?.value ?? '')).not.toHaveProperty('resource')
  })

  it('echoes whatever the server put beside the fields it understands, so that the server finds its own offer', () => {
    const server = new x402ResourceServer()
    const json = fc.jsonValue({ maxDepth: 3 })
    // JSON cannot write negative zero.
    const clean = json.map((value): unknown => JSON.parse(JSON.stringify(value)))
    const named = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }).filter((key) => !['name', 'version', 'decimals', 'assetTransferMethod', 'paymentFlow', '__proto__'].includes(key)), clean, { maxKeys: 4 })
    fc.assert(
      fc.property(named, fc.string({ unit: 'grapheme', maxLength: 40 }), (extra, description) => {
        const wide = { ...required, resource: { url: page, description }, accepts: required.accepts.map((entry) => ({ ...entry, extra: { ...extra, ...entry.extra } })) }
        const { payment } = exchange(wide)
        expect(payment.resource).toEqual(wide.resource)
        expect(server.findMatchingRequirements(wide.accepts, payment)).toBe(wide.accepts[0])
      }),
      { numRuns: 150 },
    )
  })

  it('carries an identifier where the seller names one, the same for every attempt, as the official server reads it', () => {
    const extended = { ...required, extensions: { [PAYMENT_IDENTIFIER]: declarePaymentIdentifierExtension(true) } }
    const { payment } = exchange(extended)
    expect(extractPaymentIdentifier(payment)).toBe('pay_f3746613c2d920b5fdabc0856f2aeb2d')
    expect(validatePaymentIdentifierRequirement(payment, true)).toMatchObject({ valid: true })
    expect(exchange(extended).header).toEqual(exchange(extended).header)
    expect(exchange(required).payment).not.toHaveProperty('extensions')
  })

  it('carries what the reader wrote where the seller takes notes, and nowhere else', () => {
    const taking = { ...required, extensions: { 'farthing-note': { info: { longest: 200 }, schema: {} } } }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (note) => {
        expect(exchange(taking, note).payment.extensions).toEqual({ 'farthing-note': { info: { longest: 200, note }, schema: {} } })
        expect(exchange(required, note).payment).toEqual(exchange(required).payment)
      }),
    )
    expect(exchange(taking).payment).not.toHaveProperty('extensions')
  })

  it('carries a note beside an identifier', () => {
    const both = { ...required, extensions: { [PAYMENT_IDENTIFIER]: declarePaymentIdentifierExtension(true), 'farthing-note': { info: {} } } }
    const { payment } = exchange(both, 'Thank you')
    expect(extractPaymentIdentifier(payment)).toBe('pay_f3746613c2d920b5fdabc0856f2aeb2d')
    expect(payment.extensions).toHaveProperty('farthing-note.info', { note: 'Thank you' })
  })

  it('reads what the official server says about settlement', () => {
    const transaction = `0x${'ab'.repeat(32)}`
    const header = encodePaymentResponseHeader({ success: true, transaction, network: active, payer: authorization.from })
    const claim = spoken[0]?.readSettlement({ url: page, status: 200, headers: new Map([['payment-response', header]]) })
    expect(claim).toEqual({ success: true, transaction, reason: null })
  })
})
