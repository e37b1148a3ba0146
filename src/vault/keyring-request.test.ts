import { recoverTypedDataAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { requestMessage, type RefundRequest } from '../core/dispute/request'
import { addressOf } from './account'
import { Keyring } from './keyring'

const key = new Uint8Array(32).fill(0x22)
const payer = addressOf(key)
const keyring = (): Keyring => new Keyring(new Uint8Array(32).fill(1), Uint8Array.from(key), payer)

/** The request of the shared vector (core/dispute/request.test.ts), made by viem with this key. */
const request: RefundRequest = {
  version: 1,
  disputeId: '0x58329c673c78f3f01e40aa6fee68dfa6053568fe74d667c068189b58957565a6',
  network: 'eip155:8453',
  transaction: `0x${'cd'.repeat(32)}`,
  authorizationNonce: `0x${'ab'.repeat(32)}`,
  asset: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
  payTo: '0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a',
  payer,
  resourceUrl: 'https://news.example/a/1',
  amount: 50_000n,
  reason: 'service_not_delivered',
  refundTo: payer,
  evidenceHash: '0x65d2a531d67463adf94f6c7e2ca1dda6f5cb43f3d668e27f72c1deae04b279be',
  idempotencyKey: '9f3b1c2d-4e5f-4a7b-8c9d-0e1f2a3b4c5d',
  issuedAt: 1_795_000_000,
  respondBy: 1_795_604_800,
}
const golden = '0x0eb22e351add30b116addd3672d4d58f6ce40d6dcd83ae360e3cc4e5f33e995c416687d35950baff07c78025331884cbf71d91048020525181922870366f95e81b'

const field = (type: string) => (name: string) => ({ name, type })
const [text, whole, word] = [field('string'), field('uint256'), field('bytes32')]
const types = {
  RefundRequest: [
    whole('version'), word('disputeId'), text('network'), text('transaction'), word('authorizationNonce'), text('asset'), text('payTo'), text('payer'), text('resourceUrl'),
    text('amount'), text('reason'), text('refundTo'), word('evidenceHash'), text('idempotencyKey'), whole('issuedAt'), whole('respondBy'),
  ],
}

describe('a request for money back', () => {
  it('is signed byte for byte as an independent implementation signs it', () => {
    expect(keyring().signRefundRequest(request)).toEqual({ ok: true, value: golden })
  })

  it('is known by sellers’ own tools to come from whoever paid', async () => {
    const signed = keyring().signRefundRequest({ ...request, amount: 12_345n })
    const signer = await recoverTypedDataAddress({ domain: { name: 'x402 refund request', version: '1', chainId: 1 }, types, primaryType: 'RefundRequest', message: requestMessage({ ...request, amount: 12_345n }), signature: signed.ok ? signed.value : '0x' })
    expect(signer.toLowerCase()).toBe(payer)
  })

  it.each([
    ['of somebody else’s payment', { payer: `0x${'99'.repeat(20)}` }, 'not-this-purse'],
    ['to somebody else', { refundTo: `0x${'99'.repeat(20)}` }, 'not-this-purse'],
    ['of nothing', { amount: 0n }, 'not-a-request'],
    ['with more in it than is known', { memo: 'and everything else' }, 'not-a-request'],
  ] as const)('is not signed %s', (_, change, fault) => {
    expect(keyring().signRefundRequest({ ...request, ...change })).toEqual({ ok: false, error: fault })
  })

  it('is not signed once the wallet is locked', () => {
    const wiped = keyring()
    wiped.wipe()
    expect(wiped.signRefundRequest(request)).toEqual({ ok: false, error: 'locked' })
  })
})
