import * as v from 'valibot'
import type { Named } from '../../core/protocols/named/conventions'
import type { Answer } from '../../core/protocols/dialect'
import { browser } from '../../platform/browser'
import type { Input } from '../../messaging/contract'
import type { PageEvent } from '../../messaging/views'
import type { TipTarget } from '../../core/tips/target'
import { sessionValue } from '../session'
import type { Prices } from './prices'
import { itemsOf, pageState, type PageItem, type PageState } from './page-state'

/** How many items of a page are priced without being asked: a page may declare more, they are priced when opened. */
const pricedAtOnce = 3

/** The most recordings of one page that are offered: as many as parts that a content script finds. */
const mostRecordings = 10
const nothingFound: Input<'page.found'> = { status: 0, tellsPrograms: false, title: '', tags: [], parts: [] }

/** A page that was paid and never came is asked for by itself at most this often. */
const retryPauseMs = 60_000
const retry = v.object({ purchaseId: v.string(), at: v.number() })

const observedAnswer = v.object({ tabId: v.number(), url: v.string(), headers: v.array(v.tuple([v.string(), v.string()])) })

/** A recording that was answered with 402, and the page that asked for it. */
const unpaidPart = v.object({ tabId: v.number(), url: v.string(), src: v.string() })

/** How much of a header is remembered: more than is ever read, so that one cut here is refused for its length. */
const longestHeader = 70_000

const emptyPage = (tabId: number, url: string): PageState => ({ tabId, url, items: [], dismissed: false, named: [], tip: null })

/** What the open tabs ask for. Cleared by every navigation; survives the worker's sleep. */
export class Pages {
  readonly #pages = sessionValue('pages', v.array(pageState), [])
  readonly #observed = sessionValue('observed', v.array(observedAnswer), [])
  readonly #unpaid = sessionValue('unpaid', v.array(unpaidPart), [])
  readonly #retries = sessionValue('retries', v.array(retry), [])
  /** Items whose price is being looked up. */
  readonly #asking = new Set<string>()
  readonly #prices: Prices
  readonly #changed: (page: PageState) => Promise<void>

  constructor(prices: Prices, changed: (page: PageState) => Promise<void>) {
    this.#prices = prices
    this.#changed = changed
  }

  async find(tabId: number): Promise<PageState | null> {
    return (await this.#pages.read()).find((page) => page.tabId === tabId) ?? null
  }

  async all(): Promise<readonly PageState[]> {
    return this.#pages.read()
  }

  /** The page that shows `item`, in the tab it was shown in. */
  async findItem(tabId: number, item: string): Promise<{ page: PageState; item: PageItem } | null> {
    const page = await this.find(tabId)
    const found = page?.items.find((one) => one.id === item)
    return page === null || found === undefined ? null : { page, item: found }
  }

  /** A navigation brought an answer: what the tab asked for before is over. */
  async left(tabId: number): Promise<void> {
    const known = await this.find(tabId)
    if (known !== null) await this.#pages.change((pages) => pages.filter((page) => page.tabId !== tabId))
    if ((await this.#unpaid.read()).some((part) => part.tabId === tabId)) await this.#unpaid.change((all) => all.filter((part) => part.tabId !== tabId))
  }

  /** The main frame answered 402: remembered, so that the price is known without asking again. */
  async observed(tabId: number, url: string, headers: ReadonlyMap<string, string>): Promise<void> {
    const kept = [...headers].map(([name, value]): [string, string] => [name, value.slice(0, longestHeader)])
    await this.#observed.change((all) => [...all.filter((one) => one.tabId !== tabId), { tabId, url, headers: kept }])
  }

  /** A 402 whose page ran no script of ours (an empty body shows the browser's own error page). */
  async observedOnly(tabId: number, url: string): Promise<void> {
    const known = await this.find(tabId)
    if (known?.url !== url) await this.found(tabId, url, { status: 402, tellsPrograms: false, title: '', tags: [], parts: [] })
  }

  /** A recording of a page was answered with 402, which its content script cannot see. False where that is known, or too much. */
  async sawUnpaid(tabId: number, url: string, src: string): Promise<boolean> {
    const before = (await this.#unpaid.read()).filter((part) => part.tabId === tabId && part.url === url)
    if (before.length >= mostRecordings || before.some((part) => part.src === src)) return false
    await this.#unpaid.change((all) => [...all, { tabId, url, src }])
    await this.#keep(tabId, url, (known) => {
      const isNew = known.every(({ resource }) => resource !== src)
      return isNew ? [...known, ...itemsOf(url, nothingFound, [], [src])] : [...known]
    })
    await this.#priceFirst(tabId, null, false)
    return true
  }

  /** What a content script found. Prices the first items: nobody is told that a price is looked for which stands in what the browser has seen. */
  async found(tabId: number, url: string, found: Input<'page.found'>): Promise<void> {
    const seen = await this.#seen(tabId, url)
    const unpaid = (await this.#unpaid.read()).filter((part) => part.tabId === tabId && part.url === url)
    const read = await this.#prices.reading()
    const priced = (item: PageItem): PageItem => (seen !== null && item.kind === 'document' && item.look.state === 'loading' ? (read(item, seen) ?? item) : item)
    await this.#keep(tabId, url, (known) => itemsOf(url, found, known, unpaid.map(({ src }) => src)).map(priced))
    await this.#priceFirst(tabId, seen, false)
  }

  /** The reader looks at what this tab asks for: what has no price yet is asked about now, a server that told a browser nothing as a program. */
  async wanted(tabId: number): Promise<void> {
    const page = await this.find(tabId)
    for (const item of page?.items ?? []) {
      const isSilent = item.look.state === 'refused' && !item.tellsPrograms
      if (isSilent) await this.#update(tabId, { ...item, tellsPrograms: true, look: { state: 'loading' } })
    }
    await this.#priceFirst(tabId, null, true)
  }

  /** The browser lets more sites be asked than before: what was refused is looked up once more. */
  async askAgain(): Promise<void> {
    for (const { tabId, items } of await this.all()) {
      for (const item of items) if (item.look.state === 'refused') await this.#update(tabId, { ...item, look: { state: 'loading' } })
      await this.#priceFirst(tabId, null, false)
    }
  }

  async #keep(tabId: number, url: string, items: (known: readonly PageItem[]) => PageItem[]): Promise<void> {
    await this.#pages.change((pages) => {
      const known = pages.find((page) => page.tabId === tabId && page.url === url)
      const page: PageState = { tabId, url, items: items(known?.items ?? []), dismissed: known?.dismissed ?? false, named: known?.named ?? [], tip: known?.tip ?? null }
      return [...pages.filter((one) => one.tabId !== tabId), page]
    })
    await this.#announce(tabId)
  }

  async #priceFirst(tabId: number, seen: Answer | null, wanted: boolean): Promise<void> {
    const page = await this.find(tabId)
    const unpriced = (page?.items ?? []).filter((item) => item.look.state === 'loading').slice(0, pricedAtOnce)
    if (page !== null) await Promise.all(unpriced.map((item) => this.#priceOne(page, item, item.kind === 'document' ? seen : null, wanted)))
  }

  async #priceOne({ tabId, url }: PageState, item: PageItem, seen: Answer | null, wanted: boolean): Promise<void> {
    if (this.#asking.has(item.id)) return
    this.#asking.add(item.id)
    try {
      const priced = await this.#prices.ask(item, url, seen, wanted)
      if (priced !== item) await this.#update(tabId, priced)
    } finally {
      this.#asking.delete(item.id)
    }
  }

  /** What a page asks for that can only be named. False where that was known already, or is nothing. */
  async named(tabId: number, url: string, recognised: readonly Named[]): Promise<boolean> {
    const named = recognised.map(({ convention }) => convention)
    const known = await this.find(tabId)
    const same = known?.url === url ? known : null
    if (named.join() === (same?.named ?? []).join()) return false
    await this.#pages.change((pages) => {
      const page = pages.find((one) => one.tabId === tabId && one.url === url) ?? emptyPage(tabId, url)
      return [...pages.filter((one) => one.tabId !== tabId), { ...page, named }]
    })
    return true
  }

  /** Where a page wants tips sent. */
  async tipFound(tabId: number, url: string, tip: TipTarget): Promise<void> {
    await this.#pages.change((pages) => {
      const page = pages.find((one) => one.tabId === tabId && one.url === url) ?? emptyPage(tabId, url)
      return [...pages.filter((one) => one.tabId !== tabId), { ...page, tip }]
    })
  }

  async dismiss(tabId: number): Promise<void> {
    await this.#pages.change((pages) => pages.map((page) => (page.tabId === tabId ? { ...page, dismissed: true } : page)))
    await this.#announce(tabId)
  }

  /** Notes a free retry; false when one was made in the last minute, so that a stubborn server makes no loop. */
  async noteRetry(purchaseId: string): Promise<boolean> {
    const now = Date.now()
    let fresh = false
    await this.#retries.change((all) => {
      const recent = all.filter((one) => now - one.at < retryPauseMs)
      fresh = recent.every((one) => one.purchaseId !== purchaseId)
      return fresh ? [...recent, { purchaseId, at: now }] : recent
    })
    return fresh
  }

  /** It came: the next time is another visit, and no loop. */
  async forgetRetry(purchaseId: string): Promise<void> {
    if ((await this.#retries.read()).some((one) => one.purchaseId === purchaseId)) {
      await this.#retries.change((all) => all.filter((one) => one.purchaseId !== purchaseId))
    }
  }

  /** Lets go of pages, and of what was tried on them. @param isGone says it of a page's address @param purchases ids that are there no more */
  async forget(isGone: (url: string) => boolean, purchases: ReadonlySet<string>): Promise<void> {
    const stays = ({ url }: { readonly url: string }): boolean => !isGone(url)
    await this.#pages.change((all) => all.filter(stays))
    await this.#observed.change((all) => all.filter(stays))
    await this.#unpaid.change((all) => all.filter(stays))
    await this.#retries.change((all) => all.filter(({ purchaseId }) => !purchases.has(purchaseId)))
  }

  /** Tells the content script of a page. A page that is gone hears nothing. */
  async tell(tabId: number, event: PageEvent): Promise<void> {
    try {
      await browser.tabs.sendMessage(tabId, event, { frameId: 0 })
    } catch {
      // No card on that page (put away, switched off, or the tab has moved on).
    }
  }

  async #seen(tabId: number, url: string): Promise<Answer | null> {
    const seen = (await this.#observed.read()).find((one) => one.tabId === tabId && one.url === url)
    if (seen === undefined) return null
    // Used once: a later look asks the server. Nobody waits until the browser holds that.
    void this.#observed.change((all) => all.filter((one) => one.tabId !== tabId))
    return { url, status: 402, headers: new Map(seen.headers) }
  }

  /** Only what was looked up changes: the page may have named itself meanwhile. */
  async #update(tabId: number, { id, title, look, tellsPrograms, resource }: PageItem): Promise<void> {
    const priced = (item: PageItem): PageItem => (item.id === id ? { ...item, look, tellsPrograms, resource, title: title === '' ? item.title : title } : item)
    await this.#pages.change((pages) => pages.map((page) => (page.tabId === tabId ? { ...page, items: page.items.map(priced) } : page)))
    await this.#announce(tabId)
  }

  async #announce(tabId: number): Promise<void> {
    const page = await this.find(tabId)
    if (page !== null) await this.#changed(page)
  }
}
