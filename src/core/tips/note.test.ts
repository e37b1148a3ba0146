import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestNote, readNote } from './note'

it('is one line of what was written', () => {
  expect(readNote('  Thank you\nfor the swifts! 🐦 ')).toBe('Thank you for the swifts! 🐦')
  expect(readNote('good\u202E evil\u0000')).toBe('good evil')
})

it.each(['', '   ', '\n\u200B'])('%j is none', (typed) => expect(readNote(typed)).toBeNull())

it('is never longer than is sent, never ends in half a character, and reads as itself', () => {
  expect(readNote('x'.repeat(longestNote - 1) + '🐦')).toBe('x'.repeat(longestNote - 1))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3 * longestNote }), (typed) => {
      const note = readNote(typed)
      expect((note ?? '').length).toBeLessThanOrEqual(longestNote)
      expect(readNote(note ?? '')).toBe(note)
    }),
  )
})
