import * as v from 'valibot'
import { deliveryKinds } from '../../core/purchase/purchase'
import { conventions } from '../../core/protocols/named/conventions'
import { isProtected } from '../../core/protocols/is-protected'
import { sameSite } from '../../core/protocols/site'
import { canonicalResource } from '../../core/purchase/identity'
import { en as words } from '../../core/words/en'
import type { Input } from '../../messaging/contract'
import { account, feeLine } from '../approval/approval-state'

/** What one tab's page asks money for, as far as it has been looked at. Kept in storage.session. */
export const pageItem = v.object({
  id: v.string(),
  kind: v.picklist(deliveryKinds),
  /** The URL that answers 402, without fragment. Of several that sell the same, the first that answers. */
  resource: v.string(),
  /** Where the ciphertext is, if what is sold is its key; what the tag names as its seller; and who else sells it. */
  sealed: v.optional(v.nullable(v.object({ part: v.string(), src: v.string(), also: v.array(v.string()) })), null),
  title: v.string(),
  keep: v.nullable(v.string()),
  words: v.nullable(v.string()),
  /** Its server is asked as a program where its answer to a reader says nothing: the page tells that this is of use, or the reader wants to know. */
  tellsPrograms: v.boolean(),
  look: v.variant('state', [
    v.object({ state: v.literal('loading') }),
    v.object({ state: v.literal('offer'), amount: v.string(), decimals: v.number(), symbol: v.string(), payTo: account, service: v.nullable(v.string()), feeLines: v.array(feeLine) }),
    v.object({ state: v.literal('refused'), sentence: v.string() }),
  ]),
})
export type PageItem = v.InferOutput<typeof pageItem>

export const pageState = v.object({
  tabId: v.number(),
  url: v.string(),
  items: v.array(pageItem),
  dismissed: v.boolean(),
  /** What else it asks for, in ways that can only be named: what was found when the reader opened the popup on it. */
  named: v.pipe(v.array(v.picklist(conventions)), v.maxLength(conventions.length)),
  /** Where it wants tips sent: what was found when the reader opened the popup on it. */
  tip: v.nullable(v.object({ url: v.string(), title: v.string() })),
})
export type PageState = v.InferOutput<typeof pageState>

/** What an item is called: by its seller or its page, else by where it stands. */
export const titleOf = ({ title, resource }: Pick<PageItem, 'title' | 'resource'>): string => (title === '' ? new URL(resource).pathname : title)

const stripFragment = (url: string): string => url.split('#', 1)[0] ?? url
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()

/**
 * The items of a page, from what its content script found. Items already known keep their identity.
 * @param unpaid addresses of what the page loads and a content script cannot find
 */
export function itemsOf(url: string, found: Input<'page.found'>, known: readonly PageItem[], unpaid: readonly string[] = []): PageItem[] {
  const items: PageItem[] = []
  const add = (kind: PageItem['kind'], resource: string, title: string, keep: string | null, length: string | null, sealed: PageItem['sealed'] = null): void => {
    if (items.some((item) => namedBy(item) === resource)) return
    const old = known.find((item) => namedBy(item) === resource && item.kind === kind && item.sealed?.part === sealed?.part)
    const named = { title: plain(title), keep, words: length }
    const tellsPrograms = kind !== 'document' || found.tellsPrograms
    if (old === undefined) items.push({ id: crypto.randomUUID(), kind, resource, sealed, ...named, tellsPrograms, look: firstLook(url, { resource, sealed }) })
    else items.push(learned(old, { ...named, tellsPrograms }))
  }
  if (found.status === 402) add('document', url, found.title, null, null)
  for (const tag of found.tags) {
    if (!URL.canParse(tag.src)) continue
    const src = stripFragment(new URL(tag.src).href)
    add('fragment', src, tag.title, tag.keep, tag.words, tag.sealed === undefined ? null : { src, part: tag.sealed.part, also: tag.sealed.also.filter((also) => URL.canParse(also) && also !== src) })
  }
  for (const src of [...found.parts.map((part) => part.src), ...unpaid]) {
    if (URL.canParse(src)) add('subresource', stripFragment(new URL(src).href), '', null, null)
  }
  return items
}

/** The answer's head comes before the page that carries the title, and tells how else its server can be asked. */
function learned(old: PageItem, { tellsPrograms, ...named }: Pick<PageItem, 'title' | 'keep' | 'words' | 'tellsPrograms'>): PageItem {
  const known = old.title === '' ? { ...old, ...named } : old
  if (!tellsPrograms || old.tellsPrograms) return known
  return { ...known, tellsPrograms, look: old.look.state === 'refused' ? { state: 'loading' } : old.look }
}

/** What the tag of an item names as its seller: the page's tag is found by it. */
export const namedBy = ({ resource, sealed }: Pick<PageItem, 'resource' | 'sealed'>): string => sealed?.src ?? resource

/** Every address under which an item may have been bought. */
export const addressesOf = ({ resource, sealed }: Pick<PageItem, 'resource' | 'sealed'>): string[] => (sealed === null ? [resource] : [sealed.src, ...sealed.also])

/** Whether this is the resource of an item. */
export const isAbout = (item: Pick<PageItem, 'resource' | 'sealed'>, resource: string): boolean => addressesOf(item).some((address) => canonicalResource(address) === canonicalResource(resource))

/**
 * The wallet's requests carry the reader's cookies and reach places a page cannot: a page may point them only at its own site.
 * The key of a part that lies on the page's site or the seller's is asked for elsewhere as well: without cookies, and over a
 * connection that nobody else can read.
 */
export function mayBeAsked(page: string, { resource, sealed }: Pick<PageItem, 'resource' | 'sealed'>): boolean {
  const [here, there] = [new URL(page), new URL(resource)]
  if (sealed === null) return sameSite(here, there)
  const isClosed = sameSite(here, there) || there.protocol === 'https:' || (here.protocol === 'http:' && isProtected(here) && isProtected(there))
  return isClosed && URL.canParse(sealed.part) && [here, there].some((site) => sameSite(site, new URL(sealed.part)))
}

function firstLook(page: string, item: Pick<PageItem, 'resource' | 'sealed'>): PageItem['look'] {
  if (mayBeAsked(page, item)) return { state: 'loading' }
  return { state: 'refused', sentence: words.challenge['resource-elsewhere'] }
}
