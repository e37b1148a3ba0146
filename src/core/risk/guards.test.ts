import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../hex'
import type { Finding } from './finding'
import { findings, findingsOn, hasPieceAmong, type Ware } from './guards'
import { askedBy, exceptionMs, exceptionsFor, judge, noRules, type Exception, type Rules } from './judgement'
import { kept, unseenSite, type Attempt } from './records'
import { account, after, attempt, cents, start } from './records.fixtures'

const bob = account('b')
const minute = 60_000

const found = (one: Attempt, past: readonly Attempt[], exceptions: readonly Exception[] = []): readonly Finding[] => {
  const { sites, wallet } = after(past)
  return findings(one, sites.get(one.site) ?? unseenSite, wallet, exceptions)
}
const named = (one: Attempt, past: readonly Attempt[], exceptions: readonly Exception[] = []): readonly string[] => found(one, past, exceptions).map(({ guard }) => guard)

/** Three payments of five cents to Ada on The Lantern, a day apart, the last a day before. */
const usual = [3, 2, 1].map((days) => attempt({ at: start - days * 24 * 60 * minute }))

describe('the watch finds', () => {
  it('nothing in what a reader does every day', () => expect(found(attempt(), usual)).toEqual([]))
  it('nothing in a first payment', () => expect(found(attempt({ amount: cents(500) }), [])).toEqual([]))

  it('another account on a site that had one, and not before the third payment there', () => {
    expect(found(attempt({ payTo: bob }), usual)).toEqual([{ guard: 'payee-changed', level: 'ask', times: 3 }])
    expect(named(attempt({ payTo: bob }), usual.slice(1))).toEqual([])
  })

  it('one account on many sites, where this one is new', () => {
    const others = ['one.example', 'two.example'].map((site) => attempt({ site }))
    expect(found(attempt(), others)).toEqual([{ guard: 'payee-shared', level: 'ask', sites: ['two.example', 'one.example'] }])
    expect(named(attempt(), others.slice(1))).toEqual([])
    expect(named(attempt(), [...others, attempt({ at: start - minute })])).toEqual([])
    // Who comes back to a site of a platform knows it.
    expect(named(attempt(), [...others, ...others])).toEqual(['payee-shared'])
    const often = [3, 2, 1].map((days) => attempt({ at: start - days * 24 * 60 * minute, site: 'one.example' }))
    expect(named(attempt(), [...often, ...others.slice(1)])).toEqual([])
  })

  it('an account made to look like one that was paid, and denies it', () => {
    const poisoned: Address = `0xaaaa${'1'.repeat(32)}aaaa`
    expect(found(attempt({ payTo: poisoned, site: 'new.example' }), usual)).toEqual([{ guard: 'payee-similar', level: 'deny', site: 'lantern.example' }])
    expect(named(attempt({ payTo: `0xaaa1${'1'.repeat(32)}aaaa`, site: 'new.example' }), usual)).toEqual([])
  })

  it('a new site that looks like one that was paid three times', () => {
    expect(found(attempt({ site: 'lantem.example', payTo: bob }), usual)).toEqual([{ guard: 'look-alike', level: 'ask', like: 'lantern.example' }])
    expect(named(attempt({ site: 'lantem.example', payTo: bob }), usual.slice(1))).toEqual([])
    // Whoever paid is the one that it looks like.
    expect(named(attempt({ site: 'lantem.example' }), usual)).toEqual([])
  })

  it('more in ten seconds than a hand can do', () => {
    const quick = (count: number) => Array.from({ length: count }, (_, at) => attempt({ at: start - (count - at) * 1_000, amount: cents(4 + at) }))
    expect(found(attempt(), [...usual, ...quick(5)])).toEqual([{ guard: 'burst', level: 'ask', count: 6, seconds: 10 }])
    expect(named(attempt(), [...usual, ...quick(4)])).toEqual([])
  })

  it('many small charges in the place of one', () => {
    const small = [4, 3, 2].map((minutes) => attempt({ at: start - minutes * minute, amount: cents(2) }))
    const past = [...usual, ...usual, ...small]
    expect(found(attempt({ amount: cents(2) }), past)).toEqual([{ guard: 'split', level: 'ask', count: 4, minutes: 10, sum: cents(8) }])
    expect(named(attempt({ amount: cents(5) }), past)).toEqual([])
    expect(named(attempt({ amount: cents(2) }), past.slice(0, -1))).toEqual([])
    // A site that has small prices asks them; one that had dearer ones is paid for none of them by that.
    const [cheap, dearer] = [2, 3].map((price) => attempt({ at: start - 60 * minute, amount: cents(price) }))
    expect([cheap, dearer].map((one) => named(attempt({ amount: cents(2) }), [...usual, ...usual, ...(one === undefined ? [] : [one]), ...small]))).toEqual([[], ['split']])
  })

  it('a dollar on four new sites within an hour', () => {
    const past = ['one.example', 'two.example', 'three.example'].map((site, at) => attempt({ site, payTo: account(String(at)), amount: cents(30), at: start - 20 * minute }))
    const next = attempt({ site: 'four.example', payTo: bob, amount: cents(15) })
    expect(found(next, past)).toEqual([{ guard: 'spree', level: 'ask', count: 4, sum: cents(105) }])
    expect(named({ ...next, amount: cents(10) }, past)).toEqual([])
    expect(named(next, past.slice(1))).toEqual([])
    expect(named({ ...next, at: start + 41 * minute }, past)).toEqual([])
    const fine = exceptionsFor(['spree'], past[2] ?? next)
    expect(named(next, past, fine)).toEqual([])
    const more = ['five.example', 'six.example', 'seven.example'].map((site, at) => attempt({ site, payTo: account(String(at + 4)), amount: cents(30), at: start - at * 1_000 }))
    expect(named(next, [...past, ...more], fine)).toEqual(['spree'])
  })

  it('many new sites within a week, once, until there are as many again', () => {
    const site = (at: number) => attempt({ site: `new${String(at)}.example`, payTo: account(String(at)), amount: cents(60), at: start - (6 - at) * 20 * 60 * minute })
    const past = [1, 2, 3, 4, 5].map(site)
    const next = attempt({ site: 'six.example', payTo: bob, amount: cents(10) })
    expect(found(next, past)).toEqual([{ guard: 'newcomers', level: 'ask', count: 6, days: 7, sum: cents(310) }])
    expect(named({ ...next, amount: 1n }, past)).toEqual(['newcomers'])
    expect(named(next, past.slice(1))).toEqual([])
    expect(named({ ...next, at: start + 4 * 24 * 60 * minute }, past)).toEqual([])
    expect(named(next, past, exceptionsFor(['newcomers'], site(5)))).toEqual([])
  })

  it('nothing in another tip on a site that is known by tips alone', () => {
    // Tips put nothing into the record of a site.
    const { wallet } = after([5, 4, 3, 2, 1].map((minutes) => attempt({ at: start - minutes * minute, amount: cents(100) })))
    expect(findings(attempt({ amount: cents(100) }), unseenSite, wallet, [])).toEqual([])
  })

  it('a first payment at a multiple of what is usual anywhere', () => {
    const stranger = attempt({ site: 'dear.example', payTo: bob, amount: cents(151) })
    expect(found(stranger, usual)).toEqual([{ guard: 'dear-stranger', level: 'ask', times: 30n, usual: cents(5) }])
    expect(named({ ...stranger, amount: cents(150) }, usual)).toEqual([])
    expect(named(stranger, usual.map((one) => ({ ...one, amount: cents(20) })))).toEqual([])
    expect(named(stranger, usual.slice(1))).toEqual([])
  })

  it('the same price again within seconds', () => {
    const before = attempt({ at: start - 7_000 })
    expect(found(attempt(), [before])).toEqual([{ guard: 'twice', level: 'notice', seconds: 7 }])
    expect(named(attempt(), [{ ...before, at: start - 8_000 }])).toEqual([])
    expect(named(attempt({ amount: cents(4) }), [before])).toEqual([])
    expect(named(attempt({ amount: cents(2) }), [{ ...before, amount: cents(2) }])).toEqual([])
    expect(named(attempt({ payTo: bob }), [before])).toEqual([])
  })

  it('something of the same name at another address, where each piece has a name of its own', () => {
    const names = usual.map((one, at) => ({ ...one, title: at }))
    const before = attempt({ at: start - 5 * minute, amount: cents(4), title: 7 })
    const again = attempt({ title: 7 })
    expect(found(again, [...names, before])).toEqual([{ guard: 'same-name', level: 'ask', minutes: 5 }])
    expect(named({ ...again, title: 8 }, [...names, before])).toEqual([])
    expect(named({ ...again, title: null }, [...names, { ...before, title: null }])).toEqual([])
    expect(named({ ...again, amount: cents(2) }, [...names, before])).toEqual([])
    // Later it is said, and not asked about.
    expect(found(again, [...names, { ...before, at: start - 5 * minute - 1 }])).toEqual([{ guard: 'same-name', level: 'notice', minutes: 5 }])
    expect(named(again, [...names, { ...before, at: start - 61 * minute }])).toEqual([])
    expect(named({ ...again, site: 'post.example' }, [...names, before])).toEqual([])
    // A site that is hardly known, and one that calls everything alike.
    expect(named(again, [...names.slice(2), before])).toEqual([])
    expect(named(again, [...names, ...names, before])).toEqual([])
  })

  it('prices that creep up', () => {
    const rising = [5, 6, 7, 8].map((price, at) => attempt({ at: start - (9 - at) * 60 * minute, amount: cents(price) }))
    const flat = attempt({ at: start - 10 * 60 * minute, amount: cents(5) })
    expect(found(attempt({ amount: cents(9) }), [flat, ...rising])).toEqual([{ guard: 'creeping', level: 'ask', steps: 4, from: cents(5) }])
    expect(named(attempt({ amount: cents(8) }), [flat, ...rising])).toEqual([])
    expect(named(attempt({ amount: cents(9) }), [flat, flat, ...rising.slice(1, 3), flat])).toEqual([])
    // Beneath a second price the same rises are no records: one more is waited for.
    const double = attempt({ at: start - 11 * 60 * minute, amount: cents(12) })
    expect(named(attempt({ amount: cents(9) }), [double, flat, ...rising])).toEqual([])
    expect(found(attempt({ amount: cents(10) }), [double, flat, ...rising, attempt({ amount: cents(9) })])).toEqual([{ guard: 'creeping', level: 'ask', steps: 5, from: cents(5) }])
    expect(named(attempt({ amount: cents(9) }), rising)).toEqual([])
  })

  it('what is far above everything ever paid here, and once what is only dear', () => {
    expect(found(attempt({ amount: cents(11) + 1n }), usual)).toEqual([{ guard: 'far-above', level: 'ask', highest: cents(5) }])
    // A second price of twice the first, rounded up to a cent.
    expect(named(attempt({ amount: cents(11) }), usual)).toEqual([])
    const withSecond = (price: number) => [...usual, ...usual, attempt({ amount: cents(price) })]
    expect(found(attempt({ amount: cents(18) }), withSecond(15))).toEqual([{ guard: 'above-usual', level: 'notice', times: 3n, usual: cents(5) }])
    expect(named(attempt({ amount: cents(20) }), usual)).toEqual(['far-above'])
    // Beneath twice a second price, three times the first one is above all of them.
    expect(found(attempt({ amount: cents(15) }), withSecond(10))).toEqual([{ guard: 'far-above', level: 'ask', highest: cents(10) }])
    expect(named(attempt({ amount: cents(15) - 1n }), withSecond(10))).toEqual([])
    expect(named(attempt({ amount: cents(15) }), withSecond(12))).toEqual(['above-usual'])
  })

  it('a page that nobody has opened, where payments are allowed', () => {
    expect(found(attempt({ asked: false, allowed: 'unopened' }), usual)).toEqual([{ guard: 'unattended', level: 'ask' }])
    expect(named(attempt({ asked: false, allowed: 'opened' }), usual)).toEqual([])
    expect(named(attempt(), usual)).toEqual([])
  })

  it('what is dearer than ever within what is allowed, and once what is far above', () => {
    const allowed = (amount: bigint) => attempt({ amount, asked: false, allowed: 'opened' })
    expect(found(allowed(cents(8)), usual)).toEqual([{ guard: 'above-allowed', level: 'notice', highest: cents(5) }])
    expect(named(allowed((cents(5) * 3n) / 2n), usual)).toEqual([])
    expect(named(attempt({ amount: cents(8) }), usual)).toEqual([])
    expect(named(allowed(cents(12)), usual)).toEqual(['far-above'])
    expect(named(allowed(cents(8)), usual.slice(1))).toEqual([])
    const small = usual.map((one) => ({ ...one, amount: cents(2) }))
    expect(named(allowed(cents(5)), small)).toEqual([])
  })
})

describe('what is no piece', () => {
  const { sites, wallet } = after(usual)
  const site = sites.get('lantern.example') ?? unseenSite
  const on = (ware: Ware, change: Partial<Attempt>, record = site): readonly Finding[] => findingsOn(ware, attempt(change), record, wallet, [])
  const stranger = { site: 'dear.example', payTo: bob, amount: cents(200) }

  it('a pass is held against no price of a piece, unless it costs more than any handful of them', () => {
    expect(on('pass', { amount: cents(50) })).toEqual([])
    expect(on('pass', { amount: cents(51) })).toEqual([{ guard: 'pass-dear', level: 'ask', times: 10n, usual: cents(5) }])
    expect(on('pass', { amount: cents(51) }, unseenSite)).toEqual([])
    expect(on('pass', { amount: cents(25) })).toEqual([])
    expect(on('pass', { amount: cents(40), payTo: bob }).map(({ guard }) => guard)).toEqual(['payee-changed'])
    expect(on('pass', stranger, unseenSite)).toEqual([])
  })

  it('a pass beside which there is no piece is held against what pieces cost, where some were bought', () => {
    expect(on('pass-alone', { amount: cents(25) })).toEqual([{ guard: 'pass-dear', level: 'ask', times: 5n, usual: cents(5) }])
    expect(on('pass-alone', { amount: cents(11) })).toEqual([])
    expect(on('pass-alone', { amount: cents(200) }, unseenSite)).toEqual([])
    expect(on('pass-alone', stranger, unseenSite)).toEqual([])
  })

  it('a piece beside a pass is one only at a price that pieces have there', () => {
    expect([[], [cents(12)], [cents(11)], [cents(200), cents(5)]].map((pieces) => hasPieceAmong(pieces, site))).toEqual([false, false, true, true])
    expect(hasPieceAmong([cents(200)], unseenSite)).toBe(true)
  })

  it('a tip is held against no price at all, and to whoever the reader likes', () => {
    expect(on('tip', { amount: cents(200) })).toEqual([])
    expect(on('tip', stranger, unseenSite)).toEqual([])
    const met = [1, 2, 3].map((at) => attempt({ at: start - at * minute, site: `new${String(at)}.example`, payTo: account(String(at)), amount: cents(40) }))
    const { wallet: spree } = after([...usual, ...met])
    const next = attempt({ ...stranger, amount: cents(40) })
    expect(findings(next, unseenSite, spree, []).map(({ guard }) => guard)).toEqual(['spree'])
    expect(findingsOn('tip', next, unseenSite, spree, [])).toEqual([])
  })

  it('a tip on a site that cheats is told of like anything else there', () => expect(on('tip', { payTo: bob }).map(({ guard }) => guard)).toEqual(['payee-changed']))
})

describe('a reader', () => {
  const swapped = attempt({ payTo: bob })
  const judged = (one: Attempt, rules = noRules, past = usual) => judge(found(one, past), one, rules)

  it('who calls it fine is not asked for the same again, and for nothing more', () => {
    const exceptions = exceptionsFor(askedBy(judged(swapped)), swapped)
    const level = (change: Partial<Attempt>) => judged({ ...swapped, ...change }, { ...noRules, exceptions }).level
    expect(level({})).toBe('ok')
    expect(level({ amount: cents(6) })).toBe('ask')
    expect(level({ payTo: account('c') })).toBe('ask')
    expect(level({ at: start + exceptionMs })).toBe('ask')
    const elsewhere = { ...swapped, site: 'harbour.example' }
    expect(judged(elsewhere, { ...noRules, exceptions }, usual.map((one) => ({ ...one, site: 'harbour.example' }))).level).toBe('ask')
  })

  it('can set what a guard leads to, except where that could only hurt', () => {
    expect(judged(swapped, { ...noRules, levels: { 'payee-changed': 'off' } })).toEqual({ level: 'ok', findings: [] })
    expect(judged(swapped, { ...noRules, levels: { 'payee-changed': 'notice' } }).level).toBe('notice')
    const poisoned = attempt({ site: 'new.example', payTo: `0xaaaa${'1'.repeat(32)}aaaa` })
    const [finding] = judged(poisoned).findings
    const exceptions = [{ guard: 'payee-similar' as const, site: poisoned.site, payTo: poisoned.payTo, most: cents(5), until: start + 1 }]
    expect(judged(poisoned, { ...noRules, levels: { 'payee-similar': 'off' }, exceptions })).toEqual({ level: 'deny', findings: [finding] })
    expect(askedBy(judged(poisoned))).toEqual([])
  })

  it('who called one a fraud is asked on that site, and wherever that account is paid', () => {
    const reported = [{ purchase: 'p', site: 'lantern.example', payTo: bob, at: start }]
    expect(judged(attempt(), { ...noRules, reported }).findings.map(({ guard }) => guard)).toEqual(['reported'])
    expect(judged(attempt({ site: 'new.example', payTo: bob }), { ...noRules, reported }).level).toBe('ask')
    expect(judged(attempt({ site: 'new.example', payTo: account('c') }), { ...noRules, reported }).level).toBe('ok')
  })

  it('nothing is paid on a listed site, whatever is set or was said to be fine, until the reader has opened that one by name', () => {
    const found = [{ guard: 'blocked', level: 'deny', reason: 'pretends' } as const]
    const rules: Rules = { ...noRules, exceptions: exceptionsFor(['blocked'], attempt()), levels: { blocked: 'off' }, opened: [{ site: 'other.example', at: start }] }
    expect(judge(found, attempt(), rules)).toMatchObject({ level: 'deny', findings: found })
    expect(judge(found, attempt(), { ...rules, opened: [{ site: attempt().site, at: start }] })).toEqual({ level: 'ok', findings: [] })
  })

  it('nothing is paid on a site that the reader has blocked, whatever they have said is fine or set; elsewhere all is as it was', () => {
    const rules: Rules = { ...noRules, blocked: [{ site: 'lantern.example', at: start }], exceptions: exceptionsFor(['blocked-here'], attempt()), levels: { 'blocked-here': 'off' } }
    expect(judged(attempt(), rules)).toMatchObject({ level: 'deny', findings: [{ guard: 'blocked-here' }] })
    expect(judged(attempt({ site: 'new.example' }), rules).level).toBe('ok')
  })
})

it('what is kept stays bounded, and so does every look', () => {
  const anyAttempt = fc.record({
    at: fc.integer({ min: start, max: start + 24 * 60 * minute }),
    site: fc.integer({ min: 0, max: 600 }).map((at) => `site${String(at)}.example`),
    payTo: fc.integer({ min: 0, max: 400 }).map((at): Address => `0x${at.toString(16).padStart(40, '0')}`),
    amount: fc.bigInt({ min: 1n, max: cents(500) }),
    asked: fc.boolean(),
    title: fc.constantFrom(null, 1, 2),
  })
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 1_500, size: 'max' }), (past) => {
      const { sites, wallet } = after(past)
      const lengths = [wallet.amounts, wallet.recent, wallet.newcomers, wallet.accounts, wallet.known].map(({ length }) => length)
      const most = [kept.walletAmounts, kept.recent, kept.newcomers, kept.accounts, kept.known]
      lengths.forEach((length, at) => expect(length).toBeLessThanOrEqual(most[at] ?? 0))
      for (const site of sites.values()) {
        expect(site.amounts.length).toBeLessThanOrEqual(kept.amounts)
        expect(site.accounts.length).toBeLessThanOrEqual(kept.accountsOfSite)
        expect(site.highest).toBeGreaterThanOrEqual(site.amounts.reduce((most, one) => (one > most ? one : most), 0n))
      }
    }),
    { numRuns: 20 },
  )
})
