import * as v from 'valibot'
import { canonicalResource } from '../../core/purchase/identity'
import type { Purchase } from '../../core/purchase/purchase'
import type { Settings } from '../../messaging/views'
import { browser, type Tabs } from '../../platform/browser'
import type { Books, OpenBooks } from '../books'
import { sessionValue } from '../session'
import { singleFlight } from '../single-flight'
import { readKeptPage } from './kept-page'
import { copyFromTab } from './page-copy'

/** `url`: the address it came under; null where that is the one that is written down. `tries`: how often its copy was begun. */
const arrival = v.object({ purchaseId: v.string(), tabId: v.number(), url: v.nullable(v.string()), tries: v.number() })

/** Bought pages whose copy waits for the chain to say that they are paid for; more at a time are not copied by themselves. */
const mostArrivals = 20
/** A page that ends the worker whenever it is read is left alone after this. */
const mostTries = 3
/** How long the reader waits for a copy that they asked for. */
const keepPatienceMs = 60_000

const megabyte = 1_000_000

interface Desk {
  readonly open: OpenBooks
  readonly settings: () => Promise<Pick<Settings, 'keepCopies' | 'copiesMegabytes'>>
  /** Opens something owned where it was bought, free. Returns the tab. */
  readonly reopen: (purchase: Purchase) => Promise<number | null>
  readonly changed: () => void
}

/**
 * Takes copies of what was bought, once it has come and is paid for: of a page its text and pictures, of a piece in a page its
 * pictures. Nothing is copied of tips and of what pages load, and no page without a purchase is ever looked at.
 */
export class CopyDesk {
  readonly #desk: Desk
  readonly #arrivals = sessionValue('arrivals', v.array(arrival), [])
  readonly #once = singleFlight<boolean>()
  /** Readers who wait for a copy, by purchase. */
  readonly #waiting = new Map<string, () => void>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** What was bought has come to a tab, as its page or in its place there. */
  async arrived(tabId: number, purchaseId: string, url: string | null = null): Promise<void> {
    await this.#arrivals.change((all) => [...all.filter((one) => one.tabId !== tabId && one.purchaseId !== purchaseId), { purchaseId, tabId, url, tries: 0 }].slice(-mostArrivals))
    const purchase = await (await this.#desk.open())?.purchases.get(purchaseId)
    if (purchase !== undefined && purchase !== null) await this.purchaseChanged(purchase)
  }

  /** The tab shows a refusal instead, or a price: nobody's copy is that. */
  async refused(tabId: number): Promise<void> {
    await this.#arrivals.change((all) => (all.some((one) => one.tabId === tabId) ? all.filter((one) => one.tabId !== tabId) : all))
  }

  /**
   * Once it is certain that something is paid for, its copy is taken from the tab it came to. The arrival is forgotten only
   * afterwards: a copy that the lock or the worker's end came before is taken when the books are open again.
   */
  async purchaseChanged(purchase: Purchase): Promise<void> {
    if (!isArticle(purchase)) return
    const found = (await this.#arrivals.read()).find(({ purchaseId }) => purchaseId === purchase.id)
    if (found === undefined) return
    const asked = this.#waiting.get(purchase.id)
    const isWanted = asked !== undefined || (await this.#desk.settings()).keepCopies
    if (!isWanted || found.tries >= mostTries) return this.#forget(purchase.id)
    const taken = await this.#take(found.tabId, purchase, found.url)
    if (taken) asked?.()
    if (taken || (await this.#desk.open()) !== null) await this.#forget(purchase.id)
  }

  /** Runs when the books open, and when the worker starts with open ones: takes the copies that were cut short. */
  async resume(): Promise<void> {
    for (const { purchaseId } of await this.#arrivals.read()) {
      const books = await this.#desk.open()
      if (books === null) return
      const purchase = await books.purchases.get(purchaseId)
      await (purchase === null ? this.#forget(purchaseId) : this.purchaseChanged(purchase))
    }
  }

  /** Opens something owned and takes a copy of it, whatever the settings say; false where none could be taken. */
  async keep(purchase: Purchase): Promise<boolean> {
    const tabId = await this.#desk.reopen(purchase)
    if (tabId === null) return false
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        browser.tabs.onUpdated.removeListener(loaded)
        browser.tabs.onRemoved.removeListener(closed)
        this.#waiting.delete(purchase.id)
        resolve()
      }
      // A page that has forgotten its reader asks for money first, and comes a second time.
      const loaded = (id: number, { status }: Tabs.OnUpdatedChangeInfoType): void => {
        if (id === tabId && status === 'complete' && purchase.terms.kind === 'document') void this.#take(tabId, purchase).then((taken) => taken && done())
      }
      const closed = (id: number): void => {
        if (id === tabId) done()
      }
      const timer = setTimeout(done, keepPatienceMs)
      this.#waiting.set(purchase.id, done)
      browser.tabs.onUpdated.addListener(loaded)
      browser.tabs.onRemoved.addListener(closed)
    })
    return this.#isKept(purchase)
  }

  /** The reader allows less room than before, perhaps. */
  async makeRoom(): Promise<void> {
    const books = await this.#desk.open()
    await books?.copies.makeRoom((await this.#desk.settings()).copiesMegabytes * megabyte)
    this.#desk.changed()
  }

  async #begun(id: string): Promise<void> {
    await this.#arrivals.change((all) => (all.some(({ purchaseId }) => purchaseId === id) ? all.map((one) => (one.purchaseId === id ? { ...one, tries: one.tries + 1 } : one)) : all))
  }

  async #forget(id: string): Promise<void> {
    await this.#arrivals.change((all) => all.filter(({ purchaseId }) => purchaseId !== id))
  }

  async #isKept(purchase: Purchase): Promise<boolean> {
    const books = await this.#desk.open()
    if (books === null) return false
    const tag = tagOf(books, purchase)
    return (await books.copies.has(tag)) || (await books.contents.sizes([tag])).size > 0
  }

  /** False where there is none, and none could be taken. One that is there stays as it is. */
  #take(tabId: number, purchase: Purchase, url: string | null = null): Promise<boolean> {
    return this.#once(purchase.id, async () => {
      try {
        const books = await this.#desk.open()
        if (books === null) return false
        const tag = tagOf(books, purchase)
        if (await books.copies.has(tag)) return true
        const isDocument = purchase.terms.kind === 'document'
        await this.#begun(purchase.id)
        const brought = await copyFromTab(tabId, { kind: isDocument ? 'document' : 'fragment', url: url ?? purchase.terms.resource })
        const copy = readKeptPage(brought, Date.now())
        if (copy === null || (copy.html === null) === isDocument) return false
        const kept = await books.copies.save(tag, copy, (await this.#desk.settings()).copiesMegabytes * megabyte, purchase.id)
        if (kept) this.#desk.changed()
        return kept
      } catch {
        // Locked meanwhile, or no room on the disk: the purchase is none the worse, and opens again where it was bought.
        return false
      }
    })
  }
}

/** What the reader owns to read: paid for and come, or known from the chain to be theirs. */
export const isArticle = ({ state, terms }: Purchase): boolean => state === 'delivered' && (terms.kind === 'document' || terms.kind === 'fragment')

/** What a copy is known by: the same for every purchase of one thing. */
export const tagOf = (books: Books, { terms }: Purchase): string => books.tag(terms, canonicalResource(terms.resource))
