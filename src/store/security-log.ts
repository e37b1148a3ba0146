import * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import type { EventRow, FarthingDatabase } from './schema'

/** The longest text of what was confirmed that is kept, in characters. */
export const longestAbout = 300

const way = v.picklist(['password', 'passkey', 'password+passkey', 'recovery'])
const event = v.strictObject({
  /** Milliseconds since 1970. */
  at: v.number(),
  kind: v.picklist(['unlocked', 'failed', 'slot-added', 'slot-removed', 'words-shown', 'proved', 'words-right', 'words-wrong', 'code-added', 'code-removed', 'pin-destroyed', 'backup-made', 'backup-restored', 'books-saved', 'books-given', 'forgotten']),
  /** Null where it is not known: a wrong try is no way in. */
  way: v.nullable(way),
  /** What was confirmed, in words. */
  about: v.optional(v.pipe(v.string(), v.maxLength(longestAbout))),
})
export type SecurityEvent = Readonly<v.InferOutput<typeof event>>

/** How many are kept; older ones are let go. */
const kept = 500

/** What happened at the wallet's door, and what the reader calls the ways in. Rejects with LockedError once the wallet was locked. */
export interface SecurityLog {
  add(events: readonly SecurityEvent[]): Promise<void>
  /** Newest first. Damaged entries are left out. */
  latest(limit: number): Promise<readonly SecurityEvent[]>
  /** Lets go of everything from before a moment, and of what cannot be read any more. */
  forgetBefore(at: number): Promise<void>
  /** Lets go of what was confirmed, and keeps that something was. */
  forgetAbout(isForgotten: (about: string, at: number) => boolean): Promise<void>
  /** Slot id to name. */
  names(): Promise<ReadonlyMap<string, string>>
  /** Null forgets the name. */
  name(slot: string, name: string | null): Promise<void>
}

export function securityLog(db: FarthingDatabase, sealer: Sealer): SecurityLog {
  return {
    add: (events) =>
      db.transaction('rw', [db.events], async () => {
        let order = (await db.events.toCollection().last())?.order ?? 0
        for (const one of events) {
          order += 1
          await db.events.put({ order, body: sealer.seal('events', String(order), encodeJson(one)) })
        }
        await db.events.where('order').belowOrEqual(order - kept).delete()
      }),
    async latest(limit) {
      const rows = await db.events.reverse().limit(limit).toArray()
      return rows.flatMap(({ order, body }) => {
        const opened = sealer.open('events', String(order), body)
        const read = opened.ok ? decodeJson(event, opened.value) : null
        return read === null ? [] : [read]
      })
    },
    forgetBefore: (at) =>
      db.transaction('rw', [db.events], async () => {
        const isOld = ({ order, body }: EventRow): boolean => {
          const opened = sealer.open('events', String(order), body)
          return ((opened.ok ? decodeJson(event, opened.value) : null)?.at ?? 0) < at
        }
        await db.events.filter(isOld).delete()
      }),
    forgetAbout: (isForgotten) =>
      db.transaction('rw', [db.events], async () => {
        for (const { order, body } of await db.events.toArray()) {
          const opened = sealer.open('events', String(order), body)
          const read = opened.ok ? decodeJson(event, opened.value) : null
          if (read?.about === undefined || !isForgotten(read.about, read.at)) continue
          const { at, kind, way: by } = read
          await db.events.put({ order, body: sealer.seal('events', String(order), encodeJson({ at, kind, way: by })) })
        }
      }),
    async names() {
      const rows = await db.slotNames.toArray()
      return new Map(
        rows.flatMap(({ slot, body }) => {
          const opened = sealer.open('slotNames', slot, body)
          const read = opened.ok ? decodeJson(v.string(), opened.value) : null
          return read === null ? [] : [[slot, read] as const]
        }),
      )
    },
    async name(slot, name) {
      if (name === null) await db.slotNames.delete(slot)
      else await db.slotNames.put({ slot, body: sealer.seal('slotNames', slot, encodeJson(name)) })
    },
  }
}
