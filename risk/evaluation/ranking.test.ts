import { expect, it } from 'vitest'
import { averagePrecision, rankingOf } from './ranking'

it('ranks by pairs, equal ones half', () => {
  expect(rankingOf([3, 4], [1, 2])).toBe(1)
  expect(rankingOf([1, 4], [2, 3])).toBe(0.5)
  expect(rankingOf([2], [2, 1])).toBe(0.75)
})

it('has the precision at each attack that is found, on average; equal ones at once', () => {
  expect(averagePrecision([4, 3], [2, 1])).toBe(1)
  expect(averagePrecision([4, 1], [3, 2])).toBe(0.75)
  expect(averagePrecision([1, 1], [1, 1])).toBe(0.5)
})
