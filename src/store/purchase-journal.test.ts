import { describe, expect, it } from 'vitest'
import { afterExpiry, delivered, expired, interrupted, sent, settled, signed } from '../core/purchase/machine.fixtures'
import type { PurchaseEvent } from '../core/purchase/purchase'
import { LockedError } from '../vault/locked-error'
import { newDatabase, newSealer, reopen } from './database.fixtures'
import { purchaseRepository } from './purchases'
import { begun, books, lived, reservation, some } from './purchases.fixtures'
import type { FarthingDatabase } from './schema'

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
