import { entryOf, type HistoryEntry } from '../../core/history/entry'
import { prepare, search, type HistoryQuery, type HistoryResult } from '../../core/history/query'
import type { LabelRepository } from '../labels'
import type { PurchaseRepository } from '../purchases'

/** How much of the history has been read so far, in payments. */
export interface Reading {
  readonly done: number
  readonly total: number
}

export interface HistoryAnswer extends HistoryResult {
  /** Null when everything was looked through. */
  readonly reading: Reading | null
}

const atOnce = 500

/** All payments, to be looked through. Rejects with LockedError once the wallet was locked. */
export class HistoryBook {
  readonly #purchases: PurchaseRepository
  readonly #labels: LabelRepository

  constructor(purchases: PurchaseRepository, labels: LabelRepository) {
    this.#purchases = purchases
    this.#labels = labels
  }

  async search(query: HistoryQuery): Promise<HistoryAnswer> {
    return { ...search((await this.entries()).map(prepare), query), reading: null }
  }

  /** Every payment that can be read, in the sequence they were begun in. */
  async entries(): Promise<readonly HistoryEntry[]> {
    const entries: HistoryEntry[] = []
    let after: number | null = 0
    while (after !== null) {
      const slice: Awaited<ReturnType<PurchaseRepository['slice']>> = await this.#purchases.slice(after, atOnce)
      const labels = await this.#labels.readMany(slice.purchases.map(({ purchase }) => purchase.id))
      for (const [at, { purchase, order }] of slice.purchases.entries()) {
        const label = labels[at]
        if (label !== undefined) entries.push(entryOf(purchase, order, label))
      }
      after = slice.next
    }
    return entries
  }
}
