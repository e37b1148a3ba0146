import { attribute, elementsWithin, escaped, findElement, insertion, type Edit, type Element, type Range, type Tree } from './markup'

/** Attributes that hold one address. */
const single = ['href', 'src', 'poster', 'cite', 'data', 'action', 'formaction']

/** What addresses in a page are relative to. */
export function baseOf(page: Tree, address: URL): URL {
  const base = baseElement(page)
  const href = base === undefined ? '' : (attribute(base, 'href')?.trim() ?? '')
  return URL.canParse(href, address) ? new URL(href, address) : address
}

const baseElement = (page: Tree): Element | undefined => findElement(page, (element) => element.tagName === 'base' && attribute(element, 'href') !== null)

/** Where a page says that it is (`link rel=canonical`), as it is written there; null where it says nothing of it. */
export function canonicalOf(page: Tree): string | null {
  const link = findElement(page, (element) => element.tagName === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute(element, 'rel') ?? ''))
  return link === undefined ? null : attribute(link, 'href')
}

/** A path of the site, whole where the base of a page is another site. */
export const fromAnywhere = (path: string, base: URL, page: URL): string => (base.origin !== page.origin && path.startsWith('/') ? page.origin + path : path)

/** The addresses in an element, made good wherever it is read: a fragment is fetched from another address than its page has. */
export function rooted(root: Element, base: URL, page: URL): readonly Edit[] {
  const absolute = (address: string): string | null => resolved(address, base, page)
  const edits: Edit[] = []
  for (const element of elementsWithin(root)) {
    if (element === root) continue
    for (const { name, value } of element.attrs) {
      const place = element.sourceCodeLocation?.attrs?.[name]
      if (place === undefined) continue
      const changed = single.includes(name) ? absolute(value) : name === 'srcset' ? inSet(value, absolute) : null
      if (changed !== null && changed !== value) edits.push({ start: place.startOffset, end: place.endOffset, text: `${name}="${escaped(changed)}"` })
    }
  }
  return edits
}

/** An address from the root of its site, or whole where that is another site. Null where it is good as it is. */
function resolved(address: string, base: URL, page: URL): string | null {
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.startsWith('#') || URL.canParse(trimmed) || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  return url.origin === page.origin ? url.pathname + url.search + url.hash : url.href
}

/** A `srcset`: addresses, each with an optional width or density, between commas. */
function inSet(value: string, absolute: (address: string) => string | null): string {
  const candidates = Array.from(value.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(\s+[\d.]+[wxh])?\s*(?:,|$)/g), ([, address = '', size = '']) => `${absolute(address) ?? address}${size}`)
  return candidates.join(', ')
}

/** What of a page has to be written in another way where it is read at another address than its own. */
export interface Bound {
  /** The same wherever that is: what it loads comes from where it always does. */
  readonly edits: readonly Edit[]
  /** Links to a place in the page itself, which stay in it. */
  readonly links: readonly (Range & { readonly fragment: string })[]
}

export function boundIn(page: Tree, html: string, address: URL): Bound {
  const edits: Edit[] = []
  const links: (Range & { readonly fragment: string })[] = []
  const base = baseOf(page, address)
  for (const element of elementsWithin(page)) {
    const href = attribute(element, 'href')
    const place = element.sourceCodeLocation?.attrs?.['href']
    if (href === null || place === undefined) continue
    const range = { start: place.startOffset, end: place.endOffset }
    if (element.tagName === 'base') edits.push({ ...range, text: `href="${escaped(base.href)}"` })
    else if (/^(a|area)$/.test(element.tagName) && href.trim().startsWith('#')) links.push({ ...range, fragment: href.trim() })
  }
  if (baseElement(page) === undefined) edits.push(insertion(headStart(page, html), `<base href="${escaped(address.pathname + address.search)}">`))
  return { edits, links }
}

/** Makes a page good that is read elsewhere. */
export const readElsewhere = ({ edits, links }: Bound, elsewhere: string): readonly Edit[] => [
  ...edits,
  ...links.map(({ start, end, fragment }) => ({ start, end, text: `href="${escaped(elsewhere + fragment)}"` })),
]

/** Where the first thing in a page's head would stand. */
export function headStart(page: Tree, html: string): number {
  for (const name of ['head', 'html']) {
    const opens = findElement(page, ({ tagName }) => tagName === name)?.sourceCodeLocation?.startTag
    if (opens) return opens.endOffset
  }
  return /^\s*(?:<!--[^]*?-->\s*)*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0
}
