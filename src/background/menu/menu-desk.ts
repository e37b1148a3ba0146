import { siteOf } from '../../core/protocols/site'
import { browser } from '../../platform/browser'
import { openTab } from '../../platform/open-tab'
import type { WantedSearch } from '../history/wanted-search'
import type { ActiveTab } from '../page/active-tab'
import type { PageDesk } from '../page/page-desk'
import type { Pages } from '../page/pages'
import { isMenuEntry } from './menu'

/** What the browser tells of a press in one of its menus. */
interface Press {
  readonly menuItemId: number | string
  readonly linkUrl?: string | undefined
  /** Of a picture or a recording. */
  readonly srcUrl?: string | undefined
}

interface Pressed {
  readonly id?: number | undefined
  readonly windowId?: number | undefined
  readonly url?: string | undefined
}

interface Desk {
  readonly pages: Pick<Pages, 'find'>
  readonly pageDesk: Pick<PageDesk, 'pageIn' | 'open' | 'tip' | 'tipMissing'>
  readonly wanted: Pick<WantedSearch, 'put'>
  readonly lock: () => Promise<void>
}

/** The size of the popup where the browser does not open it by itself. */
const popupSize = { width: 380, height: 600 }

/**
 * Does what was chosen in the browser's menus. It leads to where the popup leads: nothing is paid here, and a press is the reader's
 * leave to look at that one tab, as a press on the button is.
 */
export class MenuDesk {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async pressed(press: Press, tab: Pressed | undefined): Promise<void> {
    if (!isMenuEntry(press.menuItemId)) return
    switch (press.menuItemId) {
      case 'lock':
        return this.#desk.lock()
      case 'history':
        return openHistory('')
      case 'site':
        return this.#find(tab?.url, siteNameOf)
      case 'link':
        return this.#find(press.linkUrl, pieceNameOf)
      case 'cost':
        return this.#inTab(tab, (shown) => this.#cost(shown, press.srcUrl))
      case 'tip':
        return this.#inTab(tab, (shown) => this.#tip(shown))
    }
  }

  async #inTab(tab: Pressed | undefined, ask: (tab: ActiveTab) => Promise<boolean>): Promise<void> {
    if (tab?.id === undefined) return
    const isAsked = await ask({ id: tab.id, url: tab.url?.split('#', 1)[0] ?? null })
    if (!isAsked) await openPopup(tab.windowId)
  }

  /** Asks at once where it is clear what is meant: what was pressed on, or the one thing that the page sells. False where it is not. */
  async #cost(tab: ActiveTab, srcUrl: string | undefined): Promise<boolean> {
    const { items } = await this.#desk.pageDesk.pageIn(tab)
    const open = items.filter(({ state }) => state === 'offer' || state === 'owned')
    const meant = (await this.#desk.pages.find(tab.id))?.items.find(({ resource }) => resource === srcUrl?.split('#', 1)[0])
    const item = open.find((one) => one.item === meant?.id) ?? (open.length === 1 && items.length === 1 ? open[0] : undefined)
    return item !== undefined && (await this.#desk.pageDesk.open(tab.id, item.item)) !== null
  }

  async #tip(tab: ActiveTab): Promise<boolean> {
    await this.#desk.pageDesk.pageIn(tab)
    const opened = await this.#desk.pageDesk.tip(tab)
    if (!opened.ok) this.#desk.pageDesk.tipMissing(tab)
    return opened.ok
  }

  async #find(address: string | undefined, nameOf: (url: URL) => string): Promise<void> {
    const text = address !== undefined && URL.canParse(address) ? nameOf(new URL(address)) : ''
    await this.#desk.wanted.put(text)
    await openHistory('?wanted')
  }
}

const siteNameOf = (url: URL): string => siteOf(url) ?? url.host

/** Where something stands, as the history knows it: without what comes after its path, which is often made anew for each visitor. */
function pieceNameOf(url: URL): string {
  try {
    return `${url.host} ${decodeURIComponent(url.pathname)}`
  } catch {
    return `${url.host} ${url.pathname}`
  }
}

export async function openHistory(query: '' | '?wanted' = ''): Promise<void> {
  await openTab(browser.runtime.getURL(`dashboard.html#/history${query}`))
}

/** The popup at the button; in a window of its own where the browser opens none without a press on the button itself. */
async function openPopup(windowId: number | undefined): Promise<void> {
  try {
    await browser.action.openPopup(windowId === undefined ? {} : { windowId })
  } catch {
    await browser.windows.create({ type: 'popup', url: browser.runtime.getURL('popup.html'), ...popupSize })
  }
}
