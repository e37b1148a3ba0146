import { browser } from '../../platform/browser'
import { inWords, type PricedSettings } from '../display'
import type { PageState } from './page-state'

const copper = '#9A4F16'
const icons = (state: string): Record<number, string> => ({ 16: `icons/${state}-16.png`, 32: `icons/${state}-32.png` })

/** Shows on the toolbar button that this tab asks for money, and how much. The browser clears it with the next page. */
export async function showBadge(page: PageState, settings: PricedSettings): Promise<void> {
  const priced = page.items.find((item) => item.look.state === 'offer')
  const refused = page.items.find((item) => item.look.state === 'refused')
  if (page.items.length === 0) return
  const { tabId } = page
  // Null lets through what is shown on every page.
  const text = settings.badge !== 'price' ? null : priced?.look.state === 'offer' ? short(inWords(BigInt(priced.look.amount), priced.look.decimals, settings)) : refused === undefined ? '…' : '!'
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: copper })
    await browser.action.setBadgeText({ tabId, text })
    await browser.action.setIcon({ tabId, path: icons(priced === undefined ? 'attention' : 'asking') })
  } catch {
    // The tab is gone.
  }
}

/** Four characters fit on a badge: "$0.05" is "0.05", "$2,500.00" is "2500". */
function short(price: string): string {
  const digits = price.replace(/[^0-9.]/g, '')
  return digits.length <= 4 ? digits : (digits.split('.', 1)[0] ?? digits).slice(0, 5)
}
