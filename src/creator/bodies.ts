/**
 * Reads what a request carries, as text (UTF-8).
 * @param most bytes; where there are more the rest is not read
 * @returns null for more than that
 */
export async function readBody(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const reader = request.body?.getReader()
  if (reader === undefined) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    length += value.byteLength
    if (length > most) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    chunks.push(value)
  }
}
