import type { PurchaseEvent } from '../../src/core/purchase/purchase'
import { readBooks, type Entry } from './books'
import type { Gate } from './gate'
import type { Stage } from './stage'

/** Stands where requests leave, and notes whether each signature was journalled as sent before it left. */
export class Witness {
  /** For each request with a payment on it: how many events the journal had on disk when it left. */
  readonly #left: number[] = []
  readonly #gate: Gate

  constructor(gate: Gate) {
    this.#gate = gate
  }

  /** A request with a payment on it is about to leave. */
  sees(): void {
    this.#left.push(this.#gate.events)
  }

  /** How many signatures left before the journal said so. */
  async early(stage: Pick<Stage, 'keyring'>, disk: IDBFactory): Promise<number> {
    const written = inOrder(await readBooks(stage, disk))
    const sentBy = (events: number): number => written.slice(0, events).filter(({ type }) => type === 'sent').length
    return this.#left.filter((events, at) => sentBy(events) < at + 1).length
  }
}

/** The events of all purchases in the order in which they were written. */
const inOrder = (books: readonly Entry[]): readonly PurchaseEvent[] => books.flatMap(({ journal }) => journal).sort((one, other) => one.at - other.at)
