import type { LibraryRow } from '../../../messaging/views'

export const orders = ['newest', 'oldest', 'title', 'site', 'size'] as const
export type Order = (typeof orders)[number]

/** Articles in whose title or site every word of the query stands, in the order that is wanted. @param rows newest first */
export function findArticles(rows: readonly LibraryRow[], query: string, order: Order, language: string): readonly LibraryRow[] {
  const sought = plain(query, language).split(/\s+/).filter((word) => word !== '')
  const found = rows.filter(({ title, host }) => {
    const text = plain(`${title} ${host}`, language)
    return sought.every((word) => text.includes(word))
  })
  if (order === 'newest') return found
  const { compare } = new Intl.Collator(language, { numeric: true })
  const by: Record<Exclude<Order, 'newest'>, (one: LibraryRow, other: LibraryRow) => number> = {
    oldest: (one, other) => one.at - other.at,
    title: (one, other) => compare(one.title, other.title),
    site: (one, other) => compare(one.host, other.host) || compare(one.title, other.title),
    size: (one, other) => (other.bytes ?? -1) - (one.bytes ?? -1),
  }
  return [...found].sort(by[order])
}

/** Without case and accents: nobody types those to find something. */
const plain = (text: string, language: string): string => text.toLocaleLowerCase(language).normalize('NFD').replace(/\p{M}/gu, '')
