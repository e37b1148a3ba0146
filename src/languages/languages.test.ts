import '../ui/testing/fake-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers } from '../core/words/answers'
import { books } from '../core/words/books'
import { card } from '../core/words/card'
import { dispute } from '../core/words/disputes'
import { en as worker } from '../core/words/en'
import { factsOf, offered, tags, type Tag } from '../core/words/languages'
import { menu } from '../core/words/menu'
import { outside } from '../core/words/outside'
import { policy as workerPolicy } from '../core/words/policy'
import { privacy as workerPrivacy } from '../core/words/privacy'
import { purse } from '../core/words/purses'
import { refunds } from '../core/words/refunds'
import { reminders } from '../core/words/reminders'
import { speak } from '../core/words/speakable'
import { watch } from '../core/words/watch'
import { slotName } from '../core/words/ways'
import { silence } from '../messaging/client'
import { words as dashboard } from '../ui/dashboard/words'
import { words as disputes } from '../ui/dashboard/disputes/words'
import { searchIn } from '../ui/dashboard/help/search'
import { texts as helpTrees, toldTrees } from '../ui/dashboard/help/told-trees'
import { words as help } from '../ui/dashboard/help/words'
import { words as history } from '../ui/dashboard/history/words'
import { words as library } from '../ui/dashboard/library/words'
import { words as limits } from '../ui/dashboard/limits/words'
import { words as overview } from '../ui/dashboard/overview/words'
import { words as news } from '../ui/dashboard/policy/news-words'
import { privacy as privacyText } from '../ui/dashboard/policy/privacy-text'
import { areas, promised } from '../ui/dashboard/policy/promises'
import { terms } from '../ui/dashboard/policy/terms-text'
import { words as policy } from '../ui/dashboard/policy/words'
import { words as exporting } from '../ui/dashboard/privacy/export/words'
import { words as privacy } from '../ui/dashboard/privacy/words'
import { words as purses } from '../ui/dashboard/purses/words'
import { words as security } from '../ui/dashboard/security/words'
import { words as signals } from '../ui/dashboard/settings/words'
import { words as rehearsal } from '../ui/onboarding/rehearsal-words'
import { words as onboarding } from '../ui/onboarding/words'
import { en as pages } from '../ui/words/en'
import { receiptsPage } from '../verifier/words'
import type { Language } from './language'

const live: Language = {
  answers, silence, menu, outside, reminders, signals, rehearsal, receiptsPage, worker, ways: slotName, watch, workerPolicy, workerPrivacy, books, workerDisputes: dispute, refunds,
  workerPurses: purse, card, pages, dashboard, disputes, export: exporting, help, helpTrees, history, library, limits, news, onboarding, overview,
  policy, privacyText, terms, promiseAreas: areas, promises: promised, privacy, purses, security,
}
/** Modules of their own. */
const nested = new Set(['worker.slotName', 'worker.watch', 'worker.policy', 'worker.privacy', 'worker.books', 'worker.dispute', 'worker.refunds', 'worker.purse', 'worker.card'])
/** Of the search: each language has its own, and no length is owed. */
const ownWay = /^help\.search\.|^helpTrees\.[\w-]+\.also$/

type Leaf = string | ((...filled: unknown[]) => unknown) | null
function leaves(words: unknown, at = ''): readonly (readonly [string, Leaf])[] {
  if (typeof words !== 'object' || words === null) return [[at, words as Leaf]]
  return Object.entries(words).flatMap(([key, inner]) => (nested.has(`${at}.${key}`) ? [] : leaves(inner, at === '' ? key : `${at}.${key}`)))
}

/** What is filled in, told apart. */
const marks = Array.from({ length: 8 }, (_, at) => `‹${at}›`)
/** A sentence filled with marks, and with numbers where numbers decide its form. */
const said = (leaf: Leaf): string => (typeof leaf === 'function' ? String(leaf(...marks)) : (leaf ?? ''))
const forms = (leaf: Leaf): readonly string[] => (typeof leaf === 'function' ? [0, 1, 2, 3, 11, 100].map((count) => String(leaf(...marks.map(() => count)))) : [leaf ?? ''])
const filledIn = (text: string): string => [...new Set(text.match(/‹\d›|\{\w+\}/g) ?? [])].sort().join(' ')

const english = new Map(leaves(live).map(([at, leaf]) => [at, { kind: typeof leaf, said: said(leaf) }]))

const told = await Promise.all(
  (offered as readonly Tag[]).filter((tag) => tag !== 'en').map(async (tag) => {
    const [{ default: language }, { same, owed }] = (await Promise.all([import(`./${tag}/index.ts`), import(`./${tag}/same.ts`)])) as [{ default: Language }, { same: readonly string[]; owed: readonly string[] }]
    return [tag, language, new Set([...same, ...owed])] as const
  }),
)

it('every module of words is one of a language', () => {
  expect(english.size).toBeGreaterThan(1000)
  for (const tag of tags) expect(tag).toMatch(/^[a-z]{2}$/)
})

describe.each(told)('%s', (tag, language, same) => {
  const all = leaves(language)

  it('says what English says, and nothing else', () => {
    expect(all.map(([at]) => at).sort()).toEqual([...english.keys()].sort())
    expect(all.filter(([at, leaf]) => english.get(at)?.kind !== typeof leaf).map(([at]) => at)).toEqual([])
  })

  it('fills in all that English fills in', () => {
    const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')
    expect(all.filter(([at, leaf]) => filledIn(plain(said(leaf))) !== filledIn(english.get(at)?.said ?? '')).map(([at, leaf]) => `${at}: ${said(leaf)}`)).toEqual([])
  })

  it('leaves nothing in English but what is named', () => {
    const left = all.filter(([at, leaf]) => !ownWay.test(at) && /\p{L}{2}/u.test(said(leaf)) && said(leaf) === english.get(at)?.said)
    expect(left.map(([at, leaf]) => `${at}: ${said(leaf)}`).filter((line) => !same.has(line.split(': ')[0] ?? ''))).toEqual([])
  })

  it('is plain: no shouting, nothing left over, no space too many', () => {
    const odd = all.filter(([at]) => at !== 'help.search.endings').flatMap(([at, leaf]) => [said(leaf), ...forms(leaf)].filter((text) => /[!！¡]|undefined|NaN|\[object|\$\{|^[ \n]|[ \n]$| {2}/.test(text)).map((text) => `${at}: ${text}`))
    // What English ends with a space goes on behind it.
    expect(odd.filter((line) => !/ $/.test(english.get(line.split(': ')[0] ?? '')?.said ?? ''))).toEqual([])
  })

  it('names buttons in help as they are named', () => {
    const names = new Set(all.map(([, leaf]) => said(leaf)))
    // Two trees quote what cheats say.
    const quoted = all.filter(([at]) => /^helpTrees\.(?!asked-for-support|money-not-arrived)/.test(at)).flatMap(([at, leaf]) => [...said(leaf).matchAll(/[„“«「『]\s?([^”“»」』]+?)\s?[”“»」』]/gu)].map(([, name = '']) => `${at}: ${name}`))
    expect(quoted.filter((line) => !names.has(line.slice(line.indexOf(': ') + 2)))).toEqual([])
  })

  describe('the search in help', () => {
    beforeAll(() => speak({ tag, ...factsOf(tag), words: { ...language } }))
    afterAll(() => speak({ tag: 'en', locale: 'en', direction: 'ltr', words: {} }))

    it('finds every trouble by its own name', () => {
      const trees = toldTrees()
      const search = searchIn(trees)
      expect(trees.filter(({ id, title }) => search(title)[0]?.id !== id).map(({ title }) => title)).toEqual([])
    })

    it('has every sentence at its step', () => {
      for (const { id, steps } of toldTrees()) for (const [name, step] of steps) expect(JSON.stringify(step), `${id}/${name}`).not.toContain('""')
    })
  })
})
