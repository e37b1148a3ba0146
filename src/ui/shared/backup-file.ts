import { err, ok, type Result } from '../../core/result'
import { send } from '../../messaging/client'
import type { Output, Reply } from '../../messaging/contract'
import { en as words } from '../words/en'
import { LineReader, type LineFault, type Readable } from './line-reader'

/** A backup file is text: one sealed line after the other, each with its end. What messages may carry bounds the lines, in characters. */
const longestFirstLine = 20_000
const longestLine = 60 * 1024 * 1024

/** Why a file brought nothing back, in words, and what that is about. */
export interface RestoreFault {
  readonly about: 'file' | 'passphrase' | 'neither'
  readonly sentence: string
}

/** @param at when the file was made, in milliseconds since 1970; its day here is in the name */
export function backupName(at: number): string {
  const day = new Date(at)
  const digits = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'))
  return `farthing-${digits.join('-')}.backup`
}

/**
 * Reads the lines of a backup file from the worker until the last. Gives the whole file or why there is none, in words;
 * null when it was stopped. Each line becomes a Blob at once, which a browser can keep on disk.
 *
 * @param made what 'backup.make' gave
 * @param onProgress hears how many bytes there are so far
 */
export async function writeBackup(
  made: Output<'backup.make'>,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Result<Blob, string> | null> {
  const lines: Blob[] = []
  let bytes = 0
  const keep = (line: string) => {
    const kept = new Blob([line, '\n'])
    bytes += kept.size
    lines.push(kept)
    onProgress(bytes)
  }
  const stopped = () => signal.aborted
  keep(made.line)
  let from: string | null = null
  for (let line = 1; !stopped(); line++) {
    const reply: Reply<'backup.read'> = await send('backup.read', { file: made.file, line, from })
    if (stopped()) return null
    if (!reply.ok) return err(reply.sentence)
    keep(reply.value.line)
    from = reply.value.next
    if (from === null) return ok(new Blob(lines, { type: 'text/plain' }))
  }
  return null
}

/**
 * Gives the lines of a backup file to the worker, in order. Gives when the backup was made, in milliseconds since 1970,
 * or why nothing was brought back; null when it was stopped before its last line was given.
 *
 * @param onProgress hears how many bytes of the file were read so far
 */
export async function restoreBackup(
  file: Readable,
  passphrase: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Result<number, RestoreFault> | null> {
  const reader = new LineReader(file)
  try {
    const first = await reader.next(longestFirstLine)
    if (!first.ok) return err(lineFault(first.error))
    if (first.value === null || first.value === '') return err(lineFault('too-long'))
    if (signal.aborted) return null
    const begun = await send('restore.begin', { line: first.value, passphrase })
    if (!begun.ok) return err(refused(begun))
    return await giveLines(begun.value.restore, reader, signal, onProgress)
  } finally {
    await reader.close()
  }
}

async function giveLines(
  restore: string,
  reader: LineReader,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Result<number, RestoreFault> | null> {
  for (;;) {
    const line = await reader.next(longestLine)
    if (signal.aborted) return null
    if (!line.ok) return err(lineFault(line.error))
    if (line.value === null) return err({ about: 'file', sentence: words.backupFile.cut })
    // No line of a backup is empty; copying a text can add such lines to its end.
    if (line.value === '') continue
    onProgress(reader.bytes)
    const added = await send('restore.add', { restore, line: line.value })
    if (!added.ok) return err(refused(added))
    // Said also to somebody who was leaving: the wallet is there now.
    if (added.value.done !== null) return ok(added.value.done)
  }
}

const lineFault = (fault: LineFault): RestoreFault => ({ about: 'file', sentence: words.backupFile.faults[fault] })

function refused({ code, sentence }: Extract<Reply<'restore.begin' | 'restore.add'>, { readonly ok: false }>): RestoreFault {
  if (code === 'wrong-factor') return { about: 'passphrase', sentence }
  return { about: code === 'refused' ? 'file' : 'neither', sentence }
}
