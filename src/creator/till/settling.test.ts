import { encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startPostgres } from '../../../demo/world/postgres'
import { multicall3Address } from '../../../demo/world/token'
import { openDatabase } from '../state/database'
import { engines, stopServer } from '../state/engines.fixtures'
import { Sales } from '../state/sales'
import { createTill } from './create'
import { asking, essay, failing, paying, Reader, requiredBy, shopAt, startLiar, token, transferBy } from './market.fixtures'
import { openedMarket } from './opened.fixtures'
import { cookieOf, fail, openStand, paid, saying, unpaid } from './stand.fixtures'
import type { Till } from './till'

const market = openedMarket()
afterAll(stopServer)

describe.each(engines)('a till on %s', (_name, openBooks) => {
  const stand = openStand(market, openBooks)
  const { books, database, spent, settles, quoted, stateOf, tillWith, said } = stand
  let till: Till
  let reader: Reader
  beforeEach(() => {
    ;({ till, reader } = stand)
  })

  describe('believes the chain', () => {
    it('and no payment service that says what did not happen', async () => {
      const item = essay('lies')
      const payment = await reader.sign(await quoted(item))
      const another = paid(await till.charge(asking(essay('truths'), await reader.sign(await quoted(essay('truths')))), essay('truths')))
      for (const transaction of [`0x${'ab'.repeat(32)}`, another.sale.transaction, 'soon']) {
        const lied = await tillWith(async () => said(transaction))
        expect(unpaid(await lied.charge(asking(item, payment), item)).status).toBe(425)
      }
      expect(await till.recognise(asking(item, payment), item)).toBeNull()
      // An honest service settles the same payment afterwards.
      expect(paid(await till.charge(asking(item, payment), item)).isAgain).toBe(false)
      expect(await spent()).toBe(200_000n)
    })

    it('where a payment service has settled and says that it has not', async () => {
      const item = essay('denials')
      const denying = await tillWith(async ({ paymentPayload }) => {
        await market.chain.succeeded(await market.chain.sendAsIssuer({ to: token, data: transferBy(paymentPayload.payload) }))
        return [200, { success: false, errorReason: 'insufficient_funds', transaction: '', network: 'eip155:31337' }]
      })
      expect(paid(await denying.charge(asking(item, await reader.sign(await quoted(item))), item)).isAgain).toBe(false)
      expect(await spent()).toBe(100_000n)
    })

    it('where another payment of the same number was quicker, alone or beside one that pays for something else', async () => {
      const item = essay('races')
      const other = essay('race-mates')
      const required = await quoted(item)
      const asked = required.accepts[0] ?? fail()
      const [shown, forOther] = [await reader.authorize(asked), await reader.authorize(asked)]
      const toMyself = await reader.authorize(asked, { to: reader.account.address, value: '1', nonce: shown.authorization.nonce })
      const both = encodeFunctionData({
        abi: parseAbi(['function aggregate((address target, bytes data)[] calls)']),
        args: [[toMyself, forOther].map((one) => ({ target: token, data: transferBy(one) }))],
      })
      let race: Promise<`0x${string}`> | null = null
      const racing = await tillWith(async () => {
        race ??= market.chain.sendAsIssuer({ to: multicall3Address, data: both })
        await market.chain.succeeded(await race)
        return said(await race)
      })
      const [first, second] = await Promise.all([racing.charge(asking(other, paying(required, forOther)), other), racing.charge(asking(item, paying(required, shown)), item)])
      expect([first.type, second.type]).toEqual(['paid', 'unpaid'])
      expect(await spent()).toBe(100_000n)
    })

    it('where the answer of a payment service is lost', async () => {
      const item = essay('answers-lost')
      const payment = await reader.sign(await quoted(item))
      await market.fail({ settle: 'lost' })
      expect(paid(await till.charge(asking(item, payment), item)).isAgain).toBe(false)
      expect(paid(await till.charge(asking(item, payment), item)).isAgain).toBe(true)
      expect(await spent()).toBe(100_000n)
    })

    it('where a payment service settles and then says nothing', async () => {
      const item = essay('answers-slow')
      const payment = await reader.sign(await quoted(item))
      const silent = await startLiar(async ({ paymentPayload }) => {
        await market.chain.succeeded(await market.chain.sendAsIssuer({ to: token, data: transferBy(paymentPayload.payload) }))
        return new Promise(() => undefined)
      })
      const impatient = createTill(shopAt(market, { facilitator: silent.url }), database, { facilitator: 1500 })
      expect(paid(await impatient.charge(asking(item, payment), item)).isAgain).toBe(false)
      expect(await spent()).toBe(100_000n)
      await silent.stop()
    })

    it.each(['down', '500'] as const)('where a payment service is %s: the same payment is taken later', async (fault) => {
      const item = essay(`silence-${fault}`)
      const impatient = createTill(shopAt(market), database, { chain: 300 })
      const payment = await reader.sign(await quoted(item))
      await market.fail({ verify: fault })
      expect(unpaid(await impatient.charge(asking(item, payment), item))).toMatchObject({ status: 503, sentence: saying('You were not charged') })
      expect(await stateOf()).toEqual([])
      await market.fail({ verify: 'none', settle: fault })
      const answer = unpaid(await impatient.charge(asking(item, payment), item))
      expect(answer).toMatchObject({ status: 425, sentence: saying('not be charged twice') })
      expect(answer.headers.has('retry-after')).toBe(true)
      await market.fail({ settle: 'none' })
      expect(paid(await till.charge(asking(item, payment), item)).isAgain).toBe(false)
      expect(await spent()).toBe(100_000n)
    })
  })

  describe('keeps its books', () => {
    it('and charges nothing where it cannot', async () => {
      const item = essay('closed')
      const cut = failing(await books.open())
      const broken = createTill(shopAt(market), cut.database)
      const payment = await reader.sign(await quoted(item))
      const before = await settles()
      for (const what of [/./, /^insert into farthing_sales/]) {
        cut.fails = (statement) => what.test(statement)
        expect(unpaid(await broken.charge(asking(item, payment), item))).toMatchObject({ status: 503, sentence: saying('You were not charged') })
        // Nobody who may have bought it is told to buy it.
        expect(unpaid(await broken.charge(asking(item), item)).status).toBe(402)
      }
      expect((await settles()) - before).toBe(0)
      cut.fails = () => false
      paid(await broken.charge(asking(item, payment), item))
      expect(await spent()).toBe(100_000n)
    })

    it('and asks nobody to pay whom it cannot look up', async () => {
      const item = essay('lookups')
      const cut = failing(await books.open())
      const broken = createTill(shopAt(market), cut.database)
      const { headers } = paid(await broken.charge(asking(item, await reader.sign(await quoted(item))), item))
      cut.fails = () => true
      const request = asking(item, { Cookie: cookieOf(headers) })
      expect(await broken.recognise(request, item)).toBeNull()
      expect(unpaid(await broken.charge(request, item)).status).toBe(503)
    })

    it.each(['this instance', 'another one'])('later, where they fail between settling and writing down, by %s', async (who) => {
      const item = essay(`blots-${who.length}`)
      const cut = failing(await books.open())
      const broken = createTill(shopAt(market), cut.database, { lease: 1 })
      const payment = await reader.sign(await quoted(item))
      const before = await settles()
      cut.fails = (statement) => statement.includes(`set state = 'settled'`)
      const served = paid(await broken.charge(asking(item, payment), item))
      expect(served.headers.get('payment-response')).not.toBeNull()
      expect(await stateOf()).toEqual(['claimed'])
      cut.fails = () => false
      const next = who === 'this instance' ? broken : till
      expect(await next.recognise(asking(item, { Cookie: cookieOf(served.headers) }), item)).toMatchObject({ sale: { id: served.sale.id, transaction: served.sale.transaction } })
      expect(paid(await next.charge(asking(item, payment), item)).isAgain).toBe(true)
      expect(await stateOf()).toEqual(['settled'])
      expect((await settles()) - before).toBe(1)
      expect(await spent()).toBe(100_000n)
    })

    it('of payments that nobody asks for any more', async () => {
      const [item, never] = [essay('orphans'), essay('never')]
      const cut = failing(await books.open())
      const broken = createTill(shopAt(market), cut.database, { lease: 0, chain: 300 })
      cut.fails = (statement) => statement.startsWith('update farthing_sales')
      const served = paid(await broken.charge(asking(item, await reader.sign(await quoted(item))), item))
      await market.fail({ settle: 'down' })
      const impatient = createTill(shopAt(market), database, { lease: 0, chain: 300 })
      unpaid(await impatient.charge(asking(never, await reader.sign(await quoted(never))), never))
      await till.resolveOpen()
      expect(await stateOf()).toEqual(['settled', 'claimed'])
      expect((await new Sales(database).entry(served.sale.id))?.sale?.transaction).toBe(served.sale.transaction)
      // Nobody can use the other any more.
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
      await till.resolveOpen()
      expect(await stateOf()).toEqual(['settled', 'failed'])
    })
  })
})

describe('a till whose PostgreSQL is killed', () => {
  it('between settling and writing down serves the reader, and knows the payment when it is back', async () => {
    const server = await startPostgres()
    if (server === null) return
    const reader = await Reader.with(market)
    const item = essay('killed')
    const liar = await startLiar(async ({ paymentPayload }) => {
      const hash = await market.chain.sendAsIssuer({ to: token, data: transferBy(paymentPayload.payload) })
      await market.chain.succeeded(hash)
      await server.crash()
      return [200, { success: true, transaction: hash, network: 'eip155:31337', payer: reader.account.address }]
    })
    const [first, second] = [await openDatabase(server.url), await openDatabase(server.url)]
    const till = createTill(shopAt(market, { facilitator: liar.url }), first, { lease: 1 })
    const payment = await reader.sign(requiredBy(await till.quote(asking(item), item)))
    const served = paid(await till.charge(asking(item, payment), item))
    expect(unpaid(await till.charge(asking(item, payment), item)).status).toBe(503)
    await server.start()
    const other = createTill(shopAt(market), second)
    await vi.waitFor(async () => expect(await other.recognise(asking(item, { Cookie: cookieOf(served.headers) }), item)).toMatchObject({ sale: { transaction: served.sale.transaction } }), 10_000)
    expect(paid(await other.charge(asking(item, payment), item)).isAgain).toBe(true)
    expect(await market.chain.balanceOf(reader.account.address)).toBe(900_000n)
    await liar.stop()
    await first.close()
    await second.close()
    await server.stop()
  })
})
