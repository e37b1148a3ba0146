import { PaymentRequest } from 'mppx-peer'
import { expect, it } from 'vitest'
import { keccak256 } from 'viem'
import { usdcNonce } from './nonce'

/** The EVM example of draft-usdc-charge-00, appendix A.1. */
const example = {
  id: 'usdc_evm_direct_001',
  realm: 'api.example.com',
  method: 'usdc',
  intent: 'charge',
  request: PaymentRequest.serialize({
    amount: '1000000',
    currency: '0x3600000000000000000000000000000000000000',
    recipient: '0xc04193C50cD2E6a1C79593e46364496Fe5fcd9b6',
    description: 'Arc Testnet USDC charge',
    externalId: 'invoice-evm-001',
    methodDetails: { type: 'evm', evm: { chainId: 5042002, decimals: 6, credentialTypes: ['authorization'] } },
  }),
}
const text = Buffer.from(example.request, 'base64url').toString()

it('gives the nonce in the example of the draft', () => {
  expect(usdcNonce(example, text)).toBe('0x03e1d1aa38e2c56a0bb12e2d4562082c1c26496553f838064f3e6b4c3db9d2c2')
})

it('writes odd text as RFC 8785 does', () => {
  const { intent, method } = example
  const odd = { ...example, id: '"\\/\u007f\u0001\t', realm: 'é €😀' }
  const hashed = { intent, method, id: odd.id, realm: odd.realm, requestHash: keccak256(Buffer.from(text)) }
  expect(usdcNonce(odd, text)).toBe(keccak256(Buffer.from(PaymentRequest.serialize(hashed), 'base64url')))
})

it.each(['id', 'realm', 'method', 'intent'] as const)('binds %s', (name) => {
  expect(usdcNonce({ ...example, [name]: 'other' }, text)).not.toBe(usdcNonce(example, text))
})

it('binds the request', () => expect(usdcNonce(example, `${text} `)).not.toBe(usdcNonce(example, text)))
