import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEntries, anyQuery, entry } from './entry.fixtures'
import type { HistoryEntry } from './entry'
import { everything, largestWindow, type HistoryQuery, type HistoryResult } from './query'
import { HistoryShelf } from './shelf'

/** In two parts, as they may lie. */
function look(entries: readonly HistoryEntry[], query: Partial<HistoryQuery> = {}): HistoryResult {
  const shelf = new HistoryShelf()
  const middle = entries.length >> 1
  shelf.put(1, entries.slice(middle))
  shelf.put(0, entries.slice(0, middle))
  return shelf.search({ ...everything, ...query })
}
const finds = (change: Partial<HistoryEntry>, text: string): boolean => look([{ ...entry, ...change }], { text }).count === 1

describe('a word is found', () => {
  it.each([
    [{ title: 'The Wren at Dusk' }, 'wren'],
    [{ title: 'The wren at dusk' }, 'DUSK wren'],
    [{ title: 'Der Zaunkönig' }, 'zaunkonig'],
    [{ title: 'Der Zaunkonig' }, 'zaunkönig'],
    [{ title: 'Zaunko\u0308nig' }, 'zaunk\u00f6nig'],
    [{ title: 'İstanbul' }, 'istanbul'],
    [{ title: 'Straße' }, 'STRASSE'],
    [{ title: 'ΟΔΥΣΣΕΥΣ' }, 'οδυσσευς'],
    [{ title: '東京の鳥' }, '東京'],
    [{ host: 'news.example' }, 'news.ex'],
    [{ path: '/b%C3%BCcher/one' }, 'bücher'],
    [{ path: '/%E0%A4%A/odd' }, 'odd'],
    [{ note: 'Thank you' }, 'thank'],
    [{ label: { note: 'For the train', tags: ['birds'] } }, 'train birds'],
    [{ amount: 50_000n }, '0.05'],
    [{ amount: 50_000n }, '$0,05'],
    [{ amount: 500_000n }, '0.50'],
    [{ amount: 500_000n }, '0.5'],
    [{ amount: 53_171n }, '0.0531'],
    [{ title: 'In 1821' }, '1821'],
  ])('%o by %s', (change, text) => {
    expect(finds(change, text)).toBe(true)
  })

  it.each([
    [{ title: 'The wren' }, 'wren robin'],
    [{ title: 'a', host: 'b.example' }, 'ab'],
    [{ amount: 10_050_000n }, '0.05'],
    [{ amount: 50_000n }, '0.051'],
    [{}, '\\w'],
    [{}, '.*'],
  ])('%o, and not by %s', (change, text) => {
    expect(finds(change, text)).toBe(false)
  })

  it('nothing but spaces finds all', () => {
    expect(finds({}, ' \t\u3000 ')).toBe(true)
  })
})

/** The same said once more, without any thought of speed. */
function expected(entries: readonly HistoryEntry[], query: HistoryQuery): readonly HistoryEntry[] {
  const isAny = <T>(chosen: readonly T[], one: T): boolean => chosen.length === 0 || chosen.includes(one)
  const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''))
  return entries.filter(
    (one) =>
      look([one], { text: query.text }).count === 1 &&
      isAny(query.hosts, one.host) &&
      isAny(query.states, one.state) &&
      isAny(query.kinds, one.kind) &&
      (query.tags.length === 0 || lower(one.label.tags).some((tag) => lower(query.tags).includes(tag))) &&
      (!query.refunded || one.refunds.length > 0) &&
      one.at >= (query.from ?? -Infinity) &&
      one.at < (query.to ?? Infinity) &&
      one.amount >= (query.least ?? 0n) &&
      one.amount <= (query.most ?? 2n ** 256n),
  )
}

describe('any query of any history', () => {
  it('finds what it asks for, counts all of it, and adds up what was paid', () => {
    fc.assert(
      fc.property(anyEntries, anyQuery, (entries, query) => {
        const found = expected(entries, query)
        const result = look(entries, query)
        expect(result.count).toBe(found.length)
        expect(result.entries.length).toBe(Math.max(0, Math.min(query.limit, found.length - query.offset)))
        for (const one of result.entries) expect(found).toContain(one)
        const paid = found.filter(({ paidAt }) => paidAt !== null)
        for (const { network, amount } of result.sums) expect(amount).toBe(paid.reduce((sum, one) => (one.network === network ? sum + one.amount : sum), 0n))
        expect(new Set(result.sums.map(({ network }) => network))).toEqual(new Set(paid.map(({ network }) => network)))
      }),
    )
  })

  it('counts sites as if none was chosen', () => {
    fc.assert(
      fc.property(anyEntries, anyQuery, (entries, query) => {
        const anywhere = expected(entries, { ...query, hosts: [] })
        for (const { name, count } of look(entries, query).hosts) expect(count).toBe(anywhere.filter(({ host }) => host === name).length)
        expect(look(entries, query).hosts.reduce((sum, { count }) => sum + count, 0)).toBe(anywhere.length)
      }),
    )
  })

  it('comes in windows that lie side by side, sorted as was asked', () => {
    const keys = { newest: 'at', oldest: 'at', dearest: 'amount', cheapest: 'amount', site: 'host', title: 'title' } as const
    fc.assert(
      fc.property(anyEntries, anyQuery, fc.integer({ min: 1, max: 7 }), (entries, query, limit) => {
        const whole = look(entries, { ...query, offset: 0, limit: largestWindow })
        const parts: HistoryEntry[] = []
        for (let offset = 0; offset < whole.count; offset += limit) parts.push(...look(entries, { ...query, offset, limit }).entries)
        expect(parts).toEqual(whole.entries)
        if (query.sort === 'site' || query.sort === 'title') return
        const key = keys[query.sort]
        const isFalling = query.sort === 'newest' || query.sort === 'dearest'
        whole.entries.slice(1).forEach((one, at) => {
          const before = whole.entries[at]
          expect(before !== undefined && (isFalling ? before[key] >= one[key] : before[key] <= one[key])).toBe(true)
        })
      }),
    )
  })

  it('is not answered with more than a window, whatever is asked for', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ ...entry, order: at }))
    expect(look(many, { limit: 1000 }).entries).toHaveLength(largestWindow)
  })
})

it('titles and sites are sorted as they are read, without capitals and accents', () => {
  const titles = ['zebra', 'Éclair', 'apple', 'eel', 'Zaun'].map((title, order) => ({ ...entry, title, order }))
  expect(look(titles, { sort: 'title' }).entries.map(({ title }) => title)).toEqual(['apple', 'Éclair', 'eel', 'Zaun', 'zebra'])
})

it('a tag that is written in two ways is one', () => {
  const tagged = ['Birds', 'birds', 'work'].map((tag) => ({ ...entry, label: { note: null, tags: [tag] } }))
  expect(look(tagged).tags).toEqual([{ name: 'Birds', count: 2 }, { name: 'work', count: 1 }])
  expect(look(tagged, { tags: ['BIRDS'] }).count).toBe(2)
})
