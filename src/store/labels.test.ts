import { expect, it } from 'vitest'
import { unlabelled } from '../core/history/label'
import { start, terms } from '../core/purchase/machine.fixtures'
import { LockedError } from '../vault/locked-error'
import { newDatabase, newSealer } from './database.fixtures'
import { labelRepository } from './labels'
import { purchaseRepository } from './purchases'

const label = { note: 'For the train', tags: ['birds'] }

async function withPurchase() {
  const db = newDatabase()
  const sealer = newSealer()
  const id = crypto.randomUUID()
  await purchaseRepository(db, sealer).reserve({ id, terms, resourceTag: 'tag', balance: terms.amount, at: start })
  return { db, sealer, id, labels: labelRepository(db, sealer) }
}

it('keeps what the reader wrote, sealed, and takes it away again', async () => {
  const { db, id, labels } = await withPurchase()
  expect(await labels.write(id, label)).toBe(true)
  expect(await labels.read(id)).toEqual(label)
  expect(await labels.readMany(['none', id])).toEqual([unlabelled, label])
  expect(Buffer.from((await db.labels.get(id))?.body ?? []).toString('latin1')).not.toContain('train')
  await labels.write(id, unlabelled)
  expect(await db.labels.count()).toBe(0)
  expect(await labels.read(id)).toEqual(unlabelled)
})

it('writes nothing beside what is not there, or once locked', async () => {
  const { db, sealer, id, labels } = await withPurchase()
  expect(await labels.write('none', label)).toBe(false)
  sealer.wipe()
  await expect(labels.write(id, label)).rejects.toThrow(LockedError)
  expect(await db.labels.count()).toBe(0)
})

it('takes what is damaged, or belongs to another payment, for nothing', async () => {
  const { db, id, labels } = await withPurchase()
  await labels.write(id, label)
  const row = await db.labels.get(id)
  if (row === undefined) throw new Error('no label')
  await db.labels.put({ ...row, id: 'another' })
  await db.labels.put({ ...row, body: row.body.with(30, (row.body[30] ?? 0) ^ 1) })
  expect(await labels.readMany([id, 'another'])).toEqual([unlabelled, unlabelled])
})
