/** Exchange rates of one day, for showing prices in the reader's currency. They never decide what is paid. */
export interface ReferenceRates {
  /** The day they were set, YYYY-MM-DD. */
  readonly asOf: string
  readonly source: string
  /** Units of each currency (ISO 4217) for one euro, as plain decimals. */
  readonly perEuro: Readonly<Record<string, string>>
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
