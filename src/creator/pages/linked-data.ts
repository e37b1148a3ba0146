import { adviceOnData } from '../../core/selling-check/linked-data'
import { elementsWithin, findElement, insertion, attribute, isText, textOf, type Edit, type Element, type Tree } from './markup'
import type { Wall } from './walls'

/**
 * What search engines are told of a page with a paid part (schema.org, `isAccessibleForFree`): made where the author has not written
 * it, and looked through where they have.
 */
export function linkedData(page: Tree, walls: readonly Wall[], address: URL): { readonly edits: readonly Edit[]; readonly advice: readonly string[] } {
  const [first] = walls
  if (first === undefined) return { edits: [], advice: [] }
  const advice = adviceOnData(dataIn(page))
  if (advice !== null) return { edits: [], advice }
  const head = findElement(page, ({ tagName }) => tagName === 'head')
  const at = head?.sourceCodeLocation?.endTag?.startOffset ?? first.startTag.start
  return { edits: [insertion(at, dataFor(page, address))], advice: [] }
}

/** The blocks of JSON-LD in a page. */
export function dataIn(page: Tree): readonly string[] {
  return [...elementsWithin(page)].filter(isData).map((element) => element.childNodes.filter(isText).map(({ value }) => value).join(''))
}

const isData = (element: Element): boolean => element.tagName === 'script' && attribute(element, 'type')?.trim().toLowerCase() === 'application/ld+json'

function dataFor(page: Tree, address: URL): string {
  const title = findElement(page, ({ tagName }) => tagName === 'title')
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    ...(title !== undefined && { headline: textOf(title).replace(/\s+/g, ' ').trim() }),
    mainEntityOfPage: address.href,
    isAccessibleForFree: false,
    hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' },
  }
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`
}
