import DOMPurify, { type Config } from 'dompurify'

const allowedTags =
  'a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption ' +
  'figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span ' +
  'strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'

const allowedAttributes =
  'abbr align alt cite class colspan controls datetime dir height href hreflang id kind label lang loop media muted open poster ' +
  'preload reversed rowspan scope sizes span src srclang srcset start title translate type value width'

/** Names a seller's ids are kept apart with, so that none can stand for a property of the page's document or window. */
const idPrefix = 'user-content-'

const config = {
  ALLOWED_TAGS: allowedTags.split(' '),
  ALLOWED_ATTR: allowedAttributes.split(' '),
  ALLOW_DATA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
  // Content scripts are exempt from the page's trusted types: asking for a policy would only be reported to the page.
  TRUSTED_TYPES_POLICY: null,
  // With a tag that is not allowed its text goes too, where that text is not for reading.
  FORBID_CONTENTS: ['form', 'iframe', 'math', 'noscript', 'object', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title'],
} satisfies Config

const singleAddresses = ['href', 'src', 'poster', 'cite'] as const

/**
 * Turns HTML that was paid for into nodes that can do nothing but be read: no script, handler, style, form or frame,
 * and every address absolute, as if read where it was fetched (`base`).
 * Null where the browser refuses to parse for us: then nothing is inserted.
 */
export function sanitise(html: string, base: string): DocumentFragment | null {
  const piece = clean(html)
  if (piece === null) return null
  // Still in the sanitiser's own inert document: nothing is loaded before its address is right.
  for (const element of piece.querySelectorAll('*')) resolveAddresses(element, base)
  // A copy, because in Chromium an event handler that HTML declared belongs to the page's own scripts: taking the
  // attribute away from a content script leaves the handler on the node. A copy has only the attributes that are left.
  return document.importNode(piece, true)
}

function clean(html: string): DocumentFragment | null {
  return DOMPurify.isSupported ? DOMPurify.sanitize(html, config) : null
}

function resolveAddresses(element: Element, base: string): void {
  const link = element.localName === 'a'
  for (const name of singleAddresses) rewrite(element, name, (value) => resolve(value, base, link))
  rewrite(element, 'srcset', (value) => resolveSet(value, base))
  const href = element.getAttribute('href') ?? '#'
  if (!href.startsWith('#') && new URL(href).origin !== location.origin) element.setAttribute('rel', 'noopener noreferrer')
}

function rewrite(element: Element, name: string, change: (value: string) => string | null): void {
  const value = element.getAttribute(name)
  if (value === null) return
  const changed = change(value)
  if (changed === null) element.removeAttribute(name)
  else element.setAttribute(name, changed)
}

/** Links may also lead to mail and to a place in the same text; pictures and sound come from the web or are inlined. */
function resolve(value: string, base: string, link: boolean): string | null {
  const trimmed = value.trim()
  if (link && trimmed.startsWith('#')) return trimmed === '#' ? null : `#${idPrefix}${trimmed.slice(1)}`
  if (!URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  const allowed = link ? ['http:', 'https:', 'mailto:'] : ['http:', 'https:']
  const inlined = !link && /^data:(image\/(png|jpeg|gif|webp|avif)|audio\/\w+|video\/\w+)[;,]/i.test(url.href)
  return allowed.includes(url.protocol) || inlined ? url.href : null
}

/** A `srcset`: addresses, each with an optional width or density, between commas (HTML, "Parsing a srcset attribute"). */
function resolveSet(value: string, base: string): string | null {
  const candidates = Array.from(value.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+[wx]))?\s*(?:,|$)/g), ([, address = '', size = '']) => {
    const url = resolve(address, base, false)
    return url === null ? null : `${url} ${size}`.trim()
  }).filter((candidate) => candidate !== null)
  return candidates.length === 0 ? null : candidates.join(', ')
}
