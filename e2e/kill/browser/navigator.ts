import type { Head, Wire } from '../wire'
import type { Browser } from './index'
import type { Navigation, Tab } from './tabs'

/** What a browser asks for a document with. */
const documentHeaders = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'user-agent': 'Mozilla/5.0',
  'sec-fetch-dest': 'document',
}

/** Loads documents, and tells the worker of it in the order a browser does. Follows no redirect. */
export class Navigator {
  readonly #browser: Browser
  #count = 0

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** Begins to load a page; what the tab was loading before is broken off. */
  go(tab: Tab, url: string): void {
    this.breakOff(tab, false)
    const navigation: Navigation = { id: `request ${(this.#count += 1)}`, url, wire: null }
    tab.navigation = navigation
    const end = this.#browser.stillness.begin()
    void this.#load(tab, navigation).finally(end)
  }

  /** The tab waits no longer for what it is loading. */
  breakOff(tab: Tab, wireGoesOn: boolean): void {
    const { navigation } = tab
    if (navigation === null) return
    this.forget(tab, wireGoesOn)
    this.#fire('onErrorOccurred', tab, navigation, { error: 'net::ERR_ABORTED' })
  }

  /** The same, and nobody is told. */
  forget(tab: Tab, wireGoesOn: boolean): void {
    const wire = tab.navigation?.wire ?? null
    tab.navigation = null
    if (!wireGoesOn) wire?.cut()
  }

  carries(wire: Wire): boolean {
    return this.#browser.tabs.all().some((tab) => tab.navigation?.wire === wire)
  }

  async #load(tab: Tab, navigation: Navigation): Promise<void> {
    const { gate, profile, rules } = this.#browser
    await new Promise((resolve) => setImmediate(resolve))
    const isOver = (): boolean => tab.navigation !== navigation
    if (isOver()) return
    const headers = rules.applied(tab.id, navigation.url, { ...documentHeaders, ...profile.cookies.header(navigation.url) })
    const cut = gate.takeCut()
    this.#fire('onSendHeaders', tab, navigation, {})
    if (isOver() || cut === 'hang') return
    if (cut === 'cut-before') {
      this.#fail(tab, navigation)
      return
    }
    const wire = this.#browser.leave({ url: navigation.url, method: 'GET', headers, body: null })
    navigation.wire = wire
    if (cut === 'cut-after') await wire.over
    const head = cut === 'cut-after' ? null : await wire.head.catch(() => null)
    if (isOver()) return
    if (head === null) this.#fail(tab, navigation)
    else await this.#arrive(tab, navigation, wire, head)
  }

  async #arrive(tab: Tab, navigation: Navigation, wire: Wire, head: Head): Promise<void> {
    this.#browser.profile.cookies.keep(navigation.url, head.headers)
    const responseHeaders = head.headers.map(([name, value]) => ({ name, value }))
    this.#fire('onHeadersReceived', tab, navigation, { statusCode: head.status, responseHeaders })
    const whole = await wire.body.then(() => true, () => false)
    if (tab.navigation !== navigation) return
    if (!whole) {
      this.#fail(tab, navigation)
      return
    }
    tab.navigation = null
    tab.url = navigation.url
    tab.page = { url: navigation.url, status: head.status, card: false, fragments: new Map() }
    this.#fire('onCompleted', tab, navigation, { statusCode: head.status })
    this.#browser.contents.loaded(tab)
  }

  #fail(tab: Tab, navigation: Navigation): void {
    if (tab.navigation === navigation) tab.navigation = null
    this.#fire('onErrorOccurred', tab, navigation, { error: 'net::ERR_CONNECTION_RESET' })
  }

  #fire(event: string, tab: Tab, { id, url }: Navigation, details: object): void {
    this.#browser.fire(`webRequest.${event}`, { tabId: tab.id, requestId: id, url, type: 'main_frame', ...details })
  }
}
