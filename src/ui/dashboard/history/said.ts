/** What a reader types, or has called something. */
export interface Said {
  readonly text: string
  readonly tag: string | null
}

/** The most that is remembered: a step of the way back for each. */
const mostSaid = 500

/**
 * Browsers write addresses to files of their own, readable by anybody who has the disk. So what readers say stands in none: it is
 * kept in this page's memory, and the address has a name for it that tells nothing.
 */
const named = new Map<string, Said>()

/** The same name for the same words, as long as they are remembered. Null where nothing was said. */
export function nameOf(said: Said): string | null {
  if (said.text === '' && said.tag === null) return null
  for (const [name, { text, tag }] of named) if (text === said.text && tag === said.tag) return name
  const name = crypto.randomUUID().slice(0, 8)
  named.set(name, said)
  const [oldest] = named.keys()
  if (named.size > mostSaid && oldest !== undefined) named.delete(oldest)
  return name
}

/** Nothing where the name is of another page, or of long ago. */
export const saidAs = (name: string | null): Said => named.get(name ?? '') ?? { text: '', tag: null }
