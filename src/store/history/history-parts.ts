import type { HistoryEntry, HistoryRecord } from '../../core/history/entry'
import { partSumsOf, type PartSums } from '../../core/history/part-sums'
import type { Sealer } from '../../vault/sealer'
import type { FarthingDatabase, HistoryPartRow } from '../schema'
import { decodeChunk, decodeRecords, encodeChunk } from './chunk-codec'
import { sumsOf } from './parts'
import { decodeSums, encodeSums } from './sums-codec'

/** The history on disk, sealed part by part: what it tells can be read from the payments again, and is there to be quick. */
export class HistoryParts {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  /** In the sequence they were begun in; null where the part is missing, damaged, or of an older shape. */
  async read(part: number): Promise<readonly HistoryEntry[] | null> {
    const bytes = await this.#open(part)
    return bytes === null ? null : decodeChunk(bytes)
  }

  /** The same with everything that is kept of them. */
  async records(part: number): Promise<readonly HistoryRecord[] | null> {
    const bytes = await this.#open(part)
    return bytes === null ? null : decodeRecords(bytes)
  }

  /** Part and sums together, in one transaction. */
  async write(part: number, records: readonly HistoryRecord[]): Promise<void> {
    await this.#db.history.bulkPut([this.#row(part, encodeChunk(records)), this.#row(sumsOf(part), encodeSums(partSumsOf(records)))])
  }

  /** Part and sums. */
  async drop(part: number): Promise<void> {
    await this.#db.history.bulkDelete([part, sumsOf(part)])
  }

  /** The sums of each part that has some that can be read. */
  async sums(): Promise<ReadonlyMap<number, PartSums>> {
    const rows = await this.#db.history.where('part').below(0).toArray()
    const read = rows.map((row) => [sumsOf(row.part), this.#sumsIn(row)] as const)
    return new Map(read.flatMap(([part, sums]) => (sums === null ? [] : [[part, sums]])))
  }

  /** Writes the sums of a part beside it, where it is there: it may have been made before there were any. */
  async sumUp(part: number): Promise<void> {
    await this.#db.transaction('rw', [this.#db.history], async () => {
      const entries = await this.read(part)
      if (entries !== null) await this.#db.history.put(this.#row(sumsOf(part), encodeSums(partSumsOf(entries))))
    })
  }

  #row(place: number, bytes: Uint8Array): HistoryPartRow {
    return { part: place, body: this.#sealer.seal('history', String(place), bytes) }
  }

  #sumsIn({ part, body }: HistoryPartRow): PartSums | null {
    const opened = this.#sealer.open('history', String(part), body)
    return opened.ok ? decodeSums(opened.value) : null
  }

  async #open(part: number): Promise<Uint8Array | null> {
    const row = await this.#db.history.get(part)
    const opened = row === undefined ? null : this.#sealer.open('history', String(part), row.body)
    return opened?.ok === true ? opened.value : null
  }
}
