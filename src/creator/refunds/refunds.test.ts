import { randomUUID } from 'node:crypto'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accounts } from '../../../demo/world/accounts'
import { refundNonceOf } from '../../core/dispute/identity'
import { refundRequestDigest, type RefundRequest } from '../../core/dispute/request'
import { termsInWellKnown } from '../../core/dispute/sale-terms'
import { toHex, type Address, type Hex } from '../../core/hex'
import type { Routes, ShopOptions } from '../options'
import { engines, stopServer } from '../state/engines.fixtures'
import { RefundBooks } from '../state/refunds'
import { Chain } from '../till/chain'
import { Facilitator } from '../till/facilitator'
import { origin, seller, sellerKey, shopAt } from '../till/market.fixtures'
import { openedBooks, openedMarket } from '../till/opened.fixtures'
import { Buyer, network } from './refunds.fixtures'
import { Refunds } from './refunds'
import { refundRoutes } from './routes'

const terms = { windowSeconds: 1_209_600, partialRefunds: true, contact: 'ada@ada.example' } as const

const market = openedMarket(({ chain }) => chain.mint(seller, 100_000_000n))
afterAll(stopServer)

describe.each(engines)('refunds on %s', (_name, openBooks) => {
  const { books, database } = openedBooks(openBooks)
  let shop: ShopOptions
  let refunds: Refunds
  let routes: Routes
  let buyer: Buyer
  beforeAll(() => {
    shop = shopAt(market, { key: sellerKey(), refunds: terms })
  })
  beforeEach(async () => {
    await market.fail({ settle: 'none', verify: 'none' })
    await database.query('delete from farthing_refunds')
    refunds = instance()
    routes = refundRoutes(shop, terms, refunds)
    buyer = new Buyer(database, seller)
  })
  afterEach(() => vi.useRealTimers())

  const later = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds })

  /** As one of several programs that share the books. */
  const instance = ({ endpoint = market.endpoint, key = sellerKey(), its = new RefundBooks(database) }: { endpoint?: string; key?: Hex | null; its?: RefundBooks } = {}): Refunds =>
    new Refunds({
      books: its,
      terms,
      chain: new Chain(network, endpoint),
      purse: key === null ? null : { key, network, facilitator: new Facilitator(market.facilitator, network, 15_000) },
    })

  /** The same with connections of its own. */
  const another = async (): Promise<Refunds> => instance({ its: new RefundBooks(await books.open()) })

  const request = async (path: string, init: RequestInit = {}): Promise<Response> => (await routes(new Request(origin + path, init))) ?? new Response('not ours', { status: 599 })
  const post = (body: string, path = '/farthing/refunds', headers: Record<string, string> = {}) => request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
  const ask = async (asked: RefundRequest, words = '') => (await post(await buyer.body(asked, words))).json() as Promise<unknown>
  const look = async (key: string) => (await request(`/farthing/refunds/${key}`)).json() as Promise<unknown>
  const counted = async () => (await database.query<{ count: number }>('select count(*)::integer as count from farthing_refunds'))[0]?.count

  /** Asked, and written down. */
  async function filed(change: Partial<RefundRequest> = {}): Promise<RefundRequest> {
    const asked = await buyer.bought(change)
    expect(await ask(asked)).toEqual({ status: 'pending', disputeId: asked.disputeId })
    return asked
  }

  describe('where it is said', () => {
    it('the wallet reads it at the place that is the same everywhere', async () => {
      const answer = await request('/.well-known/x402-dispute.json')
      const body = await answer.text()
      expect(termsInWellKnown(body, origin)).toMatchObject({ endpoint: `${origin}/farthing/refunds`, windowSeconds: terms.windowSeconds, partialRefunds: true, contact: 'mailto:ada@ada.example', signers: [seller] })
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await (await request('/farthing/refunds/policy')).text()).toContain('14 days')
    })

    it('other addresses are not its own', async () => {
      for (const path of ['/', '/farthing/refundsx', '/farthing/refunds/../x', `/farthing/refunds/${'a'.repeat(40)}`, '/farthing/desk']) expect((await request(path)).status).toBe(599)
    })
  })

  describe('who is heard', () => {
    it('who has paid, also who does not know where the payment was settled', async () => {
      const asked = await filed({ transaction: '' })
      expect(await look(asked.idempotencyKey)).toEqual({ status: 'pending', disputeId: asked.disputeId })
    })

    it('nobody else: neither a forged signature nor a stranger’s own, and nothing of either is kept', async () => {
      const asked = await buyer.bought()
      const stranger = new Buyer(database, seller)
      const forged = JSON.parse(await buyer.body(asked)) as Record<string, unknown>
      forged['payerSignature'] = await stranger.sign(asked)
      expect(await (await post(JSON.stringify(forged))).json()).toMatchObject({ status: 'denied', denialReason: 'not_payer' })
      const own = stranger.asks({ authorizationNonce: asked.authorizationNonce })
      expect(await (await post(await stranger.body(own))).json()).toMatchObject({ status: 'denied', denialReason: 'not_payer' })
      expect((await request(`/farthing/refunds/${asked.idempotencyKey}`)).status).toBe(404)
      expect(await counted()).toBe(0)
    })

    it('not about a dispute of another payment', async () => {
      const [one, other] = [await buyer.bought(), await buyer.bought()]
      expect(await ask({ ...one, disputeId: other.disputeId })).toMatchObject({ status: 'denied', denialReason: 'not_payer' })
    })

    it.each([
      ['of another payment', { authorizationNonce: toHex(new Uint8Array(32).fill(7)) }, 'unknown_payment', 0],
      ['of another transaction', { transaction: toHex(new Uint8Array(32).fill(7)) }, 'unknown_payment', 0],
      ['to another account', { payTo: accounts.partner.toLowerCase() as Address }, 'unknown_payment', 0],
      ['in another token', { asset: accounts.partner.toLowerCase() as Address }, 'unknown_payment', 0],
      ['for more than was paid', { amount: 50_001n }, 'amount_exceeds_settled', 1],
      ['for more than there is', { amount: (1n << 256n) - 1n }, 'amount_exceeds_settled', 1],
    ])('a request %s is denied', async (_what, change, denialReason, kept) => {
      const asked = buyer.asks({ ...(await buyer.bought()), ...change })
      expect(await ask(asked)).toMatchObject({ status: 'denied', denialReason, disputeId: asked.disputeId })
      expect(await counted()).toBe(kept)
    })

    it('a request that comes too late is denied', async () => {
      const asked = await buyer.bought()
      later((terms.windowSeconds + 60) * 1000)
      expect(await ask(asked)).toMatchObject({ status: 'denied', denialReason: 'outside_window' })
    })

    it('a claim that was never settled is no sale', async () => {
      const asked = await buyer.bought()
      await database.query(`update farthing_sales set state = 'failed', settled_at = null where nonce = $1`, [asked.authorizationNonce])
      expect(await ask(asked)).toMatchObject({ denialReason: 'unknown_payment' })
    })

    it('what is no request is refused, whatever its length, and so is what says one thing in two ways', async () => {
      const good = JSON.parse(await buyer.body(await buyer.bought())) as Record<string, unknown>
      for (const [body, status] of [['{', 400], ['[]', 400], ['', 400], [`"${'x'.repeat(70_000)}"`, 413], [`"${'é'.repeat(40_000)}"`, 413]] as const) expect((await post(body)).status).toBe(status)
      for (const change of [{ amount: '49999' }, { reason: 'other' }, { refundTo: seller }, { x402Version: 1 }, { reasonDetail: 'x'.repeat(501) }, { idempotencyKey: randomUUID() }, { farthing: { v: 1 } }, { paymentReference: { txHash: '', network: network.id } }]) {
        expect((await post(JSON.stringify({ ...good, ...change }))).status).toBe(400)
      }
      expect((await request('/farthing/refunds', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).status).toBe(415)
      expect((await request('/farthing/refunds')).status).toBe(405)
      expect(await counted()).toBe(0)
    })

    it('a body that never says how long it is, is not read to its end', async () => {
      let sent = 0
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 8192
          controller.enqueue(new Uint8Array(8192).fill(32))
        },
      })
      const asked = new Request(`${origin}/farthing/refunds`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: endless, duplex: 'half' } as RequestInit)
      expect((await routes(asked))?.status).toBe(413)
      expect(sent).toBeLessThan(200_000)
    })

    it('words and evidence are kept as text, whatever signs are in them, and an answer may be wanted at any time', async () => {
      const asked = await buyer.bought({ respondBy: 2 ** 40 })
      const evil = 'a\0b\u202Ec\uD800<script>'
      expect((await post(await buyer.body(asked, evil, { offer: evil, __proto__x: 'y' }))).status).toBe(200)
      const one = await refunds.books.find(asked.idempotencyKey)
      expect(one?.words).toBe('abc<script>')
      expect(one?.evidence['offer']).toBe(evil)
      expect(one?.respondBy).toBeLessThan(Date.now() + 367 * 86_400_000)
    })
  })

  describe('the same request again', () => {
    it('is the same request, also ten at once on two instances; reminders are counted', async () => {
      const asked = await buyer.bought()
      const body = await buyer.body(asked)
      const elsewhere = refundRoutes(shop, terms, await another())
      const answers = await Promise.all(Array.from({ length: 10 }, async (_, at) => {
        const sent = new Request(`${origin}/farthing/refunds`, { method: 'POST', headers: { 'content-type': 'application/json', ...(at === 9 && { 'x-reminder': '1' }) }, body })
        return (await (at % 2 === 0 ? routes : elsewhere)(sent))?.json() as Promise<unknown>
      }))
      expect(answers).toEqual(Array.from({ length: 10 }, () => ({ status: 'pending', disputeId: asked.disputeId })))
      expect(await refunds.books.find(asked.idempotencyKey)).toMatchObject({ posts: 10, reminders: 1 })
      expect(await counted()).toBe(1)
    })

    it('another one under its key, or about its dispute, is not taken', async () => {
      const asked = await filed()
      expect((await post(await buyer.body({ ...asked, amount: 40_000n }))).status).toBe(409)
      expect((await post(await buyer.body({ ...asked, idempotencyKey: randomUUID() }))).status).toBe(409)
      expect((await post(await buyer.body(await buyer.bought({ idempotencyKey: asked.idempotencyKey })))).status).toBe(409)
      expect(await counted()).toBe(1)
    })
  })

  describe('what is paid back', () => {
    it('is exact, to the reader, once, with the nonce of the dispute', async () => {
      const asked = await filed()
      expect(await refunds.accept(asked.idempotencyKey, 50_000n)).toBe('paid')
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
      const refundTxHash = await market.chain.findTransfer(seller, refundNonceOf(asked.disputeId), buyer.address, 50_000n)
      expect(await look(asked.idempotencyKey)).toEqual({ status: 'executed', amount: '50000', refundTxHash, disputeId: asked.disputeId })
      expect(await refunds.accept(asked.idempotencyKey, 1n)).toBe('wrong')
      expect(await refunds.decline(asked.idempotencyKey, 'policy_denied', '')).toBe(false)
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
    })

    it('goes where the reader has signed that it goes', async () => {
      const purse = accounts.platform.toLowerCase() as Address
      const before = await market.chain.balanceOf(purse)
      const asked = await filed({ refundTo: purse })
      await refunds.accept(asked.idempotencyKey, 50_000n)
      expect((await market.chain.balanceOf(purse)) - before).toBe(50_000n)
    })

    it('is paid once where it is agreed to eight times at the same moment, on two instances', async () => {
      const asked = await filed()
      const both = [refunds, await another()] as const
      const outcomes = await Promise.all(Array.from({ length: 8 }, (_, at) => both[at % 2 === 0 ? 0 : 1].accept(asked.idempotencyKey, at < 4 ? 50_000n : 20_000n)))
      expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1)
      const { paid } = (await refunds.books.find(asked.idempotencyKey)) ?? {}
      expect(await market.chain.balanceOf(buyer.address)).toBe(paid)
    })

    it('or declined, and never both, where two who answer it at the same moment do not agree', async () => {
      for (const turn of [0, 1]) {
        const asked = await filed()
        const before = await market.chain.balanceOf(buyer.address)
        const yes = () => refunds.accept(asked.idempotencyKey, 50_000n)
        const no = async () => (await another()).decline(asked.idempotencyKey, 'policy_denied', 'No.')
        const answers = await Promise.all(turn === 0 ? [yes(), no()] : [no(), yes()])
        const isPaid = answers.includes('paid')
        expect(answers.includes(true)).toBe(!isPaid)
        expect((await market.chain.balanceOf(buyer.address)) - before).toBe(isPaid ? 50_000n : 0n)
        expect((await refunds.books.find(asked.idempotencyKey))?.state).toBe(isPaid ? 'paid' : 'denied')
      }
    })

    it('is a part where a part is agreed to, and afterwards no more than the rest', async () => {
      const asked = await filed()
      expect(await refunds.accept(asked.idempotencyKey, 20_000n)).toBe('paid')
      const again = (round: number, amount: bigint) => buyer.asks({ authorizationNonce: asked.authorizationNonce, amount }, round)
      expect(await ask(again(2, 30_001n))).toMatchObject({ denialReason: 'amount_exceeds_settled' })
      const rest = again(3, 30_000n)
      expect(await ask(rest)).toMatchObject({ status: 'pending' })
      expect(await refunds.accept(rest.idempotencyKey, 30_001n)).toBe('wrong')
      expect(await refunds.accept(rest.idempotencyKey, 30_000n)).toBe('paid')
      expect(await ask(again(4, 1n))).toMatchObject({ denialReason: 'already_refunded' })
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
    })

    it('is never more than was paid, though two requests about one sale are agreed to at once', async () => {
      const asked = await filed()
      const second = buyer.asks({ authorizationNonce: asked.authorizationNonce }, 2)
      expect(await ask(second)).toMatchObject({ status: 'pending' })
      const outcomes = await Promise.all([refunds.accept(asked.idempotencyKey, 50_000n), (await another()).accept(second.idempotencyKey, 50_000n)])
      expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1)
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
    })

    it.each([0n, -1n, 50_001n])('is never %s', async (amount) => {
      const asked = await filed()
      expect(await refunds.accept(asked.idempotencyKey, amount)).toBe('wrong')
      expect(await refunds.accept(randomUUID(), 1n)).toBe('wrong')
    })
  })

  describe('a payment service that fails', () => {
    it('and has paid: the chain says so, and nothing is sent again', async () => {
      const asked = await filed()
      await market.fail({ settle: 'lost' })
      expect(await refunds.accept(asked.idempotencyKey, 50_000n)).toBe('paid')
      expect(await look(asked.idempotencyKey)).toMatchObject({ status: 'executed', amount: '50000' })
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
    })

    it('and has not: it stays under way, for this amount alone, until it can no longer arrive', async () => {
      const asked = await filed()
      const key = asked.idempotencyKey
      await market.fail({ settle: '500' })
      expect(await refunds.accept(key, 50_000n)).toBe('under-way')
      expect(await look(key)).toMatchObject({ status: 'pending' })
      expect(await refunds.accept(key, 20_000n)).toBe('wrong')
      expect(await refunds.decline(key, 'policy_denied', '')).toBe(false)
      await market.fail({ settle: 'none' })
      later(140_000)
      await refunds.settleAll()
      expect(await refunds.decline(key, 'policy_denied', ''), 'clocks differ').toBe(false)
      later(60_000)
      await refunds.settleAll()
      expect((await refunds.books.find(key))?.state).toBe('open')
      expect(await refunds.accept(key, 20_000n)).toBe('paid')
      expect(await market.chain.balanceOf(buyer.address)).toBe(20_000n)
    })

    it('can be asked again, and what had gone through all the same is found and not paid twice', async () => {
      const asked = await filed()
      const key = asked.idempotencyKey
      await market.fail({ settle: '500' })
      await refunds.accept(key, 50_000n)
      await market.fail({ settle: 'none' })
      expect(await refunds.accept(key, 50_000n)).toBe('paid')
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
    })

    it('while the chain does not answer either: nothing is sent at all', async () => {
      const asked = await filed()
      expect(await instance({ endpoint: 'http://127.0.0.1:9' }).accept(asked.idempotencyKey, 50_000n)).toBe('unreachable')
      expect(await refunds.books.find(asked.idempotencyKey)).toMatchObject({ state: 'open', sending: null })
    })

    it('and a program that died after it had sent: the next one finds it on the chain', async () => {
      const asked = await filed()
      const key = asked.idempotencyKey
      // As if the power went between the payment and the note of it.
      class Forgetful extends RefundBooks {
        override paid = async () => undefined
        override leave = async () => undefined
      }
      const killed = instance({ its: new Forgetful(database) })
      expect(await killed.accept(key, 50_000n)).toBe('under-way')
      expect(await refunds.accept(key, 50_000n), 'nobody else sends it meanwhile').toBe('under-way')
      later(40_000)
      expect(await look(key)).toMatchObject({ status: 'executed', amount: '50000' })
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
    })

    it('and an account that holds too little: nothing is sent, and that is said', async () => {
      const asked = await filed()
      expect(await instance({ key: generatePrivateKey() }).accept(asked.idempotencyKey, 50_000n)).toBe('poor')
      expect(await refunds.books.find(asked.idempotencyKey)).toMatchObject({ state: 'open', sending: null })
    })

    it('and a shop without a key pays nothing', async () => {
      const asked = await filed()
      expect(await instance({ key: null }).accept(asked.idempotencyKey, 50_000n)).toBe('no-key')
    })
  })

  describe('a no', () => {
    it('is answered once, by whoever made the request', async () => {
      const asked = await filed()
      const key = asked.idempotencyKey
      const payerSignature = await buyer.sign(asked)
      const counter = (words: string, signature: string = payerSignature) => post(JSON.stringify({ counter: words, payerSignature: signature }), `/farthing/refunds/${key}`)
      expect((await counter('Not yet')).status).toBe(409)
      expect(await refunds.decline(key, 'policy_denied', 'It opened here.')).toBe(true)
      expect(await ask(asked)).toEqual({ status: 'denied', denialReason: 'policy_denied', note: 'It opened here.', disputeId: asked.disputeId })
      const stranger = privateKeyToAccount(generatePrivateKey())
      expect((await counter('Me too', await stranger.sign({ hash: toHex(refundRequestDigest(asked)) }))).status).toBe(409)
      expect((await counter('x'.repeat(501))).status).toBe(400)
      expect((await counter('\u200B \0')).status).toBe(400)
      expect(await (await counter('It did not open for me.')).json()).toMatchObject({ status: 'pending' })
      expect(await (await counter('It did not open for me.')).json(), 'again').toMatchObject({ status: 'pending' })
      expect(await refunds.decline(key, 'policy_denied', '')).toBe(true)
      expect((await counter('Please.')).status).toBe(409)
      expect(await look(key)).toMatchObject({ status: 'denied' })
      expect((await post(JSON.stringify({ counter: 'Hello', payerSignature }), `/farthing/refunds/${randomUUID()}`)).status).toBe(404)
    })

    it('can be thought better of after the reader has answered it', async () => {
      const asked = await filed()
      await refunds.decline(asked.idempotencyKey, 'policy_denied', '')
      expect(await refunds.accept(asked.idempotencyKey, 50_000n)).toBe('wrong')
      await refunds.counter(asked.idempotencyKey, 'Look again', await buyer.sign(asked))
      expect(await refunds.accept(asked.idempotencyKey, 50_000n)).toBe('paid')
    })
  })

  it('pages of other sites may carry a request, which bears its own proof', async () => {
    const asked = await request('/farthing/refunds', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  })
})
