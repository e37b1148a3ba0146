/**
 * The body of an answer as text (UTF-8), or null when it is empty or larger than `maxBytes`. Throws when the connection
 * breaks: half a body is none.
 */
export async function readBounded(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return null
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
  text += decoder.decode()
  return text.trim() === '' ? null : text
}
