import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isFrozen } from './freeze'

const hour = 3_600_000

it('freezes at the third denial within an hour, and stays frozen until it is proved who is there', () => {
  expect(isFrozen([1, 2], 0)).toBe(false)
  expect(isFrozen([1, hour + 1, hour], 0)).toBe(true)
  expect(isFrozen([1, hour, hour + 2], 0)).toBe(false)
  expect(isFrozen([1, 2, 3], 3)).toBe(false)
  expect(isFrozen([1, 2, 3, 4, 5], 3)).toBe(false)
  expect(isFrozen([1, 2, 3, 4, 5, 6], 3)).toBe(true)
})

it('in whatever order they are told, and never thaws by more of them', () => {
  const times = fc.array(fc.integer({ min: 1, max: 10 * hour }), { maxLength: 12 })
  fc.assert(
    fc.property(times, times, (denied, more) => {
      expect(isFrozen([...denied].reverse(), 0)).toBe(isFrozen(denied, 0))
      if (isFrozen(denied, 0)) expect(isFrozen([...denied, ...more], 0)).toBe(true)
    }),
  )
})
