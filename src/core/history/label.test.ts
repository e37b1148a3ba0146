import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestLabelNote, longestTag, mostTags, readLabel, unlabelled } from './label'

it('is plain text, without what cannot be seen, and no tag twice', () => {
  expect(readLabel(' For\u202e the\ntrain ', ['Birds', 'birds ', '\u200b', 'work'])).toEqual({ note: 'For the train', tags: ['Birds', 'work'] })
  expect(readLabel(' ', [''])).toEqual(unlabelled)
})

it('is never longer than what can be kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 700, size: 'max' }), fc.array(fc.string({ maxLength: 40, size: 'max' }), { maxLength: 12 }), (note, tags) => {
      const label = readLabel(note, tags)
      expect(label.note?.length ?? 1).toBeGreaterThan(0)
      expect(label.note?.length ?? 0).toBeLessThanOrEqual(longestLabelNote)
      expect(label.tags.length).toBeLessThanOrEqual(mostTags)
      for (const tag of label.tags) expect(tag.length).toBeLessThanOrEqual(longestTag)
    }),
    { numRuns: 20 },
  )
})
