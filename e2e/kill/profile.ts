import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { FarthingDatabase } from '../../src/store/schema'

/** Everything the database of a profile holds: its rows by table. */
export type Rows = Readonly<Record<string, readonly unknown[]>>

/** Opens the profile's database beside the worker, to look into it or to fill it. To be closed again. */
export function lookInto(disk: IDBFactory): FarthingDatabase {
  Dexie.dependencies.indexedDB = disk
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  return new FarthingDatabase('farthing')
}

export async function rowsOf(disk: IDBFactory): Promise<Rows> {
  const db = lookInto(disk)
  const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  db.close()
  return Object.fromEntries(rows)
}

/** A disk of its own with these rows on it. */
export async function diskWith(rows: Rows): Promise<IDBFactory> {
  const disk = new IDBFactory()
  const db = lookInto(disk)
  for (const table of db.tables) await table.bulkAdd(rows[table.name] ?? [])
  db.close()
  return disk
}
