import phishing from 'eth-phishing-detect/src/config.json'
import fc from 'fast-check'
import { toASCII } from 'punycode/'
import { getDomain, parse } from 'tldts'
import topSites from 'top-sites'
import { describe, expect, it } from 'vitest'
import { looksLike } from './look-alike'

const known = ['lantern.example', 'harbour-review.co.uk', 'theguardian.com', 'paypal.com']

describe('a site that looks like one the reader pays on', () => {
  it.each([
    ['lantem.example', 'lantern.example'],
    ['1antern.example', 'lantern.example'],
    ['lanterm.example', 'lantern.example'],
    ['latnern.example', 'lantern.example'],
    ['lantern.shop', 'lantern.example'],
    [toASCII('l\u0430ntern.example'), 'lantern.example'],
    ['harbourreview.com', 'harbour-review.co.uk'],
    ['thegaurdian.com', 'theguardian.com'],
    ['theguardian-news.com', 'theguardian.com'],
    ['paypa1.com', 'paypal.com'],
  ])('%s looks like %s', (site, like) => expect(looksLike(site, known)).toBe(like))

  it.each(['lantern.example', 'paper.example', 'nytimes.com', 'news.localhost', '127.0.0.1', 'guard.com', ''])('%s looks like none', (site) => {
    expect(looksLike(site, known)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (site, sites) => {
        expect([null, ...sites]).toContain(looksLike(site, sites))
      }),
    )
  })
})

/** Sites of real names, as people have them in their history. */
const tops = [...new Set(topSites.map(({ rootDomain }) => getDomain(rootDomain, { allowPrivateDomains: true }) ?? rootDomain))]
const nameOf = (site: string) => parse(site, { allowPrivateDomains: true }).domainWithoutSuffix

describe('on real names', () => {
  it('finds most disguises of a name, whichever is disguised', () => {
    const disguises = tops.flatMap((site) => mutations(site).map((disguised) => [disguised, site] as const))
    const found = disguises.filter(([disguised, site]) => looksLike(disguised, [site]) === site)
    expect(disguises.length).toBeGreaterThan(2_000)
    expect(found.length / disguises.length).toBeGreaterThan(0.85)
  })

  const reader = tops.slice(0, 40)
  /** Those that are no sister of the same name with another ending: of these nobody can tell who owns them. */
  const strangers = (sites: readonly string[]) => sites.filter((site) => reader.every((own) => nameOf(own) !== nameOf(site)))
  const alarms = (sites: readonly string[]) => sites.filter((site) => looksLike(site, reader) !== null)

  it('seldom takes one honest site for another', () => {
    const others = strangers(tops.slice(40))
    expect(alarms(others).length / others.length).toBeLessThan(0.01)
  })

  it('seldom even among those that were once taken for another by mistake', () => {
    const hard = strangers(phishing.whitelist)
    expect(hard.length).toBeGreaterThan(1_000)
    expect(alarms(hard).length / hard.length).toBeLessThan(0.005)
  })
})

/** A name as imitators write it: a letter changed for one that looks like it, doubled, left out, swapped, or another ending. */
function mutations(site: string): readonly string[] {
  const [name = '', ...rest] = site.split('.')
  const ending = rest.join('.')
  if (name.length < 5) return []
  const middle = name.length >> 1
  const at = (index: number) => name[index] ?? ''
  return [
    `${name.slice(0, middle)}${at(middle)}${name.slice(middle)}.${ending}`,
    `${name.slice(0, middle)}${name.slice(middle + 1)}.${ending}`,
    `${name.slice(0, middle)}${at(middle + 1)}${at(middle)}${name.slice(middle + 2)}.${ending}`,
    `${name.replace('o', '0').replace('l', '1')}.com-${ending}`.replace(/\.com-.*/, '.net'),
    `${name}-login.${ending}`,
    `${name}.${ending === 'com' ? 'org' : 'com'}`,
  ].filter((mutated) => mutated !== site)
}
