import { adviceOnData } from '../pages/linked-data'
import { readAccounts } from './accounts'
import { attribute, elementsWithin, parsePage, textOf, type Element } from '../pages/markup'
import { helps, holds, wrong, type Finding } from './finding'
import { isHtml, type Heard } from './ask'

/** Something a page offers for money. */
export interface ForSale {
  readonly kind: 'part' | 'tip' | 'page'
  readonly address: string
  /** As the tag says it, "0.10"; null where it does not. */
  readonly price: string | null
}

/** What a page has for sale, and what there is to say about the page itself. */
export function readPage(heard: Heard): { readonly forSale: readonly ForSale[]; readonly findings: readonly Finding[] } {
  const { url, status, body } = heard
  if (status === 402) return { forSale: [{ kind: 'page', address: url, price: null }], findings: [holds(true, 'tag', url)] }
  if (status !== 200 || !isHtml(heard)) return { forSale: [], findings: [wrong('page', url, `${status} ${heard.headers.get('content-type') ?? 'without a type'}`)] }
  const page = parsePage(body)
  const elements = [...elementsWithin(page)]
  const parts = elements.filter(({ tagName }) => tagName === 'pay-wall').flatMap((element) => partIn(element, url))
  const tips = elements.filter((element) => isTipLink(element)).flatMap((element) => addressIn(element, 'href', url))
  const forSale: ForSale[] = [...parts.map(({ forSale: one }) => one), ...tips.slice(0, 1).map((address): ForSale => ({ kind: 'tip', address, price: null }))]
  const accounts = readAccounts(elements, url)
  const dataAdvice = adviceOnData(page)
  return {
    forSale,
    findings: [
      holds(true, 'page', url),
      holds(forSale.length > 0 || accounts.canBeTipped, 'tag', url),
      ...accounts.findings,
      ...parts.map(({ hasLink, forSale: { address } }) => holds(hasLink, 'link', address)),
      ...(parts.length > 0 ? [helps(dataAdvice?.length === 0 && parts.every(({ isMarked }) => isMarked), 'linked-data', url, dataAdvice?.join(' ') ?? null)] : []),
      helps(elements.some((element) => element.tagName === 'html' && (attribute(element, 'lang') ?? '').trim() !== ''), 'language', url),
      helps(elements.some((element) => element.tagName === 'title' && textOf(element).trim() !== ''), 'page-title', url),
      holds(!elements.some(locksScrolling), 'scroll', url),
    ],
  }
}

function partIn(element: Element, base: string): readonly { readonly forSale: ForSale; readonly hasLink: boolean; readonly isMarked: boolean }[] {
  return addressIn(element, 'src', base).map((address) => ({
    forSale: { kind: 'part', address, price: attribute(element, 'price') },
    hasLink: [...elementsWithin(element)].some((inner) => inner.tagName === 'a' && addressIn(inner, 'href', base).length > 0),
    isMarked: /(^|\s)paywall(\s|$)/.test(attribute(element, 'class') ?? ''),
  }))
}

const isTipLink = (element: Element): boolean => (element.tagName === 'link' || element.tagName === 'a') && /(^|\s)payment(\s|$)/i.test(attribute(element, 'rel') ?? '')

function addressIn(element: Element, name: string, base: string): readonly string[] {
  const text = attribute(element, name)?.trim() ?? ''
  if (text === '' || !URL.canParse(text, base)) return []
  const url = new URL(text, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? [url.href] : []
}

const locksScrolling = (element: Element): boolean => (element.tagName === 'html' || element.tagName === 'body') && /overflow(-y)?\s*:\s*(hidden|clip)/i.test(attribute(element, 'style') ?? '')
