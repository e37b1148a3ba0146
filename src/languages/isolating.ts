import type { Language } from './language'

/** First strong isolate and its end (Unicode, UAX 9): what is between them keeps its own direction and turns nothing around. Digits alone do so by themselves, and sentences count by them. */
const isolated = (text: unknown): unknown => (typeof text === 'string' && /\D/.test(text) ? `\u2068${text}\u2069` : text)

/** For a language from right to left: what is filled into a sentence, a site's name or a price, stands in it as it is. */
export const isolating = (language: Language): Language => each(language) as Language

function each(words: unknown): unknown {
  if (typeof words === 'function') return (...filled: unknown[]): unknown => (words as (...filled: unknown[]) => unknown)(...filled.map(isolated))
  if (Array.isArray(words)) return words.map(each)
  return typeof words === 'object' && words !== null ? Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, each(inner)])) : words
}
