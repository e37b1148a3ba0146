import phishing from 'eth-phishing-detect/src/config.json'
import fc from 'fast-check'
import topSites from 'top-sites'
import { getDomain } from 'tldts'
import { expect, it } from 'vitest'
import { blockListOf, emptyList, isBlockList, isListed } from './block-list'

/** Real names of sites that cheated, as test data. */
const domainOf = (host: string): string => getDomain(host) ?? host
const cheats = [...new Set(phishing.blacklist.map(domainOf))]
const list = blockListOf(cheats)

it('finds every site that is on it, whatever its spelling, and none of five hundred honest ones', () => {
  expect(cheats.length).toBeGreaterThan(10_000)
  expect(cheats.filter((site) => !isListed(list, site.toUpperCase()))).toEqual([])
  const honest = topSites.map(({ rootDomain }) => domainOf(rootDomain)).filter((site) => !cheats.includes(site))
  expect(honest.filter((site) => isListed(list, site))).toEqual([])
  expect(list.length).toBe(8 * cheats.length)
})

it('is the same list in whatever order they come, and however often', () => {
  const some = cheats.slice(0, 200)
  expect(blockListOf([...some].reverse())).toEqual(blockListOf([...some, ...some]))
})

it('knows bytes that are no list', () => {
  expect([isBlockList(list), isBlockList(emptyList), isBlockList(list.subarray(1)), isBlockList(new Uint8Array(16))]).toEqual([true, true, false, false])
  expect(isBlockList(Uint8Array.from(list).reverse())).toBe(false)
})

it('holds exactly what was put into it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.domain(), { maxLength: 60 }), fc.domain(), (sites, other) => {
      const held = blockListOf(sites)
      expect(isBlockList(held)).toBe(true)
      expect(sites.every((site) => isListed(held, site))).toBe(true)
      expect(isListed(held, other)).toBe(sites.includes(other))
    }),
  )
})
