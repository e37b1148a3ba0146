import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, roundHalfEven } from './decimal'
import { formatPrice, toCurrency } from './price'
import { tableOnly } from './rates'
import { bundledRates } from './reference-rates'

const show = (atomic: bigint, currency: string, locale = 'en-US') => formatPrice(atomic, 6, { currency, locale, rates: tableOnly })
const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'KRW', 'CHF']

describe('formatPrice', () => {
  it.each([
    [50_000n, '$0.05'],
    [55_000n, '$0.055'],
    [100_000n, '$0.10'],
    [1_000_000n, '$1.00'],
    [1_234_567_890n, '$1,234.57'],
    [1_400n, '$0.0014'],
    [400n, '$0.0004'],
    [60n, '$0.0001'],
    [50n, '< $0.0001'],
    [1n, '< $0.0001'],
    [0n, '$0.00'],
    [-50_000n, '-$0.05'],
    [-1n, '> -$0.0001'],
    [2_500_000_000_000_000_001n, '$2,500,000,000,000.00'],
  ] as const)('%s is %s', (atomic, text) => expect(show(atomic, 'USD')).toBe(text))

  it('rounds half to even', () => {
    expect(show(1_005_000n, 'USD')).toBe('$1.00')
    expect(show(1_015_000n, 'USD')).toBe('$1.02')
  })

  it.each([
    ['EUR', '€0.043'], // 0.05 / 1.1757 = 0.042527…
    ['GBP', '£0.037'], // 0.05 * 0.87120 / 1.1757 = 0.037050…
    ['JPY', '¥7.8'], // 7.8030…
    ['KRW', '₩72.2'], // 72.197…
    ['CHF', 'CHF 0.04'], // 0.039521…, rounded to 0.040
  ] as const)('five cents in %s', (currency, text) => expect(show(50_000n, currency).replace(/\s/gu, ' ')).toBe(text))

  it('speaks the reader’s language', () => {
    expect(show(50_000n, 'EUR', 'de-DE').replace(/\s/gu, ' ')).toBe('0,043 €')
    expect(show(50_000n, 'USD', 'en-GB')).toBe('$0.05')
  })

  it('falls back to dollars where there is no rate', () => {
    expect(show(50_000n, 'XTS')).toBe('$0.05')
    expect(show(50_000n, 'toString')).toBe('$0.05')
  })

  it('errs by less than one displayed unit, and never shows zero for something', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.constantFrom(...currencies), (atomic, currency) => {
        const text = show(atomic, currency)
        const { value } = toCurrency(atomic, 6, { currency, rates: tableOnly })
        const shown = parseDecimal(text.replace(/[^0-9.]/g, ''))
        if (shown === null) throw new Error(text)
        expect(shown.numerator).toBeGreaterThan(0n)
        const minor = currency === 'JPY' || currency === 'KRW' ? 0 : 2
        const unit = 10n ** BigInt(Math.max((text.split('.')[1] ?? '').length, minor))
        const cross = shown.numerator * value.denominator - value.numerator * shown.denominator
        const error = cross < 0n ? -cross : cross
        expect(error * unit).toBeLessThan(shown.denominator * value.denominator)
      }),
      { numRuns: 300 },
    )
  })

  it('never orders two prices the wrong way round', () => {
    const pair = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 0n, max: 10n ** 9n }))
    const read = (text: string) => Number(text.replace(/[^0-9.]/g, ''))
    fc.assert(
      fc.property(pair, fc.constantFrom(...currencies), ([a, b], currency) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(read(show(low, currency))).toBeLessThanOrEqual(read(show(high, currency)))
      }),
    )
  })
})

it('bundled rates are readable decimals of a real day', () => {
  for (const currency of currencies) expect(parseDecimal(bundledRates.perEuro[currency] ?? '')).not.toBeNull()
  expect(bundledRates.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

it('roundHalfEven is within half a unit and even on ties', () => {
  const fraction = fc.record({ numerator: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), denominator: fc.bigInt({ min: 1n, max: 10n ** 6n }) })
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 4 }), (value, digits) => {
      const rounded = roundHalfEven(value, digits)
      const twice = 2n * (value.numerator * 10n ** BigInt(digits) - rounded * value.denominator)
      const distance = twice < 0n ? -twice : twice
      expect(distance).toBeLessThanOrEqual(value.denominator)
      if (distance === value.denominator) expect(rounded % 2n).toBe(0n)
    }),
  )
})
