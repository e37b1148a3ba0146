import { err, ok, type Result } from '../../core/result'
import { send } from '../../messaging/client'
import type { Output } from '../../messaging/contract'
import type { ImportView } from '../../messaging/views'
import { en as words } from '../words/en'
import { inflated } from './inflate'
import { LineReader, type LineFault, type Readable } from './line-reader'

/** What messages may carry of a file that is taken in: one line at most so long, and so much at once, in characters. */
const longestLine = 4 * 1024 * 1024
const atOnce = 512 * 1024
const mostLines = 5_000

/**
 * Reads a file that was begun with 'export.begin' to its end. Gives the whole file or why there is none, in words; null when it
 * was stopped. Each piece becomes a Blob at once, which a browser can keep on disk.
 *
 * @param written how each piece is to be written into the file
 * @param onProgress hears how many payments were looked at so far
 */
export async function readExport(
  { run }: Pick<Output<'export.begin'>, 'run'>,
  written: (text: string) => string,
  signal: AbortSignal,
  onProgress: (payments: number) => void,
): Promise<Result<Blob, string> | null> {
  const pieces: Promise<Blob>[] = []
  const isStopped = () => signal.aborted
  while (!isStopped()) {
    const piece = await send('export.read', { run })
    if (isStopped()) return null
    if (!piece.ok) return err(piece.sentence)
    const { text, packed, done } = piece.value
    if (done === null) return ok(new Blob(await Promise.all(pieces)))
    pieces.push(blobOf(written(text), packed))
    onProgress(done)
  }
  return null
}

/** What is packed is the worker's own, and is inflated while the next piece is on its way. */
async function blobOf(text: string, packed: string | null): Promise<Blob> {
  return packed === null ? new Blob([text]) : new Blob([text, await inflated(packed)])
}

/**
 * Gives the lines of an export document to the worker, in order. Gives what came of it, or why nothing was taken, in words; null
 * when it was stopped before its last line was given.
 *
 * @param run what 'import.begin' gave
 * @param onProgress hears how many bytes of the file were given so far
 */
export async function giveExport(file: Readable, run: string, signal: AbortSignal, onProgress: (bytes: number) => void): Promise<Result<ImportView, string> | null> {
  const reader = new LineReader(file)
  try {
    for (;;) {
      const lines = await someLines(reader)
      if (signal.aborted) return null
      if (!lines.ok) return err(words.exportFile.faults[lines.error])
      if (lines.value.length === 0) return err(words.exportFile.cut)
      onProgress(reader.bytes)
      const added = await send('import.add', { run, lines: [...lines.value] })
      if (!added.ok) return err(added.sentence)
      // Said also to somebody who was leaving: it is in the books now.
      if (added.value.done !== null) return ok(added.value.done)
    }
  } finally {
    await reader.close()
  }
}

/** The next lines, as many as go well together; none after the last. */
async function someLines(reader: LineReader): Promise<Result<readonly string[], LineFault>> {
  const lines: string[] = []
  for (let length = 0; length < atOnce && lines.length < mostLines; ) {
    const line = await reader.next(longestLine)
    if (!line.ok) return line
    if (line.value === null) break
    // No line of such a file is empty; copying a text can add such lines to its end.
    if (line.value === '') continue
    lines.push(line.value)
    length += line.value.length
  }
  return ok(lines)
}

/** @param at when it is made, in milliseconds since 1970; its day here is in the name @param ending with its dot */
export function exportName(about: string, at: number, period: string, ending: string): string {
  const day = new Date(at)
  const digits = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return `farthing-${about}-${period === '' ? digits : period}${ending}`
}
