import { describe, expect, it } from 'vitest'
import { verifier } from '../../vault/signatures/verifier'
import { err } from '../result'
import type { PolicyFault } from './faults'
import { feedsOf, held, judging, keepers, machine, noHash, policyOf, release, rootOf, seconds, signed, testKey, today, writers, type TestKey } from './policy.fixtures'
import { follow, followRoot, isOlder, type Judging, type Trusted } from './trust'

const day = 24 * 3_600_000
const two = writers.slice(0, 2)
const next = policyOf(6, release.policy.hash)
const others = [31, 32, 33].map(testKey)

function mustFollow(trusted: Trusted, role: 'policy' | 'feeds', text: string, by: Judging = judging): Trusted {
  const result = follow(trusted, role, text, by)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
function mustFollowRoot(trusted: Trusted, text: string, by: Judging = judging): Trusted {
  const result = followRoot(trusted, text, by)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('a policy is taken', () => {
  it('from enough of its writers, after the one before', () => {
    const trusted = mustFollow(release, 'policy', signed('policy', next, two))
    expect(trusted.policy.document).toEqual(next)
    expect(trusted.root).toBe(release.root)
  })

  it('with numbers left out: whoever was away need not have read them all', () => {
    expect(mustFollow(release, 'policy', signed('policy', policyOf(9, 'ab'.repeat(32)), two)).policy.document.seq).toBe(9)
  })

  it('by the wallet’s own code as by that of others', () => {
    const own: Judging = { ...judging, verify: verifier.verifyEd25519 }
    expect(mustFollow(release, 'policy', signed('policy', next, two), own)).toEqual(mustFollow(release, 'policy', signed('policy', next, two)))
    expect(follow(release, 'policy', signed('policy', next, others), own)).toEqual(err('not-signed'))
  })

  it('once: the same again changes nothing', () => {
    const text = signed('policy', next, two)
    const trusted = mustFollow(release, 'policy', text)
    expect(mustFollow(trusted, 'policy', text)).toBe(trusted)
  })

  it('by whichever of them signed it', () => {
    const trusted = mustFollow(release, 'policy', signed('policy', next, two))
    expect(mustFollow(trusted, 'policy', signed('policy', next, writers.slice(1)))).toBe(trusted)
  })
})

describe('refused, and what is trusted stays', () => {
  const later = mustFollow(release, 'policy', signed('policy', next, two))
  const wrong: readonly [string, Trusted, string, PolicyFault][] = [
    ['rolled back', later, signed('policy', policyOf(5, noHash), two), 'rolled-back'],
    ['rolled back behind the release, after what was stored was wiped', release, signed('policy', policyOf(4, noHash), two), 'rolled-back'],
    ['forked: another of the same number', later, signed('policy', policyOf(6, release.policy.hash, { why: ['for you alone'] }), two), 'forked'],
    ['forked: follows another one', later, signed('policy', policyOf(7, 'cd'.repeat(32)), two), 'forked'],
    ['frozen: shown again when its time is over', release, signed('policy', policyOf(6, release.policy.hash, { issued: seconds(today - 95 * day), expires: seconds(today - day) }), two), 'expired'],
    ['made in the future', release, signed('policy', policyOf(6, release.policy.hash, { issued: seconds(today + 2 * day), expires: seconds(today + 80 * day) }), two), 'from-the-future'],
    ['holding for years', release, signed('policy', policyOf(6, release.policy.hash, { expires: seconds(today + 1000 * day) }), two), 'lasts-wrong'],
    ['holding for no time', release, signed('policy', policyOf(6, release.policy.hash, { expires: seconds(today - 2 * day) }), two), 'lasts-wrong'],
    ['signed by one', release, signed('policy', next, writers.slice(0, 1)), 'not-signed'],
    ['signed by one key twice', release, signed('policy', next, [...writers.slice(0, 1), ...writers.slice(0, 1)]), 'not-signed'],
    ['signed by nobody', release, signed('policy', next, []), 'not-signed'],
    ['signed by keys of other roles', release, signed('policy', next, [...keepers, ...machine]), 'not-signed'],
    ['signed by strangers', release, signed('policy', next, others), 'not-signed'],
    ['signed by strangers under the names of writers', release, signed('policy', next, others.map((key, at): TestKey => ({ ...key, id: writers[at]?.id ?? '' }))), 'not-signed'],
    ['signed as something else', release, signed('policy', next, two, 'feeds'), 'not-signed'],
    ['under another root', release, signed('policy', policyOf(6, release.policy.hash, { rootVersion: 2 }), two), 'other-root'],
    ['for newer wallets', release, signed('policy', policyOf(6, release.policy.hash, { minWallet: '1.4.1' }), two), 'needs-newer-wallet'],
    ['with a field nobody knows', release, signed('policy', { ...next, hosts: ['https://evil.example'] }, two), 'malformed'],
    ['with a parameter nobody knows', release, signed('policy', { ...next, parameters: { 'guard.off': 1 } }, two), 'malformed'],
    ['out of its range', release, signed('policy', { ...next, parameters: { 'limit.day': 100_000 } }, two), 'malformed'],
    ['with half a number', release, signed('policy', { ...next, parameters: { 'spree.sites': 3.5 } }, two), 'malformed'],
    ['with a network nobody knows', release, signed('policy', { ...next, withdrawn: ['eip155:1'] }, two), 'malformed'],
    ['with a day that is none', release, signed('policy', { ...next, issued: '2026-02-30T00:00:00Z' }, two), 'malformed'],
    ['spelled otherwise than signed', release, signed('policy', next, two).replace('{"signatures"', '{ "signatures"'), 'malformed'],
    ['saying something twice', release, signed('policy', next, two).replace('"seq":6', '"seq":5,"seq":6'), 'malformed'],
    ['too large', release, signed('policy', next, two) + ' '.repeat(64 * 1024), 'too-large'],
    ['no JSON', release, '<html>Please sign in to the wireless network</html>', 'malformed'],
    ['a document of another role', release, signed('feeds', feedsOf(6, release.feeds.hash), machine), 'malformed'],
  ]
  it.each(wrong)('%s', (_name, trusted, text, fault) => {
    expect(follow(trusted, 'policy', text, judging)).toEqual(err(fault))
  })

  it('anything new while the root itself is out of date', () => {
    const old: Trusted = { ...release, root: held('root', rootOf(1, { expires: seconds(today - day / 2) })) }
    expect(follow(old, 'policy', signed('policy', next, two), { ...judging, release: old })).toEqual(err('expired'))
  })

  it('a changed letter anywhere', () => {
    const text = signed('policy', next, two)
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)
      expect(follow(release, 'policy', changed, judging).ok, `at ${at}: ${changed.slice(Math.max(0, at - 20), at + 20)}`).toBe(false)
    }
  })
})

describe('a root is followed', () => {
  const people = { root: keepers, policy: [...writers.slice(1), testKey(14)], feeds: machine }
  const second = rootOf(2, {}, people)

  it('when old and new keys agree; a key that was taken out signs no more', () => {
    const trusted = mustFollowRoot(release, signed('root', second, keepers.slice(0, 2)))
    const under = policyOf(6, release.policy.hash, { rootVersion: 2 })
    expect(follow(trusted, 'policy', signed('policy', under, two), judging)).toEqual(err('not-signed'))
    expect(mustFollow(trusted, 'policy', signed('policy', under, people.policy.slice(1))).policy.document.seq).toBe(6)
    expect(follow(trusted, 'policy', signed('policy', next, writers.slice(1)), judging)).toEqual(err('other-root'))
  })

  it('out of the hands of those who had stolen a role and used up its numbers', () => {
    const stolen = mustFollow(release, 'policy', signed('policy', policyOf(Number.MAX_SAFE_INTEGER, noHash), two))
    const mended = mustFollowRoot(stolen, signed('root', second, keepers.slice(1)))
    expect(mended.policy).toBe(release.policy)
    expect(mended.feeds).toBe(stolen.feeds)
    expect(mustFollow(mended, 'policy', signed('policy', policyOf(6, release.policy.hash, { rootVersion: 2 }), people.policy.slice(1))).policy.document.seq).toBe(6)
  })

  it('over years: one that has expired leads to the next', () => {
    const old = rootOf(2, { issued: seconds(today - 900 * day), expires: seconds(today - 200 * day) })
    const newer = rootOf(3)
    const trusted = mustFollowRoot(mustFollowRoot(release, signed('root', old, keepers)), signed('root', newer, keepers))
    expect(trusted.root.document.version).toBe(3)
  })

  it('where nothing else changed, what was trusted stays', () => {
    const later = mustFollow(release, 'policy', signed('policy', next, two))
    expect(mustFollowRoot(later, signed('root', rootOf(2), keepers)).policy).toBe(later.policy)
  })

  const stranger = { root: others, policy: writers, feeds: machine }
  const after = mustFollowRoot(release, signed('root', rootOf(2), keepers))
  const wrong: readonly [string, Trusted, string, PolicyFault][] = [
    ['an older one', after, signed('root', rootOf(1), keepers), 'rolled-back'],
    ['another of the same number', release, signed('root', rootOf(1, {}, people), keepers), 'forked'],
    ['one that leaves another out', release, signed('root', rootOf(3), keepers), 'skipped-root'],
    ['new keys alone', release, signed('root', rootOf(2, {}, stranger), others), 'not-signed'],
    ['old keys alone', release, signed('root', rootOf(2, {}, stranger), keepers), 'not-signed'],
    ['one old key', release, signed('root', rootOf(2), keepers.slice(0, 1)), 'not-signed'],
    ['one that asks for a single key', release, signed('root', rootOf(2, { roles: { ...rootOf(2).roles, root: { ...rootOf(2).roles.root, threshold: 1 } } }), keepers), 'weak-root'],
    ['one that asks for more keys than there are', release, signed('root', rootOf(2, { roles: { ...rootOf(2).roles, policy: { ...rootOf(2).roles.policy, threshold: 4 } } }), keepers), 'weak-root'],
    ['one that names a key twice', release, signed('root', rootOf(2, { roles: { ...rootOf(2).roles, policy: { keyids: [writers[0]?.id ?? '', writers[0]?.id ?? ''], threshold: 2 } } }), keepers), 'weak-root'],
    ['a key under another name', release, signed('root', rootOf(2, { keys: { ...rootOf(2).keys, [writers[0]?.id ?? '']: others[0]?.public ?? '' } }), keepers), 'weak-root'],
    ['one from the future', release, signed('root', rootOf(2, { issued: seconds(today + 3 * day) }), keepers), 'from-the-future'],
    ['one without an end', release, signed('root', rootOf(2, { expires: seconds(today + 5000 * day) }), keepers), 'lasts-wrong'],
    ['one signed as a policy', release, signed('root', rootOf(2), keepers, 'policy'), 'not-signed'],
  ]
  it.each(wrong)('never: %s', (_name, trusted, text, fault) => {
    expect(followRoot(trusted, text, judging)).toEqual(err(fault))
  })

  it('never with both names of one key: a key counts once', () => {
    const [first] = keepers
    if (first === undefined) throw new Error('there are keepers')
    const forged = { ...rootOf(2), keys: { ...rootOf(2).keys, ['00'.repeat(8)]: first.public } }
    expect(followRoot(release, signed('root', forged, [first, { ...first, id: '00'.repeat(8) }]), judging)).toEqual(err('weak-root'))
  })
})

describe('feeds', () => {
  it('are taken from one machine, and for days', () => {
    const feeds = feedsOf(6, release.feeds.hash, { rates: { asOf: '2026-11-27', perEuro: { USD: '1.1601' } } })
    expect(mustFollow(release, 'feeds', signed('feeds', feeds, machine)).feeds.document.rates?.perEuro).toEqual({ USD: '1.1601' })
    const long = feedsOf(6, release.feeds.hash, { expires: seconds(today + 60 * day) })
    expect(follow(release, 'feeds', signed('feeds', long, machine), judging)).toEqual(err('lasts-wrong'))
  })

  it.each([
    ['a rate of nothing', { asOf: '2026-11-27', perEuro: { USD: '0.000' } }],
    ['a rate below nothing', { asOf: '2026-11-27', perEuro: { USD: '-1.1' } }],
    ['a rate that is no decimal', { asOf: '2026-11-27', perEuro: { USD: '1e9' } }],
    ['a currency that is none', { asOf: '2026-11-27', perEuro: { __proto__x: '1.1' } }],
  ])('with %s are none', (_name, rates) => {
    expect(follow(release, 'feeds', signed('feeds', feedsOf(6, release.feeds.hash, { rates }), machine), judging)).toEqual(err('malformed'))
  })
})

it.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', true],
  ['0.10.0', '0.9.9', false],
  ['1.0.0', '0.99.99', false],
  ['0.9.9', '1.0.0', true],
])('%s is older than %s: %s', (one, other, older) => {
  expect(isOlder(one, other)).toBe(older)
})
