import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Hex } from '../../core/hex'
import type { Database } from './database'
import type { Books } from './books.fixtures'
import { engines, stopServer } from './engines.fixtures'
import { Sales, type Claim, type Place, type Sale } from './sales'
import { sharedSecret } from './settings'
import { useSignIn } from './sign-ins'

const hex = (bytes: number, value: number | bigint): Hex => `0x${value.toString(16).padStart(bytes * 2, '0')}`
const claimOf = (number: number, more: Partial<Claim> = {}): Claim => ({
  item: '/essays/ferry#1',
  kind: 'article',
  title: 'The ferry',
  url: 'https://ada.example/farthing/parts/1/essays/ferry',
  dialect: 'x402',
  network: 'eip155:8453',
  asset: hex(20, 7),
  payer: hex(20, 1),
  payTo: hex(20, 2),
  amount: 100_000n,
  nonce: hex(32, number),
  validBefore: 1_800_000_000_000,
  paymentId: null,
  note: null,
  ...more,
})

afterAll(stopServer)

describe.each(engines)('the book of sales on %s', (_name, openBooks) => {
  let books: Books
  let database: Database
  let sales: Sales
  beforeAll(async () => {
    books = await openBooks()
    database = await books.open()
    sales = new Sales(database)
  }, 60_000)
  afterAll(() => books.close())
  beforeEach(async () => {
    await database.query('delete from farthing_sales')
  })

  const sell = async (number: number, more: Partial<Claim> = {}): Promise<Sale> => {
    const entry = await sales.claim(claimOf(number, more), 'till', 60)
    const settled = entry === null ? null : await sales.settle(entry.id, hex(32, number), { 'PAYMENT-RESPONSE': 'said' })
    const sale = settled?.sale ?? null
    if (sale === null) throw new Error('not sold')
    return sale
  }

  it('has an authorization claimed by one of many, whatever it is shown for', async () => {
    const other = new Sales(await books.open())
    const claims = await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? sales : other).claim(claimOf(1, { item: `/${index}` }), `till ${index}`, 60)))
    expect(claims.filter((entry) => entry !== null)).toHaveLength(1)
    expect((await sales.find(claimOf(1)))?.item).toBe(claims.find((entry) => entry !== null)?.item)
  })

  it('has a name that a payer gives given once by them, and by others as well', async () => {
    expect(await sales.claim(claimOf(1, { paymentId: 'pay_0123456789abcdef' }), 'till', 60)).not.toBeNull()
    expect(await sales.claim(claimOf(2, { paymentId: 'pay_0123456789abcdef' }), 'till', 60)).toBeNull()
    expect(await sales.find(claimOf(2))).toBeNull()
    expect(await sales.claim(claimOf(2, { paymentId: 'pay_0123456789abcdef', payer: hex(20, 9) }), 'till', 60)).not.toBeNull()
  })

  it('lets nobody take over what is being settled, and one of many what failed or was left lying', async () => {
    const entry = await sales.claim(claimOf(1), 'till', 60)
    if (entry === null) throw new Error('not claimed')
    const dearer = claimOf(1, { amount: 120_000n, item: '/elsewhere#1' })
    expect(await sales.claimAgain(entry.id, dearer, 'other', 60)).toBeNull()
    await sales.release(entry.id, 'somebody else')
    expect(await sales.open(10)).toEqual([])
    await sales.release(entry.id, 'till')
    expect(await sales.open(10)).toMatchObject([{ id: entry.id, lapsed: true }])
    const taken = await Promise.all(Array.from({ length: 6 }, (_, index) => sales.claimAgain(entry.id, dearer, `till ${index}`, 60)))
    expect(taken.filter((one) => one !== null)).toMatchObject([{ amount: 120_000n, item: '/essays/ferry#1', lapsed: false }])
    await sales.fail(entry.id)
    expect(await sales.open(10)).toEqual([])
    expect(await sales.claimAgain(entry.id, dearer, 'other', 60)).toMatchObject({ state: 'claimed' })
  })

  it('writes down the first that says what settled it, and nothing undoes that', async () => {
    const sale = await sell(1)
    expect(await sales.settle(sale.id, hex(32, 99), {})).toMatchObject({ sale, answer: { 'PAYMENT-RESPONSE': 'said' } })
    await sales.fail(sale.id)
    expect(await sales.claimAgain(sale.id, claimOf(1), 'other', 60)).toBeNull()
    expect(await sales.entry(sale.id)).toMatchObject({ state: 'settled', sale })
    expect(await sales.bought(sale.item, sale.payer)).toMatchObject({ sale })
    expect(await sales.bought(sale.item, hex(20, 3))).toBeNull()
    expect(await sales.settledBy(sale.network, sale.transaction)).toEqual([sale])
  })

  it('lists all sales once, newest first, however it is leafed through', async () => {
    // Many within a millisecond: what orders them then is their number.
    const made: Sale[] = []
    for (let index = 1; index <= 9; index++) made.push(await sell(index, { kind: index % 3 === 0 ? 'tip' : 'article', payer: hex(20, index % 2) }))
    await sales.claim(claimOf(50), 'till', 60)
    await database.query(`update farthing_sales set settled_at = date_trunc('second', settled_at) where id % 2 = 0 and state = 'settled'`)
    const leaf = async (limit: number, filter = {}): Promise<readonly Sale[]> => {
      const found: Sale[] = []
      for (let after: Place | null = null; ; ) {
        const page = await sales.list(filter, limit, after)
        found.push(...page)
        after = page.at(-1) ?? null
        if (after === null) return found
      }
    }
    const all = await leaf(100)
    expect(all.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort())
    expect(all).toEqual([...all].sort((a, b) => b.settledAt - a.settledAt || Number(b.id - a.id)))
    expect(await leaf(2)).toEqual(all)
    expect((await leaf(2, { kind: 'tip', payer: hex(20, 1) })).map(({ nonce }) => nonce)).toEqual(all.filter(({ kind, payer }) => kind === 'tip' && payer === hex(20, 1)).map(({ nonce }) => nonce))
    expect(await leaf(2, { until: 0 })).toEqual([])
  })

  it('adds up what was taken to the last unit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ amount: fc.bigInt({ min: 1n, max: 2n ** 255n }), item: fc.constantFrom('/a#1', '/b#1'), tip: fc.boolean() }), { maxLength: 6 }), async (some) => {
        await database.query('delete from farthing_sales')
        for (const [index, { amount, item, tip }] of some.entries()) await sell(index + 1, { amount, item, kind: tip ? 'tip' : 'article' })
        const totals = await sales.totals({})
        for (const item of ['/a#1', '/b#1']) {
          for (const kind of ['article', 'tip'] as const) {
            const of = some.filter((one) => one.item === item && one.tip === (kind === 'tip'))
            const [total] = totals.filter((one) => one.item === item && one.kind === kind)
            expect([total?.count ?? 0, total?.amount ?? 0n]).toEqual([of.length, of.reduce((sum, { amount }) => sum + amount, 0n)])
          }
        }
      }),
      { numRuns: 8 },
    )
  })

  it('takes what people write as what it is', async () => {
    const note = `'); drop table farthing_sales; -- “${'…'.repeat(10)}”`
    expect(await sell(1, { note, title: note, item: note })).toMatchObject({ note, title: note, item: note })
  })

  it('keeps one secret for all instances', async () => {
    const other = await books.open()
    let made = 0
    const fresh = (): string => `secret ${made++}`
    const told = await Promise.all([sharedSecret(database, 'test', fresh), sharedSecret(other, 'test', fresh), sharedSecret(database, 'test', fresh)])
    expect(new Set(told).size).toBe(1)
  })

  it('lets a sign-in open one thing', async () => {
    const signIn = { address: hex(20, 1), nonce: '0123456789abcdef', item: '/a#1', expiresAt: Date.now() + 60_000 }
    expect(await useSignIn(database, signIn)).toBe(true)
    expect(await useSignIn(database, signIn)).toBe(true)
    expect(await useSignIn(database, { ...signIn, item: '/b#1' })).toBe(false)
    expect(await useSignIn(database, { ...signIn, item: '/b#1', address: hex(20, 2) })).toBe(true)
  })
})
