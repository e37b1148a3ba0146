import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterClockCheck, beginAttempt, noAttempts, waitMs, type Attempts } from './attempts'

const start = Date.UTC(2026, 10, 25, 9)
const minute = 60_000

/** Makes an attempt as soon as it is allowed; gives the waits that came before each. */
function patient(count: number): { readonly attempts: Attempts; readonly waits: readonly number[] } {
  let attempts = noAttempts
  let now = start
  const waits: number[] = []
  for (let made = 0; made < count; made += 1) {
    const wait = waitMs(attempts, now)
    waits.push(wait)
    now += wait
    const next = beginAttempt(attempts, now)
    if (next === null) throw new Error('refused after the wait was served')
    attempts = next
  }
  return { attempts, waits }
}

describe('wrong tries', () => {
  it('are free five times, then cost more and more, up to an hour', () => {
    expect(patient(12).waits).toEqual([0, 0, 0, 0, 0, 30_000, minute, 5 * minute, 15 * minute, 60 * minute, 60 * minute, 60 * minute])
  })

  it('are not counted and not made before the wait is over', () => {
    const { attempts } = patient(5)
    expect(beginAttempt(attempts, start + 29_999)).toBeNull()
    expect(beginAttempt(attempts, start + 30_000)).toMatchObject({ failed: 6 })
  })

  it('never allow more than five and one for each wait, however often and whenever they are tried', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 * minute }), { minLength: 1, maxLength: 200 }), (pauses) => {
        let attempts = noAttempts
        let now = start
        let made = 0
        for (const pause of pauses) {
          now += pause
          const next = beginAttempt(afterClockCheck(attempts, now), now)
          if (next !== null) {
            attempts = next
            made += 1
          }
        }
        // The five free ones, the four shorter waits, and one an hour.
        expect(made).toBeLessThanOrEqual(10 + Math.floor((now - start) / (60 * minute)))
      }),
    )
  })

  it('remember when the latest twenty were made', () => {
    const { times } = patient(30).attempts
    expect(times).toHaveLength(20)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })
})

describe('a clock that was turned back', () => {
  it('costs an hour while a wait is in force, and not a day', () => {
    const { attempts } = patient(6)
    const earlier = attempts.lastAt - 24 * 60 * minute
    const seen = afterClockCheck(attempts, earlier)
    expect(waitMs(seen, earlier)).toBe(60 * minute)
    expect(waitMs(seen, earlier + 60 * minute)).toBe(0)
    // Looking again does not begin the hour again.
    expect(afterClockCheck(seen, earlier + minute)).toEqual(seen)
  })

  it('costs nothing to a reader who made no mistakes, or when it was set right by seconds', () => {
    expect(waitMs(afterClockCheck(patient(3).attempts, start - 60 * minute), start - 60 * minute)).toBe(0)
    const { attempts } = patient(5)
    expect(afterClockCheck(attempts, attempts.lastAt - 5_000)).toBe(attempts)
  })

  it('never makes anybody wait longer than an hour', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 0, max: 2 * start }), (count, now) => {
        expect(waitMs(patient(count).attempts, now)).toBeLessThanOrEqual(60 * minute)
      }),
    )
  })
})
