import { concatBytes } from '@noble/hashes/utils.js'

/**
 * The body of an answer as text (UTF-8), or null when it is empty or larger than `maxBytes`. Throws when the connection
 * breaks: half a body is none.
 */
export async function readBounded(response: Response, maxBytes: number): Promise<string | null> {
  const bytes = await readBytes(response, maxBytes)
  const text = bytes === null ? '' : new TextDecoder().decode(bytes)
  return text.trim() === '' ? null : text
}

/** The same as bytes: null when there is no body, or a larger one. */
export async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (response.body === null) return null
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatBytes(...chunks)
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}
