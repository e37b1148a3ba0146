import type { Address } from '../hex'
import type { RefundRequest } from './request'

/** How a request is signed, as other people's tools are told it (docs/PROTOCOLS.md, "Asking for money back"). */
const field = (type: string) => (name: string) => ({ name, type })
const [text, whole, word] = [field('string'), field('uint256'), field('bytes32')]

export const typedRequest = {
  domain: { name: 'x402 refund request', version: '1', chainId: 1 },
  types: {
    RefundRequest: [
      whole('version'),
      word('disputeId'),
      text('network'),
      text('transaction'),
      word('authorizationNonce'),
      text('asset'),
      text('payTo'),
      text('payer'),
      text('resourceUrl'),
      text('amount'),
      text('reason'),
      text('refundTo'),
      word('evidenceHash'),
      text('idempotencyKey'),
      whole('issuedAt'),
      whole('respondBy'),
    ],
  },
  primaryType: 'RefundRequest',
} as const

const payer: Address = '0x1563915e194d8cfba1943570603f7606a3115508'

/** Vector 1, shared with sellers: made with viem; the key is 32 bytes of 0x22. */
export const vector = {
  refundNonce: '0x66be4f8fc11f7f3a8ae9c91ad01c49453cb4ea934058f30f8c6a3bb013f09669',
  digest: '0x4881ca54f0d2779d505bd0b029ec637fe4d96fa7ff4b1cf6ba60273dbe8a53ba',
  signature: '0x0eb22e351add30b116addd3672d4d58f6ce40d6dcd83ae360e3cc4e5f33e995c416687d35950baff07c78025331884cbf71d91048020525181922870366f95e81b',
  request: {
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
  } satisfies RefundRequest,
} as const
