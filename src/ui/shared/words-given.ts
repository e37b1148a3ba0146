/** How many words there are, by BIP-39 for 128 bits of entropy. */
export const wordCount = 12

/** How many of them are asked back. */
export const askedCount = 3

/**
 * What somebody typed or pasted as their words, as plain lower-case words. Numbering ("1. word") and commas,
 * as people write lists, are left out. Whether the words are a wallet's is for the worker to say.
 */
export function readWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').toLowerCase()
  return plain.split(/[\s,;]+/).map(withoutNumbering).filter((word) => word !== '')
}

const withoutNumbering = (word: string) => word.replace(/^\d+[.):]?/, '')

/**
 * Which words to ask back: `askedCount` different positions from 0, in order.
 * @param below a uniformly random whole number from 0 up to, not including, its argument
 */
export function askedPositions(below: (limit: number) => number): readonly number[] {
  const left = Array.from({ length: wordCount }, (_, position) => position)
  const asked = Array.from({ length: askedCount }, () => left.splice(below(left.length), 1)).flat()
  return asked.sort((a, b) => a - b)
}

/** The asked positions whose answer is not the word. Case and surrounding space do not count. */
export function wrongAnswers(words: readonly string[], asked: readonly number[], answers: readonly string[]): readonly number[] {
  return asked.filter((position, index) => readWords(answers[index] ?? '').join(' ') !== words[position])
}
