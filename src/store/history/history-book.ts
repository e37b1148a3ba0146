import type { HistoryEntry, HistoryRecord } from '../../core/history/entry'
import type { PartSums } from '../../core/history/part-sums'
import type { HistoryQuery, HistoryResult } from '../../core/history/query'
import { HistoryShelf } from '../../core/history/shelf'
import { LockedError } from '../../vault/locked-error'
import type { HistoryReader } from './history-reader'
import { partOf } from './parts'

/** How much of the history has been read so far, in payments. `total` counts those that were taken away as well. */
export interface Reading {
  readonly done: number
  readonly total: number
}

export interface HistoryAnswer extends HistoryResult {
  /** Null when everything was looked through. */
  readonly reading: Reading | null
}

/** Payments one by one, and sums of parts in which nothing counts that late. */
export interface Since {
  readonly payments: readonly HistoryEntry[]
  readonly earlier: readonly PartSums[]
}

/** One pass over what is not in memory yet. */
interface Pass {
  /** The newest payments can be looked through. */
  readonly begun: Promise<void>
  readonly done: Promise<void>
  /** Something may have changed since it began: it goes over everything once more. */
  again: boolean
}

/**
 * All payments, to be looked through. They are opened when somebody first looks, the newest first, and stay in memory until
 * the wallet is locked. Rejects with LockedError from then on.
 */
export class HistoryBook {
  readonly #shelf = new HistoryShelf()
  readonly #reader: HistoryReader
  readonly #patience: (partsLeft: number) => Promise<void>
  readonly #pause: (partsLeft: number) => Promise<void>
  #pass: Pass | null = null
  /** What takes changes over without reading everything: a pass begins after it. */
  #aside: Promise<unknown> = Promise.resolve()
  /** The newest payment's place in the sequence. */
  #newest = 0
  #isClosed = false

  /**
   * @param patience resolves when an answer from what has been read so far is better than none yet, with so many parts left to be read
   * @param pause lets whoever waits for the newest payments have them shown before the rest is read
   */
  constructor(reader: HistoryReader, patience: (partsLeft: number) => Promise<void>, pause: (partsLeft: number) => Promise<void> = async () => undefined) {
    this.#reader = reader
    this.#patience = patience
    this.#pause = pause
  }

  /** Waits for the newest payments, and for all of them no longer than is reasonable. */
  async search(query: HistoryQuery): Promise<HistoryAnswer> {
    const pass = this.#read()
    await pass.begun
    const isWhole = await Promise.race([pass.done.then(() => true), this.#patience(this.#partsLeft()).then(() => false)])
    this.#assertOpen()
    return { ...this.#shelf.search(query), reading: isWhole ? null : { done: this.#shelf.size, total: this.#newest } }
  }

  /** Every payment that can be read, in the sequence they were begun in. */
  async entries(): Promise<readonly HistoryEntry[]> {
    await this.#read().done
    this.#assertOpen()
    return this.#shelf.entries()
  }

  /**
   * Payments from a moment on, to be counted, and sums of the parts in which everything is earlier: those are not opened. While all
   * are being read anyway, it is all of them. @param from milliseconds since 1970
   */
  async since(from: number): Promise<Since> {
    if (this.#pass !== null) return { payments: await this.entries(), earlier: [] }
    return this.#beforeAnyPass(() => this.#readSince(from))
  }

  /** Everything that is kept of every payment, some at a time, in the sequence they were begun in. Nothing of it stays in memory. */
  async *records(): AsyncGenerator<readonly HistoryRecord[], undefined> {
    if (!(await this.#isReady())) await this.#read().done
    const last = partOf(this.#newest)
    let ahead: Promise<readonly HistoryRecord[]> | null = null
    for (let part = 0; part <= last; part += 1) {
      this.#assertOpen()
      const records = await (ahead ?? this.#reader.records(part))
      // Read from the disk while these are written.
      ahead = part < last ? this.#reader.records(part + 1) : null
      ahead?.catch(() => undefined)
      yield records
    }
  }

  /** The wallet was locked: nothing of it stays in memory. */
  close(): void {
    this.#isClosed = true
    this.#shelf.clear()
  }

  #read(): Pass {
    this.#assertOpen()
    if (this.#pass !== null) {
      this.#pass.again = true
      return this.#pass
    }
    const begun = this.#aside.then(() => this.#readNewest())
    const done = begun.then(() => this.#pause(this.#partsLeft())).then(() => this.#readOlder())
    // Whoever asked has been answered by then, perhaps.
    done.catch(() => undefined)
    const pass: Pass = { begun, done, again: false }
    this.#pass = pass
    return pass
  }

  /** What is changed, and read, while a pass is under way, would not be seen by it. */
  async #beforeAnyPass<T>(work: () => Promise<T>): Promise<T> {
    this.#assertOpen()
    const working = this.#aside.then(work)
    this.#aside = working.catch(() => undefined)
    return working
  }

  /** Every part lies on the disk as it is now, so that nobody has to read all of them first. */
  async #isReady(): Promise<boolean> {
    if (this.#pass !== null) return false
    return this.#beforeAnyPass(async () => {
      await this.#catchUp()
      return this.#reader.isMade(partOf(this.#newest))
    })
  }

  #partsLeft(): number {
    return partOf(this.#newest) + 1 - this.#shelf.parts
  }

  async #readSince(from: number): Promise<Since> {
    await this.#catchUp()
    const sums = await this.#reader.sums()
    const [recent, earlier]: [number[], PartSums[]] = [[], []]
    for (let part = partOf(this.#newest); part >= 0; part -= 1) {
      const known = sums.get(part)
      if (known !== undefined && (known.latest ?? -Infinity) < from) {
        earlier.push(known)
        continue
      }
      await this.#readPart(part)
      if (known === undefined) await this.#reader.sumUp(part)
      recent.push(part)
    }
    this.#assertOpen()
    return { payments: this.#shelf.entries(recent), earlier }
  }

  async #readNewest(): Promise<void> {
    try {
      await this.#catchUp()
      await this.#readPart(partOf(this.#newest))
    } catch (fault) {
      this.#pass = null
      throw fault
    }
  }

  async #readOlder(): Promise<void> {
    try {
      await this.#readParts()
      while (this.#pass?.again === true) {
        this.#pass.again = false
        await this.#catchUp()
        await this.#readParts()
      }
    } finally {
      this.#pass = null
    }
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      // Where nothing has changed, which is nearly always, neither waits for the other.
      const [changed, newest] = await Promise.all([this.#reader.takeChanges(), this.#reader.newest()])
      this.#assertOpen()
      if (changed === null) {
        this.#newest = newest
        return
      }
      if (changed === 'all') this.#shelf.clear()
      else for (const [part, entries] of changed) this.#exchange(part, entries)
    }
  }

  /** A part that is not in memory is read when its turn comes. */
  #exchange(part: number, entries: readonly HistoryEntry[] | null): void {
    if (entries === null) this.#shelf.drop(part)
    else if (this.#shelf.has(part)) this.#shelf.put(part, entries)
  }

  async #readParts(): Promise<void> {
    for (let part = partOf(this.#newest); part >= 0; part -= 1) await this.#readPart(part)
  }

  /** @param part before the first where there is no payment yet */
  async #readPart(part: number): Promise<void> {
    if (part < 0 || this.#shelf.has(part)) return
    const entries = await this.#reader.read(part)
    this.#assertOpen()
    this.#shelf.put(part, entries)
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new LockedError()
  }
}
