import * as v from 'valibot'
import { canonicalResource } from '../../core/purchase/identity'
import type { Purchase } from '../../core/purchase/purchase'
import type { Approval } from '../approval/approval-state'
import { quote } from '../approval/quote'
import { termsOf } from '../approval/terms'
import type { Books, OpenBooks } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import { hostOf, inWords, type PricedSettings } from '../display'
import type { PageItem, PageState } from '../page/page-state'
import { sessionValue } from '../session'
import type { AllowancesDesk } from '../spending/allowances-desk'
import type { WatchDesk } from '../watch/watch-desk'
import { announce, takeBack, undoMs } from './announcement'
import { isWatched } from './is-watched'
import type { Payments } from './payments'

interface Means {
  readonly open: OpenBooks
  readonly chain: ChainReader
  readonly payments: Payments
  readonly allowances: AllowancesDesk
  readonly watch: WatchDesk
  readonly settings: () => Promise<PricedSettings>
}

/** A reader who opened a page this long ago may have turned to something else. */
const freshMs = 30_000
/** How often it is looked whether the reader is still there. */
const lookMs = 250
/** What was stopped is not tried again in this browser session; so many are remembered. */
const mostStopped = 200

interface Navigation {
  readonly url: string
  readonly at: number
}

/**
 * Payments that nobody is asked about, because the reader has allowed them. Each of these must hold, and any doubt ends in the
 * ordinary question: the reader opened the page by a press or a key of their own; it is in front of them and stays there; it asks
 * for one thing; nothing about it calls for care; its price and its account are those of the allowance; and it was announced, and
 * not stopped, before anything is signed.
 */
export class UnaskedPayments {
  readonly #means: Means
  /** Per tab, what the reader opened there last. Forgotten when the worker sleeps: then they are asked. */
  readonly #opened = new Map<number, Navigation>()
  /** Purchases that are announced, and may still be stopped. */
  readonly #announced = new Set<string>()
  readonly #stopped = sessionValue('stopped', v.array(v.string()), [])

  constructor(means: Means) {
    this.#means = means
  }

  /** A tab has asked for a page. @param byReader a person made it do so */
  navigated(tabId: number, url: string, byReader: boolean): void {
    if (byReader) this.#opened.set(tabId, { url, at: Date.now() })
    else this.#opened.delete(tabId)
  }

  /** Pays for what a page asks, if all of that holds. Once for each time the reader opens it. */
  async consider(page: PageState): Promise<void> {
    const [item, more] = page.items
    if (item === undefined || more !== undefined || !mayBeUnasked(item)) return
    const opened = this.#opened.get(page.tabId)
    if (opened?.url !== page.url || Date.now() - opened.at > freshMs) return
    const books = await this.#means.open()
    if (books === null || this.#opened.get(page.tabId) !== opened) return
    this.#opened.delete(page.tabId)
    // The page comes again because it is paid for: its seller is busy with that, and is not asked once more.
    if ((await this.#means.payments.navigations.find(page.tabId)) !== undefined) return
    try {
      await this.#pay(page, item, books)
    } catch {
      // The wallet was locked meanwhile, or the disk failed: nothing was signed, and the card asks as always.
    }
  }

  /** Stops what was announced and is not signed. Nothing happens where it is too late, or there is no such purchase. */
  async stop(purchase: Pick<Purchase, 'id' | 'terms'>): Promise<void> {
    if (!this.#announced.delete(purchase.id)) return
    const resource = canonicalResource(purchase.terms.resource)
    await this.#stopped.change((all) => [...all.filter((one) => one !== resource), resource].slice(-mostStopped))
  }

  /** The same for a purchase that is known by its id alone. */
  async stopById(id: string): Promise<void> {
    const purchase = await (await this.#means.open())?.purchases.get(id)
    if (purchase !== undefined && purchase !== null) await this.stop(purchase)
  }

  /** Lets go of what was stopped on pages that are forgotten. */
  async forget(isGone: (url: string) => boolean): Promise<void> {
    await this.#stopped.change((all) => all.filter((url) => !isGone(url)))
  }

  async #pay(page: PageState, item: PageItem, books: Books): Promise<void> {
    const asked = questionOf(page, item)
    if ((await this.#stopped.read()).includes(canonicalResource(item.resource))) return
    const allowance = await this.#means.allowances.heldFor(page.url, item)
    if (allowance === null || !(await isWatched(page)) || (await this.#means.watch.isFrozen())) return
    const settings = await this.#means.settings()
    const quoted = await quote(asked, null, { books, chain: this.#means.chain, settings, asksReader: false })
    if (!quoted.ok || quoted.value.type !== 'quoted') return
    const { quote: found } = quoted.value
    const agreed = termsOf(asked, found, allowance)
    if (agreed === null || found.notices.some(({ level }) => level === 'care')) return
    if (settings.askAbove !== null && agreed.terms.amount > BigInt(settings.askAbove)) return
    const price = inWords(agreed.terms.amount, found.balanceAfter.decimals, settings)
    const agreement = { ...agreed, maxTimeoutSeconds: found.maxTimeoutSeconds, balance: BigInt(found.balance), tabId: page.tabId, note: null }
    await this.#means.payments.payUnasked(agreement, (purchase) => this.#announce(purchase, price, page))
  }

  /** True when the reader was told, stayed on the page and let it be. */
  async #announce(purchase: Purchase, price: string, page: PageState): Promise<boolean> {
    const { id } = purchase
    this.#announced.add(id)
    try {
      if (!(await announce(id, price, hostOf(page.url)))) return false
      const until = Date.now() + undoMs
      for (let left = undoMs; left > 0; left = until - Date.now()) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(lookMs, left)))
        if (!this.#announced.has(id) || !(await isWatched(page)) || (await this.#means.open()) === null) return false
      }
      return this.#announced.has(id)
    } finally {
      this.#announced.delete(id)
      await takeBack(id)
    }
  }
}

/** Pages and pieces of them: what a page loads beside itself is never paid for without a question. */
const mayBeUnasked = ({ kind, look }: PageItem): boolean => look.state === 'offer' && (kind === 'document' || kind === 'fragment')

/** What would be asked, were it asked. */
function questionOf(page: PageState, { kind, resource, sealed, title, keep, look }: PageItem): Approval {
  const seenAmount = look.state === 'offer' ? look.amount : null
  return { id: crypto.randomUUID(), tabId: page.tabId, windowId: null, page: page.url, kind, resource, sealed: sealed?.part ?? null, title, keep, seenAmount, askedAt: Date.now(), stage: { type: 'new', wanted: null } }
}
