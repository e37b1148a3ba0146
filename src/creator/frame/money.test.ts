import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dollars, plainDollars, readDollars } from './money'

describe('dollars', () => {
  it.each([[0n, '$0.00'], [50_000n, '$0.05'], [1n, '$0.000001'], [1_234_567n, '$1.234567'], [1_250_000_000n, '$1,250.00'], [-50_000n, '-$0.05']])('%s is %s', (amount, text) => expect(dollars(amount)).toBe(text))

  it('are read as they are written, to the last unit', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999_999n }), (amount) => {
      expect(readDollars(plainDollars(amount))).toBe(amount)
    }))
  })

  it.each(['', '0', '0.00', '-1', '1e3', '1.1234567', '.5', '1.', '12345678', '٣', 'all', '1 000', '0x1'])('%j is no amount', (typed) => expect(readDollars(typed)).toBeNull())
  it.each([[' 1,5 ', 1_500_000n], ['$2', 2_000_000n], ['0.000001', 1n]])('%j is %s', (typed, amount) => expect(readDollars(typed)).toBe(amount))
})
