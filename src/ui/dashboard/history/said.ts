/** What a reader types, or has called something; and a site they have paid, which is nobody's business either. */
export interface Said {
  readonly text: string
  readonly tag: string | null
  readonly site: string | null
}

const nothing: Said = { text: '', tag: null, site: null }

/** The most that is remembered: a step of the way back for each. */
const mostSaid = 500

/**
 * Browsers write addresses to files of their own, readable by anybody who has the disk. So what readers say stands in none: it is
 * kept in this page's memory, and the address has a name for it that tells nothing. In another tab the name means nothing.
 */
const named = new Map<string, Said>()

/** The same name for the same words, as long as they are remembered. Null where nothing was said. */
export function nameOf({ text, tag, site }: Said): string | null {
  if (text === '' && tag === null && site === null) return null
  for (const [name, known] of named) if (known.text === text && known.tag === tag && known.site === site) return name
  const name = crypto.randomUUID().slice(0, 8)
  named.set(name, { text, tag, site })
  const [oldest] = named.keys()
  if (named.size > mostSaid && oldest !== undefined) named.delete(oldest)
  return name
}

/** Nothing where the name is of another page, or of long ago. */
export const saidAs = (name: string | null): Said => named.get(name ?? '') ?? nothing
