import * as v from 'valibot'
import { backupEntrySchema, writeEntry, type BackupEntry } from '../../store/backup-entry'
import { decodeJson, encodeJson } from '../../store/codec'
import { base64Bytes, fromBase64, toBase64 } from '../../vault/bytes'
import { readRecord, type VaultRecord } from '../../vault/record'
import type { Sealer } from '../../vault/sealer'

/**
 * A backup file, format 1: UTF-8 text. The first line is JSON: the vault, with the file's passphrase as the only way in.
 * Every other line is base64 of a sealed envelope under the vault's view key, bound to this file, to its number and to
 * whether it is the last one: lines cannot be exchanged, left out or cut off unnoticed.
 */
const head = v.strictObject({
  farthing: v.literal('backup'),
  format: v.literal(1),
  /** A random name, so that no line of one file fits into another. */
  file: base64Bytes(16),
  record: v.unknown(),
})

const line = v.strictObject({
  /** When the file was made, in milliseconds since 1970. */
  madeAt: v.number(),
  /** Whether the reader had proved by then to have the twelve words. */
  backedUp: v.boolean(),
  entries: v.array(backupEntrySchema),
})
export interface BackupLine {
  readonly madeAt: number
  readonly backedUp: boolean
  readonly entries: readonly BackupEntry[]
}

export interface BackupHead {
  readonly file: string
  readonly record: VaultRecord
}

export const writeHead = ({ file, record }: BackupHead): string => JSON.stringify({ farthing: 'backup', format: 1, file, record })

/** Null when this is not the first line of a backup file, or of one that this version cannot read. */
export function readHead(text: string): BackupHead | null {
  try {
    const read = v.safeParse(head, JSON.parse(text))
    const record = read.success ? readRecord(read.output.record) : null
    return read.success && record !== null ? { file: read.output.file, record } : null
  } catch {
    return null
  }
}

/** @param number from 1; the head is line 0 */
export function sealLine(sealer: Sealer, file: string, number: number, last: boolean, { entries, ...rest }: BackupLine): string {
  const written: v.InferInput<typeof line> = { ...rest, entries: entries.map(writeEntry) }
  return toBase64(sealer.seal('backup', placeOf(file, number, last), encodeJson(written)))
}

/** Null when the line was changed, is of another file, vault or place, or is not what a line holds. */
export function openLine(sealer: Sealer, file: string, number: number, text: string): { readonly last: boolean; readonly line: BackupLine } | null {
  const sealed = fromBase64(text)
  if (sealed === null) return null
  for (const last of [false, true]) {
    const opened = sealer.open('backup', placeOf(file, number, last), sealed)
    const read = opened.ok ? decodeJson(line, opened.value) : null
    if (read !== null) return { last, line: read }
  }
  return null
}

const placeOf = (file: string, number: number, last: boolean): string => `${file}/${number}/${last ? 'last' : 'more'}`
