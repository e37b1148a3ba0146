import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestScript, notFree } from './detect'
import { declaresPaywall } from './json-ld'

const article = { '@type': 'NewsArticle', isAccessibleForFree: false }
const within = (value: unknown, times: number): unknown => (times === 0 ? value : { '@type': 'WebPage', hasPart: within(value, times - 1) })

it('looks at a thousand values and no more', () => {
  const others = (count: number) => JSON.stringify([...Array.from({ length: count }, () => 0), article])
  expect(declaresPaywall(others(998))).toBe(true)
  expect(declaresPaywall(others(999))).toBe(false)
  expect(declaresPaywall(JSON.stringify(within(article, 999)))).toBe(true)
  expect(declaresPaywall(JSON.stringify(within(article, 1000)))).toBe(false)
})

it('reads 64 KB and no more', () => {
  const long = (length: number) => JSON.stringify({ ...article, text: '' }).replace('""', `"${'a'.repeat(length)}"`)
  const room = longestScript - long(0).length
  expect(declaresPaywall(long(room))).toBe(true)
  expect(declaresPaywall(long(room + 1))).toBe(false)
})

it.each<[string, unknown]>([
  ['0', 0],
  ['null', null],
  ['empty text', ''],
  ['no', 'no'],
  ['lists in lists', [[[false]]]],
  ['another site', 'https://example.com/False'],
  ['more than false', 'falsehood'],
  ['an object', { '@value': { '@value': false } }],
])('does not take for false: %s', (_, value) => expect(declaresPaywall(JSON.stringify({ ...article, isAccessibleForFree: value }))).toBe(false))

it.each(['Product', 'JobOffer', 'Place', 'Event', 'TouristAttraction', 'Organization', 'Notarticle', '', 'x'.repeat(100)])('does not take for a work: %s', (type) =>
  expect(declaresPaywall(JSON.stringify({ ...article, '@type': type }))).toBe(false),
)

it('finds a wall wherever the page describes itself, and its sieve lets it through', () => {
  const deep = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(...[false, 'False', 'false', ['false'], 'https://schema.org/False'].map((isAccessibleForFree): unknown => ({ ...article, isAccessibleForFree }))),
      fc.tuple(fc.constantFrom('@graph', 'hasPart', 'mainEntity', 'mainEntityOfPage'), fc.jsonValue(), tie('tree')).map(([name, beside, inner]): unknown => ({ beside, [name]: [beside, inner] })),
      fc.tuple(fc.jsonValue(), tie('tree')).map((list): unknown => list),
    ),
  })).tree
  fc.assert(
    fc.property(deep, fc.constantFrom(0, 2), (value, indent) => {
      const script = JSON.stringify(value, null, indent)
      expect(declaresPaywall(script)).toBe(true)
      expect(notFree.test(script)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('never throws', () => {
  const names = fc.constantFrom('@type', '@graph', '@value', 'hasPart', 'mainEntity', 'isAccessibleForFree', '__proto__', 'toString', 'valueOf')
  const leaf = fc.constantFrom<unknown>(null, false, 'False', 'NewsArticle', 0, '')
  const odd = fc.object({ key: names, values: [leaf, fc.array(leaf)], withNullPrototype: true, maxDepth: 5 })
  fc.assert(fc.property(odd, (value) => void declaresPaywall(JSON.stringify(value))), { numRuns: 500 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(declaresPaywall(text)).toBe(false)
    }),
  )
})
