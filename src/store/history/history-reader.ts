import { entryOnly, recordOf, type HistoryEntry, type HistoryRecord } from '../../core/history/entry'
import type { PartSums } from '../../core/history/part-sums'
import type { Sealer } from '../../vault/sealer'
import type { LabelRepository } from '../labels'
import type { PurchaseRepository } from '../purchases'
import type { FarthingDatabase, HistoryChangeRow, PurchaseRow } from '../schema'
import { HistoryParts } from './history-parts'
import { everyPayment, partOf, placesIn, wholePart } from './parts'

/** Parts as they are now; null for one that has to be read again. 'all': none of them is as it was. */
export type Changed = 'all' | ReadonlyMap<number, readonly HistoryEntry[] | null>

/** Changes that are taken over in one transaction: payments wait for it no longer than for one of their own. */
const changesAtOnce = 64
/** Where more has changed than this, or nothing is there to be changed, everything is made anew. */
const mostChanges = 2048
/** Payments that are opened before others get their turn. */
const openedAtOnce = 32

/** Reads the history part by part, and keeps what lies on disk of it in step with the payments. */
export class HistoryReader {
  readonly #db: FarthingDatabase
  readonly #parts: HistoryParts
  readonly #purchases: PurchaseRepository
  readonly #labels: LabelRepository
  readonly #rest: () => Promise<void>

  /** @param rest lets others of this worker have their turn */
  constructor(db: FarthingDatabase, sealer: Sealer, purchases: PurchaseRepository, labels: LabelRepository, rest: () => Promise<void>) {
    this.#db = db
    this.#parts = new HistoryParts(db, sealer)
    this.#purchases = purchases
    this.#labels = labels
    this.#rest = rest
  }

  /** The newest payment's place in the sequence; 0 where there is none. */
  async newest(): Promise<number> {
    return (await this.#db.purchases.orderBy('order').last())?.order ?? 0
  }

  /** Takes some of the changes over into the parts they belong to; null when there are none. */
  async takeChanges(): Promise<Changed | null> {
    const { purchases, journal, labels, history, historyChanges } = this.#db
    const count = await historyChanges.count()
    if (count === 0) return null
    return this.#db.transaction('rw', [purchases, journal, labels, history, historyChanges], async () => {
      const changes = await historyChanges.limit(changesAtOnce).toArray()
      if (count > mostChanges || (await history.count()) === 0 || changes.some(({ id }) => id === everyPayment)) {
        await history.clear()
        await historyChanges.clear()
        return 'all'
      }
      const changed = await this.#takeOver(changes)
      await historyChanges.bulkDelete(changes.map(({ table, id, part }) => [table, id, part]))
      return changed
    })
  }

  /** The entries of a part, made from the payments where it cannot be read. */
  async read(part: number): Promise<readonly HistoryEntry[]> {
    return (await this.#parts.read(part)) ?? (await this.#make(part)).map(entryOnly)
  }

  /** Whether there are all parts up to this one. */
  async isMade(last: number): Promise<boolean> {
    return (await this.#db.history.where('part').between(0, last, true, true).count()) === last + 1
  }

  /** The sums of each part that has some. */
  sums(): Promise<ReadonlyMap<number, PartSums>> {
    return this.#parts.sums()
  }

  /** Has sums of a part from then on. */
  sumUp(part: number): Promise<void> {
    return this.#parts.sumUp(part)
  }

  /** The entries of a part with everything that is kept of them. */
  async records(part: number): Promise<readonly HistoryRecord[]> {
    return (await this.#parts.records(part)) ?? this.#make(part)
  }

  async #takeOver(changes: readonly HistoryChangeRow[]): Promise<ReadonlyMap<number, readonly HistoryEntry[] | null>> {
    const ids = [...new Set(changes.map(({ id }) => id))]
    const rows = (await this.#db.purchases.bulkGet(ids)).filter((row) => row !== undefined)
    const parts = new Set([...changes.map(({ part }) => part), ...rows.map(({ order }) => partOf(order))])
    const changed = new Map<number, readonly HistoryEntry[] | null>()
    for (const part of parts) {
      if (part < 0) continue
      const isWhole = changes.some((change) => change.part === part && change.id === wholePart)
      const before = isWhole ? null : await this.#parts.records(part)
      if (before === null) {
        await this.#parts.drop(part)
        changed.set(part, null)
        continue
      }
      const others = before.filter(({ id }) => !ids.includes(id))
      const fresh = await this.#entriesOf(rows.filter(({ order }) => partOf(order) === part))
      const after = [...others, ...fresh].sort((a, b) => a.order - b.order)
      await this.#parts.write(part, after)
      changed.set(part, after.map(entryOnly))
    }
    return changed
  }

  /**
   * Reads the payments of a part outside of any transaction, so that nobody waits for it. What changes meanwhile leaves its
   * id behind and is taken over afterwards; where a payment was taken away meanwhile, it begins anew.
   */
  async #make(part: number): Promise<readonly HistoryRecord[]> {
    const { purchases, history } = this.#db
    const here = () => purchases.where('order').between(...placesIn(part), true, true)
    for (;;) {
      const rows = await here().toArray()
      const entries: HistoryRecord[] = []
      for (let at = 0; at < rows.length; at += openedAtOnce) {
        entries.push(...(await this.#entriesOf(rows.slice(at, at + openedAtOnce))))
        await this.#rest()
      }
      const isThere = await this.#db.transaction('rw', [purchases, history], async () => {
        const ids = new Set(await here().primaryKeys())
        if (rows.some(({ id }) => !ids.has(id))) return false
        await this.#parts.write(part, entries)
        return true
      })
      if (isThere) return entries
    }
  }

  /** Damaged payments are left out. */
  async #entriesOf(rows: readonly PurchaseRow[]): Promise<readonly HistoryRecord[]> {
    const labels = await this.#labels.readMany(rows.map(({ id }) => id))
    const purchases = await this.#purchases.readRows(rows)
    return rows.flatMap(({ order }, at) => {
      const [purchase, label] = [purchases[at] ?? null, labels[at]]
      return purchase === null || label === undefined ? [] : [recordOf(purchase, order, label)]
    })
  }
}
