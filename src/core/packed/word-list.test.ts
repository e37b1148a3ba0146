import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinWords, splitWords } from './word-list'

it('writes what a word has in common with the one before it as a capital', () => {
  expect(joinWords(['able', 'ably', 'b', 'b', 'bow'])).toBe('AableDyAbBBow')
  expect(splitWords('AableDyAbBBow')).toEqual(['able', 'ably', 'b', 'b', 'bow'])
})

it('gives back any words without capitals, in their order', () => {
  const word = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 20, maxLength: 40 })).map((text) => text.replace(/[A-Z]/g, 'é'))
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(splitWords(joinWords(words))).toEqual(words)
    }),
  )
})
