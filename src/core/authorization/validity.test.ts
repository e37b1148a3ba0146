import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clampValidity } from './validity'

it.each([
  [1, 30],
  [30, 30],
  [60.9, 60],
  [299, 299],
  [301, 300],
  [31_536_000, 300],
  [Infinity, 300],
  [-Infinity, 30],
  [NaN, 30],
])('makes %d seconds %d', (asked, given) => expect(clampValidity(asked)).toBe(given))

it('stays within 30..300 whole seconds for any number', () => {
  fc.assert(
    fc.property(fc.double(), (asked) => {
      const seconds = clampValidity(asked)
      expect(Number.isInteger(seconds) && seconds >= 30 && seconds <= 300).toBe(true)
    }),
  )
})
