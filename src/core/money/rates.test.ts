import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPrice, toCurrency } from './price'
import { dollarsPerToken, isOld, overReference, pegOff, rateFor, tableOnly, type FeedReading, type Rates } from './rates'

const hour = 3_600_000
const now = Date.parse('2026-01-05T12:00:00Z')
const euro = (dollars: string, at = now): Rates => ({ ...tableOnly, feeds: { EUR: { dollars, at } } })
const pegged = (dollars: string, at = now): Rates => ({ ...tableOnly, peg: { dollars, at } })
const show = (rates: Rates, currency = 'EUR') => formatPrice(1_000_000n, 6, { currency, locale: 'en', rates })

describe('which rate is taken', () => {
  it('is the feed’s where there is one, and the table’s for other currencies', () => {
    expect(rateFor('EUR', euro('1.25'))).toMatchObject({ source: 'feed', at: now })
    expect(show(euro('1.25'))).toBe('€0.80')
    expect(rateFor('JPY', euro('1.25'))?.source).toBe('reference')
  })

  it('is the table’s where that is newer than what the feed said', () => {
    expect(rateFor('EUR', euro('1.25', Date.parse('2025-12-29')))?.source).toBe('reference')
  })

  it.each(['0', '', '-1', '1e3', '0.9', '1.5', '99999999999', 'NaN', '１'])('is the table’s where a feed says %j', (dollars) => {
    expect(show(euro(dollars))).toBe(show(tableOnly))
  })

  it('is none for dollars, and for currencies that the table does not have, whatever a feed is called', () => {
    const odd: Rates = { ...tableOnly, feeds: { USD: { dollars: '2', at: now }, XTS: { dollars: '1', at: now }, toString: { dollars: '1', at: now } } }
    for (const currency of ['USD', 'XTS', 'toString', '__proto__']) expect(rateFor(currency, odd)).toBeNull()
  })

  it('is called old past its age, and used all the same', () => {
    const at = (source: 'feed' | 'reference', age: number) => isOld({ source, at: now - age, perDollar: { numerator: 1n, denominator: 1n } }, now)
    expect([at('feed', 75 * hour), at('feed', 75 * hour + 1)]).toEqual([false, true])
    expect([at('reference', 168 * hour), at('reference', 168 * hour + 1)]).toEqual([false, true])
  })
})

describe('the peg', () => {
  it('moves what is shown in other currencies, and nothing in dollars', () => {
    expect(show({ ...euro('1.25'), peg: { dollars: '0.9', at: now } })).toBe('€0.72')
    expect(show(pegged('0.9'), 'USD')).toBe('$1.00')
  })

  it('is told from more than half a percent on, in both directions', () => {
    expect(['0.995', '1.005', '1', '0.9951'].map((dollars) => pegOff(pegged(dollars), now))).toEqual([null, null, null, null])
    expect(['0.9949', '1.0051', '0.3'].map((dollars) => pegOff(pegged(dollars), now))).toEqual([-51n, 51n, -7000n])
  })

  it('is not told of where it was said long ago, or by nobody', () => {
    expect(pegOff(pegged('0.9', now - 27 * hour), now)).toBeNull()
    expect(pegOff(tableOnly, now)).toBeNull()
  })

  it('never makes a price look like next to nothing: what cannot be believed is not converted with', () => {
    for (const dollars of ['0.0001', '0.79', '1.21', '1000', 'x']) expect(dollarsPerToken(pegged(dollars))).toEqual({ numerator: 1n, denominator: 1n })
  })
})

it('tells what a price is over the reference rate, rate and peg together', () => {
  expect(overReference('EUR', tableOnly)).toBe(0n)
  expect(overReference('USD', pegged('0.9'))).toBeNull()
  // The table's dollar is 1.1757 for a euro: a euro at 1.12 dollars makes a dollar 4.97 percent dearer.
  expect(overReference('EUR', euro('1.12'))).toBe(497n)
  expect(overReference('EUR', { ...euro('1.1757'), peg: { dollars: '0.99', at: now } })).toBe(-100n)
})

describe('for any feeds', () => {
  const decimal = fc.bigInt({ min: 0n, max: 10n ** 10n }).map((units) => `${units / 10n ** 8n}.${(units % 10n ** 8n).toString().padStart(8, '0')}`)
  const reading = fc.record({ dollars: fc.oneof(decimal, fc.string()), at: fc.integer({ min: 0, max: 2 * now }) }) satisfies fc.Arbitrary<FeedReading>
  const rates: fc.Arbitrary<Rates> = fc.record({ reference: fc.constant(tableOnly.reference), feeds: fc.dictionary(fc.constantFrom('EUR', 'JPY', 'USD', 'XTS'), reading), peg: fc.option(reading) })
  const currency = fc.constantFrom('EUR', 'GBP', 'JPY', 'KRW', 'CHF', 'USD')
  const amount = fc.bigInt({ min: 1n, max: 10n ** 12n })

  it('what is shown is within a fifth of the table and a fifth of the peg, and above zero', () => {
    fc.assert(
      fc.property(rates, currency, amount, (some, name, atomic) => {
        const { value } = toCurrency(atomic, 6, { currency: name, rates: some })
        const { value: table } = toCurrency(atomic, 6, { currency: name, rates: tableOnly })
        const [left, right] = [value.numerator * table.denominator * 100n, table.numerator * value.denominator]
        expect(value.denominator > 0n && value.numerator > 0n).toBe(true)
        // A feed may be a fifth off either way, which turned over is a quarter more; and so may the peg be.
        expect(left >= right * 64n && left <= right * 150n).toBe(true)
      }),
    )
  })

  it('converting is exact and linear: two prices together are the price of both', () => {
    fc.assert(
      fc.property(rates, currency, amount, amount, (some, name, a, b) => {
        const of = (atomic: bigint) => toCurrency(atomic, 6, { currency: name, rates: some }).value
        const [one, other, both] = [of(a), of(b), of(a + b)]
        expect(one.denominator).toBe(both.denominator)
        expect(one.numerator + other.numerator).toBe(both.numerator)
      }),
    )
  })
})
