import { elementsWithin, findElement, insertion, attribute, isText, textOf, type Edit, type Element, type Tree } from './markup'
import type { Wall } from './walls'

/**
 * What search engines are told of a page with a paid part (schema.org, `isAccessibleForFree`): made where the author has not written
 * it, and looked through where they have.
 */
export function linkedData(page: Tree, walls: readonly Wall[], address: URL): { readonly edits: readonly Edit[]; readonly advice: readonly string[] } {
  const [first] = walls
  if (first === undefined) return { edits: [], advice: [] }
  const advice = adviceOnData(page)
  if (advice !== null) return { edits: [], advice }
  const head = findElement(page, ({ tagName }) => tagName === 'head')
  const at = head?.sourceCodeLocation?.endTag?.startOffset ?? first.startTag.start
  return { edits: [insertion(at, dataFor(page, address))], advice: [] }
}

/** What is to be said of what an author has written; null where they have written nothing. */
export function adviceOnData(page: Tree): readonly string[] | null {
  const written = [...elementsWithin(page)].filter(isData).flatMap(claimsIn)
  return written.length === 0 ? null : written.flatMap(adviceFor)
}

const isData = (element: Element): boolean => element.tagName === 'script' && attribute(element, 'type')?.trim().toLowerCase() === 'application/ld+json'

type Claim = Readonly<Record<string, unknown>>

/** The things in a block that are said to be free or not. */
function claimsIn(element: Element): readonly Claim[] {
  const text = element.childNodes.filter(isText).map(({ value }) => value).join('')
  try {
    return objectsIn(JSON.parse(text)).filter((one) => 'isAccessibleForFree' in one && one['@type'] !== 'WebPageElement')
  } catch {
    return []
  }
}

function objectsIn(value: unknown): readonly Claim[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  const { '@graph': graph } = value as Claim
  return [value as Claim, ...(graph === undefined ? [] : objectsIn(graph))]
}

function adviceFor(claim: Claim): readonly string[] {
  const advice: string[] = []
  if (!isNo(claim['isAccessibleForFree'])) advice.push('The JSON-LD says that the page is free. Search engines take a paid part for a trick then: say "isAccessibleForFree": false.')
  const parts = objectsIn(claim['hasPart'])
  if (!parts.some((part) => part['cssSelector'] === '.paywall' && isNo(part['isAccessibleForFree']))) {
    advice.push('The JSON-LD does not say which part is paid: "hasPart": { "@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paywall" }.')
  }
  return advice
}

const isNo = (value: unknown): boolean => value === false || (typeof value === 'string' && /^(https?:\/\/schema\.org\/)?false$/i.test(value))

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
