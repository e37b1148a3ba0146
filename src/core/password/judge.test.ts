import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dictionary } from '@zxcvbn-ts/language-common'
import { commonPasswords, commonPasswordsFile, keptPasswords } from '../../../scripts/common-passwords'
import common from './common.json' with { type: 'json' }
import { judgePassword, minimumPasswordLength } from './judge'
import { splitWords } from '../packed/word-list'

const passwords = keptPasswords()

describe('judgePassword', () => {
  it.each([
    ['', 'too-short'],
    ['kQ7#mz2pL', 'too-short'],
    ['password', 'too-short'],
    ['password123', 'too-common'],
    ['qwertyuiop', 'too-common'],
    ['1234567890', 'too-common'],
    ['passwordpassword', 'too-common'],
    ['a'.repeat(60), 'too-common'],
    ['abcdefghijkl', 'too-common'],
    ['P@ssw0rd2024!', 'too-guessable'],
    ['farthing2026', 'too-guessable'],
    ['monkeymonkey1', 'too-guessable'],
  ])('refuses %j as %s', (text, refused) => {
    expect(judgePassword(text).refused).toBe(refused)
  })

  it.each(['kQ7#mz2pLw', 'meadow lantern copper', 'correct horse battery staple', 'the wren sings at noon', 'grün wäscht Möwen öfter'])(
    'accepts %j',
    (text) => {
      const judged = judgePassword(text)
      expect(judged.refused).toBeNull()
      expect(judged.score).toBeGreaterThanOrEqual(3)
    },
  )

  it('accepts no common password that is long enough, however rare', () => {
    const long = passwords.filter((text) => text.length >= minimumPasswordLength)
    expect(long.length).toBeGreaterThan(1_000)
    expect(long.filter((text) => judgePassword(text).refused === null)).toEqual([])
    expect(long.filter((text) => judgePassword(text.toUpperCase()).refused === null)).toEqual([])
  }, 60_000)

  it('counts characters, not code units, and sees through full-width letters', () => {
    expect(judgePassword('🐦🎩🧵🪡🫖').refused).toBe('too-short')
    expect(judgePassword('ｐａｓｓｗｏｒｄ１２３')).toEqual(judgePassword('password123'))
  })

  it('answers for the longest text a message can carry, from its beginning alone', () => {
    const start = 'b4Q!'.repeat(25)
    expect(judgePassword(start + 'x'.repeat(924))).toEqual(judgePassword(start))
  })
})

describe('the list of common passwords', () => {
  it('is what the generator makes', () => {
    expect(readFileSync(commonPasswordsFile, 'utf8')).toBe(`${JSON.stringify(commonPasswords(), null, 2)}\n`)
  })

  it('has every password, at no more than seven times and no less than a seventh of its rank, and every word', () => {
    const listed = new Map(splitWords(common.passwords).map((text, at) => [text, at + 1]))
    expect(listed.size).toBe(passwords.length)
    const farOff = passwords.filter((text, at) => {
      const rank = listed.get(text) ?? Infinity
      return rank > 7 * (at + 1) || 7 * rank < at + 1
    })
    expect(farOff).toEqual([])
    expect(splitWords(common.words)).toEqual(dictionary['diceware-common'])
  })
})
