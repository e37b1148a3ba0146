import { attribute, elementsWithin, escaped, insertion, type Edit, type Element, type Tree } from './markup'

/** Attributes that hold one address. */
const single = ['href', 'src', 'poster', 'cite', 'data', 'action', 'formaction']

/** What addresses in a page are relative to. */
export function baseOf(page: Tree, address: URL): URL {
  const href = attribute(baseElement(page) ?? nothing, 'href')?.trim() ?? ''
  return URL.canParse(href, address) ? new URL(href, address) : address
}

const nothing = { attrs: [] } as unknown as Element

const baseElement = (page: Tree): Element | undefined => [...elementsWithin(page)].find((element) => element.tagName === 'base' && attribute(element, 'href') !== null)

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

/**
 * Makes a page good that is read at another address than its own: what it loads comes from where it always does, and links to a place
 * in it stay in it.
 */
export function readElsewhere(page: Tree, html: string, address: URL, elsewhere: string): readonly Edit[] {
  const edits: Edit[] = []
  for (const element of elementsWithin(page)) {
    const href = attribute(element, 'href')
    const place = element.sourceCodeLocation?.attrs?.['href']
    if (href === null || place === undefined) continue
    if (element.tagName === 'base') edits.push({ start: place.startOffset, end: place.endOffset, text: `href="${escaped(baseOf(page, address).href)}"` })
    else if (/^(a|area)$/.test(element.tagName) && href.trim().startsWith('#')) edits.push({ start: place.startOffset, end: place.endOffset, text: `href="${escaped(elsewhere + href.trim())}"` })
  }
  if (baseElement(page) === undefined) edits.push(insertion(headStart(page, html), `<base href="${escaped(address.pathname + address.search)}">`))
  return edits
}

/** Where the first thing in a page's head would stand. */
export function headStart(page: Tree, html: string): number {
  const find = (name: string): Element | undefined => [...elementsWithin(page)].find(({ tagName }) => tagName === name)
  for (const name of ['head', 'html']) {
    const opens = find(name)?.sourceCodeLocation?.startTag
    if (opens) return opens.endOffset
  }
  return /^\s*(?:<!--[^]*?-->\s*)*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0
}
