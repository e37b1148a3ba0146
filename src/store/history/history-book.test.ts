import { describe, expect, it, vi } from 'vitest'
import { everything } from '../../core/history/query'
import { settled, signed, sent, start, terms } from '../../core/purchase/machine.fixtures'
import { LockedError } from '../../vault/locked-error'
import type { Sealer } from '../../vault/sealer'
import { newDatabase, newSealer, reopen } from '../database.fixtures'
import { encodeJson } from '../codec'
import { purchaseRepository, type PurchaseRepository } from '../purchases'
import type { FarthingDatabase, PurchaseRow } from '../schema'
import type { Since } from './history-book'
import { historyDesk } from './history.fixtures'
import { partSize, sumsOf } from './parts'

const titles = ['The wren', 'The robin', 'Notes on bread']

async function buy(purchases: PurchaseRepository, title: string, at = start): Promise<string> {
  const id = crypto.randomUUID()
  const reserved = await purchases.reserve({ id, terms: { ...terms, title }, resourceTag: title, balance: 10n ** 9n, at })
  if (!reserved.ok) throw new Error(reserved.error.code)
  return id
}

async function written() {
  const db = newDatabase()
  const sealer = newSealer()
  const desk = historyDesk(db, sealer)
  const ids: string[] = []
  for (const [at, title] of titles.entries()) ids.push(await buy(desk.purchases, title, start + at))
  const [wren = '', robin = '', bread = ''] = ids
  await desk.labels.write(bread, { note: 'For the wren', tags: [] })
  return { db, sealer, wren, robin, bread, ...desk }
}

/** Copies of one payment at every place in the sequence up to this one: many are written quickly. */
async function many(db: FarthingDatabase, sealer: Sealer, count: number): Promise<void> {
  const [row] = await db.purchases.toArray()
  const purchase = row === undefined ? null : await purchaseRepository(db, sealer).get(row.id)
  if (row === undefined || purchase === null) throw new Error('nothing to copy')
  const newest = (await db.purchases.orderBy('order').last())?.order ?? 0
  const copy = (_: unknown, at: number): PurchaseRow => {
    const id = `copy ${newest - 3 + at}`
    return { ...row, id, order: newest + 1 + at, resourceTag: id, body: sealer.seal('purchases', id, encodeJson({ ...purchase, id })) }
  }
  await db.purchases.bulkPut(Array.from({ length: count - newest }, copy))
}

describe('the history', () => {
  it('finds payments by what they are and by what the reader wrote, as they are by now', async () => {
    const { history, purchases, labels, wren, bread } = await written()
    const look = async (text: string) => (await history.search({ ...everything, text })).entries.map(({ title, state }) => `${title}: ${state}`)
    expect(await look('wren')).toEqual(['Notes on bread: reserved', 'The wren: reserved'])
    for (const event of [signed, sent, settled]) await purchases.append(wren, event)
    await labels.write(bread, { note: null, tags: [] })
    expect(await look('wren')).toEqual(['The wren: settled'])
    await buy(purchases, 'A wren again')
    expect(await look('wren')).toEqual(['A wren again: reserved', 'The wren: settled'])
  })

  it('leaves out what can be read neither from its snapshot nor from its journal', async () => {
    const { db, sealer, wren } = await written()
    await db.purchases.update(wren, { body: new Uint8Array() })
    await db.journal.clear()
    expect((await historyDesk(db, sealer).history.entries()).map(({ title }) => title)).toEqual(['The robin', 'Notes on bread'])
  })

  it('lies sealed beside the payments, is as another worker needs it, and is not made a second time', async () => {
    const { db, sealer, history, purchases } = await written()
    const before = await history.entries()
    const part = await db.history.get(0)
    expect(await db.historyChanges.count()).toBe(0)
    expect(Buffer.from(part?.body ?? []).toString('latin1')).not.toContain('wren')
    const again = historyDesk(await reopen(db), sealer)
    const opened = vi.spyOn(again.purchases, 'readRows')
    expect(await again.history.entries()).toEqual(before)
    expect(opened).not.toHaveBeenCalled()
    expect(purchases).not.toBe(again.purchases)
  })

  it('is made again where a part is damaged, missing, or sealed by another wallet', async () => {
    const { db, sealer, history } = await written()
    const before = await history.entries()
    const row = await db.history.get(0)
    if (row === undefined) throw new Error('no part')
    const [turned, other] = [row.body.with(40, (row.body[40] ?? 0) ^ 1), newSealer(9).seal('history', '0', new Uint8Array(100))]
    for (const body of [turned, other, new Uint8Array(), sealer.seal('history', '0', new TextEncoder().encode('{"shape":0}'))]) {
      await db.history.put({ ...row, body })
      expect(await historyDesk(db, sealer).history.entries()).toEqual(before)
    }
    await db.history.clear()
    expect(await historyDesk(db, sealer).history.entries()).toEqual(before)
  })

  it('has nothing of a payment that was taken away, on disk and in memory, and no trace that there was one', async () => {
    const { db, sealer, history, robin, purchases } = await written()
    await many(db, sealer, partSize + 3)
    expect(await history.entries()).toHaveLength(partSize + 3)
    await db.purchases.delete('copy 1')
    expect((await db.history.toArray()).map(({ part }) => part), 'the part it was in goes with it, and its sums').toEqual([sumsOf(1), 1])
    const left = await history.entries()
    expect(left).toHaveLength(partSize + 2)
    expect(left.some(({ id }) => id === 'copy 1')).toBe(false)
    expect(await db.historyChanges.count()).toBe(0)
    await db.purchases.where('order').above(0).delete()
    expect(await db.history.count()).toBe(0)
    expect(await history.entries()).toEqual([])
    await db.purchases.clear()
    expect(await history.entries()).toEqual([])
    const back = await buy(purchases, 'The robin again')
    expect((await history.entries()).map(({ id }) => id)).toEqual([back])
    expect(back).not.toBe(robin)
  })
})

describe('many payments', () => {
  it('are answered about while they are read, the newest first, and all of them when everything was read', async () => {
    const { db, sealer } = await written()
    await many(db, sealer, 3 * partSize)
    const { history } = historyDesk(db, sealer, { patience: async () => undefined })
    const first = await history.search({ ...everything, sort: 'oldest' })
    expect(first.reading).toEqual({ done: expect.any(Number) as number, total: 3 * partSize })
    expect(first.count).toBeGreaterThanOrEqual(partSize)
    expect(first.count).toBeLessThan(3 * partSize)
    expect(await history.entries()).toHaveLength(3 * partSize)
    expect(await history.search(everything)).toMatchObject({ count: 3 * partSize })
    expect(await db.history.where('part').aboveOrEqual(0).count()).toBe(3)
  })

  it('that are written at once leave one note for their part, and are all there, also where that was being made', async () => {
    const { db, sealer } = await written()
    await many(db, sealer, partSize)
    const rest = vi.fn<() => Promise<void>>(async () => undefined)
    const { history } = historyDesk(db, sealer, { rest })
    expect(await history.entries()).toHaveLength(partSize)
    await many(db, sealer, partSize + 100)
    expect(await db.historyChanges.toArray()).toEqual([{ table: 'purchases', id: '+', part: 1 }])
    rest.mockImplementationOnce(async () => many(db, sealer, partSize + 300))
    await history.entries()
    expect(await history.entries()).toHaveLength(partSize + 300)
    expect(await historyDesk(db, sealer).history.entries()).toHaveLength(partSize + 300)
    expect(await db.historyChanges.count()).toBe(0)
  })

  it('can change while they are read', async () => {
    const { db, sealer, wren } = await written()
    await many(db, sealer, partSize)
    const { purchases } = historyDesk(db, sealer)
    let rests = 0
    const rest = async (): Promise<void> => {
      rests += 1
      if (rests === 3) await purchases.append(wren, signed)
      if (rests === 5) await db.purchases.delete('copy 7')
    }
    const { history } = historyDesk(db, sealer, { rest })
    await history.entries()
    const entries = await history.entries()
    expect(entries).toHaveLength(partSize - 1)
    expect(entries.find(({ id }) => id === wren)?.state).toBe('signed')
  })
})

describe('counted', () => {
  const after = start + 1_000
  const held = (earlier: Since['earlier']): number => earlier.reduce((all, { assets }) => all + (assets[0]?.held.payments ?? 0), 0)

  async function counting() {
    const { db, sealer, wren } = await written()
    await many(db, sealer, 3 * partSize)
    await historyDesk(db, sealer).history.entries()
    const reopened = await reopen(db)
    return { db: reopened, sealer, wren, ...historyDesk(reopened, sealer) }
  }

  it('are the payments of parts in which something is that late; of the others the sums are there, and nothing of them is opened', async () => {
    const { db, history, purchases, wren } = await counting()
    const first = await history.since(after)
    expect([first.payments.length, first.earlier.length, held(first.earlier)]).toEqual([0, 3, 3 * partSize])
    for (const event of [signed, sent, { ...settled, at: after }]) await purchases.append(wren, event)
    const begun = await history.since(start)
    expect([begun.payments.length, held(begun.earlier)], 'what is paid counts where it was begun').toEqual([partSize, 2 * partSize])
    expect(held((await history.since(after)).earlier)).toBe(3 * partSize - 1)
    await db.purchases.delete('copy 1')
    expect((await history.since(after)).payments, 'its part is made again').toHaveLength(partSize - 1)
    expect(held((await history.since(after)).earlier)).toBe(3 * partSize - 2)
  })

  it('have sums also where those are missing or damaged, and they are written beside the part', async () => {
    const { db, sealer, history } = await counting()
    await db.history.delete(sumsOf(0))
    await db.history.update(sumsOf(1), { body: new Uint8Array(60) })
    const { payments, earlier } = await history.since(after)
    expect([payments.length, held(earlier)]).toEqual([2 * partSize, partSize])
    expect(held((await historyDesk(db, sealer).history.since(after)).earlier)).toBe(3 * partSize)
  })

  it('while everything is read, are all of them; and whoever looks for something meanwhile finds what has changed', async () => {
    const { history, purchases, wren } = await counting()
    const [counted, found] = await Promise.all([history.since(after), history.search({ ...everything, limit: 1 })])
    expect([held(counted.earlier), found.count]).toEqual([3 * partSize, 3 * partSize])
    const all = history.entries()
    await purchases.append(wren, signed)
    expect((await history.since(after)).payments).toHaveLength(3 * partSize)
    expect((await all).find(({ id }) => id === wren)?.state).toBe('signed')
  })
})

describe('locked', () => {
  it('it answers nobody, keeps nothing in memory, and writes nothing', async () => {
    const { history, sealer, db } = await written()
    await history.entries()
    sealer.wipe()
    history.close()
    await expect(history.search(everything)).rejects.toThrow(LockedError)
    await expect(history.entries()).rejects.toThrow(LockedError)
    await expect(history.since(0)).rejects.toThrow(LockedError)
    expect(await db.history.count()).toBe(2)
  })

  it('while it was being read, it stops', async () => {
    const { db, sealer } = await written()
    await many(db, sealer, partSize)
    const desk = historyDesk(db, sealer, {
      rest: async () => {
        sealer.wipe()
        desk.history.close()
      },
    })
    await expect(desk.history.entries()).rejects.toThrow(LockedError)
    expect(await db.history.count()).toBe(0)
  })
})
