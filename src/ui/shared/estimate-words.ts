import { formatPercent, formatPrice, isOld, overReference, rateFor, withShortDollar, type PriceDisplay, type Rates } from '../../core/money'
import { en as words } from '../words/en'

/** What is said beside prices that rest on an exchange rate. */
export interface EstimateWords {
  readonly summary: string
  /** Rate, source, and what it is beside the central bank's: read on demand. */
  readonly details: readonly string[]
}

/** One dollar, as the token counts it. */
const dollar = { atomic: 1_000_000n, decimals: 6 }

/** Null where prices are exact. @param now milliseconds since 1970 */
export function estimateIn(display: PriceDisplay, now: number): EstimateWords | null {
  const { currency, locale, rates } = display
  const rate = rateFor(currency, rates)
  if (rate === null) return null
  const when = rate.source === 'feed' ? moment(rate.at, now, locale) : day(rate.at, locale)
  const summary = isOld(rate, now) ? words.amount.oldEstimate(when) : words.amount.estimate(when)
  const unpegged: Rates = { ...rates, peg: null }
  const shown = formatPrice(dollar.atomic, dollar.decimals, { ...display, rates: unpegged })
  return { summary, details: [words.amount.rate[rate.source](shown), ...pegged(rates, locale), besideReference(currency, rates, locale), words.amount.noConversion] }
}

/** Said only where it moves what is shown. */
function pegged({ peg }: Rates, locale: string): readonly string[] {
  if (peg === null || /^1(?:\.0*)?$/.test(peg.dollars)) return []
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 4 })
  return [words.amount.peg(withShortDollar(format.format(peg.dollars as `${number}`)))]
}

function besideReference(currency: string, rates: Rates, locale: string): string {
  const points = overReference(currency, rates) ?? 0n
  const way = points === 0n ? 'same' : points > 0n ? 'over' : 'under'
  return words.amount.mark[way](formatPercent(points < 0n ? -points : points, locale), day(Date.parse(rates.reference.asOf), locale))
}

const day = (at: number, locale: string): string =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The hour for today, the day and the hour for before. */
function moment(at: number, now: number, locale: string): string {
  const [then, today] = [new Date(at), new Date(now)]
  const clock = { hour: 'numeric', minute: '2-digit' } as const
  if (then.toDateString() === today.toDateString()) return then.toLocaleTimeString(locale, clock)
  return then.toLocaleString(locale, { day: 'numeric', month: 'long', ...clock })
}
