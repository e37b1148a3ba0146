import { recoverTypedDataAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { requestMessage, type RefundRequest } from '../core/dispute/request'
import { typedRequest, vector } from '../core/dispute/typed-request.fixtures'
import { addressOf } from './account'
import { Keyring } from './keyring'

const key = new Uint8Array(32).fill(0x22)
const payer = addressOf(key)
const keyring = (): Keyring => new Keyring(new Uint8Array(32).fill(1), Uint8Array.from(key), payer)

const request: RefundRequest = vector.request

describe('a request for money back', () => {
  it('is signed byte for byte as an independent implementation signs it', () => {
    expect(keyring().signRefundRequest(request)).toEqual({ ok: true, value: vector.signature })
  })

  it('is known by sellers’ own tools to come from whoever paid', async () => {
    const signed = keyring().signRefundRequest({ ...request, amount: 12_345n })
    const signer = await recoverTypedDataAddress({ ...typedRequest, message: requestMessage({ ...request, amount: 12_345n }), signature: signed.ok ? signed.value : '0x' })
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
