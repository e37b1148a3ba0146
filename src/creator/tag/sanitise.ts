/** Elements that are taken over, with the attributes they may have beside those of every element. */
const elements: Readonly<Record<string, string>> = {
  a: 'href hreflang',
  audio: 'src controls loop muted preload',
  blockquote: 'cite',
  col: 'span',
  colgroup: 'span',
  data: 'value',
  del: 'cite datetime',
  details: 'open',
  img: 'src srcset sizes alt width height',
  ins: 'cite datetime',
  li: 'value',
  ol: 'start reversed type',
  q: 'cite',
  source: 'src srcset sizes type media',
  td: 'colspan rowspan',
  th: 'colspan rowspan scope abbr',
  time: 'datetime',
  track: 'src kind srclang label',
  video: 'src poster controls loop muted preload width height',
}
const plain = new Set(
  (
    'abbr address article aside b bdi bdo br caption cite code dd dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i kbd ' +
    'mark p picture pre rp rt ruby s samp section small span strong sub summary sup table tbody tfoot thead tr u ul var wbr'
  ).split(' '),
)
const everywhere = new Set('class dir id lang title role aria-label aria-hidden aria-describedby'.split(' '))
/** With these, what is in them goes too: it is not for reading. Anything else that is not known leaves what it holds. */
const dropped = new Set('script style template noscript iframe frame object embed form select textarea input button svg math title head link meta base xmp plaintext noembed noframes'.split(' '))
const addresses = new Set(['href', 'src', 'poster', 'cite'])
const deepest = 200

export interface Source {
  /** The address that relative ones in it are relative to. */
  readonly base: string
  /** It is from somebody else than the page: names in it are set apart from the page's own. */
  readonly isForeign: boolean
}

/**
 * HTML as nodes that can do nothing but be read: no script, handler, style, form or frame. The text is parsed where nothing runs or
 * loads, and built again from the elements and attributes that are known; nothing is ever written as HTML again.
 */
export function sanitise(html: string, source: Source): DocumentFragment {
  const parsed = new DOMParser().parseFromString(trusted(html), 'text/html')
  const piece = document.createDocumentFragment()
  copyChildren(parsed.body, piece, source, 0)
  return piece
}

function copyChildren(from: Node, to: Node, source: Source, depth: number): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.nodeValue ?? ''))
    if (!(node instanceof Element) || depth > deepest) continue
    const name = node.localName
    if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || dropped.has(name)) continue
    const own = elements[name] ?? (plain.has(name) ? '' : null)
    copyChildren(node, own === null ? to : to.appendChild(copyOf(node, own.split(' '), source)), source, depth + 1)
  }
}

function copyOf(element: Element, own: readonly string[], source: Source): Element {
  const copy = document.createElement(element.localName)
  for (const { name, value } of element.attributes) {
    if (!own.includes(name) && !everywhere.has(name)) continue
    const safe = attribute(name, value, element.localName === 'a', source)
    if (safe !== null) copy.setAttribute(name, safe)
  }
  if (copy instanceof HTMLAnchorElement && copy.href !== '' && copy.origin !== location.origin) copy.rel = 'noopener noreferrer'
  return copy
}

function attribute(name: string, value: string, isLink: boolean, source: Source): string | null {
  if (name === 'srcset') return addressSet(value, source)
  if (addresses.has(name)) return address(value.trim(), isLink && name === 'href', source)
  const isName = name === 'id' || name === 'aria-describedby'
  return isName ? apart(value, source) : value
}

const apart = (id: string, { isForeign }: Source): string => (isForeign ? `user-content-${id}` : id)

/** Links also lead to mail and within the text; pictures and sound come from the web, or are inlined. */
function address(value: string, isLink: boolean, source: Source): string | null {
  if (isLink && value.startsWith('#')) return `#${apart(value.slice(1), source)}`
  if (!URL.canParse(value, source.base)) return null
  const { protocol, href } = new URL(value, source.base)
  if (protocol === 'https:' || protocol === 'http:' || (isLink && protocol === 'mailto:')) return href
  return !isLink && /^data:(?:image\/(?:png|jpeg|gif|webp|avif)|audio\/\w+|video\/\w+)[;,]/i.test(href) ? href : null
}

/** Addresses between commas, each with an optional width or density. */
function addressSet(value: string, source: Source): string | null {
  const candidates = Array.from(value.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+[wx]))?\s*(?:,|$)/g), ([, url = '', size = '']) => {
    const safe = address(url, false, source)
    return safe === null ? null : `${safe} ${size}`.trim()
  }).filter((candidate) => candidate !== null)
  return candidates.length === 0 ? null : candidates.join(', ')
}

interface Policies {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string }
}

/** Where a page lets HTML be parsed only under a policy's name (trusted types), this one is `farthing`. */
function trusted(html: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  return (policy ??= trustedTypes?.createPolicy('farthing', { createHTML: (text) => text }))?.createHTML(html) ?? html
}
let policy: ReturnType<Policies['createPolicy']> | undefined
