import { Dexie } from 'dexie'
import { foldOf } from '../core/purchase/fold'
import type { Purchase } from '../core/purchase/purchase'
import { isSameTransfer, type TransferPlace } from '../core/purchase/refunds'
import type { Sealer } from '../vault/sealer'
import { encodeJson } from './codec'
import { PurchaseJournal } from './purchase-journal'
import { purchaseRepository } from './purchases'
import type { FarthingDatabase } from './schema'

const atOnce = 200

/**
 * Counts refunds anew after purchases came from elsewhere, within the transaction that brought them. Two wallets may each have
 * counted one transfer for another purchase: here it stays with the one that was begun first.
 */
export async function recountRefunds(db: FarthingDatabase, sealer: Sealer): Promise<void> {
  const books = purchaseRepository(db, sealer)
  await books.refunds.clear()
  for (let after: number | null = 0; after !== null; ) {
    const { purchases, next }: Awaited<ReturnType<typeof books.slice>> = await books.slice(after, atOnce)
    for (const { purchase } of purchases) {
      const counted: TransferPlace[] = []
      for (const refund of purchase.refunds) if (!(await books.refunds.count({ ...refund, network: purchase.terms.network }))) counted.push(refund)
      if (counted.length > 0) await tellWithout(counted, purchase, db, sealer)
    }
    after = next
  }
}

/** A refund changes nothing but itself: without it, what happened still follows from each other. A damaged story stays as it is. */
async function tellWithout(counted: readonly TransferPlace[], { id }: Purchase, db: FarthingDatabase, sealer: Sealer): Promise<void> {
  const journal = new PurchaseJournal(db, sealer)
  const events = (await journal.read(id)).filter((event) => event?.type !== 'refunded' || !counted.some((one) => isSameTransfer(one, event.refund)))
  const [told, row] = [foldOf(events, id), await db.purchases.get(id)]
  if (told === null || row === undefined) return
  await db.journal.where('[purchaseId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete()
  for (const [seq, event] of events.entries()) if (event !== null) await journal.add(id, seq, event)
  await db.purchases.put({ ...row, body: sealer.seal('purchases', id, encodeJson(told)) })
}
