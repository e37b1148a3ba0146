import * as v from 'valibot'
import { expect, it } from 'vitest'
import { wallOf } from './conventions'
import { declared, longestScript, maxScripts, signs } from './detect'
import { pageHints, readHints, type Hint } from './page'

const wall: Hint = { kind: 'ld+json', value: '{"@type":"Article","isAccessibleForFree":false}' }
const sign = (kind: keyof typeof signs): Hint => ({ kind, value: '' })
const accepted = (hints: unknown): boolean => v.is(pageHints, hints)

it('puts first what is most specific, whatever the order in the page, and each once', () => {
  const hints = [sign('rsl'), sign('lightning-tip'), wall, wall, { kind: 'not-free', value: '' } as const, sign('subscription-service'), sign('medium'), sign('taler')]
  const read = readHints(hints)
  expect(read).toEqual(readHints(hints.toReversed()))
  expect(read).toEqual([
    { convention: 'taler', asks: 'payment' },
    { convention: 'medium', asks: 'subscription' },
    { convention: 'subscription-service', asks: 'subscription' },
    { convention: 'declared-paywall', asks: 'subscription' },
    { convention: 'lightning-tip', asks: 'tip' },
    { convention: 'rsl', asks: 'robots' },
  ])
})

it('finds nothing where there is nothing', () => expect(readHints([])).toEqual([]))

it('reads five scripts and no more', () => {
  const other: Hint = { kind: 'ld+json', value: '{}' }
  const others = Array.from({ length: maxScripts }, () => other)
  expect(readHints([...others.slice(1), wall])).toHaveLength(1)
  expect(readHints([...others, wall])).toEqual([])
})

it('takes from a page the hints there are, and no others', () => {
  const all = [...Object.keys(declared), ...Object.keys(signs)].map((kind) => ({ kind, value: '' }))
  expect(accepted([...all, ...Array.from({ length: maxScripts }, () => wall)])).toBe(true)
  expect(accepted([...all, ...all])).toBe(false)
  for (const kind of ['l402', 'unspecified', 'constructor', '__proto__', 'toString', '', 0, null, ['taler']]) expect(accepted([{ kind, value: '' }])).toBe(false)
  for (const value of [undefined, null, 0, 'a'.repeat(longestScript + 1)]) expect(accepted([{ kind: 'ld+json', value }])).toBe(false)
  expect(accepted([{ ...wall, price: '$1' }])).toBe(false)
  expect(accepted({ 0: wall })).toBe(false)
})

it('asks with selectors that are short, and each its own', () => {
  const selectors = [...Object.values(declared), ...Object.values(signs)]
  expect(new Set(selectors).size).toBe(selectors.length)
  expect(selectors.join('').length).toBeLessThan(1500)
})

it('tells what keeps a reader out from what does not', () => {
  expect(wallOf(readHints([sign('rsl'), sign('lightning-tip'), wall, sign('medium')]))).toEqual({ convention: 'medium', asks: 'subscription' })
  expect(wallOf(readHints([sign('rsl'), sign('web-monetization')]))).toBeNull()
  expect(wallOf([])).toBeNull()
})
