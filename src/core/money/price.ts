import { toDecimal } from './atomic'
import { parseDecimal, roundHalfEven, type Fraction } from './decimal'
import type { ReferenceRates } from './reference-rates'

/** How the reader wants prices shown. */
export interface PriceDisplay {
  /** ISO 4217. A currency without a rate is shown in US dollars instead. */
  readonly currency: string
  /** BCP 47. */
  readonly locale: string
  readonly rates: ReferenceRates
}

/**
 * An amount of a US dollar token as a price to read: "$0.05", "€0.043", "¥7.8", "$0.0004", "< $0.0001".
 *
 * One token is taken as one dollar. The conversion is exact arithmetic; rounding happens once, half to even,
 * at the digits shown. From a hundred minor units up (a dollar, a euro, a hundred yen) those are the currency's
 * own; below, one more, or two if it takes two for two significant digits, and a superfluous zero is dropped again.
 * A price above zero is never shown as zero.
 *
 * @param atomic atomic units of the token
 * @param decimals decimal places of the token
 * @throws RangeError if `locale` is not a language tag
 */
export function formatPrice(atomic: bigint, decimals: number, display: PriceDisplay): string {
  const { value, currency } = toCurrency(atomic, decimals, display)
  const minor = minorDigits(currency)
  const digits = shownDigits(value, minor)
  const units = roundHalfEven(value, digits)
  const format = (shown: bigint) => write(shown, digits, minor, currency, display.locale)
  if (units !== 0n || value.numerator === 0n) return format(units)
  return value.numerator > 0n ? `< ${format(1n)}` : `> ${format(-1n)}`
}

/** True when a price in this currency rests on an exchange rate and so is an estimate (`rates.asOf`). */
export function isEstimate(display: PriceDisplay): boolean {
  return rateOf(display.currency, display.rates) !== null && display.currency !== 'USD'
}

/** The exact value of an amount in the display currency, and the currency it is in after all. */
export function toCurrency(atomic: bigint, decimals: number, display: PriceDisplay): { value: Fraction; currency: string } {
  const dollars = { numerator: atomic, denominator: 10n ** BigInt(decimals) }
  const perEuro = rateOf(display.currency, display.rates)
  const dollarsPerEuro = rateOf('USD', display.rates)
  if (display.currency === 'USD' || perEuro === null || dollarsPerEuro === null) return { value: dollars, currency: 'USD' }
  const numerator = dollars.numerator * perEuro.numerator * dollarsPerEuro.denominator
  const denominator = dollars.denominator * perEuro.denominator * dollarsPerEuro.numerator
  return { value: { numerator, denominator }, currency: display.currency }
}

function rateOf(currency: string, rates: ReferenceRates): Fraction | null {
  const text = Object.hasOwn(rates.perEuro, currency) ? rates.perEuro[currency] : undefined
  const rate = text === undefined ? null : parseDecimal(text)
  return rate === null || rate.numerator === 0n ? null : rate
}

/** Decimal places of the currency's minor unit: 2 for the dollar, 0 for the yen. */
function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

function shownDigits(value: Fraction, minor: number): number {
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator
  const inMinorUnits = (more: number) => (magnitude * 10n ** BigInt(minor + more)) / value.denominator
  if (inMinorUnits(0) >= 100n) return minor
  return inMinorUnits(1) >= 10n ? minor + 1 : minor + 2
}

function write(units: bigint, digits: number, minor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: minor,
    maximumFractionDigits: digits,
  })
  // A string is formatted digit by digit; a number would pass through a float.
  return format.format(toDecimal(units, digits) as `${number}`)
}
