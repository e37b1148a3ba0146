import { Dexie } from 'dexie'
import type { BackupEntry } from './backup-entry'
import type { FarthingDatabase, PurchaseRow } from './schema'

/** Sealed bytes that one page holds at most, unless a single thing is larger. */
const pageBytes = 1024 * 1024
/** Rows that are read for one page: few where one may be of megabytes. */
const rowsOf = { purchases: 50, contents: 4, copies: 8, events: 500, payees: 500, labels: 500, disputes: 8, saleTerms: 100 } as const

/** A part of a section; `after` is null at its end. */
interface Part {
  readonly entries: readonly BackupEntry[]
  readonly after: string | null
}
/** @param after the key behind which to go on, as it was handed out; null for the beginning */
type Section = (after: string | null) => Promise<Part>

/**
 * Belongs to the device, as the ways in do: a code that is lost with the old device would lock the new one, and a permission
 * to pay without a question is not brought back by an old file. What was spent is told by the purchases. Feeds are old within
 * days, and nobody's own.
 */
const deviceOnly: readonly string[] = ['confirmation', 'allowances', 'ledger', 'policy-feeds']

/**
 * What a backup holds, table by table. Left out are the ways in (vault, slotNames, attempts), which are made anew where
 * it is restored, what is remembered of sites, the history, lines of the export document that are kept ready, and which transfers are counted as refunds, which are made again from the purchases, and the pictures of copies: a file of
 * texts stays one that can be made often and put anywhere, and pictures come again when an article is opened where it was bought. A table that is neither here nor there is found by backup.test.ts.
 */
export function backupSections(db: FarthingDatabase): readonly Section[] {
  return [
    async () => ({ entries: (await db.settings.toArray()).map(({ value }) => ({ kind: 'settings', value })), after: null }),
    (after) => db.transaction('r', [db.purchases, db.journal], async () => purchases(db, after)),
    (after) => db.transaction('r', [db.copies, db.copyParts], async () => copies(db, after)),
    async (after) => {
      const rows = await db.contents.where('resourceTag').above(after ?? '').limit(rowsOf.contents).toArray()
      return part(rows, rowsOf.contents, ({ body }) => body.length, (row) => row.resourceTag, (row) => ({ kind: 'content', ...row }))
    },
    async (after) => {
      const rows = await db.events.where('order').above(Number(after ?? 0)).limit(rowsOf.events).toArray()
      return part(rows, rowsOf.events, ({ body }) => body.length, (row) => String(row.order), (row) => ({ kind: 'event', ...row }))
    },
    async () => ({
      entries: (await db.values.toArray()).filter(({ id }) => !deviceOnly.includes(id)).map((row) => ({ kind: 'value', ...row })),
      after: null,
    }),
    async (after) => {
      const rows = await db.payees.where('tag').above(after ?? '').limit(rowsOf.payees).toArray()
      return part(rows, rowsOf.payees, ({ tag }) => tag.length, (row) => row.tag, (row) => ({ kind: 'payee', ...row }))
    },
    async (after) => {
      const rows = await db.labels.where('id').above(after ?? '').limit(rowsOf.labels).toArray()
      return part(rows, rowsOf.labels, ({ body }) => body.length, (row) => row.id, (row) => ({ kind: 'label', ...row }))
    },
    async (after) => {
      const rows = await db.disputes.where('id').above(after ?? '').limit(rowsOf.disputes).toArray()
      return part(rows, rowsOf.disputes, ({ body }) => body.length, (row) => row.id, (row) => ({ kind: 'dispute', ...row }))
    },
    async (after) => {
      const rows = await db.saleTerms.where('id').above(after ?? '').limit(rowsOf.saleTerms).toArray()
      return part(rows, rowsOf.saleTerms, ({ body }) => body.length, (row) => row.id, (row) => ({ kind: 'saleTerms', ...row }))
    },
  ]
}

async function purchases(db: FarthingDatabase, after: string | null): Promise<Part> {
  const rows = await db.purchases.where('order').above(Number(after ?? 0)).limit(rowsOf.purchases).toArray()
  const withJournal = await Promise.all(rows.map(async (row) => ({ row, journal: await journalOf(db, row) })))
  const size = ({ row, journal }: (typeof withJournal)[number]): number => journal.reduce((sum, body) => sum + body.length, row.body.length)
  return part(withJournal, rowsOf.purchases, size, ({ row }) => String(row.order), ({ row, journal }) => ({ kind: 'purchase', ...row, journal }))
}

async function copies(db: FarthingDatabase, after: string | null): Promise<Part> {
  const rows = await db.copies.where('resourceTag').above(after ?? '').limit(rowsOf.copies).toArray()
  const texts = await db.copyParts.bulkGet(rows.map(({ resourceTag }): [string, number] => [resourceTag, 0]))
  const withText = rows.map(({ resourceTag, body }, at) => ({ resourceTag, body, text: texts[at]?.body ?? null }))
  const size = ({ body, text }: (typeof withText)[number]): number => body.length + (text?.length ?? 0)
  return part(withText, rowsOf.copies, size, (row) => row.resourceTag, (row) => ({ kind: 'copy', ...row }))
}

async function journalOf(db: FarthingDatabase, { id }: PurchaseRow): Promise<Uint8Array[]> {
  const range = [[id, Dexie.minKey], [id, Dexie.maxKey]] as const
  const rows = await db.journal.where('[purchaseId+seq]').between(range[0], range[1]).toArray()
  return rows.map(({ body }) => body)
}

/** As many of the rows as fit, at least one. There may be more when there were as many as were asked for, or not all fit. */
function part<Row>(rows: readonly Row[], asked: number, size: (row: Row) => number, key: (row: Row) => string, entry: (row: Row) => BackupEntry): Part {
  let bytes = 0
  const fits = rows.findIndex((row, at) => (bytes += size(row)) > pageBytes && at > 0)
  const taken = fits === -1 ? rows : rows.slice(0, fits)
  const last = taken.at(-1)
  const more = last !== undefined && (taken.length < rows.length || rows.length === asked)
  return { entries: taken.map(entry), after: more ? key(last) : null }
}
