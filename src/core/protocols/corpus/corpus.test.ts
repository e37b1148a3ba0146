import { describe, expect, it } from 'vitest'
import { en } from '../../words/en'
import { conventions } from '../named/conventions'
import { readHints } from '../named/page'
import { isSpoken, readAnswer, type AnswerCase } from './case.fixtures'
import { collectHints } from './collect.fixtures'
import { answerCases, pageCases } from './index.fixtures'

const waits = ({ needs }: AnswerCase): boolean => needs !== undefined && !isSpoken(needs)

describe('an answer', () => {
  for (const found of answerCases) it.skipIf(waits(found))(found.name, () => expect(readAnswer(found)).toEqual(found.expected))
})

describe('a page', () => {
  it.each(pageCases.map((found) => [found.name, found] as const))('%s', (_, { html, expected }) => {
    expect(readHints(collectHints(html)).map(({ convention }) => convention)).toEqual(expected)
  })
})

describe('the corpus', () => {
  it('has every convention there is, and a sentence for it', () => {
    const named = answerCases.flatMap(({ expected }) => ('named' in expected ? [expected.named] : []))
    expect(new Set([...named, ...pageCases.flatMap(({ expected }) => expected)])).toEqual(new Set(conventions))
    for (const convention of conventions) expect(en.named[convention]).toMatch(/Farthing/)
  })

  it('names each case once, and says where it is from', () => {
    const all = [...answerCases, ...pageCases]
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(all.filter(({ source }) => source === '')).toEqual([])
    expect(all.length).toBeGreaterThan(200)
  })
})
