import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatPrice } from './price'
import { tableOnly, type Rates } from './rates'
import { convertedAt, rateInDecimals, shownRate } from './shown-rate'

const at = Date.UTC(2099, 0, 1)
const rates: Rates = { ...tableOnly, feeds: { EUR: { dollars: '1.25', at } }, peg: { dollars: '0.99', at } }

it('keeps what one token was worth, and where that is from', () => {
  expect(shownRate('EUR', rates)).toEqual({ currency: 'EUR', numerator: 99n, denominator: 125n, source: 'feed', at })
  const rate = shownRate('EUR', rates)
  expect(rate && rateInDecimals(rate)).toBe('0.792')
  expect(rate && convertedAt(rate, 50_000n, 6)).toBe('0.0396')
})

it('is nothing where nothing is converted', () => {
  expect(shownRate('USD', rates)).toBeNull()
  expect(shownRate('XAU', rates)).toBeNull()
})

it('gives the price that was on screen', () => {
  fc.assert(
    fc.property(fc.constantFrom('EUR', 'GBP', 'JPY', 'KRW', 'CHF'), fc.bigInt(1_000_000n, 10n ** 12n), (currency, atomic) => {
      const rate = shownRate(currency, rates)
      if (rate === null) throw new Error(`${currency} has a rate`)
      const shown = formatPrice(atomic, 6, { currency, locale: 'en-US', rates })
      const kept = Number(convertedAt(rate, atomic, 6))
      // Within the digits on screen.
      expect(Math.abs(Number(shown.replace(/[^0-9.]/g, '')) - kept)).toBeLessThanOrEqual(currency === 'JPY' || currency === 'KRW' ? 0.5001 : 0.00501)
    }),
  )
})

it('that takes more room than a rate needs is not kept', () => {
  const long = `1.${'0123456789'.repeat(3)}1`
  expect(shownRate('EUR', { ...rates, feeds: { EUR: { dollars: long, at } }, peg: { dollars: `0.9${'7'.repeat(33)}`, at } })).toBeNull()
})
