import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPrice } from './price'
import { tableOnly } from './rates'
import { scaleTo } from './scale'

const labels = (top: bigint, currency: string) => scaleTo(top, 6, { currency, rates: tableOnly }).map((tick) => formatPrice(tick, 6, { currency, locale: 'en-US', rates: tableOnly }))

describe('the scale of a chart', () => {
  it.each([
    [50_000n, ['$0.00', '$0.02', '$0.04', '$0.06']],
    [4_200_000n, ['$0.00', '$2.00', '$4.00', '$6.00']],
    [1_000_000n, ['$0.00', '$0.50', '$1.00']],
    [123_456_789n, ['$0.00', '$50.00', '$100.00', '$150.00']],
    [0n, ['$0.00']],
  ])('to %i is round in dollars', (top, written) => {
    expect(labels(top, 'USD')).toEqual(written)
  })

  it.each(['EUR', 'JPY', 'KRW'])('is round in %s as well', (currency) => {
    const digits = labels(4_321_000n, currency).map((label) => label.replaceAll(/[^1-9]/g, ''))
    for (const digit of digits.slice(1)) expect(digit).toMatch(/^(?:1|2|3|4|5|6|8|15)$/)
  })

  it('reaches what is drawn, in even steps, from zero, for any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.constantFrom('USD', 'EUR', 'JPY'), (top, currency) => {
        const scale = scaleTo(top, 6, { currency, rates: tableOnly })
        const last = scale.at(-1) ?? 0n
        expect(scale[0]).toBe(0n)
        expect(scale.length).toBeGreaterThanOrEqual(2)
        expect(scale.length).toBeLessThanOrEqual(5)
        expect(last).toBeGreaterThanOrEqual(top)
        expect(last).toBeLessThanOrEqual(top * 2n + 2n)
        const steps = scale.slice(1).map((tick, at) => tick - (scale[at] ?? 0n))
        for (const step of steps) expect(step - (steps[0] ?? 0n) <= 1n && (steps[0] ?? 0n) - step <= 1n).toBe(true)
      }),
    )
  })
})
