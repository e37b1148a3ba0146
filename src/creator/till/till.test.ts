import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decodePaymentResponseHeader } from '@x402/core/http'
import { openDatabase, type Database } from '../state/database'
import { Sales } from '../state/sales'
import { createTill } from './create'
import type { Item } from './item'
import { asking, essay, openMarket, Reader, requiredBy, seller, shopAt, type Market } from './market.fixtures'
import type { Charged, Till } from './till'

let market: Market
let books: Database
let till: Till
let reader: Reader

beforeAll(async () => {
  ;[market, books] = await Promise.all([openMarket(), openDatabase('memory://')])
  till = createTill(shopAt(market), books)
}, 60_000)
afterAll(async () => {
  await books.close()
  await market.close()
})
beforeEach(async () => {
  await market.fail({ verify: 'none', settle: 'none' })
  reader = await Reader.with(market)
})

const spent = async (): Promise<bigint> => 1_000_000n - (await market.chain.balanceOf(reader.account.address))
const quoted = async (item: Item) => requiredBy(await till.quote(asking(item), item))
const paid = (charged: Charged) => {
  if (charged.type !== 'paid') throw new Error(charged.problem)
  return charged
}
const unpaid = (charged: Charged) => {
  if (charged.type !== 'unpaid') throw new Error('it was served')
  return charged
}

describe('a price', () => {
  it('is told in both dialects, and nothing is written down', async () => {
    const item = essay('ferries')
    const answer = unpaid(await till.charge(asking(item), item))
    expect(answer).toMatchObject({ status: 402, sentence: null })
    expect(requiredBy(answer)).toMatchObject({
      resource: { url: item.url, description: 'On ferries', serviceName: "Ada's Essays" },
      accepts: [{ scheme: 'exact', network: 'eip155:31337', amount: '100000', maxTimeoutSeconds: 120, extra: { name: 'USD Coin', version: '2' } }],
    })
    expect(answer.headers.get('www-authenticate')).toMatch(/^Payment /)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await books.query('select * from farthing_sales')).toEqual([])
  })
})

describe('a payment', () => {
  it('is settled, written down and answered with what was settled', async () => {
    const item = essay('herons')
    const charged = paid(await till.charge(asking(item, await reader.sign(await quoted(item))), item))
    expect(charged).toMatchObject({ isAgain: false, sale: { item: item.id, amount: 100_000n, payer: reader.address, payTo: seller, dialect: 'x402' } })
    const told = decodePaymentResponseHeader(charged.headers.get('payment-response') ?? '')
    expect(told).toMatchObject({ success: true, transaction: charged.sale.transaction, payer: reader.account.address })
    expect(await spent()).toBe(100_000n)
    expect(await new Sales(books).list({ payer: reader.address }, 10)).toEqual([charged.sale])
  })

  it('that is shown again opens the same thing, and nothing else, and costs nothing', async () => {
    const [item, other] = [essay('wrens'), essay('swifts')]
    const payment = await reader.sign(await quoted(item))
    const first = paid(await till.charge(asking(item, payment), item))
    const again = paid(await till.charge(asking(item, payment), item))
    expect(again).toMatchObject({ isAgain: true, sale: first.sale })
    expect(again.headers.get('payment-response')).toBe(first.headers.get('payment-response'))
    expect(unpaid(await till.charge(asking(other, payment), other))).toMatchObject({ status: 402, sentence: expect.stringContaining('used for something else') as unknown })
    expect(await till.recognise(asking(other, payment), other)).toBeNull()
    expect(await spent()).toBe(100_000n)
  })

  it('that many show at once is settled once and answered to all of them', async () => {
    const item = essay('crowds')
    const second = createTill(shopAt(market), books)
    const payment = await reader.sign(await quoted(item))
    const before = (await market.fail({})).settles
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? till : second).charge(asking(item, payment), item)))
    expect(all.map(({ type }) => type)).toEqual(all.map(() => 'paid'))
    expect(all.filter((charged) => charged.type === 'paid' && !charged.isAgain)).toHaveLength(1)
    expect((await market.fail({})).settles - before).toBe(1)
    expect(await spent()).toBe(100_000n)
  })
})

describe('somebody who has paid', () => {
  it('is known again by a cookie, for that thing only', async () => {
    const item = essay('returns')
    const { headers } = paid(await till.charge(asking(item, await reader.sign(await quoted(item))), item))
    const [line = ''] = headers.getSetCookie()
    expect(headers.getSetCookie().map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual(['/farthing/parts/1/essays/returns', '/essays/returns'])
    expect(line).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
    const cookie = line.split(';')[0] ?? ''
    expect(await till.recognise(asking(item, { Cookie: cookie }), item)).toMatchObject({ sale: { item: item.id } })
    expect(await till.recognise(asking(item, { Cookie: `${cookie}x` }), item)).toBeNull()
    const other = essay('others')
    expect(await till.recognise(asking(other, { Cookie: cookie }), other)).toBeNull()
  })
})
