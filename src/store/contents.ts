import * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import type { FarthingDatabase } from './schema'

const content = v.strictObject({
  /** The fragment as the seller sent it: sanitised where it is shown, every time. */
  html: v.string(),
  /** Milliseconds since 1970. */
  savedAt: v.number(),
})
export type Content = v.InferOutput<typeof content>

/** What was bought and is kept. Rejects with LockedError once the wallet was locked. */
export interface ContentRepository {
  /** Null when nothing is kept, or it is damaged: it can be asked for again at no cost. */
  read(resourceTag: string): Promise<Content | null>
  save(resourceTag: string, kept: Content): Promise<void>
  /** Bytes on the disk, of those that are kept. */
  sizes(resourceTags: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** What was kept before a moment, and what cannot be read any more. */
  savedBefore(at: number): Promise<readonly string[]>
  /** It is asked for again, free, where it is needed. Also within a transaction around it that is over `contents`. */
  remove(resourceTag: string): Promise<void>
}

export function contentRepository(db: FarthingDatabase, sealer: Sealer): ContentRepository {
  return {
    async read(resourceTag) {
      const row = await db.contents.get(resourceTag)
      const opened = row === undefined ? null : sealer.open('contents', resourceTag, row.body)
      return opened?.ok === true ? decodeJson(content, opened.value) : null
    },
    async save(resourceTag, kept) {
      await db.contents.put({ resourceTag, body: sealer.seal('contents', resourceTag, encodeJson(kept)) })
    },
    async sizes(resourceTags) {
      const rows = await db.contents.bulkGet([...resourceTags])
      return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.resourceTag, row.body.length] as const])))
    },
    async savedBefore(at) {
      const old: string[] = []
      for (const tag of await db.contents.toCollection().primaryKeys()) if (((await this.read(tag))?.savedAt ?? 0) < at) old.push(tag)
      return old
    },
    async remove(resourceTag) {
      await db.contents.delete(resourceTag)
    },
  }
}
