import { everything } from '../../core/history/query'
import type { Purchase } from '../../core/purchase/purchase'
import type { Input } from '../../messaging/contract'
import type { CopyView, LibraryArticle, LibraryPage, LibraryRow, Settings } from '../../messaging/views'
import type { Copy } from '../../store/copies'
import { toBase64 } from '../../vault/bytes'
import type { Books } from '../books'
import { isArticle, tagOf } from './copy-desk'

const megabyte = 1_000_000

/** Articles the reader owns and how large their copies are, out of the history's index; no copy is opened for it. */
export async function listArticles(books: Books, settings: Settings, asked: Input<'library.list'>): Promise<LibraryPage> {
  const { entries, count, reading } = await books.history.search({ ...everything, states: ['delivered'], kinds: ['document', 'fragment'], ...asked })
  const found = await Promise.all(entries.map(({ id }) => books.purchases.get(id)))
  // The index may be a moment behind.
  const owned = found.filter((purchase) => purchase !== null).filter(isArticle)
  return { rows: await rowsOf(books, owned), count, reading: reading !== null, used: await books.copies.total(), most: settings.copiesMegabytes * megabyte }
}

/** Null where there is no such article. */
export async function readArticle(books: Books, id: string, at: number): Promise<LibraryArticle | null> {
  const purchase = await books.purchases.get(id)
  const [row] = purchase !== null && isArticle(purchase) ? await rowsOf(books, [purchase]) : []
  return purchase === null || row === undefined ? null : { row, copy: await openCopy(books, purchase, at) }
}

async function openCopy(books: Books, purchase: Purchase, at: number): Promise<CopyView | null> {
  const tag = tagOf(books, purchase)
  const copy = await books.copies.open(tag, at)
  if (purchase.terms.kind === 'document') return copy === null || copy.html === null ? null : copyView(purchase, copy, copy.html)
  const kept = await books.contents.read(tag)
  if (kept === null) return null
  const bare: Copy = { card: { savedAt: kept.savedAt, openedAt: null, byline: null, lang: null, dir: null, pictures: [], left: 0 }, html: null, pictures: [] }
  return copyView(purchase, copy ?? bare, kept.html)
}

function copyView({ terms }: Purchase, { card, pictures }: Copy, html: string): CopyView {
  const { byline, lang, dir, savedAt } = card
  return {
    html,
    base: terms.resource,
    byline,
    lang,
    dir,
    savedAt,
    pictures: pictures.map(({ src, type, width, height, bytes }) => ({ src, url: `data:${type};base64,${toBase64(bytes)}`, width, height })),
    left: card.left + card.pictures.length - pictures.length,
  }
}

async function rowsOf(books: Books, purchases: readonly Purchase[]): Promise<readonly LibraryRow[]> {
  const tagged = purchases.map((purchase) => ({ purchase, tag: tagOf(books, purchase) }))
  const copies = await books.copies.sizes(tagged.map(({ tag }) => tag))
  const texts = await books.contents.sizes(tagged.filter(({ purchase }) => purchase.terms.kind === 'fragment').map(({ tag }) => tag))
  return tagged.map(({ purchase: { id, createdAt, terms }, tag }) => {
    const text = terms.kind === 'fragment' ? texts.get(tag) : 0
    const copy = terms.kind === 'fragment' ? (copies.get(tag) ?? 0) : copies.get(tag)
    const bytes = text === undefined || copy === undefined ? null : text + copy
    return { id, at: createdAt, title: terms.title, host: new URL(terms.page).host, bytes }
  })
}
