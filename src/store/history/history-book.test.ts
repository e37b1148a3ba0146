import { expect, it } from 'vitest'
import { everything } from '../../core/history/query'
import { start, terms } from '../../core/purchase/machine.fixtures'
import { LockedError } from '../../vault/locked-error'
import { newDatabase, newSealer } from '../database.fixtures'
import { labelRepository } from '../labels'
import { purchaseRepository } from '../purchases'
import { HistoryBook } from './history-book'

const titles = ['The wren', 'The robin', 'Notes on bread']

async function written() {
  const db = newDatabase()
  const sealer = newSealer()
  const purchases = purchaseRepository(db, sealer)
  const labels = labelRepository(db, sealer)
  const ids = titles.map(() => crypto.randomUUID())
  for (const [at, title] of titles.entries()) await purchases.reserve({ id: ids[at] ?? '', terms: { ...terms, title }, resourceTag: title, balance: 10n ** 9n, at: start + at })
  await labels.write(ids[2] ?? '', { note: 'For the wren', tags: [] })
  return { db, sealer, purchases, ids, history: new HistoryBook(purchases, labels) }
}

it('finds payments by what they are and by what the reader wrote', async () => {
  const { history } = await written()
  const { entries, count, reading } = await history.search({ ...everything, text: 'wren' })
  expect(entries.map(({ title }) => title)).toEqual(['Notes on bread', 'The wren'])
  expect([count, reading]).toEqual([2, null])
  expect((await history.entries()).map(({ order }) => order)).toEqual([1, 2, 3])
})

it('leaves out what cannot be read, and is locked with the wallet', async () => {
  const { db, history, ids, sealer } = await written()
  await db.purchases.update(ids[0] ?? '', { body: new Uint8Array() })
  await db.journal.clear()
  expect((await history.search(everything)).count).toBe(2)
  sealer.wipe()
  await expect(history.search(everything)).rejects.toThrow(LockedError)
})
