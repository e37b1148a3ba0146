import type { Input } from '../messaging/client'

type PaywallTag = Input<'page.found'>['tags'][number]

const tagName = 'pay-wall'
/** Bounds of the contract (src/messaging/contract.ts): longer texts are cut, longer addresses dropped. */
const maxTags = 20
const maxLooked = 100
const maxAddress = 2048
const maxAlso = 3

/** What a page's `<pay-wall>` tags declare, in document order. All of it is the page's claim. */
export function readPaywalls(page: Document): PaywallTag[] {
  const tags: PaywallTag[] = []
  for (const element of paywallElements(page)) {
    const src = sourceOf(element)
    if (src === null) continue
    const part = addressIn(element, element.getAttribute('sealed'))
    const text = (name: string, max: number) => element.getAttribute(name)?.trim().slice(0, max) ?? null
    tags.push({
      src,
      title: (text('title', 300) ?? page.title.trim()).slice(0, 300),
      price: text('price', 32),
      currency: text('currency', 8),
      words: text('words', 16),
      keep: text('keep', 64),
      ...(part !== null && { sealed: { part, also: alsoOf(element) } }),
    })
    if (tags.length === maxTags) break
  }
  return tags
}

/** The first tags of a page: a page full of them cannot make a look expensive. */
export function paywallElements(page: Document): Element[] {
  const live = page.getElementsByTagName(tagName)
  return live.length === 0 ? [] : Array.prototype.slice.call<HTMLCollectionOf<Element>, [number, number], Element[]>(live, 0, maxLooked)
}

/** The absolute http(s) address of what a tag sells, without fragment, or null where it has none. */
export const sourceOf = (element: Element): string | null => addressIn(element, element.getAttribute('src'))

/** Further addresses that sell the same. */
function alsoOf(element: Element): string[] {
  return (element.getAttribute('also') ?? '').split(/\s+/, maxAlso).flatMap((address) => addressIn(element, address) ?? [])
}

function addressIn(element: Element, written: string | null): string | null {
  const address = written?.trim() ?? ''
  if (address === '' || !URL.canParse(address, element.baseURI)) return null
  const url = new URL(address, element.baseURI)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href.length > maxAddress ? null : url.href
}
