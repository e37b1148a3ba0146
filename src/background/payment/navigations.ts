import * as v from 'valibot'
import { dialectIds, type PaymentHeader } from '../../core/protocols/dialect'
import { networks } from '../../core/networks/networks'
import type { Interruption, Purchase } from '../../core/purchase/purchase'
import { browser } from '../../platform/browser'
import { sessionValue } from '../session'
import { armHeader, armedRules, carriers, disarm, type Carrier } from './header-rule'

const patienceMinutes = 2
const timeoutAlarm = (tabId: number): string => `navigation:${tabId}`

const underWay = v.object({
  tabId: v.number(),
  purchaseId: v.string(),
  carrier: v.picklist(Object.keys(carriers) as Carrier[]),
  dialect: v.picklist(dialectIds),
  network: v.picklist(networks.map(({ id }) => id)),
  url: v.string(),
  /** The name of the header that pays. */
  header: v.string(),
  ruleId: v.number(),
  /** The page itself has come again: what it loads is asked for from now on, and no longer by the page that was there before. */
  pageCame: v.boolean(),
  /** The browser's own name for the request that carries the payment, once it has left: what befalls another request is not ours. */
  requestId: v.nullable(v.string()),
  /** What the answer's head said, once it came: the body is still under way then. */
  head: v.nullable(v.object({ status: v.number(), settlement: v.nullable(v.string()), isData: v.boolean() })),
})
export type Navigation = v.InferOutput<typeof underWay>

export type NavigationEnd =
  | { readonly type: 'answered'; readonly status: number; readonly settlement: string | null; readonly arrived: boolean }
  | { readonly type: 'interrupted'; readonly why: Interruption }

/** What the browser tells of one request. `headers` are the lower-case names it left with; null where it tells of the answer only. */
export interface Leaving {
  readonly tabId: number
  readonly url: string
  readonly id: string
  readonly isPage: boolean
  readonly headers: ReadonlySet<string> | null
}

/** Watches what a tab loads beside its page, until the function it gives is called: only while a payment travels there. */
export type Follow = (tabId: number, url: string) => () => void

/**
 * The paid navigations under way, one a tab. Each ends exactly once: with an answer, an interruption,
 * a time-out or the worker's restart, and its header rule ends with it.
 */
export class Navigations {
  readonly #all = sessionValue<readonly Navigation[]>('navigations', v.array(underWay), [])
  readonly #follow: Follow
  readonly #followed = new Map<number, () => void>()
  /** Tabs whose navigation was started since this worker woke: it hears every request of theirs leave. */
  readonly #heard = new Set<number>()
  readonly #ended: (navigation: Navigation, end: NavigationEnd) => Promise<void>

  constructor(follow: Follow, ended: (navigation: Navigation, end: NavigationEnd) => Promise<void>) {
    this.#follow = follow
    this.#ended = ended
  }

  /**
   * Reloads the tab with the header on, for the page or for what it loads. The purchase must be journalled as sent before this is called.
   * @param url what is bought, as the tab asks for it
   */
  async start(purchase: Purchase, tabId: number, header: PaymentHeader, url: string): Promise<void> {
    // A tab has one paid navigation at a time: an older one is interrupted by the reload anyway.
    await this.end(tabId, { type: 'interrupted', why: 'network' })
    // The alarm is set first: whatever kills the worker from here on, the navigation has an end. The browser takes both in this order.
    const alarmed = browser.alarms.create(timeoutAlarm(tabId), { delayInMinutes: patienceMinutes })
    const carrier: Carrier = purchase.terms.kind === 'subresource' ? 'subresource' : 'document'
    this.#heard.add(tabId)
    const [ruleId] = await Promise.all([this.#claim(purchase, tabId, carrier, header.name.toLowerCase(), url), alarmed])
    if (carrier === 'subresource') this.#followed.set(tabId, this.#follow(tabId, url))
    try {
      await armHeader(ruleId, tabId, url, header, carrier)
      // Without bypassCache a page's own service worker makes the request, and the header is lost.
      await browser.tabs.reload(tabId, { bypassCache: true })
    } catch {
      const open = await browser.tabs.get(tabId).then(() => true, () => false)
      await this.end(tabId, { type: 'interrupted', why: open ? 'network' : 'tab-closed' })
    }
  }

  async find(tabId: number): Promise<Navigation | undefined> {
    return (await this.#all.read()).find((navigation) => navigation.tabId === tabId)
  }

  /**
   * A request has left: if it carries the payment, from now on only its own fate counts. The page's own requests for the same
   * address, sent before the rule was there or by another method, do not carry it. One of the page that is being left may: its
   * answer is lost, so another one counts, with the same payment.
   */
  async sent(leaving: Leaving): Promise<void> {
    const navigation = await this.find(leaving.tabId)
    if (navigation?.requestId !== null || !this.#carries(navigation, leaving)) return
    await this.#change(navigation, { requestId: leaving.id })
  }

  /** The page of a tab has come: a part that travels there can be asked for by it from now on. */
  async pageCame(tabId: number): Promise<void> {
    const navigation = await this.find(tabId)
    if (navigation?.carrier === 'subresource' && !navigation.pageCame) await this.#change(navigation, { pageCame: true })
  }

  /** Whoever asked for the part has let go of it: the next to ask takes the payment along. False for a page, which is gone with that. */
  async letGo(navigation: Navigation): Promise<boolean> {
    if (navigation.carrier === 'document' || navigation.head !== null) return false
    await this.#change(navigation, { requestId: null })
    return true
  }

  #carries({ tabId, url, carrier, header, pageCame }: Navigation, leaving: Leaving): boolean {
    if (url !== leaving.url || (carrier === 'document') !== leaving.isPage) return false
    if (carrier === 'subresource' && !pageCame) return false
    // A worker that slept while the request left hears of it here for the first time.
    if (leaving.headers === null) return !this.#heard.has(tabId)
    return leaving.isPage || leaving.headers.has(header)
  }

  /** The navigation this request carries, if it carries one. */
  async carriedBy(tabId: number, requestId: string): Promise<Navigation | undefined> {
    const navigation = await this.find(tabId)
    return navigation?.requestId === requestId ? navigation : undefined
  }

  async isUnderWay(purchaseId: string): Promise<boolean> {
    return (await this.#all.read()).some((navigation) => navigation.purchaseId === purchaseId)
  }

  /** The head of the answer is here: the signature has done its work, so the rule goes before another load could carry it. */
  async sawHead(tabId: number, head: NonNullable<Navigation['head']>): Promise<void> {
    const navigation = await this.find(tabId)
    if (navigation === undefined) return
    await this.#change(navigation, { head })
    await disarm([navigation.ruleId])
  }

  /** Ends the navigation of a tab, if one is under way. Safe to call twice. */
  async end(tabId: number, end: NavigationEnd): Promise<void> {
    const navigation = await this.#release(tabId)
    if (navigation === undefined) return
    this.#followed.get(tabId)?.()
    this.#followed.delete(tabId)
    this.#heard.delete(tabId)
    await Promise.all([disarm([navigation.ruleId]), browser.alarms.clear(timeoutAlarm(tabId))])
    await this.#ended(navigation, end)
  }

  async onAlarm(name: string): Promise<void> {
    for (const navigation of await this.#all.read()) {
      if (timeoutAlarm(navigation.tabId) === name) await this.end(navigation.tabId, { type: 'interrupted', why: 'timeout' })
    }
  }

  /** After a start: rules nobody waits for are taken away, and what is still under way is followed again. */
  async tidy(): Promise<void> {
    for (const { tabId, url, carrier } of await this.#all.read()) {
      if (carrier === 'subresource' && !this.#followed.has(tabId)) this.#followed.set(tabId, this.#follow(tabId, url))
    }
    const known = new Set((await this.#all.read()).map((navigation) => navigation.ruleId))
    await disarm((await armedRules()).filter((id) => !known.has(id)))
  }

  async #claim({ id: purchaseId, terms }: Purchase, tabId: number, carrier: Carrier, header: string, url: string): Promise<number> {
    const all = await this.#all.change((current) => {
      const ruleId = 1 + Math.max(0, ...current.map((one) => one.ruleId))
      const { dialect, network } = terms
      return [...current, { tabId, purchaseId, carrier, dialect, network, url, header, ruleId, pageCame: false, requestId: null, head: null }]
    })
    return all.find((one) => one.tabId === tabId)?.ruleId ?? 1
  }

  async #change({ ruleId }: Navigation, change: Partial<Navigation>): Promise<void> {
    await this.#all.change((all) => all.map((one) => (one.ruleId === ruleId ? { ...one, ...change } : one)))
  }

  async #release(tabId: number): Promise<Navigation | undefined> {
    let released: Navigation | undefined
    await this.#all.change((all) => {
      released = all.find((one) => one.tabId === tabId)
      return released === undefined ? all : all.filter((one) => one.tabId !== tabId)
    })
    return released
  }
}

/** What a finished navigation tells about content: a 2xx with a body that may be shown. */
export function arrivedWith(status: number): boolean {
  return status >= 200 && status < 300 && status !== 204 && status !== 205
}
