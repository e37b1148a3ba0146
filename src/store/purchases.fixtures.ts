import { start, terms } from '../core/purchase/machine.fixtures'
import type { Purchase, PurchaseEvent } from '../core/purchase/purchase'
import { newDatabase, newSealer } from './database.fixtures'
import type { Reservation } from './purchase-shapes'
import { purchaseRepository, type PurchaseRepository } from './purchases'
import type { FarthingDatabase } from './schema'

export const sealer = newSealer()
export const books = (db: FarthingDatabase = newDatabase()): PurchaseRepository => purchaseRepository(db, sealer)

export const reservation = (change: Partial<Reservation> = {}): Reservation => ({
  id: crypto.randomUUID(),
  terms,
  resourceTag: sealer.tag('resource', terms.resource),
  balance: 1_000_000n,
  at: start,
  ...change,
})

/** A purchase that is begun, and nothing more. */
export async function begun(repository: PurchaseRepository, change: Partial<Reservation> = {}): Promise<Purchase> {
  const reserved = await repository.reserve(reservation(change))
  if (!reserved.ok) throw new Error(reserved.error.code)
  return reserved.value
}

/** What became of a purchase after all of that happened to it. */
export async function lived(repository: PurchaseRepository, id: string, ...events: readonly PurchaseEvent[]): Promise<Purchase> {
  let last: Purchase | null = null
  for (const event of events) {
    const appended = await repository.append(id, event)
    if (!appended.ok) throw new Error(`${event.type}: ${appended.error}`)
    last = appended.value
  }
  if (last === null) throw new Error('no event')
  return last
}

/** What tells another resource from the others. */
export const some = (tag: string) => ({ resourceTag: sealer.tag('resource', tag) })
