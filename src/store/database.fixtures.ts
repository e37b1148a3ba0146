import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { RowSealer } from '../vault/sealer'
import { FarthingDatabase } from './schema'

Dexie.dependencies.indexedDB = indexedDB
Dexie.dependencies.IDBKeyRange = IDBKeyRange

let count = 0

/** A database of its own for one test. */
export const newDatabase = (): FarthingDatabase => new FarthingDatabase(`test-${count++}`)

/** The same data as another worker finds it after this one has died. */
export async function reopen(db: FarthingDatabase): Promise<FarthingDatabase> {
  db.close()
  return new FarthingDatabase(db.name)
}

export const newSealer = (seed = 7): RowSealer => new RowSealer(new Uint8Array(32).fill(seed))
