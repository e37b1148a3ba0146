import fc from 'fast-check'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { anyTransfer, vector } from '../core/authorization/transfer.fixtures'
import { encodeTransfer, type TransferAuthorization } from '../core/authorization/transfer'
import { findNetwork } from '../core/networks/networks'
import { toHex } from '../core/hex'
import { addressOf } from './account'
import { Keyring, type PurchaseIdentity } from './keyring'
import { LockedError } from './locked-error'

const keyring = (privateKey: Uint8Array = hexToBytes(vector.privateKey.slice(2))): Keyring =>
  new Keyring(new Uint8Array(32).fill(9), privateKey, addressOf(privateKey))

function encoded(authorization: TransferAuthorization): Uint8Array {
  const bytes = encodeTransfer(authorization)
  if (!bytes.ok) throw new Error(bytes.error)
  return bytes.value
}

function viemSignature(privateKey: Uint8Array, message: TransferAuthorization) {
  const network = findNetwork(message.network)
  if (network === undefined) throw new Error('fixture of an unknown network')
  return privateKeyToAccount(toHex(privateKey)).signTypedData({
    domain: { name: network.token.name, version: network.token.version, chainId: network.chainId, verifyingContract: message.asset },
    types: {
      TransferWithAuthorization: [
        { name: 'from', type: 'address' },
        { name: 'to', type: 'address' },
        { name: 'value', type: 'uint256' },
        { name: 'validAfter', type: 'uint256' },
        { name: 'validBefore', type: 'uint256' },
        { name: 'nonce', type: 'bytes32' },
      ],
    },
    primaryType: 'TransferWithAuthorization',
    message,
  })
}

describe('signing', () => {
  it('gives the signature of golden vector V1, byte for byte', () => {
    expect(keyring().address).toBe(vector.authorization.from)
    expect(keyring().signTransfer(encoded(vector.authorization))).toEqual({ ok: true, value: vector.signature })
  })

  it('equals an independent implementation for any message and key', async () => {
    const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((key) => secp256k1.utils.isValidSecretKey(key))
    await fc.assert(
      fc.asyncProperty(anyTransfer, anyKey, async (transfer, privateKey) => {
        const message = { ...transfer, from: addressOf(privateKey) }
        const expected = await viemSignature(privateKey, message)
        expect(keyring(privateKey.slice()).signTransfer(encoded(message))).toEqual({ ok: true, value: expected })
      }),
      { numRuns: 200 },
    )
  })

  it('refuses bytes that are not a transfer, or that pay from somebody else', () => {
    const bytes = encoded(vector.authorization)
    expect(keyring().signTransfer(bytes.subarray(1))).toEqual({ ok: false, error: 'not-a-transfer' })
    expect(keyring().signTransfer(new Uint8Array(384))).toEqual({ ok: false, error: 'not-a-transfer' })
    const other = encoded({ ...vector.authorization, from: vector.authorization.to })
    expect(keyring().signTransfer(other)).toEqual({ ok: false, error: 'not-this-purse' })
  })
})

describe('the nonce of a purchase', () => {
  const identity: PurchaseIdentity = {
    network: 'eip155:8453',
    asset: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
    resource: 'https://example.org/a',
    counter: 0,
  }

  it('is always the same for the same purchase, whatever the view key', () => {
    const privateKey = hexToBytes(vector.privateKey.slice(2))
    const elsewhere = new Keyring(new Uint8Array(32), privateKey, addressOf(privateKey))
    expect(keyring().purchaseNonce(identity)).toMatch(/^0x[0-9a-f]{64}$/)
    expect(elsewhere.purchaseNonce(identity)).toBe(keyring().purchaseNonce(identity))
  })

  /** Changing this vector makes restored wallets able to pay twice. */
  it('keeps its derivation', () => {
    expect(keyring().purchaseNonce(identity)).toBe('0x1f660822227284945cde5951f67e25d57e12a254eda8760ced77a26113e93cc8')
  })

  it.each<Partial<PurchaseIdentity>>([
    { network: 'eip155:84532' },
    { asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7e' },
    { resource: 'https://example.org/a/' },
    { resource: 'https://example.org/', counter: 10 },
    { counter: 1 },
  ])('is another with %j', (change) => {
    expect(keyring().purchaseNonce({ ...identity, ...change })).not.toBe(keyring().purchaseNonce(identity))
  })

  it('is another with another purse', () => {
    expect(keyring(new Uint8Array(32).fill(1)).purchaseNonce(identity)).not.toBe(keyring().purchaseNonce(identity))
  })
})

it('is of no use once wiped, and its key bytes are gone', () => {
  const privateKey = hexToBytes(vector.privateKey.slice(2))
  const viewKey = new Uint8Array(32).fill(9)
  const open = new Keyring(viewKey, privateKey, addressOf(privateKey))
  const { sealer } = open
  open.wipe()
  expect([...viewKey, ...privateKey].every((byte) => byte === 0)).toBe(true)
  expect(open.signTransfer(encoded(vector.authorization))).toEqual({ ok: false, error: 'locked' })
  expect(() => open.toSession()).toThrow(LockedError)
  expect(() => open.purchaseNonce({ network: 'eip155:1', asset: '0x', resource: '', counter: 0 })).toThrow(LockedError)
  expect(() => sealer.seal('t', 'a', new Uint8Array())).toThrow(LockedError)
})
