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

  get parts(): number {
    return this.#parts.size
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
        return grouped(this.#in('newest'), ({ entry }) => entry.amount, (a, b) => byAmount(b, a))
      case 'cheapest':
        return grouped(this.#in('newest'), ({ entry }) => entry.amount, byAmount)
      case 'site':
        return grouped(this.#in('newest'), ({ entry }) => entry.host, byText)
      case 'title':
        // What is looked through begins with the title.
        return this.#in('newest').toSorted((a, b) => byText(a.searched.text, b.searched.text))
    }
  }
}

/**
 * Sorts by what many have in common, such as a site: only that is compared, and each payment is put where those of its own begin, which
 * is many times faster than comparing payments. Of equal ones the order stays.
 */
function grouped<Key>(all: readonly Prepared[], keyOf: (one: Prepared) => Key, compare: (a: Key, b: Key) => number): readonly Prepared[] {
  const groups = new Map<Key, { size: number; next: number }>()
  const inGroups = all.map((one) => {
    const key = keyOf(one)
    const known = groups.get(key) ?? { size: 0, next: 0 }
    if (known.size === 0) groups.set(key, known)
    known.size += 1
    return known
  })
  let begins = 0
  for (const [, group] of [...groups].sort(([a], [b]) => compare(a, b))) {
    group.next = begins
    begins += group.size
  }
  const sorted = [...all]
  for (const [at, one] of all.entries()) {
    const group = inGroups[at]
    if (group !== undefined) sorted[group.next++] = one
  }
  return sorted
}

const newest = (a: Prepared, b: Prepared): number => b.entry.at - a.entry.at || b.entry.order - a.entry.order
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byAmount = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
