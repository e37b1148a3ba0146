import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notFree } from '../named/detect'
import { readHints, type Hint } from '../named/page'
import { readAnswer, type AnswerCase } from './case.fixtures'
import { collectHints } from './collect.fixtures'
import { answerCases, pageCases } from './index.fixtures'

/** Every case of the corpus, damaged: whatever becomes of it, it is read as something, and soon. */
const longest = 64 * 1024
/** Far more than any of it takes, so that a busy machine fails nothing; what grows with the square takes seconds. */
const budgetMs = 250

type Mutation = (text: string) => string
const share = fc.double({ min: 0, max: 1, noNaN: true })
const place = (text: string, part: number): number => Math.floor(part * text.length)
const anyCharacter = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('"', '\\', ',', '=', '{', '}', '[', ']', ' ', '\n', '\0', 'e', '-', '0'))

const flipped = fc.tuple(share, anyCharacter).map(([at, character]): Mutation => (text) => text.slice(0, place(text, at)) + character + text.slice(place(text, at) + 1))
const truncated = share.map((at): Mutation => (text) => text.slice(0, place(text, at)))
const doubled = fc.tuple(share, share).map(([one, other]): Mutation => (text) => {
  const part = text.slice(place(text, Math.min(one, other)), place(text, Math.max(one, other)))
  return text.slice(0, place(text, one)) + part + text.slice(place(text, one))
})
const nested = fc.tuple(fc.constantFrom(['[', ']'], ['{"a":', '}'], ['"', '"'], ['{"@graph":[', ']}'], ['Basic a="', '"']), fc.integer({ min: 1, max: 3000 })).map(
  ([[open = '', close = ''], times]): Mutation =>
    (text) =>
      open.repeat(times) + text + close.repeat(times),
)
const repeated = fc.tuple(share, share).map(([one, other]): Mutation => (text) => {
  const part = text.slice(place(text, Math.min(one, other)), place(text, Math.max(one, other))) || text
  return part === '' ? '' : part.repeat(Math.ceil(longest / part.length))
})
const mutations = fc.array(fc.oneof({ weight: 4, arbitrary: flipped }, truncated, doubled, nested, { weight: 2, arbitrary: repeated }), { minLength: 1, maxLength: 4 })
const mutate = (text: string, all: readonly Mutation[]): string => all.reduce((mutated, mutation) => mutation(mutated).slice(0, longest), text)

/** What stands within base64 is damaged too, so that the damage gets past the encoding: a whole header, or MPP's request. */
function damageInside(header: string, all: readonly Mutation[]): string {
  const damaged = (text: string) => Buffer.from(mutate(Buffer.from(text, 'base64').toString(), all).slice(0, 24_000))
  if (!header.includes('request="')) return damaged(header).toString('base64')
  return header.replace(/request="([^"]*)"/, (_, request: string) => `request="${damaged(request).toString('base64url')}"`)
}

function damageAnswer({ answer, settings = {} }: AnswerCase, all: readonly Mutation[], inside: boolean): Pick<AnswerCase, 'answer' | 'settings'> {
  const damage = (name: string, value: string) => (inside && /payment-required|www-authenticate/.test(name) ? damageInside(value, all) : mutate(value, all))
  const headers = new Map([...answer.headers].map(([name, value]) => [name, damage(name, value)]))
  return { settings, answer: { ...answer, headers, ...(answer.body === undefined ? {} : { body: mutate(answer.body, all) }) } }
}

/** Fails where reading takes long three times in a row, in time of this process alone: once may be what it does beside it. */
function timely(read: () => void): void {
  for (let tries = 0; tries < 3; tries += 1) {
    const start = process.cpuUsage()
    read()
    if (process.cpuUsage(start).user / 1000 < budgetMs) return
  }
  expect.unreachable(`takes more than ${String(budgetMs)} ms`)
}

describe('whatever is done to an answer', () => {
  it('never throws, and is read at once', () => {
    for (const found of answerCases) {
      fc.assert(
        fc.property(mutations, fc.boolean(), (all, inside) => {
          const damaged = damageAnswer(found, all, inside)
          timely(() => void readAnswer(damaged))
        }),
        { numRuns: 10 },
      )
    }
  })

  it('is named or read, where it is a 402', () => {
    fc.assert(
      fc.property(fc.constantFrom(...answerCases), mutations, (found, all) => {
        const damaged = damageAnswer(found, all, false)
        expect(readAnswer({ ...damaged, answer: { ...damaged.answer, status: 402 } })).not.toEqual({ nothing: true })
      }),
      { numRuns: 400 },
    )
  })
})

describe('whatever is done to a page', () => {
  const pages = pageCases.map(({ html }) => collectHints(html))

  it('never throws, and is read at once', () => {
    for (const hints of pages) {
      fc.assert(
        fc.property(mutations, (all) => {
          const damaged = hints.map(({ kind, value }): Hint => ({ kind, value: mutate(value, all) }))
          timely(() => void readHints(damaged))
        }),
        { numRuns: 10 },
      )
    }
  })

  it('is sieved at once', () => {
    const parts = ['"isAccessibleForFree"', '"isAccessibleForFree":', '"isAccessibleForFree" :["', ' ', '"', '[', 'https://schema.org/']
    for (const part of parts) {
      for (const more of parts) timely(() => void notFree.test(part + more.repeat(longest / more.length)))
    }
  })
})

describe('the worst of each kind', () => {
  const fill = (part: string): string => part.repeat(Math.ceil(longest / part.length))
  const nest = (open: string, middle: string, close: string): string => {
    const times = Math.floor((longest - middle.length) / (open.length + close.length))
    return open.repeat(times) + middle + close.repeat(times)
  }
  const names = ['www-authenticate', 'payment-required', 'x-cashu', 'taler', 'paivana', 'crawler-price']
  const texts = [
    ...[' ', ',', '"', '\\"', 'a', 'a=', 'L402 ', 'a="', '\t=', ', a', '\n', '\u0130'].map(fill),
    ...['0,', '[],', '{},', '"NewsArticle",', '{"@graph":[0]},', '{"isAccessibleForFree":[0]},'].map((part) => `[${fill(part).slice(0, longest - part.length - 2)}`.replace(/[^,]*$/, '0]')),
    nest('[', '', ']'),
    nest('{"a":', '0', '}'),
    nest('{"@graph":[', '0', ']}'),
    nest('{"hasPart":', 'false', '}'),
    nest('{"@type":"NewsArticle","isAccessibleForFree":', 'false', '}'),
    `{"@type":${nest('[', '"NewsArticle"', ']').slice(20, -20)},"isAccessibleForFree":false}`,
  ]

  it.each(texts.map((text) => [text.slice(0, 24), text] as const))('64 KB of %j are read at once', (_, text) => {
    for (const name of names) {
      const headers = new Map([[name, text]])
      timely(() => void readAnswer({ answer: { url: 'https://news.example/', status: 402, headers, body: text } }))
    }
    timely(() => void readHints(Array.from({ length: 5 }, () => ({ kind: 'ld+json', value: text }))))
  })
})
