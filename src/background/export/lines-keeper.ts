import { partOf } from '../../store/history/parts'
import type { Books, OpenBooks } from '../books'
import { makeLines, type Pace } from './make-lines'
import { paymentWriter, type PaymentWriter } from './payment-record'

/** What it takes to know that nobody waits for the worker. Milliseconds. */
export interface Clock {
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** So long nobody must have asked for anything. */
const quietFor = 2_000
/** How often is looked whether lines are missing. */
const lookEvery = 60_000
/** Payments that are opened in one go, a millisecond each at most: nobody who asks meanwhile waits longer. */
const atOnce = 12

/**
 * Makes the lines of the export document ahead, while the worker is awake and nobody asks it for anything: so that the first file of
 * years of payments does not open every event of them while its reader waits. The newest part still grows, and is left to the file.
 */
export class LinesKeeper {
  readonly #open: OpenBooks
  readonly #clock: Clock
  /** Parts with more than is kept, or with nothing that can be read: they would be made over and over. */
  readonly #notKept = new Set<number>()
  #heardAt = 0
  #lookedAt = -Infinity
  #isBusy = false

  constructor(open: OpenBooks, clock: Clock) {
    this.#open = open
    this.#clock = clock
  }

  /** Somebody has asked the worker for something. Is over when there is nothing more to be made. */
  async heard(): Promise<void> {
    this.#heardAt = this.#clock.now()
    if (this.#isBusy || this.#heardAt - this.#lookedAt < lookEvery) return
    this.#isBusy = true
    try {
      await this.#quiet()
      this.#lookedAt = this.#clock.now()
      const books = await this.#open()
      if (books !== null) await this.#keep(books)
    } catch {
      // Locked meanwhile, or the database is gone: what is missing is made with the file.
    } finally {
      this.#isBusy = false
    }
  }

  async #keep(books: Books): Promise<void> {
    const last = partOf(await books.purchases.newest())
    if (last < 1) return
    const kept = await books.exportLines.kept()
    const write = paymentWriter()
    for (let part = 0; part < last; part += 1) if (!kept.has(part) && !this.#notKept.has(part)) await this.#make(books, part, write)
  }

  async #make(books: Books, part: number, write: PaymentWriter): Promise<void> {
    for await (const { deflated } of makeLines(books, part, write, this.#pace())) if (deflated === null) this.#notKept.add(part)
  }

  /** As much rest as work, and none of it while somebody is served. */
  #pace(): Pace {
    let began = this.#clock.now()
    const rest = async (): Promise<void> => {
      await this.#clock.sleep(this.#clock.now() - began)
      await this.#quiet()
      began = this.#clock.now()
    }
    return { atOnce, rest }
  }

  async #quiet(): Promise<void> {
    for (;;) {
      const left = this.#heardAt + quietFor - this.#clock.now()
      if (left <= 0) return
      await this.#clock.sleep(left)
    }
  }
}
