/** Exchange rates of one day, for showing prices in the reader's currency. They never decide what is paid. */
export interface ReferenceRates {
  /** The day they were set, YYYY-MM-DD. */
  readonly asOf: string
  readonly source: string
  /** Units of each currency (ISO 4217) for one euro, as plain decimals. */
  readonly perEuro: Readonly<Record<string, string>>
}

/**
 * The newer of two days' rates. One that names fewer currencies, or no dollar, is not gone by: prices would lose their currency.
 */
export function newerRates(held: ReferenceRates, offered: ReferenceRates): ReferenceRates {
  const isComplete = Object.keys(held.perEuro).every((currency) => currency === 'EUR' || Object.hasOwn(offered.perEuro, currency))
  return isComplete && offered.asOf > held.asOf ? { ...offered, perEuro: { ...offered.perEuro, EUR: '1' } } : held
}

/**
 * Euro foreign exchange reference rates of the European Central Bank, published on 30 December 2025
 * (https://www.ecb.europa.eu/stats/eurofxref/, digits as published). Anything shown with them is an estimate
 * of that date and says so.
 */
export const bundledRates: ReferenceRates = {
  asOf: '2025-12-30',
  source: 'European Central Bank',
  perEuro: { EUR: '1', USD: '1.1757', GBP: '0.87120', JPY: '183.48', KRW: '1697.65', CHF: '0.9293' },
}
