import type { PurchaseEvent } from '../../src/core/purchase/purchase'
import { readBooks, type Entry } from './books'
import type { Gate } from './gate'
import type { Stage } from './stage'

/** Stands where requests leave, and notes whether each signature was journalled as sent before it left. */
export class Witness {
  /** For each request with a payment on it: how often the journal had been written to when it left. */
  readonly #left: number[] = []
  readonly #gate: Gate

  constructor(gate: Gate) {
    this.#gate = gate
  }

  /** A request with a payment on it is about to leave. */
  sees(): void {
    this.#left.push(this.#gate.entries)
  }

  /** How many signatures left before the journal said so. */
  async early(stage: Pick<Stage, 'keyring'>, disk: IDBFactory): Promise<number> {
    const written = writesOf(await readBooks(stage, disk))
    const sentBy = (entries: number): number => written.slice(0, entries).filter((events) => events.some(({ type }) => type === 'sent')).length
    return this.#left.filter((entries, at) => sentBy(entries) < at + 1).length
  }
}

/** The events as they were written, in their order: the first two of a purchase at once, then one by one. */
function writesOf(books: readonly Entry[]): readonly (readonly PurchaseEvent[])[] {
  const writes = books.flatMap(({ journal }) => [journal.slice(0, 2), ...journal.slice(2).map((event) => [event])])
  return writes.sort(([one], [other]) => (one?.at ?? 0) - (other?.at ?? 0))
}
