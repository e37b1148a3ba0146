import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLines, inLanguage, readText, writeText } from './text'

describe('a text', () => {
  it('is a title and lines, and what is written is read again', () => {
    const text = { title: 'Terms of use', lines: ['First.', '## What it does', 'Second: “quoted”, Ωmega, می‌خواهم and 😀.'] }
    expect(readText(writeText(text))).toEqual(text)
    expect(readText('Title\n\n\nOne.\nTwo.')).toEqual({ title: 'Title', lines: ['One.', 'Two.'] })
  })

  it.each([
    ['nothing', ''],
    ['a title alone', 'Terms\n'],
    ['a heading for a title', '## Terms\nOne.'],
    ['words that run the other way', 'Terms\nYou owe \u202eeno on\u202c money.'],
    ['an isolate', 'Terms\nOne \u2066two\u2069.'],
    ['spaces that are not seen', 'Terms\nOne\u200btwo.'],
    ['a line that is ended otherwise', 'Terms\r\nOne.\r\n'],
    ['a bell', 'Terms\nOne.\u0007'],
    ['blanks at an end', 'Terms\nOne. '],
    ['far too many lines', `Terms\n${'One.\n'.repeat(400)}`],
  ])('with %s is none', (_name, body) => {
    expect(readText(body)).toBeNull()
  })

  it('is shown in the language of its reader, else in English, else not', () => {
    const texts = (['en', 'de', 'pt-BR'] as const).map((lang) => ({ id: 'terms' as const, lang }))
    const found = (language: string, id: 'terms' | 'privacy' = 'terms') => inLanguage(texts, id, language)?.lang
    expect([found('de'), found('de-AT'), found('pt-BR'), found('pt-PT'), found('fr'), found('de', 'privacy')]).toEqual(['de', 'de', 'pt-BR', 'en', 'en', undefined])
  })
})

describe('two texts, held against each other', () => {
  it('have in common what they have, and the rest is out or in', () => {
    expect(compareLines(['a', 'b', 'c', 'd'], ['a', 'c', 'x', 'd']).map(({ what, line }) => `${what} ${line}`)).toEqual(['same a', 'out b', 'same c', 'in x', 'same d'])
  })

  it('are both to be read out of the difference, whole and in order, whatever they are', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after)
        const told = (left: 'in' | 'out') => compared.filter(({ what }) => what !== left).map(({ line }) => line)
        expect([told('in'), told('out')]).toEqual([before, after])
        if (JSON.stringify(before) === JSON.stringify(after)) expect(compared.every(({ what }) => what === 'same')).toBe(true)
      }),
    )
  })
})
