import { concatBytes } from '@noble/hashes/utils.js'
import type { Sealer } from '../vault/sealer'
import { whileMade } from './history/parts'
import type { FarthingDatabase } from './schema'

/** Lines of a part of the history, as the export document holds them. */
export interface ExportLines {
  /** Payments of the part, whether or not each has a line. */
  readonly payments: number
  /** The lines one behind the other, deflated (RFC 1951). */
  readonly deflated: Uint8Array
}

/** Raised whenever a line is written otherwise than before: what was kept is made again then. */
const shape = 1
const headBytes = 5

/**
 * Lines of the export document that are kept ready, sealed part by part: opening every event of years takes long. They are a cache of
 * what payments, journals, labels and disputes tell; whoever writes any of those takes them away (history/notice-changes.ts).
 */
export class ExportLinesStore {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  /** The parts whose lines were kept. */
  async kept(): Promise<ReadonlySet<number>> {
    return new Set(await this.#db.exportLines.where('part').aboveOrEqual(0).primaryKeys())
  }

  /** Null where they are missing, damaged, or of an older shape. */
  async read(part: number): Promise<ExportLines | null> {
    const row = await this.#db.exportLines.get(part)
    if (row === undefined || row.body.length === 0) return null
    const opened = this.#sealer.open('exportLines', String(part), row.body)
    if (!opened.ok || opened.value.length < headBytes || opened.value[0] !== shape) return null
    const { buffer, byteOffset } = opened.value
    return { payments: new DataView(buffer, byteOffset).getUint32(1), deflated: opened.value.subarray(headBytes) }
  }

  /** Before the payments of a part are read to make them. @param maker a name that nobody had before */
  async begin(part: number, maker: string): Promise<void> {
    await this.#db.exportLines.put({ part: whileMade(part), maker, body: new Uint8Array() })
  }

  /** Keeps what was made, unless any of its payments has changed since it was begun, or somebody else has begun it. */
  async keep(part: number, maker: string, { payments, deflated }: ExportLines): Promise<void> {
    const head = new Uint8Array(headBytes)
    head[0] = shape
    new DataView(head.buffer).setUint32(1, payments)
    const body = this.#sealer.seal('exportLines', String(part), concatBytes(head, deflated))
    const { exportLines } = this.#db
    await this.#db.transaction('rw', [exportLines], async () => {
      if ((await exportLines.get(whileMade(part)))?.maker !== maker) return
      await exportLines.delete(whileMade(part))
      await exportLines.put({ part, maker, body })
    })
  }
}
