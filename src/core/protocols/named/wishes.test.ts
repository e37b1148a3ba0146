import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addWish, countWishes, maxWishes, removeWish, wishFor, type Wish } from './wishes'

const noon = Date.UTC(2026, 10, 26, 12)
const collect = (wishes: readonly Wish[]): readonly Wish[] => wishes.reduce<readonly Wish[]>(addWish, [])

it.each([
  ['https://www.news.example/2026/wren?me=1#a', { site: 'news.example', at: '2026-11-26' }],
  ['http://ada.github.io/essay', { site: 'ada.github.io', at: '2026-11-26' }],
  ['about:blank', null],
  ['data:text/html,a', null],
])('keeps of %s the site and the day', (url, wish) => expect(wishFor(new URL(url), noon)).toEqual(wish))

it('keeps the day of UTC', () => {
  expect(wishFor(new URL('https://news.example/'), Date.UTC(2026, 11, 31, 23, 59, 59, 999))?.at).toBe('2026-12-31')
  expect(wishFor(new URL('https://news.example/'), Date.UTC(2027, 0, 1))?.at).toBe('2027-01-01')
})

it('counts a site once a day', () => {
  const wishes = collect([
    { site: 'news.example', at: '2026-11-26' },
    { site: 'other.example', at: '2026-11-26' },
    { site: 'news.example', at: '2026-11-26' },
    { site: 'news.example', at: '2026-11-27' },
  ])
  expect([...countWishes(wishes)]).toEqual([
    ['news.example', 2],
    ['other.example', 1],
  ])
  expect(addWish(wishes, { site: 'news.example', at: '2026-11-26' })).toBe(wishes)
})

it('takes one site of one day back, and no other', () => {
  const wishes = ['26', '27'].flatMap((day) => ['a.example', 'b.example'].map((site): Wish => ({ site, at: `2026-11-${day}` })))
  expect(removeWish(wishes, { site: 'a.example', at: '2026-11-27' })).toEqual(wishes.filter((_, at) => at !== 2))
  expect(removeWish(wishes, { site: 'a.example', at: '2026-11-28' })).toEqual(wishes)
})

it('lets the oldest days go first, also where the clock went back', () => {
  const day = (at: number): Wish => ({ site: `site${String(at)}.example`, at: new Date(noon + at * 86_400_000).toISOString().slice(0, 10) })
  const full = collect(Array.from({ length: maxWishes }, (_, at) => day(at)))
  expect(full).toHaveLength(500)
  expect(addWish(full, day(600)).map(({ site }) => site)).toEqual([...full.slice(1), day(600)].map(({ site }) => site))
  expect(addWish(full, day(-1))).toEqual(full)
})

it('never keeps two of one site and day, nor more than there is room for, and counts them all', () => {
  const wish = fc.record({ site: fc.constantFrom('a.example', 'b.example', 'c.example'), at: fc.integer({ min: 0, max: 400 }).map((day) => new Date(noon + day * 86_400_000).toISOString().slice(0, 10)) })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 900 }), (wished) => {
      const wishes = collect(wished)
      expect(new Set(wishes.map(({ site, at }) => site + at)).size).toBe(wishes.length)
      expect(wishes.length).toBeLessThanOrEqual(maxWishes)
      expect([...countWishes(wishes).values()].reduce((sum, count) => sum + count, 0)).toBe(wishes.length)
    }),
    { numRuns: 20 },
  )
})
