import fc from 'fast-check'
import { expect, it } from 'vitest'
import { displayText } from './text'

it.each([
  ['plain', 'The wren', 'The wren'],
  ['lines and tabs', ' one\n\ttwo ', 'one two'],
  ['bidirectional overrides', 'paid \u202Eoga\u202C', 'paid oga'],
  ['isolates and marks', '\u2066a\u2069\u200E\u061Cb', 'ab'],
  ['zero width', 'pay\u200Bpal\uFEFF', 'paypal'],
  ['soft hyphen, fillers, tags', 'a\u00AD\u3164\u{E0041}b', 'ab'],
  ['lone surrogate', 'a\uD800b', 'ab'],
  ['letters of the world', 'Zażółć 鷦鷯 रेन 🐦', 'Zażółć 鷦鷯 रेन 🐦'],
])('%s', (_, text, shown) => expect(displayText(text, 50)).toBe(shown))

it('keeps to its length, and marks what is cut', () => {
  expect(displayText('abcdef', 4)).toBe('abc…')
  expect(displayText('🐦🐦🐦', 2)).toBe('🐦…')
})

it('leaves nothing invisible, in at most the characters allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
      const shown = displayText(text, max)
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|^\s|\s$/u)
      expect(Array.from(shown).length).toBeLessThanOrEqual(max)
    }),
    { numRuns: 500 },
  )
})
