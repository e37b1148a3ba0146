import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deliveryKinds } from '../../../core/purchase/purchase'
import type { HistoryRow } from '../../../messaging/views'
import { historyRow, usdc } from '../testing'
import { sumUp } from './statement-sums'

const payments: fc.Arbitrary<readonly HistoryRow[]> = fc
  .array(
    fc.record({
      at: fc.date({ min: new Date(2026, 0), max: new Date(2026, 11, 31), noInvalidDate: true }).map((date) => date.getTime()),
      host: fc.constantFrom('a.example', 'b.example', '__proto__', 'constructor'),
      kind: fc.constantFrom(...deliveryKinds),
      // Far beyond what a float can count.
      amount: fc.bigInt(0n, 10n ** 24n).map(usdc),
      refunded: fc.option(fc.bigInt(1n, 10n ** 24n).map(usdc)),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((facts) => historyRow(facts)))

it('adds up to the same to the last unit, whether by month, by site or by kind, and counts every payment once', () => {
  fc.assert(
    fc.property(payments, (rows) => {
      const sums = sumUp(rows)
      const whole = rows.reduce((sum, { amount }) => sum + BigInt(amount.atomic), 0n)
      for (const parts of [sums.months, sums.sites, sums.kinds]) {
        expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(whole)
        expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
      }
      expect(sums.amount).toBe(whole)
      const back = rows.flatMap(({ refunded }) => (refunded === null ? [] : [BigInt(refunded.atomic)]))
      expect(sums.back).toEqual({ count: back.length, amount: back.reduce((sum, amount) => sum + amount, 0n) })
      expect(sums.months.flatMap((month) => month.rows.map(({ id }) => id)).sort()).toEqual(rows.map(({ id }) => id).sort())
    }),
  )
})

it('names months by the reader’s own calendar', () => {
  const { months } = sumUp([new Date(2026, 0, 31, 23, 59), new Date(2026, 1, 1)].map((date) => historyRow({ at: date.getTime() })))
  expect(months.map(({ name, count }) => [name, count])).toEqual([
    [0, 1],
    [1, 1],
  ])
})
