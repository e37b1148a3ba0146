import fc from 'fast-check'
import { expect, it } from 'vitest'
import { madePayments } from '../../demo/books/payments'
import { findNetwork } from '../core/networks/networks'
import { unlabelled } from '../core/history/label'
import { fold, quoted, reserved, sent, settled, signed, terms } from '../core/purchase/machine.fixtures'
import { newDatabase, newSealer } from './database.fixtures'
import { PaymentImporter, type ImportedPayment } from './payment-importer'
import { purchaseRepository } from './purchases'
import type { FarthingDatabase } from './schema'

function payment(number: number): ImportedPayment {
  const own = { ...terms, nonce: `0x${number.toString(16).padStart(64, '0')}` as const, resource: `https://news.example/${String(number)}` }
  const events = [{ ...quoted, terms: own }, reserved, { ...signed, authorization: { ...signed.authorization, nonce: own.nonce } }, sent, settled]
  const purchase = fold(events)
  if (purchase === null) throw new Error('this is a whole story')
  return { purchase: { ...purchase, id: `p${String(number)}` }, events, label: unlabelled, disputes: [], resourceTag: String(number) }
}

it('takes in more payments than Dexie takes promises that are not its own: none is labelled, none was disputed', async () => {
  const db = newDatabase()
  const payments = Array.from({ length: 700 }, (_, number) => payment(number))
  const importer = new PaymentImporter(db, newSealer())
  expect(await importer.write(payments, async () => undefined)).toEqual({ added: 700, grown: 0, known: 0 })
  expect(await importer.write(payments, async () => undefined)).toEqual({ added: 0, grown: 0, known: 700 })
  expect([await db.purchases.count(), await db.journal.count()]).toEqual([700, 3500])
})

/** Years of reading, some of it on the sites that have been read before. */
function madeUp(count: number, seed: number): readonly ImportedPayment[] {
  const network = findNetwork('eip155:31337')
  if (network === undefined) throw new Error('it is known')
  const made = madePayments({ payments: count, seed, until: Date.UTC(2026, 9, 1), network, payer: terms.payer, hand: null })
  return Array.from(made, ({ purchase, events, label }) => ({ purchase, events, label: label ?? unlabelled, disputes: [], resourceTag: purchase.terms.resource }))
}

/** What is counted and watched, opened. */
async function counted(db: FarthingDatabase) {
  const sealer = newSealer()
  const open = (table: string) => (id: string, body: Uint8Array) => {
    const opened = sealer.open(table, id, body)
    return opened.ok ? new TextDecoder().decode(opened.value) : 'damaged'
  }
  return [(await db.values.toArray()).map(({ id, body }) => [id, open('values')(id, body)]), (await db.sites.toArray()).map(({ tag, body }) => [tag, open('sites')(tag, body)])]
}

const anyFile = fc.record({ seed: fc.integer({ min: 1, max: 1_000 }), count: fc.integer({ min: 0, max: 60 }) })

it('counts and watches what it has just written as if each of it were opened again, beside whatever was there', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, fc.boolean(), async (here, file, isReported) => {
      const db = newDatabase()
      const sealer = newSealer()
      const books = purchaseRepository(db, sealer)
      const importer = new PaymentImporter(db, sealer)
      await importer.write(madeUp(here.count, here.seed), async () => undefined)
      const [first] = madeUp(here.count, here.seed)
      if (isReported && first !== undefined) await books.report(first.purchase, 1)
      await importer.write(madeUp(file.count, file.seed), async () => undefined)
      const quickly = await counted(db)
      await books.spending.rebuild()
      await books.watch.rebuild()
      expect(quickly).toEqual(await counted(db))
      await db.delete()
    }),
    { numRuns: 20 },
  )
}, 60_000)
