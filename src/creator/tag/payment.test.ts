import fc from 'fast-check'
import { hashTypedData, toHex } from 'viem'
import { expect, it } from 'vitest'
import { encodeTransfer, transferDigest } from '../../core/authorization/transfer'
import { anyTransfer, vector } from '../../core/authorization/transfer.fixtures'
import { toChecksumAddress } from '../../core/authorization/address'
import { readChallenge } from './challenge'
import { encodeBase64 } from './border'
import { typedData, writePayment } from './payment'
import { local } from './tag.fixtures'

const digestOf = (text: string) => hashTypedData(JSON.parse(text) as Parameters<typeof hashTypedData>[0])

it('asks a wallet to sign the very bytes that Farthing signs', () => {
  expect(digestOf(typedData(vector.authorization))).toBe(vector.digest)
  fc.assert(
    fc.property(anyTransfer, (transfer) => {
      const encoded = encodeTransfer(transfer)
      if (!encoded.ok) throw new Error(encoded.error)
      expect(digestOf(typedData(transfer))).toBe(toHex(transferDigest(encoded.value)))
    }),
    { numRuns: 100 },
  )
})

it('echoes what the server offered, and calls the purchase by its number where it is to be called something', () => {
  const entry = { scheme: 'exact', network: local.id, amount: '1', asset: toChecksumAddress(local.token.address), payTo: vector.authorization.to, maxTimeoutSeconds: 60, extra: { name: local.token.name, version: '2', note: 'ü' } }
  const resource = { url: 'https://ada.example/é', description: '„Die Fähre“' }
  const extensions = { 'payment-identifier': { info: { required: true }, schema: {} }, other: { info: {} } }
  const challenge = readChallenge(encodeBase64(JSON.stringify({ x402Version: 2, resource, accepts: [entry], extensions })))
  const [offer] = challenge?.offers ?? []
  if (challenge === null || offer === undefined) throw new Error('no offer')
  const header = writePayment(challenge, offer, vector.authorization, vector.signature)
  expect(JSON.parse(Buffer.from(header, 'base64').toString('utf8'))).toEqual({
    x402Version: 2,
    resource,
    accepted: entry,
    payload: { signature: vector.signature, authorization: { from: vector.authorization.from, to: vector.authorization.to, value: '10000', validAfter: '0', validBefore: '1740672154', nonce: vector.authorization.nonce } },
    extensions: { 'payment-identifier': { info: { required: true, id: `pay_${vector.authorization.nonce.slice(2, 34)}` }, schema: {} } },
  })
})
