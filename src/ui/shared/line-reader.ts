import { err, ok, type Result } from '../../core/result'

/**
 * Why no line could be read:
 * - too-long: it is longer than what was asked for
 * - unreadable: the file is gone, was changed meanwhile, or may not be read
 */
export type LineFault = 'too-long' | 'unreadable'

/** What has to be known of a file to read it. */
export type Readable = Pick<Blob, 'stream'>

/**
 * Reads a text file (UTF-8) line by line, so that never more of it is in memory than the line in hand. How its lines
 * end, whether the last one ends at all, and into what pieces the browser cuts the file does not matter.
 */
export class LineReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #decoder = new TextDecoder()
  /** Read, and not handed out yet. */
  #text = ''
  #ended = false
  #bytes = 0

  constructor(file: Readable) {
    this.#reader = file.stream().getReader()
  }

  /** How much of the file was read so far. */
  get bytes(): number {
    return this.#bytes
  }

  /** The next line, without its end; null after the last. @param longest in characters (UTF-16 units) */
  async next(longest: number): Promise<Result<string | null, LineFault>> {
    const pieces: string[] = []
    let length = 0
    for (;;) {
      const end = this.#text.indexOf('\n')
      const piece = end === -1 ? this.#text : this.#text.slice(0, end)
      this.#text = end === -1 ? '' : this.#text.slice(end + 1)
      length += piece.length
      if (length > longest) return err('too-long')
      pieces.push(piece)
      if (end !== -1) return ok(withoutReturn(pieces.join('')))
      if (this.#ended) return ok(length === 0 ? null : withoutReturn(pieces.join('')))
      if (!(await this.#more())) return err('unreadable')
    }
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    // A file that could not be read cannot be let go of either.
    await this.#reader.cancel().catch(() => undefined)
  }

  /** Reads a piece of the file. False where that is not possible. */
  async #more(): Promise<boolean> {
    const read = await this.#reader.read().catch(() => null)
    if (read === null) return false
    this.#ended = read.done
    this.#bytes += read.value?.length ?? 0
    this.#text = this.#decoder.decode(read.value, { stream: !read.done })
    return true
  }
}

/** Some programs end lines with two characters when they copy a text. */
const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
