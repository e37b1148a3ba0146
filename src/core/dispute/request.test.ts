import fc from 'fast-check'
import { encodeAbiParameters, getAddress, hashTypedData, keccak256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { toHex, type Bytes32 } from '../hex'
import { disputeIdOf, refundNonceOf } from './identity'
import { filing, request } from './dispute.fixtures'
import { refundRequestDigest, refundRequestSchema, requestBody, requestMessage, type RefundRequest } from './request'

/** Vector 1, shared with sellers (docs/PROTOCOLS.md): made with viem; the key is 32 bytes of 0x22. */
const vector = {
  payer: '0x1563915e194d8cfba1943570603f7606a3115508',
  disputeId: '0x58329c673c78f3f01e40aa6fee68dfa6053568fe74d667c068189b58957565a6',
  refundNonce: '0x66be4f8fc11f7f3a8ae9c91ad01c49453cb4ea934058f30f8c6a3bb013f09669',
  digest: '0x4881ca54f0d2779d505bd0b029ec637fe4d96fa7ff4b1cf6ba60273dbe8a53ba',
} as const
const nonce: Bytes32 = `0x${'ab'.repeat(32)}`
const asked: RefundRequest = {
  version: 1,
  disputeId: vector.disputeId,
  network: 'eip155:8453',
  transaction: `0x${'cd'.repeat(32)}`,
  authorizationNonce: nonce,
  asset: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
  payTo: '0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a',
  payer: vector.payer,
  resourceUrl: 'https://news.example/a/1',
  amount: 50_000n,
  reason: 'service_not_delivered',
  refundTo: vector.payer,
  evidenceHash: '0x65d2a531d67463adf94f6c7e2ca1dda6f5cb43f3d668e27f72c1deae04b279be',
  idempotencyKey: '9f3b1c2d-4e5f-4a7b-8c9d-0e1f2a3b4c5d',
  issuedAt: 1_795_000_000,
  respondBy: 1_795_604_800,
}

const text = (name: string) => ({ name, type: 'string' })
const whole = (name: string) => ({ name, type: 'uint256' })
const word = (name: string) => ({ name, type: 'bytes32' })
const types = {
  RefundRequest: [
    whole('version'), word('disputeId'), text('network'), text('transaction'), word('authorizationNonce'), text('asset'), text('payTo'), text('payer'), text('resourceUrl'),
    text('amount'), text('reason'), text('refundTo'), word('evidenceHash'), text('idempotencyKey'), whole('issuedAt'), whole('respondBy'),
  ],
}
const domain = { name: 'x402 refund request', version: '1', chainId: 1 } as const
const byViem = (message: RefundRequest): string => hashTypedData({ domain, types, primaryType: 'RefundRequest', message: requestMessage(message) })

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toHex)
const anyAddress = bytes(20)

describe('a request is what sellers’ own tools make of it', () => {
  it('by the shared vector', () => {
    expect(disputeIdOf({ network: 'eip155:8453', payer: vector.payer, nonce, round: 1 })).toBe(vector.disputeId)
    expect(refundNonceOf(vector.disputeId)).toBe(vector.refundNonce)
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
    const signature = await account.signTypedData({ domain, types, primaryType: 'RefundRequest', message: requestMessage(asked) })
    expect(signature).toMatch(/^0x0eb22e35/)
    expect(byViem(asked)).not.toBe(hashTypedData({ domain: { ...domain, verifyingContract: asked.asset }, types, primaryType: 'RefundRequest', message: requestMessage(asked) }))
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
