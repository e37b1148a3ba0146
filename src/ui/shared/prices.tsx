import { createContext, type ComponentChildren } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { bundledRates, formatPrice, formatToken, isEstimate, type PriceDisplay } from '../../core/money'
import type { MoneyView, Settings } from '../../messaging/views'
import { browser } from '../../platform/browser'
import { en as words } from '../words/en'
import { useView } from './use-view'

/** Writes amounts as this reader reads them. Null until the settings are known: a price is never shown in a guessed currency. */
export interface Prices {
  /** In the reader's currency: "$0.05". */
  readonly price: (money: MoneyView) => string
  /** Exactly: "0.05 USDC". */
  readonly exact: (money: MoneyView) => string
  /** Exactly, and in dollars where the reader counts in dollars and these are whole cents; the same way for all of them, so that they add up. */
  readonly ledger: (all: readonly MoneyView[]) => (money: MoneyView) => string
  /** A sentence to set beside prices that rest on an exchange rate, or null. */
  readonly estimate: string | null
}

const PricesContext = createContext<Prices | null>(null)

/** Reads the settings once for everything below it, and again when they change. */
export function PricesProvider({ children }: { readonly children: ComponentChildren }) {
  const settings = useView('settings.read', {}, ['settings'])
  const currency = currencyOf(settings)
  const prices = useMemo(() => (currency === null ? null : createPrices(currency, browser.i18n.getUILanguage())), [currency])
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

/** @param locale BCP 47 */
export function createPrices(currency: string, locale: string): Prices {
  const display: PriceDisplay = { currency, locale, rates: bundledRates }
  const price = ({ atomic, decimals }: MoneyView) => formatPrice(BigInt(atomic), decimals, display)
  const exact = (money: MoneyView) => formatToken(BigInt(money.atomic), money)
  return {
    price,
    exact,
    ledger: (all) => (currency === 'USD' && all.every(isWholeCents) ? price : exact),
    estimate: isEstimate(display) ? words.amount.estimate(dayInWords(bundledRates.asOf, locale)) : null,
  }
}

function isWholeCents({ atomic, decimals }: MoneyView): boolean {
  return decimals <= 2 || BigInt(atomic) % 10n ** BigInt(decimals - 2) === 0n
}

function dayInWords(day: string, locale: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
