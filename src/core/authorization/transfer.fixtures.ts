import fc from 'fast-check'
import { toHex, type Bytes32 } from '../hex'
import { networks } from '../networks/networks'
import type { TransferAuthorization } from './transfer'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toHex)
const uint256 = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })

/** Any transfer of a pinned token. For tests. */
export const anyTransfer: fc.Arbitrary<TransferAuthorization> = fc
  .record({
    token: fc.constantFrom(...networks.map(({ token }) => token)),
    from: bytes(20),
    to: bytes(20),
    value: uint256,
    validAfter: uint256,
    validBefore: uint256,
    nonce: bytes(32),
  })
  .map(({ token, ...rest }) => ({ network: token.network, asset: token.address, ...rest }))

/** Vector V1: made with viem through the shipped x402 client; the key is a well-known test key. */
export const vector = {
  privateKey: '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
  authorization: {
    network: 'eip155:84532',
    asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7e',
    from: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
    to: '0x209693bc6afc0c5328ba36faf03c514ef312287c',
    value: 10_000n,
    validAfter: 0n,
    validBefore: 1_740_672_154n,
    nonce: '0xf3746613c2d920b5fdabc0856f2aeb2d4f88ee6037b8cc5d04a71a4462f13480',
  },
  digest: '0x2581a4c01e54debc75ffdcb53e7f023dd6defd24c074bba6467916daed293bdc',
  signature:
    '0x9e4da37d87d01a322376e66f4a343e0584b617add56cdd845724b83ec1e5384e6ca7d838aac396c0bbfd5bd693a547dde102e55c26d2437d5e6fe92b2add96e61b',
} as const satisfies { privateKey: Bytes32; authorization: TransferAuthorization; digest: Bytes32; signature: Bytes32 }
