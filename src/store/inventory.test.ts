import { expect, it } from 'vitest'
import { start, terms } from '../core/purchase/machine.fixtures'
import { contentRepository } from './contents'
import { copyRepository } from './copies'
import { newDatabase, newSealer } from './database.fixtures'
import { takeInventory } from './inventory'
import { purchaseRepository } from './purchases'

const sealer = newSealer()

it('finds nothing in a new database', async () => {
  expect(await takeInventory(newDatabase())).toMatchObject({ payments: { count: 0, bytes: 0 }, copies: { count: 0, bytes: 0 }, others: 0, isExact: true })
})

it('weighs every sealed byte where there is little, and comes near it where there is much', async () => {
  const db = newDatabase()
  const books = purchaseRepository(db, sealer)
  const weighed = async (): Promise<number> => [...(await db.purchases.toArray()), ...(await db.journal.toArray())].reduce((sum, { body }) => sum + body.length, 0)
  const begin = (id: string) => books.reserve({ id, terms: { ...terms, day: null, amount: 1n, title: 'x'.repeat(Number(id.slice(1)) % 40) }, resourceTag: id, balance: 10n ** 12n, at: start })
  await begin('p1')
  expect((await takeInventory(db)).payments).toEqual({ count: 1, bytes: await weighed() })
  const sample = (await db.purchases.toArray())[0]
  const event = (await db.journal.toArray())[0]
  if (sample === undefined || event === undefined) throw new Error('one was begun')
  const many = Array.from({ length: 1_000 }, (_, at) => ({ ...sample, id: `many-${String(at)}`, order: at + 10, body: new Uint8Array(400 + (at % 90)) }))
  await db.purchases.bulkAdd(many)
  await db.journal.bulkAdd(many.map(({ id }) => ({ ...event, purchaseId: id, body: new Uint8Array(300) })))
  const { payments, isExact } = await takeInventory(db)
  expect(payments.count).toBe(1_001)
  expect(isExact).toBe(false)
  expect(Math.abs(payments.bytes - (await weighed())) / (await weighed())).toBeLessThan(0.03)
})

it('counts what lies in tables that it does not know, rather than leave it out', async () => {
  const db = newDatabase()
  await contentRepository(db, sealer).save('tag', { html: '<p>x</p>', savedAt: start })
  const before = await takeInventory(db)
  expect(before.copies.count).toBe(1)
  expect(before.others).toBe(0)
  const copy = { card: { savedAt: start, byline: null, lang: null, dir: null, left: 0 }, html: '<p>Wrens</p>', pictures: [] }
  for (const tag of ['tag', 'other']) await copyRepository(db, sealer).save(tag, copy, 1_000_000)
  const after = await takeInventory(db)
  expect(after.copies.count).toBe(2)
  expect(after.copies.bytes - before.copies.bytes).toBe(await copyRepository(db, sealer).total())
  expect(after.others).toBe(0)
})
