import { isLive } from '../core/purchase/machine'
import type { Purchase } from '../core/purchase/purchase'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson, purchaseSchema } from './codec'
import type { PurchaseJournal } from './purchase-journal'
import type { PurchaseRow } from './schema'

/** Where a purchase stands: what its row tells without being opened, the rest apart. */
export type PurchasePlace = Omit<PurchaseRow, 'body' | 'live'>

/** Purchases as they are now, sealed one by one. Where one is damaged, its journal tells it. */
export class PurchaseSnapshots {
  readonly #sealer: Sealer
  readonly #journal: PurchaseJournal

  constructor(sealer: Sealer, journal: PurchaseJournal) {
    this.#sealer = sealer
    this.#journal = journal
  }

  /** The row to be written. */
  row({ id, order, resourceTag }: PurchasePlace, purchase: Purchase): PurchaseRow {
    const body = this.#sealer.seal('purchases', id, encodeJson(purchase))
    return { id, order, resourceTag, live: isLive(purchase) ? 1 : 0, body }
  }

  /** What a row tells, or its journal where it is damaged; null where neither can be read. */
  async read(row: PurchaseRow): Promise<Purchase | null> {
    return this.open(row) ?? this.#fromJournal(row)
  }

  /** The same of many, in the order of the rows. */
  async readAll(rows: readonly PurchaseRow[]): Promise<readonly (Purchase | null)[]> {
    const read: (Purchase | null)[] = []
    for (const row of rows) read.push(this.open(row) ?? (await this.#fromJournal(row)))
    return read
  }

  /**
   * Null where the snapshot is damaged. It is awaited for nothing: Dexie loses its transaction after a hundred promises in a row
   * that are not its own, and then what is read and written next is no part of it.
   */
  open(row: PurchaseRow): Purchase | null {
    const opened = this.#sealer.open('purchases', row.id, row.body)
    const snapshot = opened.ok ? decodeJson(purchaseSchema, opened.value) : null
    return snapshot?.id === row.id ? snapshot : null
  }

  async #fromJournal({ id }: PurchaseRow): Promise<Purchase | null> {
    const rebuilt = await this.#journal.rebuild(id)
    return rebuilt.ok ? rebuilt.value : null
  }
}
