import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from './day'
import { addToDay, keptDays, nothingSpent, spentInMonth, spentOn, sumOf, type Tally } from './tally'

const paid = (amount: bigint) => ({ held: 0n, paid: amount })
const made = (...days: readonly (readonly [string, bigint])[]): Tally => days.reduce<Tally>((tally, [day, amount]) => addToDay(tally, day, paid(amount)), [])

describe('what counts on a day', () => {
  it('is that day and whatever is later: a clock set back gives nothing away', () => {
    const tally = made(['2026-11-26', 3n], ['2026-11-25', 1n], ['2026-11-27', 5n])
    expect(sumOf(spentOn(tally, '2026-11-26'))).toBe(8n)
    expect(sumOf(spentOn(tally, '2026-11-01'))).toBe(9n)
    expect(spentOn(tally, '2026-11-28')).toEqual(nothingSpent)
  })

  it('ends with the month, and with no earlier or later day', () => {
    const tally = made(['2026-11-30', 3n], ['2026-12-01', 1n], ['2027-01-01', 7n])
    expect(sumOf(spentInMonth(tally, '2026-11-02'))).toBe(11n)
    expect(sumOf(spentInMonth(tally, '2026-12-31'))).toBe(8n)
    expect(sumOf(spentInMonth(tally, '2027-01-15'))).toBe(7n)
  })

  it('is the calendar of where the reader is', () => {
    const newYear = Date.UTC(2027, 0, 1)
    expect(dayOf(newYear - 1, 0)).toBe('2026-12-31')
    expect(dayOf(newYear, 0)).toBe('2027-01-01')
    expect(dayOf(newYear - 1, 14 * 60)).toBe('2027-01-01')
    expect(dayOf(newYear, -1)).toBe('2026-12-31')
    expect(dayOf(newYear, -11 * 60)).toBe('2026-12-31')
    // India and Nepal keep half and quarter hours.
    expect(dayOf(Date.UTC(2026, 9, 31, 18, 30), 330)).toBe('2026-11-01')
    expect(dayOf(Date.UTC(2026, 9, 31, 18, 14), 345)).toBe('2026-10-31')
  })
})

describe('a tally', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => dayOf(Date.UTC(2026, 0, 1 + n), 0))
  const anyChange = fc.tuple(anyDay, fc.bigInt({ min: 1n, max: 10n ** 12n }))

  it('adds up to what was added, in whatever order, for all the days it remembers', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: keptDays }), anyDay, (changes, day) => {
        const tally = made(...changes)
        const expected = changes.filter(([one]) => one >= day).reduce((sum, [, amount]) => sum + amount, 0n)
        expect(sumOf(spentOn(tally, day))).toBe(expected)
        expect(tally.map((one) => one.day)).toEqual([...new Set(changes.map(([one]) => one))].sort())
      }),
    )
  })

  it('forgets the oldest days only, and never grows', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 80, maxLength: 200 }), (changes) => {
        const days = made(...changes).map((one) => one.day)
        const all = [...new Set(changes.map(([one]) => one))].sort()
        expect(days.length).toBeLessThanOrEqual(keptDays)
        expect(days.at(-1)).toBe(all.at(-1))
      }),
    )
  })

  it('holds back, then pays or lets go', () => {
    const held = addToDay([], '2026-11-26', { held: 5n, paid: 0n })
    expect(addToDay(held, '2026-11-26', { held: -5n, paid: 5n })).toEqual([{ day: '2026-11-26', held: 0n, paid: 5n }])
    expect(addToDay(held, '2026-11-26', { held: -5n, paid: 0n })).toEqual([])
  })
})
