import * as v from 'valibot'
import { fromBase64, toBase64 } from '../vault/bytes'

/** Sealed bytes as base64 text. Decoded at once: a pattern over megabytes takes seconds. */
const sealed = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const bytes = fromBase64(dataset.value)
    if (bytes !== null) return bytes
    addIssue({ message: 'not base64' })
    return NEVER
  }),
)
const tag = v.pipe(v.string(), v.maxLength(200))
const order = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** One thing in a backup file. A purchase comes with all of its journal, read in the same moment. */
export const backupEntrySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('settings'), value: v.unknown() }),
  v.strictObject({
    kind: v.literal('purchase'),
    id: v.pipe(v.string(), v.uuid()),
    order,
    resourceTag: tag,
    live: v.picklist([0, 1]),
    body: sealed,
    journal: v.array(sealed),
  }),
  v.strictObject({ kind: v.literal('content'), resourceTag: tag, body: sealed }),
  v.strictObject({ kind: v.literal('copy'), resourceTag: tag, body: sealed, text: v.nullable(sealed) }),
  v.strictObject({ kind: v.literal('event'), order, body: sealed }),
  v.strictObject({ kind: v.literal('value'), id: tag, body: sealed }),
  v.strictObject({ kind: v.literal('payee'), tag }),
  v.strictObject({ kind: v.literal('dispute'), id: v.pipe(v.string(), v.uuid()), purchaseId: v.pipe(v.string(), v.uuid()), open: v.picklist([0, 1]), body: sealed }),
  v.strictObject({ kind: v.literal('saleTerms'), id: v.pipe(v.string(), v.uuid()), body: sealed }),
  v.strictObject({ kind: v.literal('label'), id: v.pipe(v.string(), v.uuid()), body: sealed }),
])
export type BackupEntry = v.InferOutput<typeof backupEntrySchema>

/** What is written into the file: read back by the schema above. */
export type WrittenEntry = v.InferInput<typeof backupEntrySchema>

/** Bytes as the file holds them. */
export function writeEntry(entry: BackupEntry): WrittenEntry {
  switch (entry.kind) {
    case 'purchase':
      return { ...entry, body: toBase64(entry.body), journal: entry.journal.map((body) => toBase64(body)) }
    case 'copy':
      return { ...entry, body: toBase64(entry.body), text: entry.text === null ? null : toBase64(entry.text) }
    case 'content':
    case 'event':
    case 'value':
    case 'label':
    case 'dispute':
    case 'saleTerms':
      return { ...entry, body: toBase64(entry.body) }
    case 'settings':
    case 'payee':
      return entry
  }
}
