import fc from 'fast-check'
import { hashTypedData } from 'viem'
import { describe, expect, it } from 'vitest'
import { toHex } from '../hex'
import { networks } from '../networks/networks'
import { anyTransfer, vector } from './transfer.fixtures'
import { decodeTransfer, encodeTransfer, transferDigest, transferLength, type TransferAuthorization } from './transfer'

const types = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const

function typedData(message: TransferAuthorization) {
  const network = networks.find(({ id }) => id === message.network)
  if (network === undefined) throw new Error('fixture of an unknown network')
  const { name, version, address } = network.token
  const domain = { name, version, chainId: network.chainId, verifyingContract: address }
  return { domain, types, primaryType: 'TransferWithAuthorization', message } as const
}

function encoded(authorization: TransferAuthorization): Uint8Array {
  const bytes = encodeTransfer(authorization)
  if (!bytes.ok) throw new Error(bytes.error)
  return bytes.value
}

describe('the canonical bytes', () => {
  it('give the digest of golden vector V1', () => {
    expect(toHex(transferDigest(encoded(vector.authorization)))).toBe(vector.digest)
  })

  it('give the digest that an independent implementation gives', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        expect(toHex(transferDigest(encoded(transfer)))).toBe(hashTypedData(typedData(transfer)))
      }),
      { numRuns: 300 },
    )
  })

  it('decode to the message they were made from, with the pinned name and version', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        const { name, version } = typedData(transfer).domain
        expect(decodeTransfer(encoded(transfer))).toEqual({ ok: true, value: { authorization: transfer, domain: { name, version } } })
      }),
    )
  })

  it('fit into 384 bytes', () => {
    expect(encoded(vector.authorization).length).toBe(384)
    expect(transferLength).toBe(384)
  })
})

describe('what is refused', () => {
  it('any other length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 800 }), (bytes) => {
        fc.pre(bytes.length !== transferLength)
        expect(decodeTransfer(bytes)).toEqual({ ok: false, error: 'wrong-length' })
      }),
    )
  })

  it('any bytes that are not exactly the encoding of what they decode to', () => {
    const bytes = encoded(vector.authorization)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x01
      const read = decodeTransfer(changed)
      if (read.ok) expect(encoded(read.value.authorization)).toEqual(changed)
    }
  })

  it.each([
    ['the domain type', 0, 'wrong-type'],
    ['the token name', 32, 'unknown-token'],
    ['the token version', 64, 'unknown-token'],
    ['the chain', 127, 'unknown-token'],
    ['the high bytes of the chain', 96, 'unknown-token'],
    ['the padding of the token address', 128, 'dirty-padding'],
    ['the token address', 159, 'unknown-token'],
    ['the message type', 160, 'wrong-type'],
    ['the padding of from', 203, 'dirty-padding'],
    ['the padding of to', 224, 'dirty-padding'],
  ])('a change in %s', (_, at, error) => {
    const bytes = encoded(vector.authorization)
    bytes[at] = (bytes[at] ?? 0) ^ 0x80
    expect(decodeTransfer(bytes)).toEqual({ ok: false, error })
  })

  it('one token’s domain on another chain', () => {
    const bytes = encoded({ ...vector.authorization })
    const base = networks.find(({ id }) => id === 'eip155:8453')
    bytes.set(encoded({ ...vector.authorization, network: 'eip155:8453', asset: base?.token.address ?? '0x' }).subarray(96, 128), 96)
    expect(decodeTransfer(bytes)).toEqual({ ok: false, error: 'unknown-token' })
  })

  it.each<[string, Partial<TransferAuthorization>, string]>([
    ['a token that is not pinned', { asset: '0x209693bc6afc0c5328ba36faf03c514ef312287c' }, 'unknown-token'],
    ['a network that is not known', { network: 'eip155:1' }, 'unknown-token'],
    ['a negative value', { value: -1n }, 'out-of-range'],
    ['a value beyond 256 bits', { value: 2n ** 256n }, 'out-of-range'],
    ['a time beyond 256 bits', { validBefore: 2n ** 256n }, 'out-of-range'],
    ['a short payee', { to: '0x1234' }, 'out-of-range'],
    ['a payee in another spelling', { to: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C' }, 'out-of-range'],
    ['a short nonce', { nonce: '0x00' }, 'out-of-range'],
  ])('to encode %s', (_, change, error) => {
    expect(encodeTransfer({ ...vector.authorization, ...change })).toEqual({ ok: false, error })
  })
})
