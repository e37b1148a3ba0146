import '../../testing/fake-worker'
import { describe, expect, it } from 'vitest'
import { words as export_ } from '../privacy/export/words'
import { words as library } from '../library/words'
import { words as limits } from '../limits/words'
import { words as onboarding } from '../../onboarding/words'
import { words as purses } from '../purses/words'
import { words as security } from '../security/words'
import { words as disputes } from '../disputes/words'
import { words as history } from '../history/words'
import { words as dashboard } from '../words'
import { en } from '../../words/en'
import { en as core } from '../../../core/words/en'
import { watch } from '../../../core/words/watch'
import { pages } from '../pages'
import { searchIn } from './search'
import { firstStep, isQuestion, type End, type Question, type Tree } from './tree'
import { trees } from './trees'
import { words } from './words'

const steps: readonly (readonly [string, Question | End])[] = trees.flatMap((tree) => [...tree.steps].map(([name, step]) => [`${tree.id}/${name}`, step] as const))
const ends = steps.filter((entry): entry is readonly [string, End] => !isQuestion(entry[1]))

/** Where nothing can be done, and the reader is told so. */
const honest = ['change-of-mind/before', 'cannot-unlock/wait', 'forgot-password/none']

const sentences = trees.flatMap(({ id, title, steps }) => [
  [id, title] as const,
  ...[...steps].flatMap(([name, step]) => (isQuestion(step) ? [step.ask, ...step.choices.map(({ label }) => label)] : [...step.say, ...step.doors.map(({ label }) => label)]).map((sentence) => [`${id}/${name}`, sentence] as const)),
])

it('there is help for a dozen causes and more, each under an address of its own', () => {
  expect(trees.length).toBeGreaterThanOrEqual(12)
  expect(new Set(trees.map(({ id }) => id)).size).toBe(trees.length)
  for (const { id } of trees) expect(id).toMatch(/^[a-z-]+$/)
})

describe.each(trees.map((tree): readonly [string, Tree] => [tree.id, tree]))('%s', (_, tree) => {
  it('reaches each of its steps, by one way, and ends on every way', () => {
    const seen: string[] = []
    const walk = (name: string): void => {
      const step = tree.steps.get(name)
      if (step === undefined) throw new Error(`there is no step "${name}"`)
      seen.push(name)
      if (seen.length > 40) throw new Error('it goes round and round')
      if (isQuestion(step)) {
        expect(step.choices.length, name).toBeGreaterThan(1)
        for (const { to } of step.choices) walk(to)
      }
    }
    walk(firstStep)
    expect(seen.sort()).toEqual([...tree.steps.keys()].sort())
  })
})

describe('each end', () => {
  it.each(ends)('%s says something, and leads to something that can be done, or is one of the honest few', (name, { say, doors }) => {
    expect(say.length).toBeGreaterThan(0)
    expect(doors.length === 0).toBe(honest.includes(name))
  })

  it.each(ends)('%s leads to pages that there are', (_, { doors }) => {
    const places: Record<string, readonly string[]> = { help: trees.map(({ id }) => id), privacy: ['export'] }
    for (const { page, detail } of doors) {
      expect(pages.map(({ id }) => id)).toContain(page)
      if (detail !== undefined) expect(places[page] ?? []).toContain(detail)
    }
  })
})

describe('what is said', () => {
  it.each(sentences)('%s: “%s” is plain, names no address to turn to, and leaves the wallet for nobody', (_, sentence) => {
    expect(sentence).not.toMatch(/\b(transactions?|hash(es)?|gas|sign(s|ed|ing|ature|atures)?|wallet address|hex|nonce|token|blockchain|oops)\b|!/i)
    expect(sentence).not.toMatch(/https?:|www\.|mailto:|@|\.(com|org|net|io)\b|\+?\d{5,}/i)
    expect(sentence).not.toMatch(/^\s|\s$|\s\s/)
  })

  it('calls buttons by the names they have', () => {
    const all = (from: unknown): readonly string[] => (typeof from === 'string' ? [from] : typeof from === 'object' && from !== null ? Object.values(from).flatMap(all) : [])
    const names = new Set(all([en, core, watch, dashboard, history, disputes, security, limits, purses, library, onboarding, export_]))
    const notNames = ['verify', 'synchronise', 'recover']
    const quoted = sentences.flatMap(([, sentence]) => [...sentence.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name))
    expect(quoted.length).toBeGreaterThan(20)
    expect(quoted.filter((name) => !names.has(name) && !notNames.includes(name))).toEqual([])
  })

  it('warns of those who offer help elsewhere, and of nobody needing the words', () => {
    expect(words.warning.text).toMatch(/no telephone.*twelve words/)
  })
})

describe('the search', () => {
  const search = searchIn(trees)

  it.each([
    ['I paid but can’t read', 'paid-but-locked'],
    ['article is blank', 'paid-but-locked'],
    ['double', 'charged-twice'],
    ['charged two times', 'charged-twice'],
    ['too expensive', 'wrong-price'],
    ['who made this payment, not me', 'unknown-payment'],
    ['being settled', 'hanging'],
    ['pending', 'hanging'],
    ['where is my refund', 'refund-missing'],
    ['seller ignores me', 'no-answer'],
    ['cancel my purchase, changed my mind', 'change-of-mind'],
    ['balance is less', 'money-missing'],
    ['stolen', 'money-missing'],
    ['pin does not work', 'cannot-unlock'],
    ['FORGOTTEN PASSWORD', 'forgot-password'],
    ['new laptop', 'new-device'],
    ['restore', 'new-device'],
    ['top up', 'add-money'],
    ['how to buy usdc', 'add-money'],
    ['deposit not arrived', 'money-not-arrived'],
    ['phone number', 'asked-for-support'],
    ['customer support', 'asked-for-support'],
    ['I typed my seed phrase on a fake site', 'told-words'],
    ['unsupported network', 'not-payable'],
    ['suspicious', 'warned'],
    ['tracking', 'who-learns'],
    ['browser crashed', 'browser-closed'],
    ['chargeback', 'cannot-do'],
  ])('finds “%s”', (query, id) => {
    expect(search(query)[0]?.id).toBe(id)
  })

  it('finds every tree by its own title', () => {
    for (const { id, title } of trees) expect(search(title)[0]?.id).toBe(id)
  })

  it('finds while a word is being typed, with accents and capitals or without', () => {
    expect(search('refu').map(({ id }) => id)).toContain('refund-missing')
    expect(search('RÉFUND')[0]?.id).toBe('refund-missing')
  })

  it('shows everything where nothing is asked, nothing where nothing fits, and breaks on nothing', () => {
    expect(search('  ?! ')).toEqual(trees)
    expect(search('xylophone')).toEqual([])
    for (const odd of ['(', '\\', '[a-', '\u202e', '🙂', 'a'.repeat(10_000), 'how', 'the']) expect(() => search(odd)).not.toThrow()
  })
})
