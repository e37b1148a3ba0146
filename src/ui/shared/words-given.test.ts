import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedCount, askedPositions, readWords, wordCount, wrongAnswers } from './words-given'

const words = 'able bird coin dawn echo farm gold hill iron jazz kite lamp'.split(' ')

describe('readWords', () => {
  it.each([
    words.join(' '),
    words.join('\n'),
    words.join(', '),
    `  ${words.join('  ').toUpperCase()}\t`,
    words.map((word, index) => `${index + 1}. ${word}`).join('\n'),
    words.map((word, index) => `${index + 1}) ${word}`).join(' '),
    words.map((word, index) => `${index + 1}.${word}`).join(' '),
  ])('understands %j', (text) => {
    expect(readWords(text)).toEqual(words)
  })

  it('has no words in nothing', () => {
    expect(readWords(' \n, 3. ')).toEqual([])
  })
})

describe('asking back', () => {
  it('asks for three different words, in order, whatever chance says', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 3, maxLength: 3 }), (chance) => {
        const rolls = [...chance]
        const asked = askedPositions((limit) => Math.floor((rolls.shift() ?? 0) * limit))
        expect(new Set(asked).size).toBe(askedCount)
        expect([...asked].sort((a, b) => a - b)).toEqual(asked)
        expect(asked.every((position) => position >= 0 && position < wordCount)).toBe(true)
      }),
    )
  })

  it('can ask for every word', () => {
    expect(askedPositions(() => 0)).toEqual([0, 1, 2])
    expect(askedPositions((limit) => limit - 1)).toEqual([9, 10, 11])
  })

  it('names exactly the wrong answers', () => {
    expect(wrongAnswers(words, [0, 4, 11], ['able', ' ECHO ', 'lamp'])).toEqual([])
    expect(wrongAnswers(words, [0, 4, 11], ['able', 'eco', ''])).toEqual([4, 11])
    expect(wrongAnswers(words, [0, 4, 11], ['able able', 'echo'])).toEqual([0, 11])
  })
})
