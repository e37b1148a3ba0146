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
  ruleId: v.number(),
  /** The browser's own name for the request that carries the payment, once it has left: what befalls another request is not ours. */
  requestId: v.nullable(v.string()),
  /** What the answer's head said, once it came: the body is still under way then. */
  head: v.nullable(v.object({ status: v.number(), settlement: v.nullable(v.string()) })),
})
export type Navigation = v.InferOutput<typeof underWay>

export type NavigationEnd =
  | { readonly type: 'answered'; readonly status: number; readonly settlement: string | null; readonly arrived: boolean }
  | { readonly type: 'interrupted'; readonly why: Interruption }

/** Watches what a tab loads beside its page, until the function it gives is called: only while a payment travels there. */
export type Follow = (tabId: number, url: string) => () => void

/**
 * The paid navigations under way, one a tab. Each ends exactly once: with an answer, an interruption,
 * a time-out or the worker's restart, and its header rule ends with it.
 */
export class Navigations {
  readonly #all = sessionValue('navigations', v.array(underWay), [])
  readonly #follow: Follow
  readonly #followed = new Map<number, () => void>()
  readonly #ended: (navigation: Navigation, end: NavigationEnd) => Promise<void>

  constructor(follow: Follow, ended: (navigation: Navigation, end: NavigationEnd) => Promise<void>) {
    this.#follow = follow
    this.#ended = ended
  }

  /** Reloads the tab with the header on, for the page or for what it loads. The purchase must be journalled as sent before this is called. */
  async start(purchase: Purchase, tabId: number, header: PaymentHeader): Promise<void> {
    const url = purchase.terms.resource
    // A tab has one paid navigation at a time: an older one is interrupted by the reload anyway.
    await this.end(tabId, { type: 'interrupted', why: 'network' })
    // The alarm comes first: whatever kills the worker from here on, the navigation has an end.
    await browser.alarms.create(timeoutAlarm(tabId), { delayInMinutes: patienceMinutes })
    const carrier: Carrier = purchase.terms.kind === 'subresource' ? 'subresource' : 'document'
    const ruleId = await this.#claim(purchase, tabId, carrier)
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

  /** The request has left: from now on only its own fate counts. */
  async sent(tabId: number, url: string, requestId: string): Promise<void> {
    if ((await this.find(tabId))?.url !== url) return
    await this.#all.change((all) => all.map((one) => (one.tabId === tabId && one.requestId === null ? { ...one, requestId } : one)))
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
  async sawHead(tabId: number, status: number, settlement: string | null): Promise<void> {
    const navigation = await this.find(tabId)
    if (navigation === undefined) return
    await this.#all.change((all) => all.map((one) => (one.tabId === tabId ? { ...one, head: { status, settlement } } : one)))
    await disarm([navigation.ruleId])
  }

  /** Ends the navigation of a tab, if one is under way. Safe to call twice. */
  async end(tabId: number, end: NavigationEnd): Promise<void> {
    const navigation = await this.#release(tabId)
    if (navigation === undefined) return
    this.#followed.get(tabId)?.()
    this.#followed.delete(tabId)
    await disarm([navigation.ruleId])
    await browser.alarms.clear(timeoutAlarm(tabId))
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

  async #claim({ id: purchaseId, terms }: Purchase, tabId: number, carrier: Carrier): Promise<number> {
    const all = await this.#all.change((current) => {
      const ruleId = 1 + Math.max(0, ...current.map((one) => one.ruleId))
      const { dialect, network, resource: url } = terms
      return [...current, { tabId, purchaseId, carrier, dialect, network, url, ruleId, requestId: null, head: null }]
    })
    return all.find((one) => one.tabId === tabId)?.ruleId ?? 1
  }

  async #release(tabId: number): Promise<Navigation | undefined> {
    let released: Navigation | undefined
    await this.#all.change((all) => {
      released = all.find((one) => one.tabId === tabId)
      return all.filter((one) => one.tabId !== tabId)
    })
    return released
  }
}

/** What a finished navigation tells about content: a 2xx with a body that may be shown. */
export function arrivedWith(status: number): boolean {
  return status >= 200 && status < 300 && status !== 204 && status !== 205
}
