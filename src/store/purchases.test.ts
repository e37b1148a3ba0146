import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterExpiry, answered, delivered, expired, facts, interrupted, refunded, sent, settled, signed, start, terms } from '../core/purchase/machine.fixtures'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../core/purchase/purchase'
import { defaultLimits } from '../core/spending/limits'
import { reservedTotal } from '../core/spending/reserved'
import { LockedError } from '../vault/locked-error'
import { purchaseRepository, type PurchaseRepository, type Reservation } from './purchases'
import { recountRefunds } from './recount-refunds'
import type { FarthingDatabase } from './schema'
import { newDatabase, newSealer, reopen } from './database.fixtures'

const sealer = newSealer()
const books = (db: FarthingDatabase = newDatabase()): PurchaseRepository => purchaseRepository(db, sealer)

const reservation = (change: Partial<Reservation> = {}): Reservation => ({
  id: crypto.randomUUID(),
  terms,
  resourceTag: sealer.tag('resource', terms.resource),
  balance: 1_000_000n,
  at: start,
  ...change,
})

async function begun(repository: PurchaseRepository, change: Partial<Reservation> = {}): Promise<Purchase> {
  const reserved = await repository.reserve(reservation(change))
  if (!reserved.ok) throw new Error(reserved.error.code)
  return reserved.value
}

async function lived(repository: PurchaseRepository, id: string, ...events: readonly PurchaseEvent[]): Promise<Purchase> {
  let last: Purchase | null = null
  for (const event of events) {
    const appended = await repository.append(id, event)
    if (!appended.ok) throw new Error(`${event.type}: ${appended.error}`)
    last = appended.value
  }
  if (last === null) throw new Error('no event')
  return last
}

const some = (tag: string) => ({ resourceTag: sealer.tag('resource', tag) })

describe('a network that is withdrawn', () => {
  const withdraw = (repository: PurchaseRepository) => repository.policy.change((state) => ({ state: { ...state, inForce: { ...state.inForce, withdrawn: [terms.network] } } }))

  it('has nothing begun on it, whatever was shown before', async () => {
    const repository = books()
    await withdraw(repository)
    expect(await repository.reserve(reservation())).toEqual({ ok: false, error: { code: 'withdrawn' } })
    expect(await repository.live()).toEqual([])
  })

  it('has nothing signed on it that was begun, while what was signed goes on to its end', async () => {
    const repository = books()
    const [early, late] = [await begun(repository), await begun(repository, { ...some('another'), terms: { ...terms, resource: 'https://news.example/another' } })]
    await lived(repository, early.id, signed)
    await withdraw(repository)
    expect(await repository.append(late.id, signed)).toEqual({ ok: false, error: 'withdrawn' })
    expect((await repository.get(late.id))?.state).toBe('reserved')
    expect((await lived(repository, early.id, sent, settled)).state).toBe('settled')
  })
})

describe('reserving', () => {
  it('begins a purchase that holds its price back', async () => {
    const repository = books()
    const purchase = await begun(repository)
    expect(purchase).toMatchObject({ state: 'reserved', version: 2, terms })
    expect(await repository.get(purchase.id)).toEqual(purchase)
    expect(await repository.journal(purchase.id)).toEqual([{ type: 'quoted', at: start, terms }, { type: 'reserved', at: start }])
  })

  it('lets one of twenty at once begin for one resource, and names it to the others', async () => {
    const repository = books()
    const results = await Promise.all(Array.from({ length: 20 }, () => repository.reserve(reservation())))
    const won = results.filter((result) => result.ok)
    expect(won).toHaveLength(1)
    const id = won[0]?.ok === true ? won[0].value.id : ''
    for (const result of results) if (!result.ok) expect(result.error).toEqual({ code: 'already-live', id })
    expect(await repository.live()).toHaveLength(1)
    expect((await repository.list({ before: null, limit: 50 })).purchases).toHaveLength(1)
  })

  it('never holds back more than the balance, whoever asks at once', async () => {
    const repository = books()
    const balance = 320_001n
    const asked = Array.from({ length: 20 }, (_, n) => repository.reserve(reservation({ ...some(String(n)), balance })))
    const results = await Promise.all(asked)
    expect(results.filter((result) => result.ok)).toHaveLength(6)
    expect(results.filter((result) => !result.ok && result.error.code === 'not-enough')).toHaveLength(14)
    expect(reservedTotal(terms, await repository.live())).toBe(300_000n)
  })

  it('never holds back more than the balance for any prices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.bigInt({ min: 1n, max: 100n }), { maxLength: 12 }), fc.bigInt({ min: 0n, max: 300n }), async (prices, balance) => {
        const db = newDatabase()
        const repository = books(db)
        await Promise.all(prices.map((amount, n) => repository.reserve(reservation({ ...some(String(n)), terms: { ...terms, amount }, balance }))))
        expect(reservedTotal(terms, await repository.live()) <= balance).toBe(true)
        db.close()
      }),
      { numRuns: 25 },
    )
  })

  it('holds nothing back from one purse for another', async () => {
    const repository = books()
    const other = { ...terms, payer: `0x${'44'.repeat(20)}` as const }
    await begun(repository, { balance: 50_000n })
    expect(await repository.reserve(reservation({ ...some('b'), balance: 50_000n }))).toEqual({ ok: false, error: { code: 'not-enough' } })
    expect((await repository.reserve(reservation({ ...some('b'), terms: other, balance: 50_000n }))).ok).toBe(true)
    expect(await repository.reserve(reservation({ ...some('c'), terms: other, balance: 99_999n }))).toEqual({ ok: false, error: { code: 'not-enough' } })
  })

  it('leaves a purchase with the purse that signed for it first, also once that has run out, until it is paid', async () => {
    const repository = books()
    const other = { ...terms, payer: `0x${'44'.repeat(20)}` as const, nonce: `0x${'55'.repeat(32)}` as const }
    const first = await begun(repository)
    expect(await repository.reserve(reservation({ terms: other }))).toEqual({ ok: false, error: { code: 'already-live', id: first.id } })
    await lived(repository, first.id, signed, expired)
    expect(await repository.reserve(reservation({ terms: other }))).toEqual({ ok: false, error: { code: 'other-purse' } })
    const again = await begun(repository)
    await lived(repository, again.id, signed, sent, settled, answered(facts(200, { contentArrived: true })))
    expect(await repository.reserve(reservation({ terms: other }))).toEqual({ ok: false, error: { code: 'already-paid', id: again.id } })
    expect((await repository.reserve(reservation({ terms: { ...other, counter: 1 } }))).ok).toBe(true)
  })

  it('lets any purse pay for what was begun and never signed', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, expired)
    expect((await repository.reserve(reservation({ terms: { ...terms, payer: `0x${'44'.repeat(20)}` } }))).ok).toBe(true)
  })

  it('spends the last unit, and not one more', async () => {
    expect((await books().reserve(reservation({ balance: 50_000n }))).ok).toBe(true)
    expect(await books().reserve(reservation({ balance: 49_999n }))).toEqual({ ok: false, error: { code: 'not-enough' } })
  })

  it('does not count what is held back of another asset', async () => {
    const repository = books()
    await begun(repository, { ...some('a'), balance: 50_000n })
    const elsewhere: PurchaseTerms = { ...terms, network: 'eip155:8453' }
    expect((await repository.reserve(reservation({ ...some('b'), terms: elsewhere, balance: 50_000n }))).ok).toBe(true)
  })

  it('begins again once the earlier purchase is over, and refuses while its content is due', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, answered(facts(200)), settled)
    expect(await repository.reserve(reservation())).toEqual({ ok: false, error: { code: 'already-live', id: first.id } })
    await lived(repository, first.id, delivered)
    const second = await begun(repository, { terms: { ...terms, counter: 1, nonce: `0x${'01'.repeat(32)}` } })
    expect((await repository.findByResource(reservation().resourceTag)).map(({ id }) => id)).toEqual([second.id, first.id])
    expect((await repository.live()).map(({ id }) => id)).toEqual([second.id])
  })

  it('begins nothing with a nonce that was paid with, and names what was paid: a yes may be older than that', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, answered(facts(200)), settled, delivered)
    expect(await repository.reserve(reservation())).toEqual({ ok: false, error: { code: 'already-paid', id: first.id } })
    expect((await repository.list({ before: null, limit: 50 })).purchases).toHaveLength(1)
  })

  it('begins nothing on terms from before a payment, whatever their nonce: sellers may dictate another with every quote', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, answered(facts(200)), settled, delivered)
    const dictated = { terms: { ...terms, nonce: `0x${'d1'.repeat(32)}` } as const }
    expect(await repository.reserve(reservation(dictated))).toEqual({ ok: false, error: { code: 'already-paid', id: first.id } })
  })

  it('begins again with the nonce of an attempt that was never paid', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, interrupted, expired)
    expect((await begun(repository)).terms.nonce).toBe(first.terms.nonce)
  })

  it('never takes an id twice, and then writes nothing', async () => {
    const repository = books()
    const { id } = await begun(repository)
    await lived(repository, id, { ...expired, at: start + 2 })
    const before = await repository.journal(id)
    await expect(repository.reserve(reservation({ id }))).rejects.toThrow()
    expect(await repository.journal(id)).toEqual(before)
  })
})

describe('recognising what the chain tells of', () => {
  const recognition = (change: object = {}) => ({
    id: crypto.randomUUID(),
    terms,
    resourceTag: sealer.tag('resource', terms.resource),
    transaction: `0x${'ef'.repeat(32)}` as const,
    at: start,
    ...change,
  })

  it('writes it down as owned, with a journal it can be rebuilt from, and holds nothing back', async () => {
    const repository = books()
    const known = await repository.recognise(recognition())
    expect(known).toMatchObject({ state: 'delivered', settlement: { at: start } })
    expect(await repository.rebuild(known?.id ?? '')).toEqual({ ok: true, value: known })
    expect(await repository.live()).toEqual([])
    expect(await repository.findByResource(sealer.tag('resource', terms.resource))).toEqual([known])
  })

  it('once, also when twenty windows find it at the same moment', async () => {
    const repository = books()
    const found = await Promise.all(Array.from({ length: 20 }, () => repository.recognise(recognition())))
    expect(found.filter((one) => one !== null)).toHaveLength(1)
    expect((await repository.list({ before: null, limit: 50 })).purchases).toHaveLength(1)
  })

  it('also where an attempt of ours came to nothing: it was another device that paid', async () => {
    const repository = books()
    const { id } = await begun(repository)
    await lived(repository, id, signed, sent, interrupted, expired)
    expect((await repository.recognise(recognition()))?.state).toBe('delivered')
    expect((await repository.get(id))?.state).toBe('void')
  })

  it('never beside a purchase of the same nonce that is known already', async () => {
    const repository = books()
    await begun(repository)
    expect(await repository.recognise(recognition())).toBeNull()
  })
})

describe('appending', () => {
  const full = [signed, sent, interrupted, settled, delivered]

  it('keeps what happened across a restart', async () => {
    const db = newDatabase()
    const { id } = await begun(books(db))
    const last = await lived(books(db), id, ...full)
    const later = books(await reopen(db))
    expect(await later.get(id)).toEqual(last)
    expect((await later.get(id))?.signed?.authorization.value).toBe(50_000n)
    expect((await later.journal(id)).slice(2)).toEqual(full)
  })

  it('leaves a snapshot that the journal alone gives again, after every event', async () => {
    const repository = books()
    const { id } = await begun(repository)
    for (const event of full) {
      const snapshot = await lived(repository, id, event)
      expect(await repository.rebuild(id)).toEqual({ ok: true, value: snapshot })
    }
  })

  it('refuses what the machine refuses, and writes nothing', async () => {
    const repository = books()
    const before = await begun(repository)
    expect(await repository.append(before.id, delivered)).toEqual({ ok: false, error: 'illegal-transition' })
    expect(await repository.get(before.id)).toEqual(before)
    expect(await repository.journal(before.id)).toHaveLength(2)
    expect(await repository.append('none', signed)).toEqual({ ok: false, error: 'not-found' })
  })

  it('takes one of many signatures at once for a reservation, and loses no event', async () => {
    const repository = books()
    const { id } = await begun(repository)
    await lived(repository, id, signed)
    const results = await Promise.all(Array.from({ length: 10 }, () => repository.append(id, sent)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await repository.journal(id)).toHaveLength(4)
  })

  it('writes nothing when the wallet is locked in the middle', async () => {
    const db = newDatabase()
    const open = newSealer()
    const repository = purchaseRepository(db, open)
    const { id } = await begun(repository)
    open.wipe()
    await expect(repository.append(id, signed)).rejects.toThrow(LockedError)
    await expect(repository.reserve(reservation(some('other')))).rejects.toThrow(LockedError)
    expect(await db.journal.count()).toBe(2)
    expect(await db.purchases.count()).toBe(1)
    expect((await lived(books(db), id, signed)).state).toBe('signed')
  })

  it('writes neither snapshot nor event when an event of that number is there already', async () => {
    const db = newDatabase()
    const repository = books(db)
    const before = await begun(repository)
    await db.journal.add({ purchaseId: before.id, seq: 2, body: new Uint8Array() })
    await expect(repository.append(before.id, signed)).rejects.toThrow()
    expect(await repository.get(before.id)).toEqual(before)
  })

  it('ends the watch when a purchase is void, and signs nothing for it any more', async () => {
    const repository = books()
    const { id } = await begun(repository)
    await lived(repository, id, signed, sent, interrupted, expired)
    expect(await repository.live()).toEqual([])
    const validBefore = BigInt(Math.floor(afterExpiry / 1000)) + 100n
    const again: PurchaseEvent = { ...signed, at: afterExpiry, authorization: { ...signed.authorization, validBefore } }
    expect(await repository.append(id, again)).toEqual({ ok: false, error: 'illegal-transition' })
    expect(await repository.live()).toEqual([])
  })
})

describe('a transfer that came back', () => {
  const paid = [signed, sent, settled, delivered]
  /** Another purchase that is paid, of the same price to the same payee. */
  async function bought(repository: PurchaseRepository, what: string, change: Partial<PurchaseTerms> = {}): Promise<string> {
    const { id } = await begun(repository, { ...some(what), terms: { ...terms, ...change } })
    await lived(repository, id, ...paid.map((event) => (event.type === 'signed' ? { ...event, authorization: { ...event.authorization, ...change } } : event)))
    return id
  }

  it('counts for one purchase only, also when many ask at the same moment', async () => {
    const repository = books()
    const ids = [await bought(repository, 'one'), await bought(repository, 'two'), await bought(repository, 'three')]
    const results = await Promise.all([...ids, ...ids].map((id) => repository.append(id, refunded)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const refunds = await Promise.all(ids.map(async (id) => (await repository.get(id))?.refunds.length))
    expect(refunds.sort()).toEqual([0, 0, 1])
  })

  it('on one network is not the one of the same place on another', async () => {
    const repository = books()
    const [here, there] = [await bought(repository, 'here'), await bought(repository, 'there', { network: 'eip155:8453' })]
    expect([await repository.append(here, refunded), await repository.append(there, refunded)]).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('is counted by nobody where writing failed', async () => {
    const db = newDatabase()
    const repository = books(db)
    const [one, other] = [await bought(repository, 'one'), await bought(repository, 'two')]
    await db.journal.add({ purchaseId: one, seq: 6, body: new Uint8Array() })
    await expect(repository.append(one, refunded)).rejects.toThrow()
    expect(await repository.append(other, refunded)).toMatchObject({ ok: true })
  })

  it('raises no limit and gives nothing back of one: what was spent stays spent', async () => {
    const db = newDatabase()
    const repository = books(db)
    await repository.spending.limits.change(() => ({ ...defaultLimits, day: terms.amount * 2n }))
    const ids = [await bought(repository, 'one'), await bought(repository, 'two')]
    const before = await repository.overview(terms, '2025-10-09')
    for (const [at, id] of ids.entries()) await lived(repository, id, { ...refunded, refund: { ...refunded.refund, logIndex: at, amount: terms.amount * 9n } })
    expect(await repository.overview(terms, '2025-10-09')).toEqual(before)
    expect(await repository.reserve(reservation(some('three')))).toMatchObject({ ok: false, error: { code: 'over-limit' } })
    await repository.spending.rebuild()
    expect(await repository.overview(terms, '2025-10-09')).toEqual(before)
    expect(await repository.reserve(reservation(some('three')))).toMatchObject({ ok: false, error: { code: 'over-limit' } })
  })

  it('counts once where two wallets had counted it for two purchases: for the one that was begun first', async () => {
    const db = newDatabase()
    const repository = books(db)
    const [first, second] = [await bought(repository, 'one'), await bought(repository, 'two')]
    await lived(repository, first, refunded)
    await db.refunds.clear()
    await lived(repository, second, refunded, { ...refunded, refund: { ...refunded.refund, logIndex: 1 } })
    await db.transaction('rw', db.tables, async () => recountRefunds(db, sealer))
    expect((await repository.get(first))?.refunds).toHaveLength(1)
    const kept = await repository.get(second)
    expect(kept?.refunds).toMatchObject([{ logIndex: 1 }])
    expect(await repository.rebuild(second)).toEqual({ ok: true, value: kept })
    expect(await db.refunds.count()).toBe(2)
    expect(await repository.append(second, refunded)).toEqual({ ok: false, error: 'counted' })
  })
})

describe('the history', () => {
  it('comes newest first, page by page, each purchase once', async () => {
    const repository = books()
    const begunIds: string[] = []
    for (let n = 0; n < 7; n += 1) begunIds.push((await begun(repository, some(String(n)))).id)
    for (const limit of [1, 2, 3, 7, 10]) {
      const seen: string[] = []
      let before: number | null = null
      do {
        const page = await repository.list({ before, limit })
        expect(page.purchases.length).toBeLessThanOrEqual(limit)
        seen.push(...page.purchases.map(({ id }) => id))
        before = page.next
      } while (before !== null)
      expect(seen).toEqual(begunIds.toReversed())
    }
  })

  it('is empty at first', async () => {
    expect(await books().list({ before: null, limit: 10 })).toEqual({ purchases: [], next: null })
    expect(await books().get('none')).toBeNull()
    expect(await books().findByResource('none')).toEqual([])
    expect(await books().rebuild('none')).toEqual({ ok: false, error: 'damaged' })
  })
})

describe('damage', () => {
  const flipped = <Row extends { readonly body: Uint8Array }>(row: Row | undefined): Row => {
    if (row === undefined) throw new Error('no such row')
    return { ...row, body: row.body.with(row.body.length - 1, (row.body.at(-1) ?? 0) ^ 1) }
  }
  const breakSnapshot = async (db: FarthingDatabase, id: string): Promise<unknown> => db.purchases.put(flipped(await db.purchases.get(id)))

  it('of a snapshot is made good from the journal', async () => {
    const db = newDatabase()
    const { id } = await begun(books(db))
    const last = await lived(books(db), id, signed, sent)
    await breakSnapshot(db, id)
    expect(await books(db).get(id)).toEqual(last)
    expect((await lived(books(db), id, interrupted)).state).toBe('unknown')
  })

  it('of an event makes the journal useless for rebuilding, and is left out of what is shown', async () => {
    const db = newDatabase()
    const { id } = await begun(books(db))
    const last = await lived(books(db), id, signed, sent)
    await db.journal.put(flipped(await db.journal.get([id, 2])))
    expect(await books(db).rebuild(id)).toEqual({ ok: false, error: 'damaged' })
    expect((await books(db).journal(id)).map(({ type }) => type)).toEqual(['quoted', 'reserved', 'sent'])
    expect(await books(db).get(id)).toEqual(last)
  })

  it('of a journal that lacks an event in the middle is noticed', async () => {
    for (const seq of [0, 1, 2]) {
      const db = newDatabase()
      const { id } = await begun(books(db))
      await lived(books(db), id, signed, sent)
      await db.journal.delete([id, seq])
      expect(await books(db).rebuild(id)).toEqual({ ok: false, error: 'damaged' })
    }
  })

  it('of both is refused: left out of lists, never overwritten, and its resource stays taken', async () => {
    const db = newDatabase()
    const kept = await begun(books(db), some('kept'))
    const { id } = await begun(books(db), some('lost'))
    const newest = await begun(books(db), some('new'))
    await breakSnapshot(db, id)
    await db.journal.where('[purchaseId+seq]').equals([id, 0]).delete()
    const repository = books(db)
    expect(await repository.get(id)).toBeNull()
    expect(await repository.append(id, signed)).toEqual({ ok: false, error: 'damaged' })
    expect((await repository.list({ before: null, limit: 2 })).purchases.map((purchase) => purchase.id)).toEqual([newest.id, kept.id])
    expect((await repository.live()).map((purchase) => purchase.id)).toEqual([kept.id, newest.id])
    expect(await repository.reserve(reservation(some('lost')))).toEqual({ ok: false, error: { code: 'already-live', id } })
  })

  it('includes a body that belongs to another purchase or another number', async () => {
    const db = newDatabase()
    const one = await begun(books(db), some('1'))
    const two = await begun(books(db), some('2'))
    const row = await db.purchases.get(one.id)
    const event = await db.journal.get([one.id, 1])
    await db.purchases.update(two.id, { body: row?.body ?? new Uint8Array() })
    await db.journal.put({ purchaseId: two.id, seq: 1, body: event?.body ?? new Uint8Array() })
    expect(await books(db).get(two.id)).toBeNull()
  })

  it('includes two events of one purchase that changed places', async () => {
    const db = newDatabase()
    const { id } = await begun(books(db))
    await lived(books(db), id, signed, sent, interrupted, { ...interrupted, why: 'network' })
    const bodies = await Promise.all([4, 5].map(async (seq) => (await db.journal.get([id, seq]))?.body ?? new Uint8Array()))
    for (const [at, body] of bodies.entries()) await db.journal.put({ purchaseId: id, seq: 5 - at, body })
    expect(await books(db).rebuild(id)).toEqual({ ok: false, error: 'damaged' })
  })

  it('is what another vault’s rows look like', async () => {
    const db = newDatabase()
    const { id } = await begun(books(db))
    expect(await purchaseRepository(db, newSealer(8)).get(id)).toBeNull()
  })
})

it('leaves nothing on the disk that tells what was bought, where, from whom or when', async () => {
  const db = newDatabase()
  const { id } = await begun(books(db))
  await lived(books(db), id, signed, sent, interrupted, settled, delivered, refunded)
  const rows = [await db.refunds.toArray(), await db.purchases.toArray(), await db.journal.toArray(), await db.values.toArray(), await db.sites.toArray()].flat()
  const plain = JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
  const secrets = [terms.title, terms.resource, 'news.example', terms.payTo, terms.payer, terms.nonce, signed.signature, settled.transaction, refunded.refund.transaction, '50000', String(start), 'delivered', '2025-10-09']
  for (const secret of secrets) expect(plain).not.toContain(secret.replace(/^0x/, ''))
  expect(await db.purchases.toArray()).toEqual([{ id, order: 1, live: 0, resourceTag: reservation().resourceTag, body: expect.any(Uint8Array) as unknown }])
})
