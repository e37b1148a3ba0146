import { expect, it } from 'vitest'
import { forms } from './forms'

it('takes the form that the language asks for', () => {
  const german = (count: number) => forms('de', count, { one: 'ein Tag', other: (n) => `${n} Tage` })
  expect([german(0), german(1), german(5)]).toEqual(['0 Tage', 'ein Tag', '5 Tage'])
  const arabic = (count: number) => forms('ar', count, { two: 'two', few: (n) => `few ${n}`, other: 'other' })
  expect([arabic(2), arabic(3), arabic(11), arabic(100)]).toEqual(['two', 'few 3', 'other', 'other'])
})
