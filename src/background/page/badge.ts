import { browser } from '../../platform/browser'
import { inWords, type PricedSettings } from '../display'
import type { PageState } from './page-state'

const copper = '#9A4F16'
const icons = (state: string): Record<number, string> => ({ 16: `icons/${state}-16.png`, 32: `icons/${state}-32.png` })

/** What was shown a moment ago is not shown again. Later it is: nobody tells of a page that came anew where Farthing may not look. Milliseconds. */
const momentMs = 2_000
/** Of so many tabs it is remembered. */
const mostTabs = 50

/** What the toolbar button shows in each tab: that its page asks for money, and how much. The browser clears it with the next page. */
export class Badge {
  /** By tab, and when. Items get new names with each page, and so does this. */
  readonly #shown = new Map<number, { readonly what: string; readonly at: number }>()

  async show(page: PageState, settings: PricedSettings): Promise<void> {
    const priced = page.items.find((item) => item.look.state === 'offer')
    if (page.items.length === 0) return
    const { tabId } = page
    const text = textOf(page, settings)
    const icon = priced === undefined ? 'attention' : 'asking'
    // The browser reads the pictures anew each time, also where they stay the same.
    const what = JSON.stringify([page.items.map(({ id }) => id), text, icon])
    const before = this.#shown.get(tabId)
    if (before?.what === what && Date.now() - before.at < momentMs) return
    this.#shown.delete(tabId)
    this.#shown.set(tabId, { what, at: Date.now() })
    for (const oldest of [...this.#shown.keys()].slice(0, -mostTabs)) this.#shown.delete(oldest)
    try {
      await browser.action.setBadgeBackgroundColor({ tabId, color: copper })
      await browser.action.setBadgeText({ tabId, text })
      await browser.action.setIcon({ tabId, path: icons(icon) })
    } catch {
      // The tab is gone.
      this.#shown.delete(tabId)
    }
  }
}

/** Null lets through what is shown on every page. */
function textOf({ items }: PageState, settings: PricedSettings): string | null {
  if (settings.badge !== 'price') return null
  const priced = items.find((item) => item.look.state === 'offer')
  if (priced?.look.state === 'offer') return short(inWords(BigInt(priced.look.amount), priced.look.decimals, settings))
  return items.some((item) => item.look.state === 'refused') ? '!' : '…'
}

/** Four characters fit on a badge: "$0.05" is "0.05", "$2,500.00" is "2500". */
function short(price: string): string {
  const digits = price.replace(/[^0-9.]/g, '')
  return digits.length <= 4 ? digits : (digits.split('.', 1)[0] ?? digits).slice(0, 5)
}
