import { Readability } from '@mozilla/readability'
import { leadPicture } from './lead'
import { settled } from './pictures'
import { takePictures, type Taken } from './take'

/** What was bought, as the worker reads it. `html` is null for a fragment, whose text the worker has. */
export interface Kept extends Taken {
  readonly html: string | null
  readonly byline: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
}

/** Elements of a page that is looked through: more would be felt by whoever reads it. */
const mostElements = 20_000
/** How long a page may take to have everything, in milliseconds: what has not come by then is left out. */
const loadPatienceMs = 8_000
/** Marks a picture in the copy of the page by its place in the page. */
const placeMark = 'data-farthing-place'

/**
 * The article of a page, found by Readability in a copy of the document: the page itself is only read. Null where this is not
 * the page that was bought, or no article is found in it.
 */
export async function keepDocument(page: Document, url: string): Promise<Kept | null> {
  await settled(page, loadPatienceMs)
  if (!isBought(page, url) || all(page, '*').length > mostElements) return null
  const live = imagesOf(page)
  const found = findArticle(page, live)
  if (found === null) return null
  const images = Array.from(found.article.querySelectorAll('img'))
  const pairs = images.flatMap((image) => {
    const shown = live[Number(image.getAttribute(placeMark) ?? -1)]
    image.removeAttribute(placeMark)
    return shown === undefined ? [] : [{ src: image.src, shown }]
  })
  const lead = leadPicture(found.article, live, (image) => pairs.some(({ shown }) => shown === image))
  if (lead !== null) found.article.prepend(lead.figure)
  const taken = await takePictures(lead === null ? pairs : [{ src: lead.image.currentSrc, shown: lead.image }, ...pairs])
  const { dir, lang } = page.documentElement
  return { html: found.article.innerHTML, byline: found.byline, lang: bounded(lang, 35), dir: dir === 'ltr' || dir === 'rtl' ? dir : null, ...taken }
}

/** The answer that this document came with is what was bought, and its scripts have not gone on to another page. */
function isBought(page: Document, url: string): boolean {
  const [entry] = performance.getEntriesByType('navigation') as Partial<PerformanceNavigationTiming & { responseStatus: number }>[]
  // Older browsers do not tell the status.
  const status = entry?.responseStatus ?? 0
  const isWhole = status === 0 || (status >= 200 && status < 300)
  const { origin, pathname } = new URL(url)
  // A page may tidy what follows the question mark in its own address.
  const isThere = page.location.origin === origin && page.location.pathname === pathname
  return isWhole && isThere && page.contentType === 'text/html' && entry?.name?.split('#', 1)[0] === url
}

/** Everything of a kind, in document order; asked in a way that a page's own names for its elements do not reach. */
const { querySelectorAll } = Document.prototype as { readonly querySelectorAll: (this: Document, selector: string) => Iterable<Element> }
const all = (page: Document, selector: string): readonly Element[] => Array.from(querySelectorAll.call(page, selector))

const imagesOf = (page: Document): readonly HTMLImageElement[] => all(page, 'img').filter((image) => image instanceof HTMLImageElement)

function findArticle(page: Document, live: readonly HTMLImageElement[]): { readonly article: Element; readonly byline: string | null } | null {
  const copy = Node.prototype.cloneNode.call(page, true) as Document
  // Both have the same pictures in the same places: the copy is told what the page has chosen to show.
  imagesOf(copy).forEach((image, place) => {
    const shown = live[place]
    if (shown === undefined || isSpeck(shown)) image.remove()
    else {
      image.setAttribute('src', shown.currentSrc === '' ? shown.src : shown.currentSrc)
      image.removeAttribute('srcset')
      image.setAttribute(placeMark, String(place))
    }
  })
  for (const source of all(copy, 'picture source')) source.remove()
  // What has a name can stand for a property of its form or document, and lead whoever walks over them in circles.
  for (const control of all(copy, 'button, input, object, embed, output, select, textarea')) control.remove()
  for (const element of all(copy, '[name]')) element.removeAttribute('name')
  for (const image of all(copy, 'img[id]')) image.removeAttribute('id')
  try {
    const read = new Readability<Element>(copy, { maxElemsToParse: mostElements, disableJSONLD: true, serializer: (node) => node as Element }).parse()
    const article = read?.content
    return read === null || article === null || article === undefined ? null : { article, byline: bounded(read.byline ?? '', 300) }
  } catch {
    return null
  }
}

/** What only counts readers is no picture. */
const isSpeck = ({ complete, naturalWidth, naturalHeight }: HTMLImageElement): boolean => complete && naturalWidth > 0 && naturalWidth <= 2 && naturalHeight <= 2

function bounded(text: string, longest: number): string | null {
  const trimmed = text.trim()
  return trimmed === '' || trimmed.length > longest ? null : trimmed
}
