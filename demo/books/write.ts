import { isLive } from '../../src/core/purchase/machine'
import { decodeJson, encodeJson, purchaseSchema } from '../../src/store/codec'
import { copyRepository } from '../../src/store/copies'
import { labelRepository } from '../../src/store/labels'
import { journalPlace } from '../../src/store/purchase-journal'
import type { FarthingDatabase, JournalRow, PurchaseRow } from '../../src/store/schema'
import type { Sealer } from '../../src/vault/sealer'
import type { MadePayment } from './payments'

/** Payments that go into one transaction. */
const atOnce = 500

/**
 * Writes payments as the wallet does, many in one transaction, behind those that are there.
 * @param journals false: without the journals, which take most of the room, and which nothing reads that looks through the history
 */
export async function writePayments(db: FarthingDatabase, sealer: Sealer, payments: Iterable<MadePayment>, journals: boolean): Promise<number> {
  let order = (await db.purchases.orderBy('order').last())?.order ?? 0
  let written = 0
  let batch: MadePayment[] = []
  const flush = async (): Promise<void> => {
    await writeBatch(db, sealer, batch, order, journals)
    order += batch.length
    written += batch.length
    batch = []
  }
  for (const payment of payments) {
    if (batch.push(payment) === atOnce) await flush()
  }
  await flush()
  return written
}

async function writeBatch(db: FarthingDatabase, sealer: Sealer, batch: readonly MadePayment[], after: number, journals: boolean): Promise<void> {
  const row = ({ purchase }: MadePayment, at: number): PurchaseRow => {
    const { id, terms } = purchase
    const resourceTag = sealer.tag('resource', JSON.stringify([terms.network, terms.asset, terms.resource]))
    return { id, order: after + 1 + at, resourceTag, live: isLive(purchase) ? 1 : 0, body: sealer.seal('purchases', id, encodeJson(purchase)) }
  }
  const journal = ({ purchase: { id }, events }: MadePayment): readonly JournalRow[] =>
    events.map((event, seq) => ({ purchaseId: id, seq, body: sealer.seal('journal', journalPlace({ purchaseId: id, seq }), encodeJson(event)) }))
  const rows = batch.map(row)
  const events = journals ? batch.flatMap(journal) : []
  const labels = labelRepository(db, sealer)
  await db.transaction('rw', [db.purchases, db.journal, db.labels], async () => {
    await db.purchases.bulkAdd(rows)
    await db.journal.bulkAdd(events)
    for (const { purchase, label } of batch) if (label !== null) await labels.write(purchase.id, label)
  })
}

const mostBytes = 1_000_000_000

/** Keeps so many of the newest pieces to be read: a few sentences each, which name where they are from. */
export async function writeCopies(db: FarthingDatabase, sealer: Sealer, count: number): Promise<void> {
  const copies = copyRepository(db, sealer)
  const rows = await db.purchases.orderBy('order').reverse().limit(count).toArray()
  for (const { id, resourceTag, body } of rows) {
    const opened = sealer.open('purchases', id, body)
    const purchase = opened.ok ? decodeJson(purchaseSchema, opened.value) : null
    if (purchase === null) throw new Error('written wrongly')
    const { title, page } = purchase.terms
    const html = `<h1>${title}</h1>${`<p>It was the third winter of the wren, and nobody had counted. First told at ${page}.</p>`.repeat(12)}`
    await copies.save(resourceTag, { card: { savedAt: purchase.createdAt, byline: 'By the keeper of the lighthouse', lang: 'en', dir: 'ltr', left: 0 }, html, pictures: [] }, mostBytes)
  }
}
