import DOMPurify, { type Config } from 'dompurify'
import type { CopyView } from '../../../messaging/views'
import { words } from './words'

const allowedTags =
  'a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
  'footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary ' +
  'sup table tbody td tfoot th thead time tr u ul var wbr'

/** Nothing that names, styles or loads: of addresses only those of links and pictures, and these are written anew below. */
const allowedAttributes = 'alt colspan datetime dir href lang reversed rowspan scope src start title'

const config = {
  ALLOWED_TAGS: allowedTags.split(' '),
  ALLOWED_ATTR: allowedAttributes.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
  // With a tag that is not allowed its text goes too, where that text is not for reading.
  FORBID_CONTENTS: ['form', 'iframe', 'math', 'noscript', 'object', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title'],
} satisfies Config

/**
 * Makes a copy into nodes that can do nothing but be read, every time it is shown: no script, handler, style, form or frame, no
 * name, and not one address that is loaded by itself. Pictures are those that lie in the copy; the others are said to be missing.
 * Null where the browser cannot sanitise: then nothing is shown.
 */
export function sanitiseCopy({ html, base, pictures }: Pick<CopyView, 'html' | 'base' | 'pictures'>): DocumentFragment | null {
  if (!DOMPurify.isSupported) return null
  // In the sanitiser's own inert document, where nothing is loaded, until every address is right.
  const piece = DOMPurify.sanitize(html, config)
  const kept = new Map(pictures.map((picture) => [picture.src, picture]))
  for (const link of piece.querySelectorAll('a')) tameLink(link, base)
  for (const image of piece.querySelectorAll('img')) {
    const picture = kept.get(absolute(image.getAttribute('src') ?? '', base) ?? '')
    if (picture === undefined) image.replaceWith(missing(image))
    else show(image, picture)
  }
  // The page around it has its first heading and its landmarks already.
  for (const heading of piece.querySelectorAll('h1')) renamed(heading, 'h2')
  for (const landmark of piece.querySelectorAll('article, aside, footer, header, section')) renamed(landmark, 'div')
  return document.importNode(piece, true)
}

/** Opens only when it is pressed, elsewhere, and tells nobody where from. A place in the same text cannot be named here, and is no link. */
function tameLink(link: HTMLAnchorElement, base: string): void {
  const href = link.getAttribute('href')?.trim() ?? ''
  link.removeAttribute('href')
  const url = href === '' || href.startsWith('#') ? null : absolute(href, base)
  if (url === null || !/^(https?|mailto):/.test(url)) return
  link.setAttribute('href', url)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

function show(image: HTMLImageElement, { url, width, height }: CopyView['pictures'][number]): void {
  image.setAttribute('src', url)
  image.setAttribute('width', String(width))
  image.setAttribute('height', String(height))
  if (!image.hasAttribute('alt')) image.setAttribute('alt', '')
}

function missing(image: HTMLImageElement): HTMLElement {
  const alt = image.getAttribute('alt')?.trim() ?? ''
  const note = image.ownerDocument.createElement('span')
  note.className = 'reading-missing'
  note.textContent = alt === '' ? words.article.picture : words.article.pictureOf(alt)
  return note
}

function renamed(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

function absolute(address: string, base: string): string | null {
  return URL.canParse(address.trim(), base) ? new URL(address.trim(), base).href : null
}
