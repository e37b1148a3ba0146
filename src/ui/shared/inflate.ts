/** What the worker deflated (RFC 1951) and wrote in base64. */
export async function inflated(packed: string): Promise<Blob> {
  const letters = atob(packed)
  const bytes = new Uint8Array(letters.length)
  // Megabytes of it come in one file: a call for each letter takes far longer.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob()
}
