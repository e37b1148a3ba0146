import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import unhomoglyph from 'unhomoglyph'
import letters from 'unhomoglyph/data.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { lookAlikes, lookAlikesFile } from '../../../scripts/look-alikes'
import { inPlainLetters } from './plain-letters'

const fromWholeTable = (text: string): string => unhomoglyph(text.normalize('NFKD').replace(/\p{M}/gu, ''))

describe('a text in plain letters', () => {
  it.each([
    ['lаntern', 'lantern'],
    ['ＰａｙＰａｌ', 'PayPal'],
    ['𝓵𝓪𝓷𝓽𝓮𝓻𝓷', 'lantern'],
    ['naïve', 'naive'],
    ['', ''],
  ])('%j is %j', (text, plain) => expect(inPlainLetters(text)).toBe(unhomoglyph(plain)))

  it('is what the whole table makes of it, letter by letter', () => {
    expect(Object.keys(letters).filter((letter) => inPlainLetters(letter) !== fromWholeTable(letter))).toEqual([])
  })

  it('is what the whole table makes of it, for any text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...Object.keys(letters)), fc.string({ unit: 'binary', maxLength: 3 }))).map((parts) => parts.join(''))
    fc.assert(fc.property(text, (any) => inPlainLetters(any) === fromWholeTable(any)))
  })
})

it('is built from the table the generator makes', () => {
  expect(readFileSync(lookAlikesFile, 'utf8')).toBe(`${JSON.stringify(lookAlikes())}\n`)
})
