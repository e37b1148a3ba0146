import { describe, expect, it } from 'vitest'
import { expired, sent, settled, signed, start, terms } from '../core/purchase/machine.fixtures'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../core/purchase/purchase'
import type { Allowance } from '../core/spending/allowance'
import { defaultLimits, type LimitName, type Limits } from '../core/spending/limits'
import { keptDays } from '../core/spending/tally'
import { newDatabase, newSealer } from './database.fixtures'
import { purchaseRepository, type PurchaseRepository } from './purchases'
import type { FarthingDatabase } from './schema'

const sealer = newSealer()
const books = (db: FarthingDatabase): PurchaseRepository => purchaseRepository(db, sealer)
const today = '2026-11-26'
const cents = (count: number) => BigInt(count) * 10_000n

let count = 0
/** Tries to begin a purchase of something new. */
function begin(repository: PurchaseRepository, change: Partial<PurchaseTerms> = {}) {
  const id = `p${String((count += 1))}`
  return repository.reserve({ id, terms: { ...terms, day: today, ...change }, resourceTag: id, balance: 10n ** 12n, at: start })
}

async function begun(repository: PurchaseRepository, change: Partial<PurchaseTerms> = {}): Promise<Purchase> {
  const reserved = await begin(repository, change)
  if (!reserved.ok) throw new Error(JSON.stringify(reserved.error, (_, value: unknown) => String(value)))
  return reserved.value
}

async function lived(repository: PurchaseRepository, { id, terms: own }: Purchase, ...events: readonly PurchaseEvent[]): Promise<void> {
  for (const event of events) {
    const fitting = event.type === 'signed' ? { ...event, authorization: { ...event.authorization, value: own.amount } } : event
    expect((await repository.append(id, fitting)).ok, event.type).toBe(true)
  }
}

async function limited(limits: Partial<Limits>): Promise<{ db: FarthingDatabase; repository: PurchaseRepository }> {
  const db = newDatabase()
  const repository = books(db)
  const high = Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, 10n ** 11n])) as Record<LimitName, bigint>
  await repository.spending.limits.change(() => ({ ...high, ...limits }))
  return { db, repository }
}

const refusedBy = (result: Awaited<ReturnType<typeof begin>>): string | null => (!result.ok && result.error.code === 'over-limit' ? result.error.over.limit : null)
const elsewhere = 'https://other.example/article'

describe('never over a limit', () => {
  it('stands from the start, and low', async () => {
    const repository = books(newDatabase())
    expect(refusedBy(await begin(repository, { amount: cents(201) }))).toBe('payment')
    expect(refusedBy(await begin(repository, { amount: cents(201), kind: 'tip' }))).toBe('tip')
    await begun(repository, { amount: cents(200) })
    await begun(repository, { amount: cents(100) })
    expect(refusedBy(await begin(repository, { amount: 1n }))).toBe('siteDay')
    await begun(repository, { amount: cents(200), page: elsewhere })
    expect(refusedBy(await begin(repository, { amount: 1n, page: 'https://third.example/' }))).toBe('day')
  })

  it.each(['payment', 'siteDay', 'day', 'month'] as const)('%s: of forty at once over several connections, as many begin as fit, to the last unit', async (limit) => {
    const { db, repository } = await limited({ [limit]: cents(17) + 1n })
    const other = books(new (db.constructor as new (name: string) => FarthingDatabase)(db.name))
    const results = await Promise.all(Array.from({ length: 40 }, (_, n) => begin(n % 2 === 0 ? repository : other, { amount: limit === 'payment' ? cents(17) + BigInt(n) : cents(2) })))
    const won = results.filter(({ ok }) => ok).length
    expect(won).toBe(limit === 'payment' ? 2 : 8)
    if (limit === 'payment') return
    await begun(repository, { amount: cents(1) + 1n })
    expect(refusedBy(await begin(repository, { amount: 1n }))).toBe(limit)
  })

  it('counts what is held back, keeps counting what was paid, and gives back what was let go', async () => {
    const { repository } = await limited({ siteDay: cents(10) })
    const first = await begun(repository, { amount: cents(10) })
    expect(refusedBy(await begin(repository, { amount: 1n }))).toBe('siteDay')
    await lived(repository, first, signed, sent, expired)
    const second = await begun(repository, { amount: cents(10) })
    await lived(repository, second, signed, sent, settled)
    expect(refusedBy(await begin(repository, { amount: 1n }))).toBe('siteDay')
    expect((await repository.overview(terms, today)).all).toEqual([{ day: today, held: 0n, paid: cents(10) }])
  })

  it('a site is its registrable domain: no other name of it gives more', async () => {
    const { repository } = await limited({ siteDay: cents(10) })
    await begun(repository, { amount: cents(10), page: 'https://news.example/a' })
    for (const page of ['https://www.news.example/b', 'http://news.example:8080/', 'https://news.example./c']) expect(refusedBy(await begin(repository, { amount: 1n, page }))).toBe('siteDay')
    await begun(repository, { amount: cents(10), page: elsewhere })
  })

  it('tips have limits of their own, and count in the day and the month', async () => {
    const { repository } = await limited({ siteDay: cents(10), tipDay: cents(20), day: cents(30) })
    await begun(repository, { amount: cents(20), kind: 'tip' })
    expect(refusedBy(await begin(repository, { amount: 1n, kind: 'tip' }))).toBe('tipDay')
    await begun(repository, { amount: cents(10) })
    expect(refusedBy(await begin(repository, { amount: 1n, page: elsewhere }))).toBe('day')
  })

  it('two assets are two purses, each with its own', async () => {
    const { repository } = await limited({ day: cents(10) })
    await begun(repository, { amount: cents(10) })
    await begun(repository, { amount: cents(10), network: 'eip155:8453' })
    expect(refusedBy(await begin(repository, { amount: 1n, network: 'eip155:8453' }))).toBe('day')
  })
})

describe('a clock that is moved', () => {
  it('forward begins a new day, and back again gives neither day another unit', async () => {
    const { repository } = await limited({ day: cents(10) })
    await begun(repository, { amount: cents(10) })
    await begun(repository, { amount: cents(10), day: '2026-11-27' })
    for (const day of [today, '2026-11-27', '2026-01-01', '1970-01-01']) expect(refusedBy(await begin(repository, { amount: 1n, day }))).toBe('day')
  })

  it('over the border of a month and back, neither', async () => {
    const { repository } = await limited({ month: cents(10) })
    await begun(repository, { amount: cents(10), day: '2026-12-01' })
    for (const day of ['2026-11-30', '2026-12-31']) expect(refusedBy(await begin(repository, { amount: 1n, day }))).toBe('month')
    await begun(repository, { amount: cents(10), day: '2027-01-01' })
  })

  it('to before what is remembered writes into the oldest day remembered', async () => {
    const { repository } = await limited({ day: cents(100) })
    for (let n = 0; n < keptDays; n += 1) await begun(repository, { amount: 1n, day: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10) })
    const late = await begun(repository, { amount: 1n, day: '2020-01-01' })
    expect(late.terms.day).toBe('2026-01-01')
  })
})

describe('the ledger', () => {
  async function spent(): Promise<FarthingDatabase> {
    const { db, repository } = await limited({ siteDay: cents(10), day: cents(12) })
    await lived(repository, await begun(repository, { amount: cents(4) }), signed, sent, settled)
    await begun(repository, { amount: cents(6) })
    await begun(repository, { amount: cents(2), page: elsewhere })
    return db
  }

  it.each(['ledger', 'sites'] as const)('is made again from the purchases where its %s cannot be read', async (what) => {
    const db = await spent()
    const before = [await books(db).overview(terms, today), await books(db).standing(terms, 'news.example', today)]
    if (what === 'ledger') await db.values.put({ id: 'ledger', body: new Uint8Array(80) })
    else await db.sites.toCollection().modify({ body: new Uint8Array(80) })
    expect(refusedBy(await begin(books(db), { amount: 1n }))).toBe('siteDay')
    expect(refusedBy(await begin(books(db), { amount: 1n, page: 'https://third.example/' }))).toBe('day')
    expect([await books(db).overview(terms, today), await books(db).standing(terms, 'news.example', today)]).toEqual(before)
  })

  it('that is gone is made again before anything is begun or goes on', async () => {
    const db = await spent()
    const held = (await books(db).live()).find(({ state }) => state === 'reserved')
    await db.values.delete('ledger')
    await db.sites.clear()
    if (held === undefined) throw new Error('one is held')
    await lived(books(db), held, { type: 'expired', at: start })
    expect((await books(db).overview(terms, today)).all).toEqual([{ day: today, held: cents(2), paid: cents(4) }])
  })

  it('of a site that cannot be read is made again for whoever only looks', async () => {
    const db = await spent()
    const before = await books(db).overview(terms, today)
    expect(before.sites.length).toBeGreaterThan(0)
    await db.sites.toCollection().modify({ body: new Uint8Array(80) })
    expect(await books(db).overview(terms, today)).toEqual(before)
  })

  it('limits that cannot be read are the low ones', async () => {
    const { db, repository } = await limited({})
    await begun(repository, { amount: cents(300) })
    await db.values.put({ id: 'limits', body: new Uint8Array(80) })
    expect((await books(db).overview(terms, today)).limits).toEqual(defaultLimits)
  })

  it('remembers of a site what was paid there, not what was begun', async () => {
    const db = await spent()
    const { site } = await books(db).standing(terms, 'news.example', today)
    expect(site).toMatchObject({ count: 1, amounts: [cents(4)], accounts: [{ payTo: terms.payTo, count: 1 }], firstAt: settled.at, lastAt: settled.at })
  })

  it('does not grow with the history', async () => {
    const { db, repository } = await limited({})
    await begun(repository)
    const size = async () => (await db.values.get('ledger'))?.body.length ?? 0
    const before = await size()
    for (let n = 0; n < 30; n += 1) {
      const purchase = await begun(repository, { page: `https://site${String(n)}.example/` })
      await lived(repository, purchase, { type: 'expired', at: start })
    }
    expect(await size()).toBe(before)
  })
})

describe('an allowance', () => {
  const allowance: Allowance = {
    id: 'a1',
    site: 'news.example',
    network: terms.network,
    asset: terms.asset,
    payTo: terms.payTo,
    perPayment: cents(10),
    perDay: cents(25),
    since: start,
    until: start + 1_000,
    days: [],
  }
  const under = { allowance: 'a1' }
  const why = (result: Awaited<ReturnType<typeof begin>>): string | null => (!result.ok && result.error.code === 'allowance' ? result.error.why : null)

  async function allowed(change: Partial<Allowance> = {}): Promise<PurchaseRepository> {
    const { repository } = await limited({})
    await repository.spending.allowances.change(() => ({ allowances: [{ ...allowance, ...change }], declined: [] }))
    return repository
  }

  it('covers its site, account, token and price, and nothing else', async () => {
    const repository = await allowed()
    await begun(repository, { ...under, amount: cents(10) })
    expect(why(await begin(repository, { ...under, amount: cents(10) + 1n }))).toBe('too-dear')
    expect(why(await begin(repository, { ...under, page: elsewhere }))).toBe('elsewhere')
    expect(why(await begin(repository, { ...under, payTo: terms.payer }))).toBe('elsewhere')
    expect(why(await begin(repository, { ...under, network: 'eip155:8453' }))).toBe('elsewhere')
    expect(why(await begin(repository, { ...under, kind: 'tip' }))).toBe('elsewhere')
    expect(why(await begin(repository, { allowance: 'a2' }))).toBe('ended')
  })

  it('is used up to the last unit of its day, and no further, by any number at once', async () => {
    const repository = await allowed()
    const results = await Promise.all(Array.from({ length: 20 }, () => begin(repository, { ...under, amount: cents(4) })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(6)
    await begun(repository, { ...under, amount: cents(1) })
    expect(why(await begin(repository, { ...under, amount: 1n }))).toBe('used-up')
    await begun(repository, { ...under, amount: 1n, day: '2026-11-27' })
  })

  it('goes over no limit', async () => {
    const repository = await allowed()
    await repository.spending.limits.change((current) => ({ ...(current ?? defaultLimits), siteDay: cents(5) }))
    await begun(repository, { ...under, amount: cents(5) })
    expect(refusedBy(await begin(repository, { ...under, amount: 1n }))).toBe('siteDay')
  })

  it('that ends between reserving and signing signs nothing', async () => {
    const repository = await allowed()
    const sign = async (purchase: Purchase, at: number) => repository.append(purchase.id, { ...signed, at, authorization: { ...signed.authorization, value: purchase.terms.amount } })
    const late = await begun(repository, under)
    expect(await sign(late, start + 1_000)).toEqual({ ok: false, error: 'allowance' })
    expect((await sign(await begun(repository, under), start + 999)).ok).toBe(true)
    const early = await begun(repository, under)
    expect(await sign(early, start - 1)).toEqual({ ok: false, error: 'allowance' })
    const revoked = await begun(repository, under)
    await repository.spending.allowances.change(() => null)
    expect(await sign(revoked, start + 1)).toEqual({ ok: false, error: 'allowance' })
    expect((await repository.get(revoked.id))?.state).toBe('reserved')
  })

  it('gets back what was let go', async () => {
    const repository = await allowed()
    for (let n = 0; n < 5; n += 1) {
      const purchase = await begun(repository, { ...under, amount: cents(10) })
      await lived(repository, purchase, { type: 'expired', at: start })
    }
  })
})
