import { randomUUID } from 'node:crypto'
import { hashTypedData, toHex, type Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accounts, guestBookKey, partnerKey, refundsKey, sellerKey } from '../../world/accounts'
import { startAnvil, type Anvil } from '../../world/anvil'
import { openChain, type Chain } from '../../world/chain'
import { startFacilitator, type FacilitatorProcess } from '../../world/facilitator-process'
import { deployToken, tokenAddress, tokenDomain } from '../../world/token'
import { fetchLocal } from '../fetch-local'
import { challengeOf, Reader } from '../reader.fixtures'
import { startNewspaper, type Newspaper } from '../server'
import type { RefundState } from './control'
import { disputeIdOf, isFromPayer, readRequest, refundNonceOf, typedRequest, type RequestMessage } from './request'

/** Shared with the wallet: its own signature of this message is checked in src/core/dispute. */
const vector = {
  message: {
    version: '1',
    disputeId: '0x58329c673c78f3f01e40aa6fee68dfa6053568fe74d667c068189b58957565a6',
    network: 'eip155:8453',
    transaction: '0xcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
    authorizationNonce: '0xabababababababababababababababababababababababababababababababab',
    asset: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
    payTo: '0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a',
    payer: '0x1563915e194d8cfba1943570603f7606a3115508',
    resourceUrl: 'https://news.example/a/1',
    amount: '50000',
    reason: 'service_not_delivered',
    refundTo: '0x1563915e194d8cfba1943570603f7606a3115508',
    evidenceHash: '0x65d2a531d67463adf94f6c7e2ca1dda6f5cb43f3d668e27f72c1deae04b279be',
    idempotencyKey: '9f3b1c2d-4e5f-4a7b-8c9d-0e1f2a3b4c5d',
    issuedAt: '1795000000',
    respondBy: '1795604800',
  } satisfies RequestMessage,
  digest: '0x4881ca54f0d2779d505bd0b029ec637fe4d96fa7ff4b1cf6ba60273dbe8a53ba',
  signature:
    '0x0eb22e351add30b116addd3672d4d58f6ce40d6dcd83ae360e3cc4e5f33e995c416687d35950baff07c78025331884cbf71d91048020525181922870366f95e81b',
  refundNonce: '0x66be4f8fc11f7f3a8ae9c91ad01c49453cb4ea934058f30f8c6a3bb013f09669',
} as const

/** What a wallet sends for a message. */
function bodyOf(message: RequestMessage, payerSignature: string, more: object = {}): Record<string, unknown> {
  const { transaction, network, amount, reason, refundTo, idempotencyKey } = message
  return { x402Version: 2, paymentReference: { txHash: transaction, network }, amount, reason, refundTo, idempotencyKey, payerSignature, farthing: { v: 1, message }, ...more }
}

describe('what a payer signs', () => {
  const read = (change: object = {}) => readRequest(JSON.stringify(bodyOf(vector.message, vector.signature, change)))

  test('is what other wallets sign', async () => {
    expect(hashTypedData(typedRequest(vector.message))).toBe(vector.digest)
    expect(disputeIdOf(vector.message, 1n)).toBe(vector.message.disputeId)
    expect(refundNonceOf(vector.message.disputeId)).toBe(vector.refundNonce)
    const asked = read()
    expect(asked?.message).toEqual(vector.message)
    expect(asked !== null && (await isFromPayer(asked))).toBe(true)
  })

  test.each(Object.keys(vector.message) as (keyof RequestMessage)[])('covers %s', async (field) => {
    const changed = { ...vector.message, [field]: other(vector.message[field]) } as RequestMessage
    const asked = readRequest(JSON.stringify(bodyOf(changed, vector.signature)))
    expect(asked !== null && (await isFromPayer(asked))).toBe(false)
  })

  test.each([
    ['an amount', { amount: '49999' }],
    ['a reason', { reason: 'other' }],
    ['a payee', { refundTo: accounts.seller.toLowerCase() }],
    ['a payment', { paymentReference: { txHash: `0x${'ab'.repeat(32)}`, network: 'eip155:8453' } }],
    ['words without end', { reasonDetail: 'x'.repeat(501) }],
    ['another version', { x402Version: 1 }],
    ['no message', { farthing: { v: 1 } }],
  ])('is not read where the body says %s that is not signed', (_what, change) => {
    expect(read(change)).toBeNull()
  })

  test('a body may say more than is known here', () => {
    expect(read({ receipt: { any: 'thing' }, later: 1, farthing: { v: 1, message: vector.message, more: true } })).not.toBeNull()
  })
})

/** A text of the same kind, with another last letter. */
function other(text: string): string {
  return text.slice(0, -1) + (text.endsWith('1') ? '2' : '1')
}

let anvil: Anvil
let chain: Chain
let facilitator: FacilitatorProcess
let paper: Newspaper
let account: PrivateKeyAccount
let reader: Reader

beforeAll(async () => {
  anvil = await startAnvil()
  chain = openChain(anvil.url)
  ;[facilitator] = await Promise.all([startFacilitator(anvil.url, 0), deployToken(chain)])
  const { name, version } = tokenDomain
  const token = { address: tokenAddress, name, version }
  const keys = { sellerKey: sellerKey(), partnerKey: partnerKey(), guestBookKey: guestBookKey(), refundsKey: refundsKey() }
  paper = await startNewspaper({ port: 0, partnerPort: 0, facilitatorUrl: facilitator.url, token, network: 'eip155:31337', ...keys })
}, 60_000)

afterAll(async () => {
  await paper.stop()
  await facilitator.stop()
  await anvil.stop()
})

beforeEach(async () => {
  account = privateKeyToAccount(generatePrivateKey())
  reader = new Reader(account)
  await chain.mint(account.address, 1_000_000n)
  await control('/forget', {})
})

const endpoint = (): string => `${paper.url}/refunds`
const postJson = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetchLocal(url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })
const post = async (body: unknown, headers: Record<string, string> = {}): Promise<unknown> => (await postJson(endpoint(), body, headers)).json()
const look = async (key: string): Promise<unknown> => (await fetchLocal(`${endpoint()}/${key}`)).json()
const control = async (path: string, body: object): Promise<RefundState> => (await (await postJson(`${paper.url}/control/refunds${path}`, body)).json()) as RefundState
const spent = async (): Promise<bigint> => 1_000_000n - (await chain.balanceOf(account.address))

/** Buys the piece at "paid" and says what one signs to ask for its money back. */
async function bought(change: Partial<RequestMessage> = {}, round = 1n): Promise<RequestMessage> {
  const payment = await reader.sign(await reader.ask(`${paper.url}/paid`))
  const header = JSON.parse(Buffer.from(payment['PAYMENT-SIGNATURE'] ?? '', 'base64').toString()) as { payload: { authorization: { nonce: Hex } } }
  const answer = await reader.ask(`${paper.url}/paid`, payment)
  const settled = JSON.parse(Buffer.from(answer.headers.get('payment-response') ?? '', 'base64').toString()) as { transaction: Hex }
  const { nonce } = header.payload.authorization
  const payer = account.address.toLowerCase() as Hex
  const about = { network: 'eip155:31337', payer, authorizationNonce: nonce } as const
  return {
    version: '1',
    disputeId: disputeIdOf(about, round),
    ...about,
    transaction: settled.transaction,
    asset: tokenAddress.toLowerCase() as Hex,
    payTo: accounts.seller.toLowerCase() as Hex,
    resourceUrl: `${paper.url}/paid`,
    amount: '50000',
    reason: 'service_not_delivered',
    refundTo: payer,
    evidenceHash: toHex(1n, { size: 32 }),
    idempotencyKey: randomUUID(),
    issuedAt: '1795000000',
    respondBy: '1795604800',
    ...change,
  }
}

const signed = async (message: RequestMessage, more: object = {}): Promise<Record<string, unknown>> =>
  bodyOf(message, await account.signTypedData(typedRequest(message)), more)

describe('where a reader learns what is promised', () => {
  test('The Lantern: in the challenge, and at the place that is the same everywhere', async () => {
    const terms = { refundEndpoint: endpoint(), windowSeconds: 1_209_600, partialRefunds: true, policyUrl: `${paper.url}/refunds/policy` }
    const asked = await reader.ask(`${paper.url}/paid`)
    expect(challengeOf(asked).extensions?.['refund']).toMatchObject({ info: terms, schema: { type: 'object' } })
    expect(asked.headers.has('link')).toBe(false)
    const known: unknown = await (await fetchLocal(`${paper.url}/.well-known/x402-dispute.json`)).json()
    const signers = [accounts.seller, accounts.refunds].map((account) => `did:pkh:eip155:31337:${account}`)
    expect(known).toEqual({ v: 1, ...terms, contact: 'mailto:letters@lantern.example', signers, adr: 'https://arbiter.example/' })
    expect(await (await fetchLocal(terms.policyUrl)).text()).toContain('14 days')
  })

  test('The Harbour Review: beside every answer, paid or not', async () => {
    const unpaid = await reader.ask(`${paper.partnerUrl}/tides`)
    const paid = await reader.buy(`${paper.partnerUrl}/tides`)
    for (const { headers } of [unpaid, paid]) {
      expect(headers.get('link')).toBe('</refunds>; rel="refund-request"; type="application/json", <mailto:letters@harbour.example>; rel="refund-contact"')
    }
    expect(challengeOf(unpaid).extensions ?? {}).not.toHaveProperty('refund')
    expect((await fetchLocal(`${paper.partnerUrl}/.well-known/x402-dispute.json`)).status).toBe(404)
  })

  test('The Guest Book: whom to write to, and nothing else', async () => {
    const { headers } = await reader.ask(`${paper.guestBookUrl}/hut`)
    expect(headers.get('link')).toBe('<mailto:keeper@guestbook.example>; rel="refund-contact"')
  })

  test('terms that are changed are changed in both places', async () => {
    await control('', { windowSeconds: 60, partialRefunds: false })
    const asked = challengeOf(await reader.ask(`${paper.url}/paid`))
    const known: unknown = await (await fetchLocal(`${paper.url}/.well-known/x402-dispute.json`)).json()
    for (const said of [asked.extensions?.['refund'], { info: known }]) expect(said).toMatchObject({ info: { windowSeconds: 60, partialRefunds: false } })
  })
})

describe('who is heard', () => {
  test('who has paid, whatever the letters of the payment’s address', async () => {
    const message = await bought()
    expect(await post(await signed(message))).toEqual({ status: 'pending', disputeId: message.disputeId })
    expect(await look(message.idempotencyKey)).toEqual({ status: 'pending', disputeId: message.disputeId })
  })

  test('also who does not know where the payment was settled', async () => {
    expect(await post(await signed(await bought({ transaction: '' })))).toMatchObject({ status: 'pending' })
  })

  test('nobody else', async () => {
    const message = await bought()
    const stranger = privateKeyToAccount(generatePrivateKey())
    const forged = bodyOf(message, await stranger.signTypedData(typedRequest(message)))
    expect(await post(forged)).toMatchObject({ status: 'denied', denialReason: 'not_payer' })
    const payer = stranger.address.toLowerCase() as Hex
    const own = { ...message, payer, disputeId: disputeIdOf({ ...message, payer }, 1n) }
    expect(await post(bodyOf(own, await stranger.signTypedData(typedRequest(own))))).toMatchObject({ status: 'denied', denialReason: 'not_payer' })
    expect((await fetchLocal(`${endpoint()}/${message.idempotencyKey}`)).status, 'nothing of it is kept').toBe(404)
    expect((await control('', {})).requests).toEqual([])
  })

  test.each([
    ['of another payment', { authorizationNonce: toHex(7n, { size: 32 }) }, 'unknown_payment'],
    ['of another transaction', { transaction: toHex(7n, { size: 32 }) }, 'unknown_payment'],
    ['to another account', { payTo: accounts.partner.toLowerCase() as Hex }, 'unknown_payment'],
    ['for more than was paid', { amount: '50001' }, 'amount_exceeds_settled'],
  ])('a request %s is denied', async (_what, change, denialReason) => {
    const message = await bought()
    const changed = { ...message, ...change }
    const whole = { ...changed, disputeId: disputeIdOf(changed, 1n) }
    expect(await post(await signed(whole))).toMatchObject({ status: 'denied', denialReason, disputeId: whole.disputeId })
  })

  test('a request that comes too late is denied', async () => {
    const message = await bought()
    await control('', { windowSeconds: 0 })
    expect(await post(await signed(message))).toMatchObject({ status: 'denied', denialReason: 'outside_window' })
  })

  test('what is no request is refused, whatever its length', async () => {
    for (const [body, status] of [['{', 400], ['[]', 400], [`"${'x'.repeat(70_000)}"`, 413]] as const) {
      expect((await postJson(endpoint(), body)).status).toBe(status)
    }
    expect((await fetchLocal(endpoint(), { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' })).status).toBe(400)
  })

  test('pages of other sites may carry a request, which bears its own proof', async () => {
    const asked = await fetchLocal(endpoint(), { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example' } })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  })
})

describe('the same request again', () => {
  test('is the same request: one is kept, and reminders are counted', async () => {
    const body = await signed(await bought())
    const first = await post(body)
    expect(await Promise.all([post(body), post(body, { 'X-Reminder': '1' })])).toEqual([first, first])
    expect(await control('', {})).toMatchObject({ posts: 3, requests: [{ posts: 3, reminders: 1 }] })
  })

  test('two copies at once are one', async () => {
    const body = await signed(await bought())
    await Promise.all([post(body), post(body)])
    expect((await control('', {})).requests).toMatchObject([{ posts: 2 }])
  })

  test('another one under its key, or about its dispute, is not taken', async () => {
    const message = await bought()
    await post(await signed(message))
    expect((await postJson(endpoint(), await signed({ ...message, amount: '40000' }))).status).toBe(409)
    expect((await postJson(endpoint(), await signed({ ...message, idempotencyKey: randomUUID() }))).status).toBe(409)
  })
})

describe('what is answered', () => {
  test('paid back: exactly, to the reader, once, with the nonce of the dispute', async () => {
    const message = await bought()
    await post(await signed(message))
    expect(await spent()).toBe(50_000n)
    await control('/answer', { key: message.idempotencyKey, pay: '50000' })
    expect(await spent()).toBe(0n)
    const nonce = refundNonceOf(message.disputeId)
    const refundTxHash = await chain.findTransfer(accounts.seller, nonce, account.address, 50_000n)
    expect(refundTxHash).not.toBeNull()
    expect(await look(message.idempotencyKey)).toEqual({ status: 'executed', amount: '50000', refundTxHash, disputeId: message.disputeId })
    expect((await postJson(`${paper.url}/control/refunds/answer`, { key: message.idempotencyKey, pay: '1' })).status).toBe(400)
    expect(await spent()).toBe(0n)
  })

  test('a part is paid back, and afterwards no more than the rest', async () => {
    const message = await bought()
    await post(await signed(message))
    await control('/answer', { key: message.idempotencyKey, pay: '20000' })
    const again = (amount: string) => ({ ...message, amount, disputeId: disputeIdOf(message, 2n), idempotencyKey: randomUUID() })
    expect(await post(await signed(again('30001')))).toMatchObject({ status: 'denied', denialReason: 'amount_exceeds_settled' })
    const rest = { ...again('30000'), disputeId: disputeIdOf(message, 3n) }
    expect(await post(await signed(rest))).toMatchObject({ status: 'pending' })
    await control('/answer', { key: rest.idempotencyKey, pay: '30000' })
    expect(await spent()).toBe(0n)
    const more = { ...again('1'), disputeId: disputeIdOf(message, 4n) }
    expect(await post(await signed(more))).toMatchObject({ status: 'denied', denialReason: 'already_refunded' })
  })

  test('a payment service that fails leaves it open, and one that has paid is not asked for more', async () => {
    const message = await bought()
    await post(await signed(message))
    for (const settle of ['500', 'lost']) {
      await postJson(`${facilitator.url}/control`, { settle })
      expect((await postJson(`${paper.url}/control/refunds/answer`, { key: message.idempotencyKey, pay: '50000' })).status).toBe(400)
      expect(await look(message.idempotencyKey)).toMatchObject({ status: 'pending' })
    }
    await postJson(`${facilitator.url}/control`, { settle: 'none' })
    await control('/answer', { key: message.idempotencyKey, pay: '50000' })
    expect(await look(message.idempotencyKey)).toMatchObject({ status: 'executed', amount: '50000' })
    expect(await spent()).toBe(0n)
  })

  test('a no is answered once, by whoever made the request', async () => {
    const message = await bought()
    const body = await signed(message)
    await post(body)
    const counter = (words: string, payerSignature = body['payerSignature']) => postJson(`${endpoint()}/${message.idempotencyKey}`, { counter: words, payerSignature })
    expect((await counter('Not yet')).status).toBe(409)
    await desk(message.idempotencyKey, { do: 'no', reason: 'policy_denied', note: 'It opened here.' })
    expect(await post(body)).toEqual({ status: 'denied', denialReason: 'policy_denied', note: 'It opened here.', disputeId: message.disputeId })
    expect((await counter('Me too', vector.signature)).status).toBe(409)
    expect(await (await counter('It did not open for me.')).json()).toMatchObject({ status: 'pending' })
    expect(await (await counter('It did not open for me.')).json(), 'again').toMatchObject({ status: 'pending' })
    await desk(message.idempotencyKey, { do: 'no', reason: 'policy_denied', note: '' })
    expect((await counter('Please.')).status).toBe(409)
    expect(await look(message.idempotencyKey)).toMatchObject({ status: 'denied' })
    expect((await postJson(`${endpoint()}/${randomUUID()}`, { counter: 'Hello', payerSignature: body['payerSignature'] })).status).toBe(404)
  })
})

const desk = (key: string, form: Record<string, string>): Promise<Response> =>
  fetchLocal(`${paper.refundDesk}/${key}`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() })

describe('the desk', () => {
  test('is found by those who were told where, and prints what a reader wrote as text', async () => {
    expect(await (await fetchLocal(paper.refundDesk)).text()).toContain('Nobody has asked')
    expect((await fetchLocal(new URL('.', paper.refundDesk).href)).status).toBe(404)
    const message = await bought()
    const evil = '<script>alert(1)</script>"\''
    await post(await signed(message, { reasonDetail: evil, farthing: { v: 1, message, items: { [evil]: evil }, evidence: { v: evil } } }))
    const page = await (await fetchLocal(paper.refundDesk)).text()
    expect(page).toContain('How Swifts Sleep')
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#39;')
    expect(page).not.toContain('<script>')
  })

  test('pays back all, a part, or nothing, and never more than was asked', async () => {
    for (const [form, back] of [[{ do: 'all' }, 40_000n], [{ do: 'part', amount: '0.01' }, 10_000n], [{ do: 'no', reason: 'policy_denied', note: 'No.' }, 0n]] as const) {
      reader.cookies.clear()
      const message = await bought({ amount: '40000' })
      await post(await signed(message))
      const before = await chain.balanceOf(account.address)
      for (const amount of ['0.05', '0', '-1', 'all']) expect((await desk(message.idempotencyKey, { do: 'part', amount })).status).toBe(409)
      expect((await desk(message.idempotencyKey, form)).status).toBe(303)
      expect((await chain.balanceOf(account.address)) - before).toBe(back)
    }
  })
})

describe('a paper one cannot rely on', () => {
  test('takes the money and does not deliver', async () => {
    await postJson(`${paper.url}/control`, { isJammed: true })
    const answer = await reader.buy(`${paper.url}/paid`)
    expect([answer.status, answer.headers.has('payment-response'), await answer.text()]).toEqual([500, true, 'The press is jammed.'])
    expect(await spent()).toBe(50_000n)
    expect((await reader.ask(`${paper.url}/paid`)).status).toBe(500)
    await postJson(`${paper.url}/control`, { isJammed: false })
    expect((await reader.ask(`${paper.url}/paid`)).status).toBe(200)
  })

  test('says what it likes, pays with another nonce, and answers in all the wrong ways', async () => {
    const message = await bought()
    const body = await signed(message)
    await post(body)
    const say = { status: 'executed', amount: '50000', refundTxHash: toHex(9n, { size: 32 }), disputeId: toHex(8n, { size: 32 }) }
    await control('/answer', { key: message.idempotencyKey, pay: '10000', nonce: 'any', say })
    expect(await look(message.idempotencyKey)).toEqual(say)
    expect(await spent()).toBe(40_000n)
    expect(await chain.authorizationState(accounts.seller, refundNonceOf(message.disputeId))).toBe(false)
    await control('', { manner: 'malformed' })
    await expect(post(body)).rejects.toThrow()
    await control('', { manner: 'huge' })
    expect((await (await postJson(endpoint(), body)).text()).length).toBeGreaterThan(10_000_000)
    await control('', { manner: 'gone' })
    await expect(post(body)).rejects.toThrow()
    await control('', { manner: 'silent' })
    const late = post(body)
    await expect.poll(async () => (await control('', {})).requests[0]?.posts).toBe(4)
    await control('', { manner: 'honest' })
    expect(await late).toEqual(say)
  })
})
