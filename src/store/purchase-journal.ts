import { Dexie } from 'dexie'
import { foldOf } from '../core/purchase/fold'
import type { Purchase, PurchaseEvent } from '../core/purchase/purchase'
import { err, ok, type Result } from '../core/result'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson, purchaseEventSchema } from './codec'
import type { FarthingDatabase, JournalRow } from './schema'

/** The events of every purchase, sealed one by one and bound to their place. A purchase is the fold of its journal. */
export class PurchaseJournal {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  /** Adds an event as number `seq`. Rejects, and so aborts the transaction around it, when that number is taken. */
  async add(purchaseId: string, seq: number, event: PurchaseEvent): Promise<void> {
    await this.#db.journal.add({ purchaseId, seq, body: this.#sealer.seal('journal', journalPlace({ purchaseId, seq }), encodeJson(event)) })
  }

  /** What happened, oldest first; null stands for an event that is damaged. */
  async read(purchaseId: string): Promise<readonly (PurchaseEvent | null)[]> {
    return this.#openAll(await this.#rows(purchaseId))
  }

  /** The same of many purchases, in their order. One transaction for all of them: each of its own would cost more than what it reads. */
  async readMany(purchaseIds: readonly string[]): Promise<readonly (readonly (PurchaseEvent | null)[])[]> {
    const all = await this.#db.transaction('r', [this.#db.journal], async () => Promise.all(purchaseIds.map((id) => this.#rows(id))))
    return all.map((rows) => this.#openAll(rows))
  }

  /** The purchase as its events tell it, without looking at its snapshot. 'damaged' when any of them is missing or broken. */
  async rebuild(purchaseId: string): Promise<Result<Purchase, 'damaged'>> {
    const purchase = foldOf(await this.read(purchaseId), purchaseId)
    return purchase === null ? err('damaged') : ok(purchase)
  }

  #rows(purchaseId: string): PromiseLike<JournalRow[]> {
    return this.#db.journal.where('[purchaseId+seq]').between([purchaseId, Dexie.minKey], [purchaseId, Dexie.maxKey]).toArray()
  }

  #openAll(rows: readonly JournalRow[]): readonly (PurchaseEvent | null)[] {
    return rows.map((row, at) => (row.seq === at ? this.#open(row) : null))
  }

  #open(row: JournalRow): PurchaseEvent | null {
    const opened = this.#sealer.open('journal', journalPlace(row), row.body)
    return opened.ok ? decodeJson(purchaseEventSchema, opened.value) : null
  }
}

/** What an event's seal is bound to. */
export const journalPlace = ({ purchaseId, seq }: Pick<JournalRow, 'purchaseId' | 'seq'>): string => `${purchaseId}/${seq}`
