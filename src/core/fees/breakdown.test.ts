import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breakdown, readerTotal } from './breakdown'

it('adds up to the signed value, to the last unit, and calls nothing undeclared zero', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: (1n << 256n) - 1n }), (amount) => {
      const lines = breakdown({ amount })
      expect(readerTotal(lines)).toBe(amount)
      expect(lines.map((line) => [line.kind, line.amount])).toEqual([
        ['content', amount],
        ['platform', null],
        ['facilitator', null],
        ['network', 0n],
      ])
    }),
  )
})

it('counts only what the reader pays', () => {
  const lines = [
    { kind: 'content', amount: 5n, paidBy: 'reader' },
    { kind: 'platform', amount: 2n, paidBy: 'seller' },
    { kind: 'facilitator', amount: 1n, paidBy: 'reader' },
  ] as const
  expect(readerTotal(lines)).toBe(6n)
})
