import fc from 'fast-check'
import { expect, it } from 'vitest'
import { missing } from './balance'

it('finds what is gone without a purchase, to the last unit', () => {
  expect(missing({ total: 500n, spent: 0n }, { total: 450n, spent: 50n }, 0n)).toBe(0n)
  expect(missing({ total: 500n, spent: 0n }, { total: 449n, spent: 50n }, 0n)).toBe(1n)
  expect(missing({ total: 500n, spent: 0n }, { total: 450n, spent: 0n }, 50n)).toBe(0n)
  expect(missing({ total: 500n, spent: 0n }, { total: 449n, spent: 0n }, 50n)).toBe(1n)
  expect(missing(null, { total: 0n, spent: 0n }, 0n)).toBe(0n)
})

it('is never raised by purchases, however late each is known to be settled', () => {
  const amount = fc.bigInt({ min: 0n, max: 1_000n })
  fc.assert(
    fc.property(fc.array(amount), fc.array(fc.boolean()), (prices, counted) => {
      const taken = prices.reduce((sum, price) => sum + price, 0n)
      const spent = prices.reduce((sum, price, at) => (counted[at] === true ? sum + price : sum), 0n)
      expect(missing({ total: 10n ** 6n, spent: 0n }, { total: 10n ** 6n - taken, spent }, taken - spent)).toBe(0n)
    }),
  )
})
