import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorization, delivered, interrupted, refunded, sent, settled, signed, start, terms } from '../core/purchase/machine.fixtures'
import type { Scope } from '../core/privacy/scope'
import type { PurchaseEvent, PurchaseTerms } from '../core/purchase/purchase'
import type { Day } from '../core/spending/day'
import { contentRepository } from './contents'
import { copyRepository } from './copies'
import { newDatabase, newSealer } from './database.fixtures'
import { decodeChunk } from './history/chunk-codec'
import { HistoryBook } from './history/history-book'
import { HistoryReader } from './history/history-reader'
import { keepsakes } from './keepsakes'
import { labelRepository } from './labels'
import { payeeRepository } from './payees'
import { purchaseRepository, type PurchaseRepository } from './purchases'
import type { FarthingDatabase } from './schema'
import { securityLog } from './security-log'

const sealer = newSealer()
const dayMs = 24 * 3_600_000
const dayOf = (at: number): Day => new Date(at).toISOString().slice(0, 10)
const site = (name: string): Scope => ({ kind: 'site', site: name })
const means = { keepsNumber: () => false, oldestDay: dayOf(start + 1_000 * dayMs) }

interface Bought {
  readonly host: string
  readonly title?: string
  readonly amount?: bigint
  readonly payTo?: PurchaseTerms['payTo']
  readonly at?: number
  readonly kind?: PurchaseTerms['kind']
  readonly counter?: number
  /** How far it came; paid and delivered where nothing is said. */
  readonly events?: readonly PurchaseEvent[]
}

let count = 0

/** A purchase in the books, with what is kept beside it. Returns its id. */
async function buy(db: FarthingDatabase, bought: Bought): Promise<string> {
  const { host, title = 'A piece', amount = 50_000n, payTo = terms.payTo, at = start, kind = 'document', counter = 0, events = [sent, settled, delivered] } = bought
  count += 1
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
  const url = `https://${host}/${String(count)}`
  const nonce = `0x${count.toString(16).padStart(64, '0')}` as const
  const own: PurchaseTerms = { ...terms, resource: url, page: url, title, amount, payTo, kind, counter, nonce, day: dayOf(at), challenge: `{"payTo":"${payTo}","about":"${url}"}` }
  const books = purchaseRepository(db, sealer)
  const tag = sealer.tag('resource', url)
  expect(await books.reserve({ id, terms: own, resourceTag: tag, balance: 10n ** 15n, at })).toMatchObject({ ok: true })
  for (const event of [{ ...signed, authorization: { ...authorization, to: payTo, value: amount, nonce } }, ...events]) {
    expect(await books.append(id, { ...event, at: at + (event.at - start) }), event.type).toMatchObject({ ok: true })
  }
  const card = { savedAt: at, byline: `Somebody of ${host}`, lang: 'en', dir: null, left: 0 }
  await copyRepository(db, sealer).save(tag, { card, html: `<h1>${title}</h1> from ${host}`, pictures: [{ src: `${url}.png`, type: 'image/png', width: 1, height: 1, bytes: new TextEncoder().encode(host) }] }, 10 ** 9)
  if (host === harbour.host) {
    await labelRepository(db, sealer).write(id, { note: 'About the estuary', tags: ['harbour'] })
    const draft = { payment: id, problem: 'withdrawal' as const, amount: '0.01', words: 'To the people of the harbour', share: [] }
    await keepsakes(db, sealer).drafts.change((current) => ({ drafts: [...(current?.drafts ?? []), draft] }))
  }
  await contentRepository(db, sealer).save(tag, { html: `<h1>${title}</h1> from ${host}`, savedAt: at })
  await payeeRepository(db).add(sealer.tag('payee', JSON.stringify([terms.network, payTo])))
  return id
}

async function generous(db: FarthingDatabase): Promise<PurchaseRepository> {
  const books = purchaseRepository(db, sealer)
  await books.spending.limits.change(() => ({ payment: 10n ** 11n, siteDay: 10n ** 11n, tip: 10n ** 11n, tipDay: 10n ** 11n, day: 10n ** 11n, month: 10n ** 11n }))
  return books
}

/** Everything in the database as text, opened with the keys: what whoever has them can read. */
async function readable(db: FarthingDatabase): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>()
  for (const table of db.tables) {
    for (const row of (await table.toArray()) as readonly Record<string, unknown>[]) {
      const keyPath = table.schema.primKey.keyPath
      const key = (Array.isArray(keyPath) ? keyPath : [String(keyPath)]).map((part) => String(row[part])).join('/')
      const { body } = row
      const opened = body instanceof Uint8Array ? sealer.open(table.name, key, body) : null
      if (opened !== null) expect(opened.ok, `${table.name} ${key} opens`).toBe(true)
      const text = opened?.ok !== true ? '' : table.name === 'history' ? entriesIn(opened.value) : inOrder(table.name, new TextDecoder().decode(opened.value))
      all.set(`${table.name} ${key}`, `${JSON.stringify({ ...row, body: null })} ${text}`)
    }
  }
  return all
}

const entriesIn = (chunk: Uint8Array): string => JSON.stringify(decodeChunk(chunk), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/** What is made again may name the same things in another order. */
function inOrder(table: string, json: string): string {
  if (table === 'copyParts') return json
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sorted(one)] as const).sort(([one], [other]) => (one < other ? -1 : 1)))
  }
  return JSON.stringify(sorted(JSON.parse(json)))
}

const holding = (all: ReadonlyMap<string, string>, text: string): readonly string[] => [...all].filter(([, one]) => one.toLowerCase().includes(text.toLowerCase())).map(([place]) => place)

const harbour = { host: 'news.harbour.example', title: 'Pylons of the estuary', amount: 71_113n, payTo: `0x${'a1'.repeat(20)}` } as const
const shared = `0x${'cc'.repeat(20)}` as const

/** A wallet that has been used for a while on many sites, and said much about one of them. */
async function lived(db: FarthingDatabase): Promise<PurchaseRepository> {
  const books = await generous(db)
  for (let at = 0; at < 12; at += 1) await buy(db, { host: `site-${String(at % 5)}.example`, at: start + at * dayMs, amount: BigInt(10_000 + at), payTo: `0x${(0x30 + (at % 5)).toString(16).repeat(20)}` })
  for (const at of [1, 3, 5]) await buy(db, { ...harbour, at: start + at * dayMs })
  await buy(db, { ...harbour, payTo: shared, at: start + 6 * dayMs })
  await buy(db, { host: 'site-1.example', payTo: shared, at: start + 7 * dayMs })
  await buy(db, { ...harbour, kind: 'tip', at: start + 8 * dayMs })
  const place = { network: terms.network, asset: terms.asset, site: 'harbour.example', payTo: harbour.payTo }
  const other = { ...place, site: 'site-1.example', payTo: shared }
  const allowance = { ...place, id: 'a', perPayment: harbour.amount, perDay: harbour.amount, since: start, until: start + 100 * dayMs, days: [] }
  await books.spending.allowances.change(() => ({ allowances: [allowance, { ...allowance, ...other, id: 'b', perPayment: 5n, perDay: 9n }], declined: [place, other] }))
  const exception = { guard: 'burst' as const, most: harbour.amount, until: start }
  await books.watch.changeRules((rules) => ({ ...rules, exceptions: [{ ...exception, site: place.site, payTo: place.payTo }, { ...exception, site: other.site, payTo: shared, most: 3n }], reported: [{ purchase: 'x', site: place.site, payTo: place.payTo, at: start }] }))
  await books.watch.write({ at: start, site: 'harbour.example', amount: harbour.amount, purchase: null, outcome: 'declined', reasons: ['Odd.'] })
  await books.watch.write({ at: start, site: 'harb0ur.test', amount: 1n, purchase: null, outcome: 'declined', reasons: ['This looks like harbour.example, where you often buy.'] })
  await books.watch.write({ at: start, site: 'site-1.example', amount: 1n, purchase: null, outcome: 'paid', reasons: ['Dear.'] })
  const { signIns, wishes } = keepsakes(db, sealer)
  await signIns.change(() => ({ sites: [{ site: 'https://news.harbour.example', allowed: true }, { site: 'https://site-1.example', allowed: false }] }))
  await wishes.change(() => ({ wishes: [{ site: 'harbour.example', at: '2025-10-09' }, { site: 'site-2.example', at: '2025-10-09' }] }))
  await securityLog(db, sealer).add([
    { at: start, kind: 'proved', way: 'password', about: 'Pay $0.07 to news.harbour.example.' },
    { at: start, kind: 'proved', way: 'password', about: 'Allow more to be spent.' },
    { at: start + 1, kind: 'unlocked', way: 'password' },
  ])
  expect(await historyOf(db, books).entries()).toHaveLength(18)
  return books
}

const historyOf = (db: FarthingDatabase, books: PurchaseRepository) => new HistoryBook(new HistoryReader(db, sealer, books, labelRepository(db, sealer), async () => undefined), async () => undefined)

describe('a site that is forgotten', () => {
  it('stands nowhere any more: not its names, titles, accounts, amounts nor addresses, in nothing that can be opened', async () => {
    const db = newDatabase()
    const books = await lived(db)
    const before = await readable(db)
    for (const text of ['harbour', harbour.title, 'a1'.repeat(20), String(harbour.amount)]) expect(holding(before, text).length, text).toBeGreaterThan(3)
    const forgotten = await books.forget(site('harbour.example'), means)
    expect(forgotten).toMatchObject({ underWay: 0, sites: ['harbour.example'] })
    expect(forgotten.purchases).toHaveLength(5)
    const after = await readable(db)
    for (const text of ['harbour', harbour.title, 'a1'.repeat(20)]) expect(holding(after, text), text).toEqual([])
    // Sums by day are what holds the limits, and say no more than that so much was spent.
    expect(holding(after, String(harbour.amount)).filter((place) => !['values ledger', 'values forgotten'].includes(place))).toEqual([])
    for (const id of forgotten.purchases) expect(holding(after, id)).toEqual([])
    expect(await db.labels.count()).toBe(0)
    expect(holding(before, 'harbour').some((place) => place.startsWith('history '))).toBe(true)
    expect(await historyOf(db, books).entries()).toHaveLength(13)
    expect(await db.payees.get(sealer.tag('payee', JSON.stringify([terms.network, harbour.payTo])))).toBeUndefined()
    expect(await db.payees.get(sealer.tag('payee', JSON.stringify([terms.network, shared]))), 'somebody else is paid there, too').toBeDefined()
  })

  it('takes along what came back for it, and leaves the refunds of others', async () => {
    const db = newDatabase()
    const books = await generous(db)
    await buy(db, { ...harbour, events: [sent, settled, delivered, refunded] })
    const other = { ...refunded.refund, logIndex: 1 }
    await buy(db, { host: 'old-harbour.example', events: [sent, settled, delivered, { ...refunded, refund: other }] })
    await books.forget(site('harbour.example'), means)
    expect(await books.refunds.isCounted({ ...refunded.refund, network: terms.network })).toBe(false)
    expect(await books.refunds.isCounted({ ...other, network: terms.network })).toBe(true)
  })

  it('takes nothing else along', async () => {
    const db = newDatabase()
    const books = await lived(db)
    const before = await readable(db)
    const ledger = (await books.overview(terms, dayOf(start))).all
    const { purchases } = await books.forget(site('harbour.example'), means)
    const after = await readable(db)
    const gone = [...before.keys()].filter((place) => !after.has(place))
    expect(gone.filter((place) => /^(purchases|journal)/.test(place)).every((place) => purchases.some((id) => place.includes(id)))).toBe(true)
    const changed = [...after].filter(([place, text]) => before.has(place) && before.get(place) !== text).map(([place]) => place)
    expect(changed.every((place) => /^(values (watch|watch-log|watch-rules|allowances|sign-ins|wishes|ledger)|events 1)$/.test(place)), changed.join()).toBe(true)
    expect((await books.overview(terms, dayOf(start))).all).toEqual(ledger)
    expect((await books.spending.allowances.read())?.allowances).toMatchObject([{ id: 'b' }])
    expect((await books.watch.log()).map((entry) => entry.site)).toEqual(['site-1.example'])
    expect((await securityLog(db, sealer).latest(9)).map(({ about }) => about)).toEqual([undefined, 'Allow more to be spent.', undefined])
  })

  it('stays where its money may still move, and what was paid and never came goes', async () => {
    const db = newDatabase()
    const books = await generous(db)
    const moving = await buy(db, { ...harbour, events: [sent, interrupted] })
    const opening = await buy(db, { ...harbour, events: [sent, settled] })
    const lost = await buy(db, { ...harbour, events: [sent, interrupted, settled] })
    expect(await books.weighForgetting(site('harbour.example'))).toEqual({ purchases: [lost], sites: [], underWay: 2 })
    expect(await books.forget(site('harbour.example'), means)).toEqual({ purchases: [lost], sites: [], underWay: 2 })
    expect((await books.live()).map(({ id }) => id)).toEqual([moving, opening])
    expect(await books.append(moving, { ...settled, at: start + 50 })).toMatchObject({ ok: true })
  })

  it('is not known by a part of its name, nor by the name of another', async () => {
    const db = newDatabase()
    const books = await generous(db)
    for (const host of ['harbour.example', 'old-harbour.example', 'harbour.example.test', 'harbour.co.uk']) await buy(db, { host })
    expect((await books.forget(site('harbour.example'), means)).purchases).toHaveLength(1)
  })

  it('is known by what was asked there from elsewhere', async () => {
    const db = newDatabase()
    const books = await generous(db)
    const id = await buy(db, { host: 'blog.example', kind: 'tip' })
    const row = await db.purchases.get(id)
    expect(row).toBeDefined()
    expect((await books.weighForgetting(site('blog.example'))).purchases).toEqual([id])
  })
})

describe('a period that is forgotten', () => {
  it('takes what was begun from its first moment to before its end, with what was written down then', async () => {
    const db = newDatabase()
    const books = await generous(db)
    const ids = []
    for (const at of [0, 1, 2, 3]) ids.push(await buy(db, { host: `site-${String(at)}.example`, at: start + at * dayMs }))
    await books.watch.write({ at: start + dayMs, site: 'site-9.example', amount: 1n, purchase: null, outcome: 'declined', reasons: ['Odd.'] })
    const { purchases, sites } = await books.forget({ kind: 'period', from: start + dayMs, to: start + 3 * dayMs }, means)
    expect(purchases).toEqual(ids.slice(1, 3))
    expect(sites).toEqual(['site-1.example', 'site-2.example'])
    const after = await readable(db)
    for (const gone of ['site-1', 'site-2', 'site-9']) expect(holding(after, gone)).toEqual([])
    for (const kept of ['site-0', 'site-3']) expect(holding(after, kept).length).toBeGreaterThan(2)
  })

  it('leaves what is usual on a site as if nothing had been bought there then', async () => {
    const [db, other] = [newDatabase(), newDatabase()]
    const [books, untold] = [await generous(db), await generous(other)]
    for (const at of [0, 1, 2, 3, 4]) {
      count = at
      const bought = { host: 'harbour.example', at: start + at * dayMs, amount: BigInt(1_000 + at) }
      await buy(db, bought)
      if (at === 0 || at === 4) {
        count = at
        await buy(other, bought)
      }
    }
    await books.forget({ kind: 'period', from: start + dayMs, to: start + 4 * dayMs }, means)
    expect(await books.remembered()).toMatchObject({ sites: (await untold.remembered()).sites })
    const [mine] = (await books.remembered()).records
    const [theirs] = (await untold.remembered()).records
    expect({ ...mine?.wallet, spent: 0n }).toEqual({ ...theirs?.wallet, spent: 0n })
    expect(mine?.wallet.spent).toBe(1_000n + 1_001n + 1_002n + 1_003n + 1_004n)
  })
})

describe('what counts', () => {
  it('is the same before and after, also where it is made again: no limit is loosened, and no money is missed', async () => {
    const purchase = fc.record({ site: fc.nat(3), day: fc.nat(4), amount: fc.integer({ min: 1, max: 9_999 }), kind: fc.constantFrom('document' as const, 'tip' as const), isPaid: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(3), { maxLength: 3 }), async (bought, forgotten) => {
        const db = newDatabase()
        const books = await generous(db)
        for (const { site: at, day, amount, kind, isPaid } of bought) {
          await buy(db, { host: `site-${String(at)}.example`, at: start + day * dayMs, amount: BigInt(amount), kind, events: isPaid ? [sent, settled, delivered] : [sent, interrupted] })
        }
        const standing = async () => {
          const all = []
          for (let day = 0; day < 6; day += 1) for (let at = 0; at < 4; at += 1) all.push((await books.standing(terms, `site-${String(at)}.example`, dayOf(start + day * dayMs))).used)
          return { all, spent: (await books.watched(terms)).wallet.spent }
        }
        const before = await standing()
        for (const at of forgotten) await books.forget(site(`site-${String(at)}.example`), { keepsNumber: () => false, oldestDay: dayOf(start) })
        expect(await standing()).toEqual(before)
        await db.values.bulkDelete(['ledger', 'watch'])
        await db.sites.clear()
        await books.spending.rebuild()
        expect(await standing()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('against the limit of a site is kept without its name, for as long as its day may count', async () => {
    const db = newDatabase()
    const books = await generous(db)
    await buy(db, { ...harbour, at: start })
    await buy(db, { ...harbour, at: start + 3 * dayMs })
    await books.forget(site('harbour.example'), { keepsNumber: () => false, oldestDay: dayOf(start + 2 * dayMs) })
    expect((await books.spending.forgotten.read())?.forgotten).toMatchObject([{ sites: [{ days: [{ day: dayOf(start + 3 * dayMs), paid: harbour.amount }] }] }])
    expect((await books.standing(terms, 'harbour.example', dayOf(start + 3 * dayMs))).used.siteDay).toBe(harbour.amount)
  })
})

describe('never paid twice', () => {
  it('keeps the highest number of what is said to need one, and begins nothing on terms from before', async () => {
    const db = newDatabase()
    const books = await generous(db)
    const id = await buy(db, { host: 'dictates.example', counter: 2 })
    const bought = await books.get(id)
    if (bought === null) throw new Error('it was bought')
    const tag = sealer.tag('resource', bought.terms.resource)
    await books.forget(site('dictates.example'), { ...means, keepsNumber: ({ terms: own }) => own.counter === 2 })
    expect(await books.forgottenNumber(tag)).toBe(2)
    const again = { id: 'again', terms: { ...bought.terms, nonce: terms.nonce }, resourceTag: tag, balance: 10n ** 12n, at: start }
    expect(await books.reserve(again)).toEqual({ ok: false, error: { code: 'forgotten' } })
    expect(await books.reserve({ ...again, terms: { ...again.terms, counter: 3 } })).toMatchObject({ ok: true })
    expect(holding(await readable(db), 'dictates').every((place) => /again/.test(place) || /^(values (watch|ledger)|sites)/.test(place))).toBe(true)
  })
})

it('knows every table: one that is added tomorrow has to be forgotten tomorrow', () => {
  const known = ['vault', 'settings', 'attempts', 'slotNames', 'purchases', 'journal', 'contents', 'events', 'values', 'payees', 'sites', 'labels', 'history', 'historyChanges', 'exportLines', 'copies', 'copyParts', 'refunds', 'disputes', 'saleTerms']
  expect(newDatabase().tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
})
