import { encodePaymentRequiredHeader } from '@x402/core/http'
import { PaymentPayloadV1Schema, PaymentRequiredV1Schema } from '@x402/core/schemas'
import fc from 'fast-check'
import { serializeSignature } from 'viem'
import { privateKeyToAccount, sign } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { selectPaymentRequirements } from 'x402/client'
import { decodePayment } from 'x402/schemes'
import { PaymentRequirementsSchema, settleResponseHeader, SupportedEVMNetworks, x402ResponseSchema } from 'x402/types'
import { parseAddress } from '../../authorization/address'
import { encodeTransfer, transferDigest, type TransferAuthorization } from '../../authorization/transfer'
import { toHex, type Hex } from '../../hex'
import type { Answer, SignedTransfer } from '../dialect'
import { dialects, findDialect, readChallenge } from '../registry'
import { toNetworkId } from './names'
import { article, ask, openSeller, payee, transaction, type Seller } from './seller.fixtures'
import { active, context, token } from '../paying.fixtures'
import { accepts, asking, challenge, page } from './x402-v1.fixtures'

/** The last packages of version 1 on the other side of the wire, and what their successors know of it. */
const spoken = dialects(context)
const key: Hex = `0x${'59'.repeat(32)}`
const nonce: Hex = '0xf3746613c2d920b5fdabc0856f2aeb2d4f88ee6037b8cc5d04a71a4462f13480'
const from = parseAddress(privateKeyToAccount(key).address) ?? '0x'
const now = new Date('2026-01-01T00:00:00Z')
const inAMinute = BigInt(now.getTime() / 1000 + 60)

/** Signs what the wallet signs: the digest of the bytes it shows. */
async function signed(authorization: TransferAuthorization): Promise<SignedTransfer> {
  const bytes = encodeTransfer(authorization)
  if (!bytes.ok) throw new Error(bytes.error)
  const signature = serializeSignature(await sign({ hash: toHex(transferDigest(bytes.value)), privateKey: key }))
  return { authorization, signature }
}

async function pay(answer: Answer, change: Partial<TransferAuthorization> = {}) {
  const read = readChallenge(answer, spoken)
  if (read?.ok !== true) throw new Error(JSON.stringify(read))
  const { dialect: id, raw, rawResource, offers } = read.value
  const offer = offers[0]
  const dialect = findDialect(spoken, id)
  if (offer === undefined || dialect === undefined) throw new Error('nothing to pay')
  const terms = { network: active, asset: token.address, from, to: offer.payTo, value: offer.amount, validAfter: 0n, validBefore: inAMinute, nonce }
  const payment = await signed({ ...terms, ...change })
  return { dialect, header: dialect.writePayment({ challenge: raw, rawResource, offer: offer.raw }, payment), payment }
}

describe('against the codec of version 1', () => {
  it('writes the payment it decodes', async () => {
    const { header, payment } = await pay(asking(challenge))
    expect(header.name).toBe('X-PAYMENT')
    expect(decodePayment(header.value)).toEqual({
      x402Version: 1,
      scheme: 'exact',
      network: 'base-sepolia',
      payload: {
        signature: payment.signature,
        authorization: { from: privateKeyToAccount(key).address, to: payee, value: '10000', validAfter: '0', validBefore: inAMinute.toString(), nonce },
      },
    })
  })

  it('writes only ASCII, which servers that know no UTF-8 decode', async () => {
    const { header } = await pay(asking({ ...challenge, accepts: [{ ...accepts, description: 'Zażółć 🐦', extra: { ...accepts.extra, note: 'ä' } }] }))
    expect(atob(header.value)).toMatch(/^[\x20-\x7e]*$/)
  })

  it('spells the network as the server did', async () => {
    const { header } = await pay(asking({ ...challenge, accepts: [{ ...accepts, network: active }] }))
    expect(PaymentPayloadV1Schema.parse(JSON.parse(atob(header.value)))).toMatchObject({ x402Version: 1, network: active })
  })

  it('writes a payment even where the offer that was kept is damaged', async () => {
    const { dialect, payment } = await pay(asking(challenge))
    for (const offer of ['', '{', 'null', '[]', '{"network":5}']) {
      const { value } = dialect.writePayment({ challenge: '', rawResource: '', offer }, payment)
      expect(PaymentPayloadV1Schema.parse(JSON.parse(atob(value)))).toMatchObject({ network: active })
    }
  })

  it('gives way to version 2 where a server speaks both', () => {
    const { scheme, asset, payTo, maxTimeoutSeconds, maxAmountRequired: amount, extra } = accepts
    const header = encodePaymentRequiredHeader({ x402Version: 2, resource: { url: page }, accepts: [{ scheme, network: active, asset, payTo, maxTimeoutSeconds, amount, extra: { ...extra } }] })
    const both = { ...asking(challenge), headers: new Map([['payment-required', header]]) }
    expect(readChallenge(both, spoken)).toMatchObject({ ok: true, value: { dialect: 'x402-v2', offers: [{ amount: 10_000n }] } })
  })

  it('tests with challenges that are version 1 to its own schemas', () => {
    expect(x402ResponseSchema.omit({ error: true }).safeParse(challenge).success).toBe(true)
    expect(PaymentRequiredV1Schema.safeParse(challenge).success).toBe(true)
  })

  it('would pay the entry its client would pay', () => {
    const mainnet = { ...accepts, network: 'base', asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', extra: { name: 'USD Coin', version: '2' }, description: 'On Base' }
    const entries = [{ ...accepts, scheme: 'exact' }, mainnet]
    for (const [network, id] of [['base', 'eip155:8453'], ['base-sepolia', active]] as const) {
      const read = readChallenge(asking({ ...challenge, accepts: entries }), dialects({ ...context, active: id }))
      const chosen = selectPaymentRequirements(entries.map((entry) => PaymentRequirementsSchema.parse({ ...entry, outputSchema: undefined })), network, 'exact')
      expect(read).toMatchObject({ ok: true, value: { resource: { description: chosen.description }, offers: [{ token: { network: id } }] } })
    }
  })

  it('knows the names of its networks, and no other network under one of them', () => {
    const ours = SupportedEVMNetworks.filter((name) => context.networks.some(({ id }) => id === toNetworkId(name)))
    expect(ours.toSorted()).toEqual(['base', 'base-sepolia'])
    expect(fc.sample(fc.string(), 200).filter((name) => toNetworkId(name) !== name)).toEqual([])
  })

  it.each([
    ['paid', { success: true, transaction, network: 'base-sepolia' } as const, { success: true, transaction, reason: null }],
    ['failed', { success: false, transaction: '', network: 'base', errorReason: 'insufficient_funds' } as const, { success: false, transaction: null, reason: 'insufficient_funds' }],
  ])('reads what it says about settlement: %s', (_, response, claim) => {
    const headers = new Map([['x-payment-response', settleResponseHeader(response)]])
    expect(findDialect(spoken, 'x402-v1')?.readSettlement({ url: page, status: 200, headers })).toEqual(claim)
    expect(findDialect(spoken, 'x402-v2')?.readSettlement({ url: page, status: 200, headers })).toBeNull()
  })
})

describe('against a server of version 1', () => {
  let seller: Seller
  beforeAll(async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] })
    seller = await openSeller()
  })
  afterAll(async () => {
    vi.useRealTimers()
    await seller.close()
  })
  const json = { Accept: 'application/json' }

  it('reads its challenge', async () => {
    const read = readChallenge(await ask(seller.url, json), spoken)
    expect(read).toMatchObject({
      ok: true,
      value: { dialect: 'x402-v1', resource: { url: seller.url, description: 'The wren' }, offers: [{ amount: 10_000n, payTo: payee.toLowerCase() }], refused: [] },
    })
  })

  it('is let in for its payment, and reads what was settled', async () => {
    const { dialect, header } = await pay(await ask(seller.url, json))
    const paid = await ask(seller.url, { ...json, [header.name]: header.value })
    expect(paid).toMatchObject({ status: 200, body: article })
    expect(dialect.readSettlement(paid)).toEqual({ success: true, transaction, reason: null })
  })

  it.each([
    ['too little', { value: 9_999n }, 'invalid_exact_evm_payload_authorization_value'],
    ['somebody else', { to: token.address }, 'invalid_exact_evm_payload_recipient_mismatch'],
    ['too late', { validBefore: 1n }, 'invalid_exact_evm_payload_authorization_valid_before'],
  ] as const)('reads why a payment is refused: %s', async (_, change, error) => {
    const { dialect, header } = await pay(await ask(seller.url, json), change)
    const refused = await ask(seller.url, { ...json, [header.name]: header.value })
    expect(readChallenge(refused, spoken)).toMatchObject({ ok: true, value: { error } })
    expect(dialect.readSettlement(refused)).toBeNull()
  })
})
