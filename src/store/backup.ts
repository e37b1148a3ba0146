import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import type { BackupEntry } from './backup-entry'
import { BackupRestorer } from './backup-restorer'
import { backupSections } from './backup-sections'
import { decodeJson } from './codec'
import type { FarthingDatabase } from './schema'

/** Some of what a backup holds, and where to go on; `next` is null at the end. */
export interface BackupPage {
  readonly entries: readonly BackupEntry[]
  readonly next: string | null
}

/** Everything of a wallet that belongs into a backup, in and out. Rows are carried as they are: sealed. */
export interface BackupRepository {
  /** @param from where to begin: null, or the `next` of an earlier page. Null when it is neither. */
  read(from: string | null): Promise<BackupPage | null>
  /**
   * Writes what came with a backup, all or nothing. Of a purchase that is here as well, the longer story is kept;
   * whatever else is here and can be read stays; what this sealer cannot read goes.
   */
  restore(entries: readonly BackupEntry[]): Promise<void>
}

export function backupRepository(db: FarthingDatabase, sealer: Sealer): BackupRepository {
  const sections = backupSections(db)
  return {
    async read(from) {
      const place = readPlace(from)
      const section = place === null ? undefined : sections[place.section]
      if (place === null || section === undefined) return null
      const { entries, after } = await section(place.after)
      if (after !== null) return { entries, next: JSON.stringify([place.section, after]) }
      const last = place.section === sections.length - 1
      return { entries, next: last ? null : JSON.stringify([place.section + 1, null]) }
    },
    restore: (entries) => new BackupRestorer(db, sealer).restore(entries),
  }
}

const place = v.strictTuple([v.pipe(v.number(), v.safeInteger(), v.minValue(0)), v.nullable(v.string())])

function readPlace(from: string | null): { readonly section: number; readonly after: string | null } | null {
  if (from === null) return { section: 0, after: null }
  const read = decodeJson(place, utf8ToBytes(from))
  return read === null ? null : { section: read[0], after: read[1] }
}
