import type { Input } from '../messaging/client'

type PaywallTag = Input<'page.found'>['tags'][number]

const tagName = 'pay-wall'
/** Bounds of the contract (src/messaging/contract.ts): longer texts are cut, longer addresses dropped. */
const maxTags = 20
const maxLooked = 100
const maxAddress = 2048

/** What a page's `<pay-wall>` tags declare, in document order. All of it is the page's claim. */
export function readPaywalls(page: Document): PaywallTag[] {
  const tags: PaywallTag[] = []
  for (const element of paywallElements(page)) {
    const src = sourceOf(element)
    if (src === null) continue
    const text = (name: string, max: number) => element.getAttribute(name)?.trim().slice(0, max) ?? null
    tags.push({
      src,
      title: (text('title', 300) ?? page.title.trim()).slice(0, 300),
      price: text('price', 32),
      currency: text('currency', 8),
      words: text('words', 16),
      keep: text('keep', 64),
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
export function sourceOf(element: Element): string | null {
  const src = element.getAttribute('src')?.trim() ?? ''
  if (src === '' || !URL.canParse(src, element.baseURI)) return null
  const url = new URL(src, element.baseURI)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href.length > maxAddress ? null : url.href
}
