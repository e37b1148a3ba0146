/**
 * A title as 32 bits, by which the watch knows it again without keeping it: FNV-1a over its letters and digits, whatever their case
 * and what stands between them. Null where nothing is left of it. Two titles in four billion share a mark; no secret is kept by it.
 */
export function titleMark(title: string): number | null {
  const plain = title.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (plain === '') return null
  let mark = 0x811c9dc5
  for (let at = 0; at < plain.length; at += 1) mark = Math.imul(mark ^ plain.charCodeAt(at), 0x01000193)
  return mark >>> 0
}
