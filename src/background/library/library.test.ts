import { beforeEach, describe, expect, it, vi } from 'vitest'

/** A browser in which `brought` is what the keeper brings out of a tab. */
const { chromium } = vi.hoisted(() => {
  const stored = new Map<string, unknown>()
  const listeners = { updated: new Set<(id: number, change: object) => void>(), removed: new Set<(id: number) => void>() }
  const chromium: { readonly stored: typeof stored; readonly listeners: typeof listeners; brought: unknown; injected: { readonly tabId: number; readonly args: unknown }[] } = { stored, listeners, brought: null, injected: [] }
  return { chromium }
})
vi.mock('../../platform/browser', () => ({
  browser: {
    storage: { session: { get: async (key: string) => ({ [key]: chromium.stored.get(key) }), set: async (values: object) => Object.entries(values).forEach(([key, value]) => chromium.stored.set(key, value)) } },
    scripting: {
      executeScript: async ({ target, args }: { target: { tabId: number }; args?: unknown }) => {
        if (args === undefined) return []
        chromium.injected.push({ tabId: target.tabId, args })
        return [{ result: chromium.brought }]
      },
    },
    tabs: {
      onUpdated: { addListener: (one: () => void) => chromium.listeners.updated.add(one), removeListener: (one: () => void) => chromium.listeners.updated.delete(one) },
      onRemoved: { addListener: (one: () => void) => chromium.listeners.removed.add(one), removeListener: (one: () => void) => chromium.listeners.removed.delete(one) },
    },
  },
}))

import { answered, facts, sent, settled, signed, start, terms } from '../../core/purchase/machine.fixtures'
import type { DeliveryKind, Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import type { Settings } from '../../messaging/views'
import { contentRepository } from '../../store/contents'
import { copyRepository } from '../../store/copies'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { HistoryBook } from '../../store/history/history-book'
import { HistoryReader } from '../../store/history/history-reader'
import { labelRepository } from '../../store/labels'
import { purchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { CopyDesk, tagOf } from './copy-desk'
import { listArticles, readArticle } from './library-desk'

const settings = { keepCopies: true, copiesMegabytes: 250 } as Settings
const page = { html: '<p>The wren sang.</p>', byline: null, lang: 'en', dir: null, pictures: [{ src: 'https://news.example/a.jpg', type: 'image/webp', width: 3, height: 2, data: 'AAAA' }], left: 1 }
const done: readonly PurchaseEvent[] = [signed, sent, answered(facts(200, { contentArrived: true })), settled]

let books: Books
let isOpen: boolean
let kept: Settings
let reopened: string[]
let desk: CopyDesk

beforeEach(() => {
  chromium.stored.clear()
  chromium.injected = []
  chromium.brought = page
  const [db, sealer] = [newDatabase(), newSealer()]
  const tag: Books['tag'] = ({ network, asset }, resource) => sealer.tag('resource', JSON.stringify([network, asset, resource]))
  const [purchases, labels] = [purchaseRepository(db, sealer), labelRepository(db, sealer)]
  const history = new HistoryBook(new HistoryReader(db, sealer, purchases, labels, async () => undefined), () => new Promise(() => undefined))
  books = { purchases, history, contents: contentRepository(db, sealer), copies: copyRepository(db, sealer), tag } as unknown as Books
  isOpen = true
  kept = settings
  reopened = []
  desk = new CopyDesk({
    open: async () => (isOpen ? books : null),
    settings: async () => kept,
    reopen: async ({ id }) => {
      reopened.push(id)
      return 9
    },
    changed: () => undefined,
  })
})

let count = 0
async function buy(kind: DeliveryKind = 'document', events = done): Promise<Purchase> {
  count++
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
  const resource = `https://news.example/${String(count)}`
  const nonce = `0x${String(count).padStart(64, '0')}` as const
  const bought = { ...terms, kind, resource, page: resource, nonce, title: `Number ${String(count)}`, day: null, amount: 1n }
  const reserved = await books.purchases.reserve({ id, terms: bought, resourceTag: books.tag(terms, resource), balance: 10n ** 9n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  for (const event of events) {
    const own = event.type === 'signed' ? { ...event, authorization: { ...event.authorization, nonce, value: bought.amount } } : event
    expect((await books.purchases.append(id, own)).ok, event.type).toBe(true)
  }
  const purchase = await books.purchases.get(id)
  if (purchase === null) throw new Error('just begun')
  return purchase
}

const copyOf = async (purchase: Purchase) => (await readArticle(books, purchase.id, start))?.copy ?? null

describe('a copy is taken by itself', () => {
  it('of a page that has come and is paid for, from the tab it came to, once', async () => {
    const purchase = await buy()
    await desk.arrived(7, purchase.id)
    expect(chromium.injected).toEqual([{ tabId: 7, args: [{ kind: 'document', url: purchase.terms.resource }] }])
    expect(await copyOf(purchase)).toMatchObject({ html: page.html, base: purchase.terms.resource, left: 1, pictures: [{ url: 'data:image/webp;base64,AAAA' }] })
    await desk.arrived(7, purchase.id)
    await desk.purchaseChanged(purchase)
    expect(chromium.injected).toHaveLength(1)
  })

  it('only when the chain has said that it is paid for', async () => {
    const purchase = await buy('document', [signed, sent, answered(facts(200, { contentArrived: true }))])
    await desk.arrived(7, purchase.id)
    expect(chromium.injected).toEqual([])
    const after = await books.purchases.append(purchase.id, settled)
    if (!after.ok) throw new Error(after.error)
    await desk.purchaseChanged(after.value)
    expect(await copyOf(purchase)).not.toBeNull()
  })

  it('of the pictures of a piece in a page, whose text is kept beside it', async () => {
    const purchase = await buy('fragment')
    await books.contents.save(tagOf(books, purchase), { html: '<p>Piece</p>', savedAt: start })
    chromium.brought = { ...page, html: null }
    await desk.arrived(7, purchase.id)
    expect(await copyOf(purchase)).toMatchObject({ html: '<p>Piece</p>', pictures: [{ src: 'https://news.example/a.jpg' }] })
  })

  it('never of a tip or of what a page loads, nor where the reader does not want it, nor while locked', async () => {
    for (const kind of ['tip', 'subresource'] as const) {
      const purchase = await buy(kind)
      await desk.arrived(7, purchase.id)
      await desk.purchaseChanged(purchase)
    }
    kept = { ...settings, keepCopies: false }
    await desk.arrived(7, (await buy()).id)
    kept = settings
    const purchase = await buy()
    isOpen = false
    await desk.arrived(7, purchase.id)
    expect(chromium.injected).toEqual([])
  })

  it.each([null, 'x', { ...page, html: null }, { ...page, more: 1 }])('not of what is no page: %j', async (brought) => {
    chromium.brought = brought
    const purchase = await buy()
    await desk.arrived(7, purchase.id)
    expect(await copyOf(purchase)).toBeNull()
  })
})

describe('a copy that was cut short is taken later', () => {
  /** What is kept for the browser session outlives the worker; what it had in memory does not. */
  const anotherWorker = (): CopyDesk => new CopyDesk({ open: async () => (isOpen ? books : null), settings: async () => kept, reopen: async () => null, changed: () => undefined })

  it('where the wallet locked before what was paid for came, or while its page was read', async () => {
    const [before, during] = [await buy(), await buy()]
    isOpen = false
    await desk.arrived(7, before.id)
    isOpen = true
    let reads = 0
    const locking = new CopyDesk({ open: async () => (reads++ < 1 ? books : null), settings: async () => kept, reopen: async () => null, changed: () => undefined })
    await locking.arrived(8, during.id)
    for (const purchase of [before, during]) expect(await copyOf(purchase)).toBeNull()
    await anotherWorker().resume()
    for (const purchase of [before, during]) expect(await copyOf(purchase)).not.toBeNull()
    const taken = chromium.injected.length
    await anotherWorker().resume()
    expect(chromium.injected).toHaveLength(taken)
  })

  it('where the worker ended while the page was read, and not for ever', async () => {
    const purchase = await buy()
    chromium.brought = new Promise(() => undefined)
    void desk.arrived(7, purchase.id)
    await vi.waitFor(() => expect(chromium.injected).toHaveLength(1))
    for (const tries of [2, 3]) {
      void anotherWorker().resume()
      await vi.waitFor(() => expect(chromium.injected).toHaveLength(tries))
    }
    chromium.brought = page
    await anotherWorker().resume()
    expect(chromium.injected).toHaveLength(3)
    expect(await copyOf(purchase)).toBeNull()
    // Read once more, by the reader, it is taken.
    await anotherWorker().arrived(7, purchase.id)
    expect(await copyOf(purchase)).not.toBeNull()
  })

  it('but not from a tab that shows a price or an error by then', async () => {
    const [here, elsewhere] = [await buy(), await buy()]
    isOpen = false
    await desk.arrived(7, here.id)
    await desk.arrived(8, elsewhere.id)
    await desk.refused(7)
    isOpen = true
    await anotherWorker().resume()
    expect(chromium.injected.map(({ tabId }) => tabId)).toEqual([8])
    expect(await copyOf(here)).toBeNull()
  })

  it('but not of a page that could not be read, nor of what is forgotten by then', async () => {
    const [unread, forgotten] = [await buy(), '00000000-0000-4000-8000-00000000fffe']
    chromium.brought = null
    await desk.arrived(7, unread.id)
    await desk.arrived(8, forgotten)
    const tried = chromium.injected.length
    await anotherWorker().resume()
    expect(chromium.injected).toHaveLength(tried)
    expect(chromium.stored.get('arrivals')).toEqual([])
  })
})

describe('a copy that the reader asks for', () => {
  const load = (tabId: number): void => {
    for (const listener of chromium.listeners.updated) listener(tabId, { status: 'complete' })
  }
  const asked = () => vi.waitFor(() => expect(chromium.listeners.updated.size).toBe(1))

  it('is taken once the page has come, whatever the settings say, also at a second try', async () => {
    kept = { ...settings, keepCopies: false }
    const purchase = await buy()
    chromium.brought = null
    const keeping = desk.keep(purchase)
    await asked()
    load(8)
    load(9)
    await vi.waitFor(() => expect(chromium.injected).toHaveLength(1))
    chromium.brought = page
    await vi.waitFor(() => {
      load(9)
      expect(chromium.injected.length).toBeGreaterThan(1)
    })
    expect(await keeping).toBe(true)
    expect(reopened).toEqual([purchase.id])
    expect(chromium.listeners.updated.size + chromium.listeners.removed.size).toBe(0)
  })

  it('is not there when the tab was closed before', async () => {
    const keeping = desk.keep(await buy())
    await asked()
    for (const listener of chromium.listeners.removed) listener(9)
    expect(await keeping).toBe(false)
  })
})

describe('the list', () => {
  it('holds what is owned to read, newest first, found and put in order by the history, with the size of copies and what they take', async () => {
    const old = await buy()
    for (const kind of ['tip', 'subresource'] as const) await buy(kind)
    await buy('document', [signed, sent])
    const fragment = await buy('fragment')
    await books.contents.save(tagOf(books, fragment), { html: '<p>Piece</p>', savedAt: start })
    await desk.arrived(7, old.id)
    const bare = await buy()
    const whole = await listArticles(books, settings, { text: '', sort: 'newest', offset: 0, limit: 100 })
    expect(whole.rows.map(({ id }) => id)).toEqual([bare.id, fragment.id, old.id])
    expect(whole.rows.map(({ bytes }) => bytes === null)).toEqual([true, false, false])
    expect(whole).toMatchObject({ count: 3, reading: false, most: 250_000_000, used: whole.rows[2]?.bytes })
    expect((await listArticles(books, settings, { text: '', sort: 'oldest', offset: 1, limit: 1 })).rows.map(({ id }) => id)).toEqual([fragment.id])
    expect((await listArticles(books, settings, { text: old.terms.title, sort: 'title', offset: 0, limit: 100 })).rows[0]?.id).toBe(old.id)
  })

  it('leads to nothing that is not owned', async () => {
    const tip = await buy('tip')
    const unpaid = await buy('document', [signed, sent])
    for (const id of [tip.id, unpaid.id, '00000000-0000-4000-8000-00000000ffff']) expect(await readArticle(books, id, start)).toBeNull()
  })
})
