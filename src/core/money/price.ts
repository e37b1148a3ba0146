import { toDecimal } from './atomic'
import { roundHalfEven, type Fraction } from './decimal'
import { dollarsPerToken, rateFor, type Rates } from './rates'

/** How the reader wants prices shown. */
export interface PriceDisplay {
  /** ISO 4217. A currency without a rate is shown in US dollars instead. */
  readonly currency: string
  /** BCP 47. */
  readonly locale: string
  readonly rates: Rates
}

/**
 * An amount of a US dollar token as a price to read: "$0.05", "€0.043", "¥7.8", "$0.0004", "< $0.0001".
 *
 * In dollars one token is taken as one dollar; in other currencies it is what it is worth (`Rates.peg`). The conversion is
 * exact arithmetic; rounding happens once, half to even, at the digits shown. From a hundred minor units up (a dollar, a euro, a hundred yen) those are the currency's
 * own; below, one more, or two if it takes two for two significant digits, and a superfluous zero is dropped again.
 * A price above zero is never shown as zero.
 *
 * @param atomic atomic units of the token
 * @param decimals decimal places of the token
 * @throws RangeError if `locale` is not a language tag
 */
export function formatPrice(atomic: bigint, decimals: number, display: PriceDisplay): string {
  const { value, currency } = toCurrency(atomic, decimals, display)
  return formatValue(value, currency, display.locale)
}

/** An exact value in a currency as a price to read: see formatPrice. @throws RangeError as it does */
export function formatValue(value: Fraction, currency: string, locale: string): string {
  const minor = minorDigits(currency)
  const digits = shownDigits(value, minor)
  const units = roundHalfEven(value, digits)
  const format = (shown: bigint) => write(shown, digits, minor, currency, locale)
  if (units !== 0n || value.numerator === 0n) return format(units)
  return value.numerator > 0n ? `< ${format(1n)}` : `> ${format(-1n)}`
}

/** The exact value of an amount in the display currency, and the currency it is in after all. */
export function toCurrency(atomic: bigint, decimals: number, { currency, rates }: Pick<PriceDisplay, 'currency' | 'rates'>): { value: Fraction; currency: string } {
  const tokens = { numerator: atomic, denominator: 10n ** BigInt(decimals) }
  const rate = rateFor(currency, rates)
  if (rate === null) return { value: tokens, currency: 'USD' }
  const { perDollar } = rate
  const peg = dollarsPerToken(rates)
  const numerator = tokens.numerator * peg.numerator * perDollar.numerator
  const denominator = tokens.denominator * peg.denominator * perDollar.denominator
  return { value: { numerator, denominator }, currency }
}

/** Decimal places of the currency's minor unit: 2 for the dollar, 0 for the yen. */
function minorDigits(currency: string): number {
  return madeOnce(minors, currency, () => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
}

function shownDigits(value: Fraction, minor: number): number {
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator
  const inMinorUnits = (more: number) => (magnitude * 10n ** BigInt(minor + more)) / value.denominator
  if (inMinorUnits(0) >= 100n) return minor
  return inMinorUnits(1) >= 10n ? minor + 1 : minor + 2
}

function write(units: bigint, digits: number, minor: number, currency: string, locale: string): string {
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: minor, maximumFractionDigits: digits } as const
  const format = madeOnce(formats, JSON.stringify([locale, currency, digits]), () => new Intl.NumberFormat(locale, options))
  // A string is formatted digit by digit; a number would pass through a float.
  return withShortDollar(format.format(toDecimal(units, digits) as `${number}`))
}

/** To make one takes longer than to write a hundred prices with it; there are as many as currencies and languages that were shown. */
const formats = new Map<string, Intl.NumberFormat>()
const minors = new Map<string, number>()

function madeOnce<T>(made: Map<string, T>, key: string, make: () => T): T {
  const before = made.get(key)
  if (before !== undefined) return before
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

/** Arabic has no short sign for the dollar, and "US$" falls apart where it stands between words from right to left. */
export const withShortDollar = (price: string): string => price.replace('US$', '$')
