import type { DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable } from 'dexie'
import { newDatabase, newSealer, reopen } from './database.fixtures'
import { purchaseRepository, type PurchaseRepository } from './purchases'
import { FarthingDatabase } from './schema'

/** How a transaction is cut: before a write, after it, or by the database when the write was done already. */
export type Cut = 'before' | 'after' | 'abort'

/** A database whose next writes can be made to fail, and which can be damaged and opened anew. */
export class Disk {
  db: FarthingDatabase
  books: PurchaseRepository
  readonly #sealer = newSealer()
  #trap: { left: number; readonly cut: Cut } | null = null
  #cuts = 0

  constructor() {
    this.db = this.#trapped(newDatabase())
    this.books = purchaseRepository(this.db, this.#sealer)
  }

  /** Another worker finds the same data. */
  async reopen(): Promise<void> {
    this.db = this.#trapped(await reopen(this.db))
    this.books = purchaseRepository(this.db, this.#sealer)
  }

  /** The same data through a connection of its own. */
  beside(): { readonly books: PurchaseRepository; close(): void } {
    const db = new FarthingDatabase(this.db.name)
    return { books: purchaseRepository(db, this.#sealer), close: () => db.close() }
  }

  /** Does some work in which write number `write`, counted from 0, is cut. `cut`: whether it came to that. */
  async cut<T>(write: number, cut: Cut, work: () => Promise<T>): Promise<{ readonly got: T; readonly cut: boolean }> {
    const before = this.#cuts
    this.#trap = { left: write, cut }
    const got = await work()
    this.#trap = null
    return { got, cut: this.#cuts > before }
  }

  #trapped(db: FarthingDatabase): FarthingDatabase {
    return db.use({
      stack: 'dbcore',
      name: 'trap',
      create: (core) => ({ ...core, table: (name) => this.#trappedTable(core.table(name)) }),
    })
  }

  #trappedTable(table: DBCoreTable): DBCoreTable {
    return { ...table, mutate: (request) => this.#mutate(table, request) }
  }

  #mutate(table: DBCoreTable, request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> {
    const trap = this.#trap
    if (trap === null) return table.mutate(request)
    trap.left -= 1
    if (trap.left !== -1) return table.mutate(request)
    this.#cuts += 1
    if (trap.cut === 'before') throw new Error('cut')
    return table.mutate(request).then((response) => {
      if (trap.cut === 'after') throw new Error('cut')
      request.trans.abort()
      return response
    })
  }
}
