import { findNetwork } from '../../core/networks/networks'
import { named, wallOf, type Named } from '../../core/protocols/named/conventions'
import { wishFor, type Wish } from '../../core/protocols/named/wishes'
import { isAccountLink } from '../../core/tips/account'
import { canonicalResource } from '../../core/purchase/identity'
import type { Purchase } from '../../core/purchase/purchase'
import { err, ok, type Result } from '../../core/result'
import { isFundingManifest } from '../../core/tips/target'
import { en as words } from '../../core/words/en'
import type { CardView, PageView, SessionEvent, Settings } from '../../messaging/views'
import { browser } from '../../platform/browser'
import { openTab } from '../../platform/open-tab'
import { mayAsk, patternOf } from '../../platform/site-access'
import type { Approvals } from '../approval/approvals'
import type { Books, OpenBooks } from '../books'
import type { PricedSettings } from '../display'
import type { Payments } from '../payment/payments'
import type { UnaskedPayments } from '../payment/unasked-payments'
import type { ReEntry } from '../reentry/re-entry'
import { showBadge } from './badge'
import { activeTab, type ActiveTab } from './active-tab'
import { cardView, itemView } from './card-view'
import { fetchFunding } from './funding-manifest'
import type { PageLook } from './page-look'
import { addressesOf, isAbout, mayBeAsked, namedBy, type PageItem, type PageState } from './page-state'
import type { Pages } from './pages'
import type { Wishes } from './wishes'

/** How long it is said that a page names nobody to tip, in milliseconds: to whoever asked, and not on a later visit. */
const missingSaidMs = 20_000

/** A card waits at most this long for whether its page is paid for without a question, in milliseconds. */
const decidingMs = 300

interface Desk {
  readonly pages: Pages
  readonly payments: Payments
  readonly unasked: UnaskedPayments
  readonly books: OpenBooks
  readonly settings: () => Promise<PricedSettings>
  readonly approvals: Approvals
  readonly reentry: ReEntry
  readonly wishes: Wishes
  readonly namedLook: PageLook
  readonly tipLook: PageLook
  /** Watches navigations from now on: a site the reader has just given access to is heard only by a listener added afterwards. */
  readonly observe: () => void
  readonly changed: (topic: SessionEvent['topic']) => void
}

/** What became of a wish: the id of the question, or null where none was asked (owned, or asked for a moment ago). */
interface Opened {
  readonly approval: string | null
}

/** Brings pages and purchases together: cards follow payments, and what is owned opens without being paid again. */
export class PageDesk {
  readonly #desk: Desk
  /** The page on which a tip was asked for and nobody is named to get it, and until when that is said. */
  #tipMissing = { tabId: -1, until: 0 }
  /** Tabs of whose pages it is being found out whether they are paid for without a question. */
  readonly #deciding = new Map<number, Promise<unknown>>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Puts the card into a page, without waiting until the page has all of its pictures. It asks for its view itself. */
  async injectCard(tabId: number): Promise<void> {
    await this.#deciding.get(tabId)
    try {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['card.js'], injectImmediately: true })
    } catch {
      // The page takes no scripts (the browser's own error page): the badge and the popup stay.
    }
  }

  /** What the card of a tab shows: the first thing that is not put away or in place. Null for nothing. */
  async card(tabId: number): Promise<CardView | null> {
    const page = await this.#desk.pages.find(tabId)
    const settings = await this.#desk.settings()
    if (page === null || page.dismissed || !settings.cardInPages) return null
    const books = await this.#desk.books()
    for (const item of page.items) {
      const purchase = await this.purchaseOf(item, books, settings)
      if (item.kind === 'fragment' && purchase?.state === 'delivered') continue
      return cardView(item, purchase, settings)
    }
    return null
  }

  /** The script that holds the card is in place and listens: what was told before it came is told again. */
  async cardIsUp(tabId: number): Promise<void> {
    const page = await this.#desk.pages.find(tabId)
    if (page !== null) await this.#resume(page, await this.#desk.settings())
  }

  async pageChanged(page: PageState): Promise<void> {
    await this.#decided(page)
    const settings = await this.#desk.settings()
    await this.#show(page, settings)
    this.#desk.changed('page')
    await this.#resume(page, settings)
  }

  /**
   * Waits until the reader is told that a page is paid for without a question, or it is known that they are to be asked: what is
   * shown beside that would be in its way. The payment itself takes as long as they have to stop it, and nobody waits for that.
   */
  async #decided(page: PageState): Promise<void> {
    const decided = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, decidingMs)
      const over = (): void => {
        clearTimeout(timer)
        resolve()
      }
      void this.#desk.unasked.consider(page, over).finally(over)
    })
    const all = Promise.all([this.#deciding.get(page.tabId), decided])
    this.#deciding.set(page.tabId, all)
    await all
    if (this.#deciding.get(page.tabId) === all) this.#deciding.delete(page.tabId)
  }

  /** Prices are converted otherwise now: cards and badges say the same as the wallet's own windows. */
  async pricesChanged(): Promise<void> {
    const settings = await this.#desk.settings()
    for (const page of await this.#desk.pages.all()) await this.#show(page, settings)
  }

  async #show(page: PageState, settings: PricedSettings): Promise<void> {
    // A page that is still being read answers late that no card is there.
    void this.#desk.pages.tell(page.tabId, { event: 'card', view: await this.card(page.tabId) })
    await showBadge(page, settings)
  }

  async purchaseChanged(purchase: Purchase): Promise<void> {
    if (purchase.answer?.contentArrived === true) await this.#desk.pages.forgetRetry(purchase.id)
    for (const page of await this.#desk.pages.all()) {
      const concerned = page.items.some((item) => isAbout(item, purchase.terms.resource))
      if (concerned) await this.pageChanged(page)
    }
  }

  /** The reader wants an item: what is owned is asked for again, free; anything else becomes a question in its own window. Null: the page no longer shows it. */
  async open(tabId: number, itemId: string): Promise<Opened | null> {
    const found = await this.#desk.pages.findItem(tabId, itemId)
    if (found === null) return null
    const { page, item } = found
    // Refused on the card, and so to whoever sends the card's message without one.
    if (!mayBeAsked(page.url, item)) return { approval: null }
    const purchase = await this.purchaseOf(item, await this.#desk.books(), await this.#desk.settings())
    const seenAmount = item.look.state === 'offer' ? item.look.amount : null
    const { kind, resource, title, keep } = item
    const isUnopened = this.#desk.unasked.cameByItself(tabId, page.url)
    const question = { tabId, page: page.url, kind, resource, sealed: item.sealed?.part ?? null, title, keep, seenAmount, isUnopened }
    if (purchase === null || !isPaid(purchase)) return { approval: await this.#desk.approvals.open(question) }
    // The window that told of the payment may still be open, and would come to the front in the place of what is asked now.
    await this.#desk.approvals.closePaid(purchase.id)
    const way = await this.#desk.reentry.way(purchase)
    if (way.type === 'ask') return { approval: await this.#desk.approvals.open(question, { type: 'sign-in', purchaseId: purchase.id }) }
    if (await this.#desk.reentry.goBack(purchase, tabId, way)) return { approval: null }
    return { approval: await this.#desk.approvals.open(question) }
  }

  /** The reader wants to tip whom the page in front names. Only now anything is asked of that place. */
  async tip(tab: ActiveTab): Promise<Result<Opened, 'gone' | 'nobody'>> {
    const page = await this.#desk.pages.find(tab.id)
    const named = await this.#tipTarget(tab)
    if (page === null || named === null) return err('gone')
    const tip = isFundingManifest(named.url) ? await fetchFunding(named.url) : named
    if (tip === null) return err('nobody')
    // A second tip is meant: the window that told of the first is not in its way.
    await this.#desk.approvals.closeAnswered(tab.id)
    const question = { tabId: tab.id, page: page.url, kind: 'tip' as const, resource: tip.url, sealed: null, title: tip.title, keep: null, seenAmount: null }
    return ok({ approval: await this.#desk.approvals.open(question) })
  }

  /** The reader wanted to tip, and this page names nobody: the popup says so when it opens now. */
  tipMissing(tab: ActiveTab): void {
    this.#tipMissing = { tabId: tab.id, until: Date.now() + missingSaidMs }
  }

  /** The reader, or the page, stops what is about to be paid for an item without a question. */
  async undo(tabId: number, itemId: string): Promise<void> {
    const found = await this.#desk.pages.findItem(tabId, itemId)
    const purchase = found === null ? null : await this.purchaseOf(found.item, await this.#desk.books(), await this.#desk.settings())
    if (purchase !== null) await this.#desk.unasked.stop(purchase.id)
  }

  /** Opens something owned from the list of payments: in a new tab, where it is put in place or asked for again. Returns that tab. */
  async reopen(purchase: Purchase): Promise<number | null> {
    const tab = await openTab(purchase.terms.page)
    if (tab?.id !== undefined && purchase.state === 'undelivered') await this.#askUnlessQuestion(tab.id, purchase)
    return tab?.id ?? null
  }

  /** A fragment is in place: the card goes on to the next thing on the page. Returns its purchase, if there is one. */
  async inserted(tabId: number, itemId: string): Promise<Purchase | null> {
    const found = await this.#desk.pages.findItem(tabId, itemId)
    if (found === null) return null
    await this.#desk.pages.tell(tabId, { event: 'card', view: await this.card(tabId) })
    return this.purchaseOf(found.item, await this.#desk.books(), await this.#desk.settings())
  }

  /** What the active tab asks for. Opening the popup is permission to look at that tab once. */
  async activePage(): Promise<PageView> {
    const tab = await activeTab()
    return tab === null ? { host: null, items: [], closed: [], named: [], wished: null, tip: null } : this.pageIn(tab)
  }

  /** The same of a tab to which the reader has pointed otherwise. */
  async pageIn(tab: ActiveTab): Promise<PageView> {
    const page = (await this.#asking(tab)) ?? (await this.#look(tab))
    if (page !== null) void this.#desk.pages.wanted(tab.id)
    const url = page?.url ?? tab.url
    const host = url !== null && isWeb(url) ? new URL(url).host : null
    const books = await this.#desk.books()
    const settings = await this.#desk.settings()
    const items = await Promise.all((page?.items ?? []).map(async (item) => itemView(item, await this.purchaseOf(item, books, settings), settings)))
    const closed = page === null ? [] : await closedSites(page)
    const tip = await this.#tipOf(tab)
    if (items.some(({ state }) => state !== 'refused')) return { host, items, closed, named: [], wished: null, tip }
    const recognised = await this.#named(tab)
    const wish = subscriptionWish(tab, recognised)
    const said = items.map(({ sentence }) => sentence)
    return {
      host,
      items,
      closed,
      named: recognised.map(({ convention, asks }) => ({ asks, sentence: words.named[convention] })).filter(({ sentence }) => !said.includes(sentence)),
      wished: wish === null ? null : await this.#desk.wishes.has(wish),
      tip,
    }
  }

  /** What can be noted of the active tab, as the popup has shown it; null where it is not an article for subscribers. */
  async wish(): Promise<Wish | null> {
    const tab = await activeTab()
    return tab === null ? null : subscriptionWish(tab, await this.#known(tab))
  }

  async #look(tab: ActiveTab): Promise<PageState | null> {
    this.#desk.observe()
    try {
      await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [0] }, files: ['detector.js'] })
    } catch {
      // A page of the browser itself: nothing to look at.
    }
    return this.#asking(tab)
  }

  /**
   * What is known of the page that a tab shows, if it asks for money. One that came back or was prepared in advance comes without
   * a navigation, and where Farthing may not look nobody tells of one: what was known before is not its.
   */
  async #asking(tab: ActiveTab): Promise<PageState | null> {
    const page = await this.#desk.pages.find(tab.id)
    if (page === null || page.items.length === 0) return null
    return tab.url === null || page.url === tab.url ? page : null
  }

  /** What the page of a tab asks for that can only be named: looked for when the reader wants to know, until something was found. */
  async #named(tab: ActiveTab): Promise<readonly Named[]> {
    const known = await this.#known(tab)
    if (known.length > 0) return known
    await this.#desk.namedLook.look(tab.id)
    return this.#known(tab)
  }

  /** Where the page of a tab wants tips sent, as the popup says it. */
  async #tipOf(tab: ActiveTab): Promise<PageView['tip']> {
    const known = (await this.#tipTarget(tab)) ?? (await this.#lookForTips(tab))
    if (known === null) return this.#tipMissing.tabId === tab.id && Date.now() < this.#tipMissing.until ? 'nobody' : null
    if (isAccountLink(known.url)) return { title: known.title, host: null, closed: null }
    return { title: known.title, host: new URL(known.url).host, closed: (await mayAsk(known.url)) ? null : patternOf(known.url) }
  }

  async #lookForTips(tab: ActiveTab): Promise<PageState['tip']> {
    await this.#desk.tipLook.look(tab.id)
    return this.#tipTarget(tab)
  }

  async #tipTarget(tab: ActiveTab): Promise<PageState['tip']> {
    const page = await this.#desk.pages.find(tab.id)
    return page !== null && (tab.url === null || page.url === tab.url) ? page.tip : null
  }

  async #known(tab: ActiveTab): Promise<readonly Named[]> {
    const page = await this.#desk.pages.find(tab.id)
    return page !== null && page.url === tab.url ? page.named.map(named) : []
  }

  /** The newest purchase of an item that says something about it, or null while locked or when there is none. */
  async purchaseOf(item: PageItem, books: Books | null, settings: Settings): Promise<Purchase | null> {
    const network = findNetwork(settings.network)
    if (books === null || network === undefined) return null
    const asset = { network: network.id, asset: network.token.address }
    const histories = await Promise.all(addressesOf(item).map((address) => books.purchases.findByResource(books.tag(asset, canonicalResource(address)))))
    return histories.flat().find((purchase) => purchase.state !== 'void') ?? null
  }

  /** Opens again what is owned: a kept fragment is put in place, a page that was paid and never came is asked for once more. */
  async #resume(page: PageState, settings: Settings): Promise<void> {
    const books = await this.#desk.books()
    if (books === null) return
    for (const item of page.items) {
      const purchase = await this.purchaseOf(item, books, settings)
      if (purchase === null) continue
      if (item.kind === 'fragment') await this.#insert(page.tabId, item, purchase, books)
      // What a page loads is not asked for again by itself: that would load the page anew under the reader's hands.
      else if (item.kind === 'document' && isPaid(purchase)) await this.#askUnlessQuestion(page.tabId, purchase)
    }
  }

  async #insert(tabId: number, item: PageItem, purchase: Purchase, books: Books): Promise<void> {
    const kept = await books.contents.read(books.tag(purchase.terms, canonicalResource(purchase.terms.resource)))
    if (kept !== null) await this.#putInPlace(tabId, item, kept.html)
    // Also where it was delivered: the reader may have removed what was kept.
    else if (isPaid(purchase)) await this.#askUnlessQuestion(tabId, purchase)
  }

  /** What makes bought pieces safe is large: only pages into which one is put have it. */
  async #putInPlace(tabId: number, item: PageItem, html: string): Promise<void> {
    try {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['purifier.js'], injectImmediately: true })
    } catch {
      // The tab is gone, or takes no scripts: it has no card either.
      return
    }
    await this.#desk.pages.tell(tabId, { event: 'fragment', item: item.id, src: namedBy(item), html })
  }

  /**
   * Nobody pressed anything: where the site would have to be told who is back, and the reader was never asked, the card waits.
   * So it does where showing the spent payment once more has brought nothing: many sellers keep no payments, and will not know it
   * the next time either.
   */
  async #askUnlessQuestion(tabId: number, purchase: Purchase): Promise<void> {
    const way = await this.#desk.reentry.way(purchase)
    const wasInVain = purchase.state === 'delivered' && purchase.answer?.contentArrived === false
    if (way.type === 'ask' || (way.type === 'receipt' && wasInVain)) return
    await this.#desk.reentry.goBack(purchase, tabId, way)
  }
}

/** The reader can wish to pay only where there is no other way in than a subscription. */
function subscriptionWish({ url }: ActiveTab, recognised: readonly Named[]): Wish | null {
  return url !== null && URL.canParse(url) && wallOf(recognised)?.asks === 'subscription' ? wishFor(new URL(url), Date.now()) : null
}

const isPaid = ({ state }: Purchase): boolean => state === 'undelivered' || state === 'delivered'

/** What leave is missing for: nothing, or all that selling here takes, so that the browser asks the reader once. */
async function closedSites({ url, items }: PageState): Promise<readonly string[]> {
  const addresses = [url, ...items.map(({ resource }) => resource)].filter(isWeb)
  const missing = items.length > 0 && !(await Promise.all(addresses.map(mayAsk))).every(Boolean)
  return missing ? [...new Set(addresses.map(patternOf))] : []
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:/.test(url)
