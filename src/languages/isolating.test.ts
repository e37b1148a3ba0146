import { expect, it } from 'vitest'
import arabic from './ar/index'
import { isolating } from './isolating'
import type { Language } from './language'

it('sets what is filled in apart where sentences run from right to left', () => {
  const told = { card: { unlock: (price: string, count: number, rest: string) => `${rest}${count} ${price}` }, help: { steps: ['a', 'b'], none: null } }
  const { card, help } = isolating(told as unknown as Language) as unknown as typeof told
  expect(card.unlock('news.example', 3, '')).toBe('3 \u2068news.example\u2069')
  expect(card.unlock('$0.50', 3, '12')).toBe('123 \u2068$0.50\u2069')
  expect(help).toEqual(told.help)
})

it('leaves what decides a form as it is written', () => {
  expect(arabic.workerDisputes.terms.days('1')).toBe('يوم واحد')
  expect(arabic.workerDisputes.terms.days('2')).toBe('يومين')
  expect(arabic.workerDisputes.terms.days('30')).toBe('30 يومًا')
  expect(arabic.workerPolicy.titleIn('شروط الاستخدام', 'ar')).toBe('\u2068شروط الاستخدام\u2069')
  expect(arabic.workerPolicy.titleIn('شروط الاستخدام', 'en')).toContain('en')
})
