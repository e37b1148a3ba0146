import type { HistoryEntry, HistoryRecord } from '../../core/history/entry'
import type { Sealer } from '../../vault/sealer'
import type { FarthingDatabase } from '../schema'
import { decodeChunk, decodeRecords, encodeChunk } from './chunk-codec'

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

  async write(part: number, records: readonly HistoryRecord[]): Promise<void> {
    await this.#db.history.put({ part, body: this.#sealer.seal('history', String(part), encodeChunk(records)) })
  }

  async #open(part: number): Promise<Uint8Array | null> {
    const row = await this.#db.history.get(part)
    const opened = row === undefined ? null : this.#sealer.open('history', String(part), row.body)
    return opened?.ok === true ? opened.value : null
  }
}
