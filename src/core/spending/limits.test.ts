import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leftOf, limitNames, overLimit, tightest, type Limits, type Used } from './limits'

const amount = fc.bigInt({ min: 0n, max: 1_000n })
const anyLimits: fc.Arbitrary<Limits> = fc.record({ payment: amount, siteDay: amount, tip: amount, tipDay: amount, day: amount, month: amount })
const anyUsed: fc.Arbitrary<Used> = fc.record({ siteDay: amount, tipDay: amount, day: amount, month: amount })

it('lets a purchase pass exactly when no limit would be gone over by one unit', () => {
  fc.assert(
    fc.property(anyLimits, anyUsed, amount, (limits, used, price) => {
      const fits = price <= limits.payment && used.siteDay + price <= limits.siteDay && used.day + price <= limits.day && used.month + price <= limits.month
      const over = overLimit(limits, used, price, 'purchase')
      expect(over === null || price === 0n).toBe(fits || price === 0n)
      if (over !== null) expect(over.left < price && over.left >= 0n && over.most === limits[over.limit]).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

it('counts tips by themselves and in the overall day and month', () => {
  fc.assert(
    fc.property(anyLimits, anyUsed, fc.bigInt({ min: 1n, max: 1_000n }), (limits, used, price) => {
      const fits = price <= limits.tip && used.tipDay + price <= limits.tipDay && used.day + price <= limits.day && used.month + price <= limits.month
      expect(overLimit(limits, used, price, 'tip') === null).toBe(fits)
    }),
    { numRuns: 2_000 },
  )
})

it('tells the limit that leaves least, and never less than nothing', () => {
  fc.assert(
    fc.property(anyLimits, anyUsed, (limits, used) => {
      const { left } = tightest(limits, used, 'purchase')
      expect([leftOf(limits, used, 'siteDay'), leftOf(limits, used, 'day'), leftOf(limits, used, 'month')].every((other) => left <= other)).toBe(true)
      for (const name of limitNames) expect(leftOf(limits, used, name) >= 0n).toBe(true)
    }),
  )
})
