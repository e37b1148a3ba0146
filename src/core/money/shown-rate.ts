import { toDecimal } from './atomic'
import { roundHalfEven } from './decimal'
import { formatValue } from './price'
import { dollarsPerToken, rateFor, type Rates } from './rates'

/** The rate that a reader was shown a price with, kept beside the payment. It was an estimate, and decided nothing. */
export interface ShownRate {
  /** ISO 4217. */
  readonly currency: string
  /** Units of the currency for one token, exactly: `numerator / denominator`, both above zero. */
  readonly numerator: bigint
  readonly denominator: bigint
  readonly source: 'feed' | 'reference'
  /** When the source was last told, milliseconds since 1970. */
  readonly at: number
}

/** What is kept of a rate has this many digits at most. */
export const mostRateDigits = 30
const most = 10n ** BigInt(mostRateDigits)

/** The rate that prices are shown with now. Null for dollars, which need none, and for currencies that are not converted to. */
export function shownRate(currency: string, rates: Rates): ShownRate | null {
  const rate = rateFor(currency, rates)
  if (rate === null) return null
  const peg = dollarsPerToken(rates)
  const numerator = rate.perDollar.numerator * peg.numerator
  const denominator = rate.perDollar.denominator * peg.denominator
  const divisor = commonDivisor(numerator, denominator)
  if (numerator / divisor >= most || denominator / divisor >= most) return null
  return { currency, numerator: numerator / divisor, denominator: denominator / divisor, source: rate.source, at: rate.at }
}

/** What an amount was worth at a kept rate: a plain decimal with six places at most, rounded half to even. @param atomic atomic units of the token */
export function convertedAt(rate: ShownRate, atomic: bigint, decimals: number): string {
  return toDecimal(roundHalfEven({ numerator: atomic * rate.numerator, denominator: 10n ** BigInt(decimals) * rate.denominator }, 6), 6)
}

/** Units of the currency for one token: a plain decimal with eight places at most. */
export const rateInDecimals = ({ numerator, denominator }: ShownRate): string => toDecimal(roundHalfEven({ numerator, denominator }, 8), 8)

/** What an amount was worth at a kept rate, as a price to read. @param locale BCP 47 */
export const formatAt = (rate: ShownRate, atomic: bigint, decimals: number, locale: string): string =>
  formatValue({ numerator: atomic * rate.numerator, denominator: 10n ** BigInt(decimals) * rate.denominator }, rate.currency, locale)

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}
