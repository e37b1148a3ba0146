import type { HistoryEntry } from './entry'
import { searchIn, type HistoryQuery, type HistoryResult, type HistorySort, type Prepared } from './query'
import { preparing } from './search-text'

/**
 * Payments in memory, put there and exchanged a part at a time, and looked through as one. Each way to sort them is worked out
 * when it is first asked for, and kept until something changes.
 */
export class HistoryShelf {
  readonly #parts = new Map<number, readonly Prepared[]>()
  readonly #sorted = new Map<HistorySort, readonly Prepared[]>()

  /** @param part its place: parts of higher numbers were begun later */
  put(part: number, entries: readonly HistoryEntry[]): void {
    this.#parts.set(part, entries.map(preparing()))
    this.#sorted.clear()
  }

  has(part: number): boolean {
    return this.#parts.has(part)
  }

  drop(part: number): void {
    this.#parts.delete(part)
    this.#sorted.clear()
  }

  clear(): void {
    this.#parts.clear()
    this.#sorted.clear()
  }

  get size(): number {
    let size = 0
    for (const part of this.#parts.values()) size += part.length
    return size
  }

  search(query: HistoryQuery): HistoryResult {
    return searchIn(this.#in(query.sort), query)
  }

  /** In the sequence they were begun in. @param parts absent: all of them */
  entries(parts?: readonly number[]): readonly HistoryEntry[] {
    return this.#begun(parts).map(({ entry }) => entry)
  }

  #begun(parts: readonly number[] = [...this.#parts.keys()]): readonly Prepared[] {
    return parts.toSorted((one, other) => one - other).flatMap((part) => this.#parts.get(part) ?? [])
  }

  #in(sort: HistorySort): readonly Prepared[] {
    const known = this.#sorted.get(sort)
    if (known !== undefined) return known
    const sorted = this.#sort(sort)
    this.#sorted.set(sort, sorted)
    return sorted
  }

  #sort(sort: HistorySort): readonly Prepared[] {
    switch (sort) {
      case 'newest':
        return this.#begun().toSorted(newest)
      case 'oldest':
        return this.#in('newest').toReversed()
      case 'dearest':
        return this.#sortByAmount(-1)
      case 'cheapest':
        return this.#sortByAmount(1)
      case 'site':
        return this.#in('newest').toSorted((a, b) => byText(a.entry.host, b.entry.host))
      case 'title':
        // What is looked through begins with the title.
        return this.#in('newest').toSorted((a, b) => byText(a.searched.text, b.searched.text))
    }
  }

  /** Sorting is stable: of equal ones the newest comes first. */
  #sortByAmount(direction: 1 | -1): readonly Prepared[] {
    const all = this.#in('newest')
    // Few amounts are paid again and again: comparing their ranks is many times faster than comparing them.
    const amounts = [...new Set(all.map(({ entry }) => entry.amount))].sort((a, b) => (a < b ? -1 : 1))
    const ranks = new Map(amounts.map((amount, rank) => [amount, rank]))
    const rankOf = ({ entry }: Prepared): number => ranks.get(entry.amount) ?? 0
    return all.toSorted((a, b) => direction * (rankOf(a) - rankOf(b)))
  }
}

const newest = (a: Prepared, b: Prepared): number => b.entry.at - a.entry.at || b.entry.order - a.entry.order
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
