import { Challenge, Credential, Method, PaymentRequest, Receipt, z } from 'mppx-peer'
import { charge } from 'mppx-peer/evm/server'
import { Mppx } from 'mppx-peer/server/core'
import { keccak256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TransferAuthorization } from '../../authorization/transfer'
import { toHex } from '../../hex'
import type { Answer, Offer, PaymentHeader } from '../dialect'
import { mpp } from '.'
import { chainId, context, token } from '../paying.fixtures'
import { page, recipient, usdc, usdcRequest } from './mpp.fixtures'

/** Servers made of mppx, which shares no code with this dialect: what it asks is read, what is written it takes. */
const dialect = mpp(context)
const account = privateKeyToAccount(`0x${'11'.repeat(32)}`)
const transaction = `0x${'ab'.repeat(32)}` as const
const secretKey = 'a secret that only the server knows, of some length'
/** The server's clock, in seconds: it stands still, so that its limits can be met to the second. */
const now = Date.UTC(2026, 11, 1) / 1000
beforeAll(() => vi.setSystemTime(now * 1000))
afterAll(() => vi.useRealTimers())

function till(realm?: string) {
  const settled: string[] = []
  const evm = charge({
    currency: usdc,
    decimals: token.decimals,
    chainId,
    authorization: { name: token.name, version: token.version },
    recipient,
    settle: async ({ payload }) => {
      settled.push(payload.nonce)
      return { reference: transaction }
    },
  })
  return { settled, mppx: Mppx.create({ methods: [evm], secretKey, ...(realm === undefined ? {} : { realm }) }) }
}

async function toAnswer(response: Response): Promise<Answer> {
  const headers = new Map([...response.headers].map(([name, value]) => [name.toLowerCase(), value]))
  const body = await response.clone().text()
  return { url: page, status: response.status, headers, body }
}

type Handler = (input: Request) => Promise<Asked>
type Asked = { readonly status: 402; readonly challenge: Response } | { readonly status: 200; readonly withReceipt: (page: Response) => Response }

async function answerOf(handler: Handler): Promise<Answer> {
  const asked = await handler(new Request(page))
  if (asked.status !== 402) throw new Error('free')
  return toAnswer(asked.challenge)
}

async function ask(handler: Handler): Promise<{ readonly answer: Answer; readonly offer: Offer; readonly raw: string }> {
  const answer = await answerOf(handler)
  const read = dialect.readChallenge(answer)
  const offer = read?.ok === true ? read.value.offers[0] : undefined
  if (read?.ok !== true || offer === undefined) throw new Error(JSON.stringify(read))
  return { answer, offer, raw: read.value.raw }
}

/** What the wallet would sign for an offer. */
const authorizationFor = (offer: Offer, changed: Partial<TransferAuthorization> = {}): TransferAuthorization => ({
  network: token.network,
  asset: token.address,
  from: toHex(Buffer.from(account.address.slice(2), 'hex')),
  to: offer.payTo,
  value: offer.amount,
  validAfter: 0n,
  validBefore: BigInt(Math.min(now + offer.maxTimeoutSeconds, Math.floor((offer.expires ?? Infinity) / 1000))),
  nonce: offer.nonce ?? `0x${'00'.repeat(32)}`,
  ...changed,
})

async function pay(offer: Offer, changed: Partial<TransferAuthorization> = {}, raw = 'not needed'): Promise<PaymentHeader> {
  const authorization = authorizationFor(offer, changed)
  const signature = await account.signTypedData({
    domain: { name: token.name, version: token.version, chainId, verifyingContract: token.address },
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
    message: authorization,
  })
  return dialect.writePayment({ challenge: raw, rawResource: 'null', offer: offer.raw }, { authorization, signature })
}

/** Sends a payment, and reads what the server claims. */
async function send(handler: Handler, { name, value }: PaymentHeader) {
  const answered = await handler(new Request(page, { headers: { [name]: value } }))
  const response = answered.status === 402 ? answered.challenge : answered.withReceipt(new Response('the wren'))
  return { status: response.status, claim: dialect.readSettlement(await toAnswer(response)) }
}

const bought = { status: 200, claim: { success: true, transaction, reason: null } }

describe('what mppx asks', () => {
  it('is read, and paid: it settles the very nonce that the offer carries', async () => {
    const { mppx, settled } = till()
    const handler = mppx.charge({ amount: '0.01', description: 'The wren – “live”' })
    const { offer, answer, raw } = await ask(handler)
    expect(offer).toMatchObject({ amount: 10_000n, payTo: recipient.toLowerCase(), token })
    expect(offer.expires).toBe((now + 300) * 1000)
    const challenge = Challenge.fromHeaders(new Headers([...answer.headers]))
    expect(offer.nonce).toBe(keccak256(Buffer.from(`${challenge.id}${challenge.realm}`)))
    expect(dialect.readChallenge(answer)).toMatchObject({ value: { resource: { url: page, description: 'The wren – “live”' } } })

    expect(await send(handler, await pay(offer, {}, raw))).toEqual(bought)
    expect(settled).toEqual([offer.nonce])
  })

  it.each<[string, Parameters<ReturnType<typeof till>['mppx']['charge']>[0], string?]>([
    ['opaque data', { amount: '0.01', meta: { order: 'ę "7"' }, scope: '/2026/wren' }],
    ['an order number', { amount: '0.01', externalId: 'order 7' }],
    ['its own expiry', { amount: '0.01', expires: new Date((now + 90) * 1000).toISOString() }],
    ['a realm of many alphabets', { amount: '0.01' }, 'Zażółć "gęślą" é \\ 😀'],
    ['a description of every sign', { amount: '0.01', description: '", Payment id="x", \\" =é😀' }],
  ])('is paid with %s', async (_, options, realm) => {
    const { mppx } = till(realm)
    const handler = mppx.charge(options)
    const { offer } = await ask(handler)
    expect(await send(handler, await pay(offer))).toEqual(bought)
  })

  it.each(['VERCEL_URL', 'RENDER_EXTERNAL_HOSTNAME', 'FLY_APP_NAME'])('is paid where the server knows itself only by its hosting company’s %s', async (name) => {
    vi.stubEnv(name, name === 'FLY_APP_NAME' ? 'wren-news' : 'wren-abc123.vercel.app')
    const { mppx } = till()
    vi.unstubAllEnvs()
    expect(mppx.realm).toMatch(/^wren-/)
    const handler = mppx.charge({ amount: '0.01' })
    const { offer } = await ask(handler)
    expect(await send(handler, await pay(offer))).toEqual(bought)
  })

  it('is not paid where another site made it', async () => {
    const { mppx } = till('owl-post.com')
    const read = dialect.readChallenge(await answerOf(mppx.charge({ amount: '0.01' })))
    expect(read).toMatchObject({ value: { offers: [], refused: ['realm-elsewhere'] } })
  })

  it('is paid in the other header, where the page has a login in the usual one', async () => {
    const evm = charge({ currency: usdc, decimals: 6, chainId, authorization: token, recipient, settle: async () => ({ reference: transaction }) })
    // mppx takes the method's own transport before the server's; this one's is the server's.
    const mppx = Mppx.create({ methods: [{ ...evm, transport: undefined }], secretKey, requiresAuth: true })
    const handler = mppx.charge({ amount: '0.01' })
    const { offer } = await ask(handler)
    const header = await pay(offer)
    expect(header.name).toBe('Payment-Authorization')
    expect(await send(handler, header)).toEqual(bought)
  })

  it('is paid from the stored texts alone, as the same header every time', async () => {
    const { mppx } = till()
    const handler = mppx.charge({ amount: '0.01' })
    const { offer } = await ask(handler)
    const validBefore = BigInt(now + 100)
    const header = await pay(offer, { validBefore })
    expect(await pay({ ...offer }, { validBefore })).toEqual(header)
    expect(header.value).toMatch(/^Payment [A-Za-z0-9_-]+$/)
    expect(await send(handler, header)).toEqual(bought)
  })

  it('may be one of several: the one that is paid is the one that is settled', async () => {
    const { mppx, settled } = till()
    const handler = Mppx.compose(mppx.charge({ amount: '0.02' }), mppx.charge({ amount: '0.01' }))
    const read = dialect.readChallenge(await answerOf(handler))
    const offers = read?.ok === true ? read.value.offers : []
    expect(offers.map(({ amount }) => amount)).toEqual([10_000n, 20_000n])
    const [cheapest] = offers
    if (cheapest === undefined) throw new Error('nothing to pay')
    expect(await send(handler, await pay(cheapest))).toEqual(bought)
    expect(settled).toEqual([cheapest.nonce])
  })
})

describe('mppx refuses, and the refusal is read', () => {
  const altered: [string, (offer: Offer) => Promise<PaymentHeader>, RegExp][] = [
    ['another payee', (offer) => pay(offer, { to: token.address }), /^verification-failed: .*recipient mismatch/],
    ['another amount', (offer) => pay(offer, { value: 9_999n }), /^verification-failed: .*amount mismatch/],
    ['another nonce', (offer) => pay(offer, { nonce: `0x${'22'.repeat(32)}` }), /^verification-failed: .*challenge hash mismatch/],
    ['another payer', (offer) => pay(offer, { from: token.address }), /^verification-failed: .*signature mismatch/],
    // The server's clock decides, with no second to spare on either side.
    ['a time that is over', (offer) => pay(offer, { validBefore: BigInt(now) }), /^verification-failed: .*has expired/],
    ['a time that has not come', (offer) => pay(offer, { validAfter: BigInt(now + 60) }), /^verification-failed: .*not valid yet/],
    ['another id', (offer) => pay(echoing(offer, { id: 'other' })), /^invalid-challenge: .*not issued by this server/],
    ['another realm', (offer) => pay(echoing(offer, { realm: 'other' })), /^invalid-challenge: .*not issued by this server/],
    ['another expiry', (offer) => pay(echoing(offer, { expires: '2099-01-01T00:00:00.000Z' })), /^invalid-challenge: .*not issued by this server/],
    ['other opaque data', (offer) => pay(echoing(offer, { opaque: 'e30' })), /^invalid-challenge: .*not issued by this server/],
    ['another request', (offer) => pay(echoing(offer, { request: PaymentRequest.serialize(usdcRequest) })), /^invalid-challenge: .*not issued by this server/],
    ['no challenge', (offer) => pay({ ...offer, raw: '{}' }), /^malformed-credential: /],
  ]
  const echoing = (offer: Offer, changed: Readonly<Record<string, string>>): Offer => ({ ...offer, raw: JSON.stringify({ ...JSON.parse(offer.raw), ...changed }) })

  it.each(altered)('%s', async (_, alter, reason) => {
    const { mppx, settled } = till()
    const handler = mppx.charge({ amount: '0.01', meta: { order: '7' } })
    const { offer } = await ask(handler)
    const { status, claim } = await send(handler, await alter(offer))
    expect(status).toBe(402)
    expect(claim).toMatchObject({ success: false, transaction: null })
    expect(claim?.reason).toMatch(reason)
    expect(settled).toEqual([])
  })

  it('a challenge whose time is over', async () => {
    const { mppx } = till()
    const handler = mppx.charge({ amount: '0.01', expires: new Date((now - 1) * 1000).toISOString() })
    const { offer } = await ask(handler)
    const { status, claim } = await send(handler, await pay(offer, { validBefore: BigInt(now + 60) }))
    expect([status, claim?.success]).toEqual([402, false])
    expect(claim?.reason).toMatch(/^payment-expired: /)
  })

  it('a payment for another page of the same server', async () => {
    const { mppx, settled } = till()
    const { offer } = await ask(mppx.charge({ amount: '0.01', scope: '/wren' }))
    const { status, claim } = await send(mppx.charge({ amount: '0.01', scope: '/owl' }), await pay(offer))
    expect([status, claim?.success]).toEqual([402, false])
    expect(claim?.reason).toMatch(/^invalid-challenge: .*opaque/)
    expect(settled).toEqual([])
  })

  it('says nothing about a page that is asked for again without a payment', async () => {
    const { mppx } = till()
    const { answer } = await ask(mppx.charge({ amount: '0.01' }))
    expect(dialect.readSettlement(answer)).toBeNull()
  })
})

/**
 * Method usdc is in no published server, so here it is mppx that issues the challenge, binds it and takes the payment apart, and the
 * draft's rules that are checked: the nonce with mppx's own canonical JSON (nonce.test.ts has the draft's vector), the rest as evm's.
 */
describe('method usdc', () => {
  const requirement = z.object({ amount: z.string(), currency: z.string(), recipient: z.string(), methodDetails: z.record(z.string(), z.unknown()) })
  const payload = z.object({ type: z.literal('authorization'), from: z.string(), to: z.string(), value: z.string(), validAfter: z.string(), validBefore: z.string(), nonce: z.string(), signature: z.string() })

  function usdcTill() {
    const method = Method.from({ name: 'usdc', intent: 'charge', schema: { credential: { payload }, request: requirement } })
    const server = Method.toServer(method, {
      verify: async ({ credential: { challenge, payload: paid, source } }) => {
        const { id, realm, intent, request } = challenge
        const requestHash = keccak256(Buffer.from(PaymentRequest.serialize(request), 'base64url'))
        const bound = PaymentRequest.serialize({ id, realm, intent, method: 'usdc', requestHash })
        expect(paid).toMatchObject({ value: request.amount, to: request.recipient, nonce: keccak256(Buffer.from(bound, 'base64url')) })
        expect(source).toBe(`did:pkh:eip155:${chainId}:${account.address}`)
        return Receipt.from({ method: 'usdc', status: 'success', reference: transaction, timestamp: new Date().toISOString() })
      },
    })
    return Mppx.create({ methods: [server], secretKey })
  }

  it('is read and paid, with a nonce that binds the whole request', async () => {
    const handler = usdcTill().charge(usdcRequest)
    const { offer } = await ask(handler)
    const header = await pay(offer)
    expect(Credential.deserialize(header.value).challenge.method).toBe('usdc')
    expect(await send(handler, header)).toEqual(bought)
  })
})
