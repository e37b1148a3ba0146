import { formatPrice, type Rates } from '../core/money'
import type { Purchase } from '../core/purchase/purchase'
import { refundedAmount } from '../core/purchase/refunds'
import { en as words } from '../core/words/en'
import type { Settings } from '../messaging/views'
import { locale } from '../platform/locale'

/** What a reader has chosen, and what prices are converted with. */
export interface PricedSettings extends Settings {
  readonly rates: Rates
}

/** An amount of a dollar token as the reader reads prices: in their currency. */
export function inWords(atomic: bigint, decimals: number, { currency, rates }: Pick<PricedSettings, 'currency' | 'rates'>): string {
  return formatPrice(atomic, decimals, { currency, locale: locale(), rates })
}

/** "3 March", or with the year when it is another one. */
export function onDay(at: number): string {
  const day = new Date(at)
  const sameYear = day.getFullYear() === new Date().getFullYear()
  return day.toLocaleDateString(locale(), { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** "14:05" or "2:05 PM"; with seconds, since waits can be short. */
export const atTime = (at: number): string => new Date(at).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit', second: '2-digit' })

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** How a purchase stands, in a sentence. What a page loads is not kept anywhere: of it nothing more is said than that it came. */
export function standing(purchase: Purchase): string {
  const { state, terms } = purchase
  const back = refundedAmount(purchase)
  if (back > 0n && back >= terms.amount) return words.refunds.standing.whole
  if (back > 0n && state === 'delivered') return words.refunds.standing.part
  if (terms.kind === 'tip' && (state === 'delivered' || state === 'undelivered' || state === 'settled')) return words.tip[state]
  return state === 'delivered' && terms.kind === 'subresource' ? words.deliveredPart : words.sentence[state]
}
