import { parseDecimal, roundHalfEven, type Fraction } from './decimal'
import { bundledRates, type ReferenceRates } from './reference-rates'

/** What a price feed on the chain says of one unit of a currency, or of one token. */
export interface FeedReading {
  /** Dollars for one unit: a plain decimal above zero, "1.0843". */
  readonly dollars: string
  /** When the feed was last told, milliseconds since 1970. */
  readonly at: number
}

/** Everything that prices are converted with. Plain data: it is sent from the worker to the wallet's pages. They never decide what is paid. */
export interface Rates {
  readonly reference: ReferenceRates
  /** By ISO 4217. */
  readonly feeds: Readonly<Record<string, FeedReading>>
  /** What one token is worth; null where nobody said. */
  readonly peg: FeedReading | null
}

/** What prices are converted with while no feed has said anything. */
export const tableOnly: Rates = { reference: bundledRates, feeds: {}, peg: null }

/** The rate for one currency. */
export interface Rate {
  /** Units of the currency for one dollar. */
  readonly perDollar: Fraction
  readonly source: 'feed' | 'reference'
  /** Milliseconds since 1970; for a reference rate, the start of its day in UTC. */
  readonly at: number
}

const hour = 3_600_000
/** Feeds of currencies rest over weekends and holidays. */
const oldFrom = { feed: 75 * hour, reference: 7 * 24 * hour, peg: 26 * hour } as const

/** How far a feed may be from the reference rates, or from a dollar, to be believed. */
const most = { numerator: 12n, denominator: 10n }
const least = { numerator: 8n, denominator: 10n }

const isBelow = (a: Fraction, b: Fraction): boolean => a.numerator * b.denominator < b.numerator * a.denominator
const over = (a: Fraction, b: Fraction): Fraction => ({ numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator })
const isNearOne = (value: Fraction): boolean => !isBelow(value, least) && !isBelow(most, value)

/** A decimal above zero. */
function positive(text: string | undefined): Fraction | null {
  const value = text === undefined ? null : parseDecimal(text)
  return value === null || value.numerator === 0n ? null : value
}

/** Units of a currency for one dollar by the reference rates, or null where they have none. */
function referencePerDollar(currency: string, { perEuro }: ReferenceRates): Fraction | null {
  const units = positive(Object.hasOwn(perEuro, currency) ? perEuro[currency] : undefined)
  const dollars = positive(perEuro['USD'])
  return units === null || dollars === null ? null : over(units, dollars)
}

/**
 * The rate for a currency: the feed's, where there is one that can be believed and is not older than the reference rates;
 * else the reference rates' own. Null where neither has one. The dollar needs none.
 */
export function rateFor(currency: string, { reference, feeds }: Rates): Rate | null {
  const perDollar = referencePerDollar(currency, reference)
  if (currency === 'USD' || perDollar === null) return null
  const day = Date.parse(reference.asOf)
  const feed = Object.hasOwn(feeds, currency) ? feeds[currency] : undefined
  const dollars = positive(feed?.dollars)
  if (feed === undefined || dollars === null || feed.at < day) return { perDollar, source: 'reference', at: day }
  const fromFeed = { numerator: dollars.denominator, denominator: dollars.numerator }
  if (!isNearOne(over(fromFeed, perDollar))) return { perDollar, source: 'reference', at: day }
  return { perDollar: fromFeed, source: 'feed', at: feed.at }
}

/** Whether a rate is past its age. It is used all the same, and called old. @param now milliseconds since 1970 */
export const isOld = ({ source, at }: Rate, now: number): boolean => now - at > oldFrom[source]

/** Dollars for one token, for converting: one, where nobody says, or says what cannot be believed. */
export function dollarsPerToken({ peg }: Rates): Fraction {
  const dollars = positive(peg?.dollars)
  return dollars !== null && isNearOne(dollars) ? dollars : { numerator: 1n, denominator: 1n }
}

/** From how far off a dollar the reader is told, in basis points. */
const toldFrom = 50n

/**
 * How far the token is from a dollar, in basis points, where that is more than half a percent and was said lately; else null.
 * Below -2000 and above 2000 the feed may as well be wrong: that is told too, but not converted with.
 * @param now milliseconds since 1970
 */
export function pegOff({ peg }: Rates, now: number): bigint | null {
  const dollars = positive(peg?.dollars)
  if (peg === null || dollars === null || now - peg.at > oldFrom.peg) return null
  const off = basisPoints(dollars)
  return off > toldFrom || off < -toldFrom ? off : null
}

/**
 * How much more a price is in the reader's currency than by the reference rates alone, in basis points: rate and peg together.
 * Null for dollars, and for currencies without a rate.
 */
export function overReference(currency: string, rates: Rates): bigint | null {
  const used = rateFor(currency, rates)
  const reference = referencePerDollar(currency, rates.reference)
  if (used === null || reference === null) return null
  const peg = dollarsPerToken(rates)
  const shown = { numerator: used.perDollar.numerator * peg.numerator, denominator: used.perDollar.denominator * peg.denominator }
  return basisPoints(over(shown, reference))
}

/** How far a value is from one, in hundredths of a percent, rounded half to even. */
function basisPoints(value: Fraction): bigint {
  return roundHalfEven({ numerator: value.numerator - value.denominator, denominator: value.denominator }, 4)
}
