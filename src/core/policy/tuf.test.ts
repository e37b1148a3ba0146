import { describe, expect, it } from 'vitest'
import { err } from '../result'
import type { Root } from './documents'
import type { PolicyFault } from './faults'
import { feedsOf, held, judging, keepers, machine, noHash, policyOf, release, rootOf, seconds, signed, testKey, today, writers, type TestKey } from './policy.fixtures'
import { follow, followRoot, type Judging, type Trusted } from './trust'

/** What the specification of TUF (5.3 to 5.6) asks of a client, case by case, where three documents without delegations have it. trust.test.ts is the table of attacks. */
const day = 24 * 3_600_000
const keys = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((number) => testKey(number + 41))
const some = (...at: readonly number[]): readonly TestKey[] => keys.filter((_key, index) => at.includes(index))
const two = writers.slice(0, 2)

interface Step {
  /** Whose root it is, how many of them it asks for, and who signs it. */
  readonly keys: readonly TestKey[]
  readonly threshold: number
  readonly by: readonly TestKey[]
  readonly more?: Partial<Root>
}

function rootBy(version: number, { keys: named, threshold, more }: Pick<Step, 'keys' | 'threshold' | 'more'>): Root {
  const root = rootOf(version, {}, { root: [...named], policy: writers, feeds: machine })
  return { ...root, roles: { ...root.roles, root: { keyids: named.map(({ id }) => id), threshold } }, ...more }
}

/** A release with the first step's keys, and what comes of following the others one by one: how far it went, and what ended it. */
function walk([first, ...steps]: readonly Step[]): readonly [number, PolicyFault | null] {
  if (first === undefined) throw new Error('there is a first root')
  let trusted: Trusted = { ...release, root: held('root', rootBy(1, first)) }
  for (const [at, step] of steps.entries()) {
    const next = followRoot(trusted, signed('root', rootBy(at + 2, step), step.by), judging)
    if (!next.ok) return [trusted.root.document.version, next.error]
    trusted = next.value
  }
  return [trusted.root.document.version, null]
}

const step = (named: readonly TestKey[], threshold: number, by: readonly TestKey[], more: Partial<Root> = {}): Step => ({ keys: named, threshold, by, more })
const begun = step(some(0, 1, 2), 2, [])

describe('5.3: roots, by the keys they name and the keys that sign them', () => {
  const table: readonly [string, readonly Step[], number, PolicyFault | null][] = [
    ['nobody is exchanged', [begun, step(some(0, 1, 2), 2, some(0, 2))], 2, null],
    ['one is exchanged, and does not sign', [begun, step(some(1, 2, 3), 2, some(1, 2))], 2, null],
    ['one is exchanged, and signs in the place of an old one', [begun, step(some(1, 2, 3), 2, some(0, 1, 3))], 2, null],
    ['one is exchanged; of the old keys one', [begun, step(some(1, 2, 3), 2, some(1, 3))], 1, 'not-signed'],
    ['all are exchanged, and two and two sign', [begun, step(some(3, 4, 5), 2, some(0, 1, 3, 4))], 2, null],
    ['all are exchanged; of the old keys one', [begun, step(some(3, 4, 5), 2, some(0, 3, 4, 5))], 1, 'not-signed'],
    ['all are exchanged; of the new keys one', [begun, step(some(3, 4, 5), 2, some(0, 1, 2, 3))], 1, 'not-signed'],
    ['more are asked for, and sign', [begun, step(some(0, 1, 2), 3, some(0, 1, 2))], 2, null],
    ['more are asked for than sign', [begun, step(some(0, 1, 2), 3, some(0, 1))], 1, 'not-signed'],
    ['fewer are asked for; those before count by what was asked of them', [step(some(0, 1, 2), 3, []), step(some(0, 1, 2), 2, some(0, 1))], 1, 'not-signed'],
    ['fewer are asked for, and as many as before sign', [step(some(0, 1, 2), 3, []), step(some(0, 1, 2), 2, some(0, 1, 2)), step(some(0, 1, 2), 2, some(1, 2))], 3, null],
    ['whoever was taken out signs the one after', [begun, step(some(2, 3, 4), 2, some(0, 1, 2, 3)), step(some(2, 3, 4), 2, some(0, 1))], 2, 'not-signed'],
    ['whoever was taken out comes back, with those there are', [begun, step(some(1, 2, 3), 2, some(1, 2)), step(some(0, 1, 2), 2, some(2, 3, 1))], 3, null],
    ['strangers sign beside enough who may', [begun, step(some(0, 1, 2), 2, some(0, 1, 7, 8))], 2, null],
    ['one signs twice', [begun, step(some(0, 1, 2), 2, [...some(0), ...some(0)])], 1, 'not-signed'],
    ['writers of policies sign', [begun, step(some(0, 1, 2), 2, [...writers])], 1, 'not-signed'],
    ['one between is out of date', [begun, step(some(0, 1, 2), 2, some(0, 1), { issued: seconds(today - 900 * day), expires: seconds(today - 150 * day) }), step(some(0, 1, 2), 2, some(0, 1))], 3, null],
    ['one keeps its number', [begun, step(some(0, 1, 2), 2, some(0, 1), { version: 1, expires: seconds(today + 9 * day) })], 1, 'forked'],
    ['one jumps', [begun, step(some(0, 1, 2), 2, some(0, 1), { version: 4 })], 1, 'skipped-root'],
    ['one has no number that counts', [begun, step(some(0, 1, 2), 2, some(0, 1), { version: 0 })], 1, 'malformed'],
  ]
  it.each(table)('%s', (_name, steps, version, fault) => {
    expect(walk(steps)).toEqual([version, fault])
  })

  it('a signature that is none, beside enough that are, takes nothing away', () => {
    const good = signed('root', rootOf(2), keepers.slice(0, 2))
    const spoilt = (JSON.parse(signed('root', rootOf(2), keepers)) as { readonly signatures: readonly { readonly sig: string }[] }).signatures[2]?.sig ?? ''
    const withOne = signed('root', rootOf(2), keepers).replace(spoilt, 'ab'.repeat(64))
    expect(followRoot(release, withOne, judging)).toEqual(followRoot(release, good, judging))
  })

  it('a last one that is out of date lets nothing new in, and takes away nothing that there is (5.3.10)', () => {
    const last = rootOf(2, { issued: seconds(today - 700 * day), expires: seconds(today - day / 2) })
    const trusted = must(followRoot(release, signed('root', last, keepers), judging))
    expect([trusted.policy, trusted.feeds]).toEqual([release.policy, release.feeds])
    expect(follow(trusted, 'policy', signed('policy', policyOf(6, release.policy.hash, { rootVersion: 2 }), two), judging)).toEqual(err('expired'))
    expect(follow(trusted, 'feeds', signed('feeds', feedsOf(6, release.feeds.hash, { rootVersion: 2 }), machine), judging)).toEqual(err('expired'))
  })

  it('numbers of a role begin again when its keys, or how many of them sign, change, and with nothing else (5.3.11)', () => {
    const far = must(follow(release, 'feeds', signed('feeds', feedsOf(Number.MAX_SAFE_INTEGER, noHash), machine), judging))
    const moved = { root: keepers, policy: writers, feeds: [testKey(22)] }
    expect(must(followRoot(far, signed('root', rootOf(2, {}, moved), keepers), judging)).feeds).toBe(release.feeds)
    const { roles } = rootOf(2)
    const stricter = { ...roles, policy: { ...roles.policy, threshold: 3 } }
    const later = must(follow(release, 'policy', signed('policy', policyOf(9, noHash), two), judging))
    expect(must(followRoot(later, signed('root', rootOf(2, { roles: stricter }), keepers), judging)).policy).toBe(release.policy)
    const turned = { ...roles, policy: { ...roles.policy, keyids: roles.policy.keyids.toReversed() } }
    expect(must(followRoot(later, signed('root', rootOf(2, { roles: turned }), keepers), judging)).policy).toBe(later.policy)
  })

  it('too long is not read', () => {
    expect(followRoot(release, signed('root', rootOf(2), keepers) + ' '.repeat(16 * 1024), judging)).toEqual(err('too-large'))
  })
})

describe('5.4 to 5.6: what is signed under a root', () => {
  const next = policyOf(6, release.policy.hash)
  const later = must(follow(release, 'policy', signed('policy', next, two), judging))

  it('the one that is held already is no fault, also when its time is over; its signers may be others of those who may', () => {
    const old: Judging = { ...judging, now: today + 95 * day }
    for (const by of [two, writers.slice(1), writers]) expect(must(follow(later, 'policy', signed('policy', next, by), old))).toBe(later)
  })

  it('one that is held and out of date does not stand in the way of a newer one', () => {
    const now = today + 95 * day
    const newer = policyOf(7, later.policy.hash, { issued: seconds(now - day), expires: seconds(now + day) })
    expect(must(follow(later, 'policy', signed('policy', newer, two), { ...judging, now })).policy.document.seq).toBe(7)
  })

  it('one that ends this very moment is out of date', () => {
    const ends = policyOf(6, release.policy.hash, { expires: seconds(today) })
    expect(follow(release, 'policy', signed('policy', ends, two), judging)).toEqual(err('expired'))
    expect(follow(release, 'policy', signed('policy', ends, two), { ...judging, now: today - 1 }).ok).toBe(true)
  })

  it('what was signed under one root and what was signed under another are not put together', () => {
    const moved = must(followRoot(release, signed('root', rootOf(2), keepers), judging))
    const under = must(follow(moved, 'policy', signed('policy', policyOf(6, release.policy.hash, { rootVersion: 2 }), two), judging))
    expect(follow(under, 'feeds', signed('feeds', feedsOf(6, release.feeds.hash), machine), judging)).toEqual(err('other-root'))
    expect(follow(under, 'policy', signed('policy', policyOf(7, under.policy.hash), two), judging)).toEqual(err('other-root'))
    expect(follow(release, 'feeds', signed('feeds', feedsOf(6, release.feeds.hash, { rootVersion: 2 }), machine), judging)).toEqual(err('other-root'))
  })

  it('after its keys were exchanged a role is not led behind what the release came with', () => {
    const people = { root: keepers, policy: [...writers.slice(1), testKey(14)], feeds: machine }
    const moved = must(followRoot(later, signed('root', rootOf(2, {}, people), keepers), judging))
    expect(follow(moved, 'policy', signed('policy', policyOf(4, noHash, { rootVersion: 2 }), people.policy.slice(1)), judging)).toEqual(err('rolled-back'))
  })

  it('numbers only rise, whatever lies between', () => {
    const far = must(follow(later, 'policy', signed('policy', policyOf(90, noHash), two), judging))
    for (const seq of [6, 7, 89]) expect(follow(far, 'policy', signed('policy', policyOf(seq, later.policy.hash), two), judging)).toEqual(err('rolled-back'))
  })

  it.each([
    ['no number', { seq: 0 }],
    ['a number that is no whole one', { seq: 6.5 }],
    ['a number beyond those that can be counted on', { seq: Number.MAX_SAFE_INTEGER + 1 }],
    ['another edition of the format', { spec: '2' }],
    ['no end', { expires: undefined }],
    ['the name of another role', { _type: 'root' }],
  ])('with %s is no such document', (_name, more) => {
    expect(follow(release, 'policy', signed('policy', JSON.parse(JSON.stringify({ ...next, ...more })), two), judging)).toEqual(err('malformed'))
  })

  it('feeds too long are not read', () => {
    expect(follow(release, 'feeds', signed('feeds', feedsOf(6, release.feeds.hash), machine) + ' '.repeat(1024 * 1024), judging)).toEqual(err('too-large'))
  })
})

function must(result: ReturnType<typeof follow>): Trusted {
  if (!result.ok) throw new Error(result.error)
  return result.value
}
