import { expect, it } from 'vitest'
import { en } from '../../../core/words/en'
import { words } from './words'

/** Every sentence there is, with its place; those with something to fill in are filled in. */
function sentences(from: unknown, at: string): readonly (readonly [string, string])[] {
  if (typeof from === 'string') return [[at, from]]
  if (typeof from === 'function') return sentences((from as (...filled: string[]) => unknown)('$0.05', '$0.08'), at)
  return typeof from === 'object' && from !== null ? Object.entries(from).flatMap(([name, inner]) => sentences(inner, `${at}.${name}`)) : []
}

it.each(sentences(words, 'words'))('%s is plain: no jargon, no shouting, nothing left to fill in', (_, sentence) => {
  expect(sentence).not.toBe('')
  expect(sentence).not.toMatch(/\b(transactions?|hash(es)?|gas|sign(s|ed|ing|ature|atures)?|wallet address|hex|nonce|token|blockchain|oops)\b/i)
  expect(sentence).not.toMatch(/!|undefined|null|NaN|\[object|\$\{/)
  expect(sentence).not.toMatch(/^\s|\s$|\s\s/)
})

it('never promises that money comes back', () => {
  for (const [, sentence] of sentences(words, 'words')) expect(sentence).not.toMatch(/guarantee|you will get|we will|refund is certain/i)
  expect(words.ask.honest).toBe('Nobody can take this money back. The seller can give it back.')
  for (const state of ['finally-denied', 'no-response'] as const) expect(en.dispute.sentence[state]).toMatch(/^No one can take this money back for you: .* This is what you can do\.$/)
})
