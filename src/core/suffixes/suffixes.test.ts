import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'tldts'
import { describe, expect, it } from 'vitest'
import { keptRules, publicSuffixes, publicSuffixesFile } from '../../../scripts/public-suffixes'
import { partsOfHost } from '.'
import { joinRules, lineOf, splitRules } from './rule-text'

const readAll = (text: string): string[] => text.split('\n').flatMap((line) => {
  const [topLevel = ''] = line.split(/[A-Z/]/)
  return splitRules(topLevel, lineOf(topLevel, text) ?? 'none')
})
const byTldts = (host: string) => parse(host, { allowPrivateDomains: true })

describe('rules as one text', () => {
  it('say what a label has in common with the one before it, and bracket what is below it', () => {
    expect(joinRules(['uk', 'co.uk', 'a.b.com', 'ab.b.com', 'bc.com', '*.ck', '!www.ck'])).toBe('ck/A!wwwA*\ncom/Ab/(AaBb)Bc\nukAco')
  })

  it('come back, whatever they are', () => {
    const label = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', '-', '1'), minLength: 1, maxLength: 30 }), fc.constantFrom('*', '!www'))
    const rule = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'))
    fc.assert(
      fc.property(fc.uniqueArray(rule, { minLength: 1, maxLength: 40 }), (rules) => {
        expect(readAll(joinRules(rules)).sort()).toEqual(rules.sort())
      }),
    )
  })

  it('are those of tldts, all of them', () => {
    expect(JSON.parse(readFileSync(publicSuffixesFile, 'utf8'))).toEqual(publicSuffixes())
    expect(readAll(publicSuffixes().icann).sort()).toEqual([...keptRules('icann')].sort())
    expect(readAll(publicSuffixes().private).sort()).toEqual([...keptRules('private')].sort())
    expect(keptRules('icann').length + keptRules('private').length).toBeGreaterThan(10_000)
  })
})

describe('parts of a host', () => {
  const rules = [...keptRules('icann'), ...keptRules('private')]

  it('are what tldts finds, at and around every rule', () => {
    for (const rule of rules) {
      const name = rule.replace('!', '').replace('*', 'star')
      for (const host of [name, `one.${name}`, `two.one.${name}`, name.slice(name.indexOf('.') + 1)]) expect(partsOfHost(host)).toEqual(byTldts(host))
    }
  })

  it('are what tldts finds for anything else', () => {
    const labels = fc.array(fc.oneof(fc.constantFrom('www', 'com', 'uk', 'ck', 'kobe', 'jp', 'github', 'io', '', '*', '!www', 'xn--p1ai'), fc.string({ maxLength: 5 })), { maxLength: 6 })
    const anything = fc.oneof(labels.map((all) => all.join('.')), fc.ipV4(), fc.ipV6().map((address) => `[${address}]`), fc.domain())
    fc.assert(
      fc.property(anything.map((host) => host.toLowerCase()), (host) => {
        expect(partsOfHost(host)).toEqual(byTldts(host))
      }),
      { numRuns: 2_000 },
    )
  })
})
