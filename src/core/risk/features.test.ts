import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../hex'
import { featureBound, featureDirections, featureNames, features, withoutPrices, type FeatureName } from './features'
import { unseenSite, type Attempt } from './records'
import { account, after, attempt, cents, start } from './records.fixtures'

const [minute, day] = [60_000, 86_400_000] as const

function seen(one: Attempt, past: readonly Attempt[]): (name: FeatureName) => number {
  const { sites, wallet } = after(past)
  const values = features(one, sites.get(one.site) ?? unseenSite, wallet)
  return (name) => values[featureNames.indexOf(name)] ?? Number.NaN
}

/** Ten payments of five cents on The Lantern, a day apart, the last a day before. */
const usual = Array.from({ length: 10 }, (_, index) => attempt({ at: start - (10 - index) * day }))

describe('features', () => {
  it('say nothing unusual of what is usual', () => {
    const of = seen(attempt(), usual)
    for (const name of ['overSiteMedian', 'overSiteHighest', 'overSiteOldest', 'robustZ', 'newHighs', 'gapRatio', 'payeeChanged', 'here1h', 'smallShare', 'unasked'] as const) expect([name, of(name)]).toEqual([name, 0])
    expect(of('siteCount')).toBe(Math.log2(11))
  })

  it('say how a price compares, in powers of two', () => {
    const of = seen(attempt({ amount: cents(20) }), usual)
    expect([of('overSiteMedian'), of('overSiteHighest'), of('overWalletMedian'), of('newHighs')]).toEqual([2, 2, 2, 1])
    expect(of('robustZ')).toBeGreaterThan(10)
  })

  it('count what lies within each window, and forget what lies before it', () => {
    const past = [30, 5, 0.5, 0.1].map((minutes) => attempt({ at: start - minutes * minute, amount: cents(2) }))
    const of = seen(attempt({ amount: cents(2) }), [...usual, ...past])
    expect([of('here10s'), of('here1m'), of('here10m'), of('here1h'), of('here24h')]).toEqual([1, 2, 3, 4, 4].map((count) => Math.log2(1 + count)))
    expect([of('smallShare'), of('streakMinutes'), of('streakCount'), of('samePrice1h')]).toEqual([1, Math.log2(31), Math.log2(5), Math.log2(5)])
    expect(of('hereSum1h')).toBe(Math.log2(11))
  })

  it('count new sites only where this one is new', () => {
    const past = ['one.example', 'two.example'].map((site) => attempt({ site, at: start - minute, amount: cents(30) }))
    const stranger = seen(attempt({ site: 'three.example', payTo: account('b') }), [...usual, ...past])
    expect([stranger('newSites1h'), stranger('newSitesSum1h'), stranger('payeeUnseen')]).toEqual([2, Math.log2(66), 1])
    const known = seen(attempt(), [...usual, ...past])
    expect([known('newSites1h'), known('payeeElsewhere')]).toEqual([0, 2])
  })

  it('know a pass by nothing but its price among the prices of pieces', () => {
    const { sites, wallet } = after(usual)
    const values = features(attempt({ amount: cents(100) }), withoutPrices(sites.get('lantern.example') ?? unseenSite), wallet)
    expect(values[featureNames.indexOf('overSiteHighest')]).toBe(0)
    expect(values[featureNames.indexOf('overWalletHighest')]).toBeGreaterThan(4)
  })

  it('are as many as their names and directions, finite and bounded, whatever happened', () => {
    const anyAttempt = fc.record({
      at: fc.integer({ min: 0, max: start + 10 * day }),
      site: fc.integer({ min: 0, max: 5 }).map((at) => `site${at}.example`),
      payTo: fc.integer({ min: 0, max: 5 }).map((at): Address => `0x${at.toString(16).padStart(40, '0')}`),
      amount: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
      asked: fc.boolean(),
      title: fc.constantFrom(null, 1, 2),
    })
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 80 }), anyAttempt, (past, one) => {
        const { sites, wallet } = after(past)
        const values = features(one, sites.get(one.site) ?? unseenSite, wallet)
        expect([values.length, featureDirections.length]).toEqual([featureNames.length, featureNames.length])
        for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(featureBound)
      }),
    )
  })
})
