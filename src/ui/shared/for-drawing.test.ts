import { expect, it } from 'vitest'
import { shareOf } from './for-drawing'

it('draws nothing for nothing, all for all, and never beyond, however large amounts are', () => {
  const vast = 10n ** 60n
  expect([shareOf(0n, vast), shareOf(vast, vast), shareOf(vast + 1n, vast), shareOf(vast / 4n, vast)]).toEqual([0, 1, 1, 0.25])
  expect([shareOf(1n, 0n), shareOf(0n, 0n), shareOf(-5n, 10n)]).toEqual([0, 0, 0])
  expect(shareOf(1n, 3n)).toBe(0.3333)
})
