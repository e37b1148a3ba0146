import { createContext, type ComponentChildren } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { formatPrice, formatToken, scaleTo, tableOnly, type PriceDisplay, type Rates } from '../../core/money'
import type { MoneyView, Settings } from '../../messaging/views'
import { locale } from '../../platform/locale'
import { estimateIn, type EstimateWords } from './estimate-words'
import { useView } from './use-view'

/** Writes amounts as this reader reads them. Null until the settings are known: a price is never shown in a guessed currency. */
export interface Prices {
  /** In the reader's currency: "$0.05". */
  readonly price: (money: MoneyView) => string
  /** Exactly: "0.05 USDC". */
  readonly exact: (money: MoneyView) => string
  /** Exactly, and in dollars where the reader counts in dollars and these are whole cents; the same way for all of them, so that they add up. */
  readonly ledger: (all: readonly MoneyView[]) => (money: MoneyView) => string
  /** For a chart: amounts that are round in the reader's currency, from nothing to at least `top`. */
  readonly scale: (top: MoneyView) => readonly MoneyView[]
  /** What to set beside prices that rest on an exchange rate, or null. */
  readonly estimate: EstimateWords | null
}

const PricesContext = createContext<Prices | null>(null)

/** Reads settings and rates once for everything below it, and again when they change. */
export function PricesProvider({ children }: { readonly children: ComponentChildren }) {
  const settings = useView('settings.read', {}, ['settings'])
  const known = useView('rates.read', {}, ['settings', 'rates'])
  const currency = currencyOf(settings)
  const rates = ratesFor(currency, known)
  // Another language writes them in another way.
  const written = locale()
  const prices = useMemo(
    () => (currency === null || rates === null ? null : createPrices(currency, written, rates, Date.now())),
    [currency, rates, written],
  )
  return <PricesContext.Provider value={prices}>{children}</PricesContext.Provider>
}

export function usePrice(): Prices | null {
  return useContext(PricesContext)
}

/** Without settings, dollars: a dollar token needs no exchange rate. */
function currencyOf(settings: ReturnType<typeof useView<'settings.read'>>): Settings['currency'] | null {
  if (settings.state === 'waiting') return null
  return settings.state === 'ready' ? settings.value.currency : 'USD'
}

/** Dollars wait for no rate. What cannot be read is replaced by the table that every wallet has. */
function ratesFor(currency: string | null, known: ReturnType<typeof useView<'rates.read'>>): Rates | null {
  if (currency === 'USD') return tableOnly
  if (known.state === 'waiting') return null
  return known.state === 'ready' ? known.value : tableOnly
}

/**
 * @param locale BCP 47
 * @param now milliseconds since 1970: how old a rate is is told
 */
export function createPrices(currency: string, locale: string, rates: Rates, now: number): Prices {
  const display: PriceDisplay = { currency, locale, rates }
  const price = ({ atomic, decimals }: MoneyView) => formatPrice(BigInt(atomic), decimals, display)
  const exact = (money: MoneyView) => formatToken(BigInt(money.atomic), money, locale)
  return {
    price,
    exact,
    ledger: (all) => (currency === 'USD' && all.every(isWholeCents) ? price : exact),
    scale: (top) => scaleTo(BigInt(top.atomic), top.decimals, display).map((tick) => ({ ...top, atomic: tick.toString() })),
    estimate: estimateIn(display, now),
  }
}

/** For amounts that are chosen in dollars. @param locale BCP 47 */
export const dollarPrices = (locale: string): Prices => createPrices('USD', locale, tableOnly, 0)

function isWholeCents({ atomic, decimals }: MoneyView): boolean {
  return decimals <= 2 || BigInt(atomic) % 10n ** BigInt(decimals - 2) === 0n
}
