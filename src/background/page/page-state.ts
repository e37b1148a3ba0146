import * as v from 'valibot'
import { deliveryKinds } from '../../core/purchase/purchase'
import { conventions } from '../../core/protocols/named/conventions'
import { sameSite } from '../../core/protocols/site'
import { en as words } from '../../core/words/en'
import type { Input } from '../../messaging/contract'
import { account, feeLine } from '../approval/approval-state'

/** What one tab's page asks money for, as far as it has been looked at. Kept in storage.session. */
export const pageItem = v.object({
  id: v.string(),
  kind: v.picklist(deliveryKinds),
  /** The URL that answers 402, without fragment. */
  resource: v.string(),
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
  const add = (kind: PageItem['kind'], resource: string, title: string, keep: string | null, length: string | null): void => {
    if (items.some((item) => item.resource === resource)) return
    const old = known.find((item) => item.resource === resource && item.kind === kind)
    const named = { title: plain(title), keep, words: length }
    const tellsPrograms = kind !== 'document' || found.tellsPrograms
    if (old === undefined) items.push({ id: crypto.randomUUID(), kind, resource, ...named, tellsPrograms, look: firstLook(url, resource) })
    else items.push(learned(old, { ...named, tellsPrograms }))
  }
  if (found.status === 402) add('document', url, found.title, null, null)
  for (const tag of found.tags) {
    if (URL.canParse(tag.src)) add('fragment', stripFragment(new URL(tag.src).href), tag.title, tag.keep, tag.words)
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

/**
 * The wallet's requests carry the reader's cookies and reach places a page cannot: a page may point them only at its own site.
 */
export const isOfSite = (page: string, { resource }: Pick<PageItem, 'resource'>): boolean => sameSite(new URL(page), new URL(resource))

function firstLook(page: string, resource: string): PageItem['look'] {
  if (isOfSite(page, { resource })) return { state: 'loading' }
  return { state: 'refused', sentence: words.challenge['resource-elsewhere'] }
}
