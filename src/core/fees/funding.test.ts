import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fundingCost, mostFundingBps } from './funding'

it('is exact, and never less than the share', () => {
  expect(fundingCost(50_000n, 210)).toBe(1_050n)
  expect(fundingCost(1n, 1)).toBe(1n)
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n }), fc.integer({ min: 0, max: mostFundingBps }), (amount, bps) => {
      const over = fundingCost(amount, bps) * 10_000n - amount * BigInt(bps)
      expect(over >= 0n && over < 10_000n).toBe(true)
    }),
  )
})

it('is nothing for nothing', () => {
  expect([fundingCost(0n, 210), fundingCost(50_000n, 0)]).toEqual([0n, 0n])
})
