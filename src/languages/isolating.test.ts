import { expect, it } from 'vitest'
import { isolating } from './isolating'
import type { Language } from './language'

it('sets what is filled in apart where sentences run from right to left', () => {
  const told = { card: { unlock: (price: string, count: number, rest: string) => `${rest}${count} ${price}` }, help: { steps: ['a', 'b'], none: null } }
  const { card, help } = isolating(told as unknown as Language) as unknown as typeof told
  expect(card.unlock('news.example', 3, '')).toBe('3 \u2068news.example\u2069')
  expect(help).toEqual(told.help)
})
