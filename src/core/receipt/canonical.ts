/** Deepest nesting that is written. A statement is flat; what others add to it may be a little deeper. */
const maxDepth = 8

/** The one spelling of a parsed JSON value (RFC 8785). Null for what nests deeper than anybody needs. */
export function canonicalJson(value: unknown, depth = maxDepth): string | null {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (depth === 0) return null
  if (Array.isArray(value)) return joined('[', value.map((item) => canonicalJson(item, depth - 1)), ']')
  // Sorted by UTF-16 code units. Put together by hand: an object would move keys that look like numbers to the front.
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return joined('{', fields.map(([key, field]) => prefixed(`${JSON.stringify(key)}:`, canonicalJson(field, depth - 1))), '}')
}

function joined(open: string, parts: readonly (string | null)[], close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`
}

function prefixed(prefix: string, written: string | null): string | null {
  return written === null ? null : `${prefix}${written}`
}
