import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRetention, goesBefore, isShorter, kinds, offeredDays } from './retention'

const day = 24 * 3_600_000
const days = fc.option(fc.integer({ min: 1, max: 4_000 }), { nil: null })

describe('how long something is kept', () => {
  it('is to the moment: what is exactly so many days old is still there, and goes a millisecond later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 4_000 * day, max: 9e12 }), (kept, now) => {
        const before = goesBefore(kept, now) ?? Number.NaN
        expect(now - kept * day < before, 'as old as that').toBe(false)
        expect(now - kept * day - 1 < before, 'older').toBe(true)
      }),
    )
  })

  it('is for good where that was chosen, whatever the clock says', () => {
    expect(goesBefore(null, 9e15)).toBeNull()
  })

  it('is shorter in one direction only', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(isShorter(one, other) && isShorter(other, one)).toBe(false)
        expect(isShorter(one, other) || isShorter(other, one)).toBe(one !== other)
        if (isShorter(one, other)) expect(goesBefore(one, 0) ?? -Infinity).toBeGreaterThan(goesBefore(other, 0) ?? -Infinity)
      }),
    )
  })

  it('is one of those that are offered, for every kind, and always can be for good', () => {
    for (const kind of kinds) {
      expect(offeredDays[kind]).toContain(defaultRetention[kind])
      expect(offeredDays[kind]).toContain(null)
    }
  })
})
