import fc from 'fast-check'
import { encodeAbiParameters, getAddress, hashTypedData, keccak256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { toHex } from '../hex'
import { disputeIdOf, refundNonceOf } from './identity'
import { filing, request } from './dispute.fixtures'
import { typedRequest, vector } from './typed-request.fixtures'
import { refundRequestDigest, refundRequestSchema, requestBody, requestMessage, type RefundRequest } from './request'

const asked: RefundRequest = vector.request
const byViem = (message: RefundRequest): string => hashTypedData({ ...typedRequest, message: requestMessage(message) })

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toHex)
const anyAddress = bytes(20)

describe('a request is what sellers’ own tools make of it', () => {
  it('by the shared vector', () => {
    expect(disputeIdOf({ network: asked.network, payer: asked.payer, nonce: asked.authorizationNonce, round: 1 })).toBe(asked.disputeId)
    expect(refundNonceOf(asked.disputeId)).toBe(vector.refundNonce)
    expect(toHex(refundRequestDigest(asked))).toBe(vector.digest)
  })

  it('whatever it says', () => {
    const any = fc.record({ disputeId: bytes(32), authorizationNonce: bytes(32), evidenceHash: bytes(32), resourceUrl: fc.webUrl(), amount: fc.bigInt({ min: 1n, max: (1n << 256n) - 1n }), payer: anyAddress, issuedAt: fc.nat(), respondBy: fc.nat() })
    fc.assert(
      fc.property(any, (change) => {
        expect(toHex(refundRequestDigest({ ...asked, ...change }))).toBe(byViem({ ...asked, ...change }))
      }),
      { numRuns: 50 },
    )
  })

  it('whoever pays, wherever, and however often it is asked', () => {
    const any = fc.record({ payer: anyAddress, nonce: bytes(32), round: fc.integer({ min: 1, max: 1000 }), chain: fc.integer({ min: 1, max: 2 ** 31 }) })
    fc.assert(
      fc.property(any, ({ payer, nonce: paid, round, chain }) => {
        const types = [{ type: 'string' }, { type: 'string' }, { type: 'address' }, { type: 'bytes32' }, { type: 'uint256' }] as const
        const id = keccak256(encodeAbiParameters(types, ['x402.dispute.v1', `eip155:${chain}`, getAddress(payer), paid, BigInt(round)]))
        expect(disputeIdOf({ network: `eip155:${chain}`, payer, nonce: paid, round })).toBe(id)
        expect(refundNonceOf(id)).toBe(keccak256(encodeAbiParameters([{ type: 'string' }, { type: 'bytes32' }], ['x402.refund.v1', id])))
      }),
      { numRuns: 50 },
    )
  })

  it('and cannot be taken for a payment: its domain is no token’s', async () => {
    const account = privateKeyToAccount(`0x${'22'.repeat(32)}`)
    const signature = await account.signTypedData({ ...typedRequest, message: requestMessage(asked) })
    expect(signature).toBe(vector.signature)
    expect(byViem(asked)).not.toBe(hashTypedData({ ...typedRequest, domain: { ...typedRequest.domain, verifyingContract: asked.asset }, message: requestMessage(asked) }))
  })
})

describe('what is signed is checked field by field', () => {
  it.each([
    ['nothing to ask', { amount: 0n }],
    ['more than there can be', { amount: 1n << 256n }],
    ['no address', { payer: '0x12' }],
    ['a network of another kind', { network: 'solana:mainnet' }],
    ['a reason of its own', { reason: 'because' }],
    ['a field too many', { memo: 'x' }],
    ['no number for the request', { idempotencyKey: 'again' }],
  ])('%s', (_, change) => {
    expect(v.safeParse(refundRequestSchema, asked).success).toBe(true)
    expect(v.safeParse(refundRequestSchema, { ...asked, ...change }).success).toBe(false)
  })
})

it('the body speaks x402’s refund extension, and keeps back what the reader does not show', () => {
  const body = JSON.parse(requestBody(request, filing.signature, { evidence: filing.evidence, items: { offer: 'shown' }, words: 'It never came.', receipt: null })) as Record<string, unknown>
  expect(body).toMatchObject({
    x402Version: 2,
    paymentReference: { txHash: request.transaction, network: request.network },
    amount: '50000',
    reason: 'service_not_delivered',
    reasonDetail: 'It never came.',
    refundTo: request.refundTo,
    idempotencyKey: request.idempotencyKey,
    payerSignature: filing.signature,
    farthing: { message: requestMessage(request), items: { offer: 'shown' } },
  })
  expect(body).not.toHaveProperty('receipt')
})
