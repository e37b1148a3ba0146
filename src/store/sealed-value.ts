import type * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import type { FarthingDatabase } from './schema'

/** One sealed value. Rejects with LockedError once the wallet was locked. */
export interface SealedValue<T> {
  /** Null when there is none, or it is damaged. */
  read(): Promise<T | null>
  /** Reads, changes and writes in one transaction, or within the one around it, if that is over `values`; null removes it. */
  change(next: (current: T | null) => T | null): Promise<T | null>
}

export function sealedValue<T>(db: FarthingDatabase, sealer: Sealer, id: string, schema: v.GenericSchema<unknown, T>): SealedValue<T> {
  const read = async (): Promise<T | null> => {
    const row = await db.values.get(id)
    const opened = row === undefined ? null : sealer.open('values', id, row.body)
    return opened?.ok === true ? decodeJson(schema, opened.value) : null
  }
  return {
    read,
    change: (next) =>
      db.transaction('rw', [db.values], async () => {
        const value = next(await read())
        if (value === null) await db.values.delete(id)
        else await db.values.put({ id, body: sealer.seal('values', id, encodeJson(value)) })
        return value
      }),
  }
}
