import type { Readable } from './line-reader'

const encoder = new TextEncoder()

/** A file that arrives in these pieces, whatever is cut by them. */
export function fileOf(...pieces: readonly (string | Uint8Array)[]): Readable & { readonly cancelled: () => boolean } {
  let cancelled = false
  const left = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : new Uint8Array(piece)))
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const piece = left.shift()
        if (piece === undefined) controller.close()
        else controller.enqueue(piece)
      },
      cancel() {
        cancelled = true
      },
    })
  return { stream, cancelled: () => cancelled }
}

/** The same text, byte by byte. */
export const inBytes = (text: string) => fileOf(...Array.from(encoder.encode(text), (byte) => Uint8Array.of(byte)))

/** A file that gives `pieces`, and then is gone. */
export function failingFile(...pieces: readonly string[]): Readable {
  const left = [...pieces]
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const piece = left.shift()
        if (piece === undefined) controller.error(new DOMException('gone', 'NotReadableError'))
        else controller.enqueue(encoder.encode(piece))
      },
    })
  return { stream }
}
