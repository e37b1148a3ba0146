import { expect, it } from 'vitest'
import { unlabelled } from '../core/history/label'
import { fold, quoted, reserved, sent, settled, signed, terms } from '../core/purchase/machine.fixtures'
import { newDatabase, newSealer } from './database.fixtures'
import { PaymentImporter, type ImportedPayment } from './payment-importer'

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
