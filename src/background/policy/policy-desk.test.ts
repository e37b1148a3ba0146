import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { alarms: { create: async () => undefined }, i18n: { getUILanguage: () => 'en' }, runtime: { getManifest: () => ({ version: '1.4.0' }) } } }))

import { tableOnly } from '../../core/money'
import { networks } from '../../core/networks/networks'
import { textIds } from '../../core/policy/documents'
import { parameterNames, parameters } from '../../core/policy/parameters'
import { feedsOf, keepers, machine, noHash, policyOf, release, rootOf, seconds, signed, testKey, today, writers } from '../../core/policy/policy.fixtures'
import type { Trusted } from '../../core/policy/trust'
import { blockListOf } from '../../core/risk/block-list'
import type { Allowance } from '../../core/spending/allowance'
import { defaultLimits } from '../../core/spending/limits'
import { policy as words } from '../../core/words/policy'
import { settingsRepository } from '../../store/settings'
import { day, desk, held, model, otherModel, publish, putModel, putText, renewWorld, two, view, world } from './policy-desk.fixtures'

beforeEach(renewWorld)

describe('looking for policies', () => {
  it('asks nobody before the reader has named somebody, in a build without keys, or while the wallet is locked', async () => {
    world.host = null
    await desk().begin()
    await desk().look()
    world.host = 'https://rules.example/'
    await desk(null).begin()
    await desk(null).look()
    world.isOpen = false
    expect(await desk().look()).toBe(false)
    expect(world.asked).toEqual([])
    world.isOpen = true
    expect((await desk(null).view(false))?.updates).toBe('never')
  })

  it('tells the mirror nothing, and follows no redirect', async () => {
    await desk().look()
    expect(world.asked.map(({ url }) => url)).toEqual(['root/2.json', 'policy.json', 'feeds.json'].map((file) => `https://rules.example/farthing/${file}`))
    for (const { init } of world.asked) expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' })
  })

  it('once a day, also where a clock was set back', async () => {
    await desk().begin()
    world.now += 19 * 3_600_000
    await desk().onTimer()
    expect(world.asked).toHaveLength(3)
    world.now += 2 * 3_600_000
    await desk().onTimer()
    world.now -= 5 * day
    await desk().onTimer()
    expect(world.asked).toHaveLength(9)
  })

  it('keeps what was trusted where nobody answers, and says so; 100 days later it is out of date, neither tighter nor looser', async () => {
    publish(policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3 } }))
    await desk().look()
    const before = await held()
    world.files.set('down', '')
    world.now += 100 * day
    await desk().look()
    const { policy, faults, reachedAt } = await view()
    expect(policy).toMatchObject({ seq: 6, old: true })
    expect(faults).toHaveLength(3)
    expect(reachedAt).toBe(today)
    expect(await held()).toEqual(before)
  })

  it.each([
    ['forged', () => publish(policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3 } }), [testKey(31), testKey(32)])],
    ['rolled back', () => publish(policyOf(4, noHash))],
    ['too large', () => world.files.set('policy.json', 'x'.repeat(70_000))],
    ['no file at all', () => world.files.set('policy.json', '<html>')],
  ])('%s is refused in words, and changes nothing', async (_name, put) => {
    put()
    await desk().look()
    const { faults, history } = await view()
    expect(faults.some((sentence) => sentence.startsWith('Rules: '))).toBe(true)
    expect(history).toEqual([])
    expect((await held())['spree.sites']).toBe(4)
  })

  it('follows new keys, and writes down that they changed', async () => {
    const people = { root: keepers, policy: [...writers.slice(1), testKey(14)], feeds: machine }
    world.files.set('root/2.json', signed('root', rootOf(2, {}, people), keepers.slice(0, 2)))
    publish(policyOf(6, release.policy.hash, { rootVersion: 2, parameters: { 'spree.sites': 3 } }), people.policy.slice(1))
    await desk().look()
    expect((await view()).history.map(({ role, seq }) => [role, seq])).toEqual([
      ['policy', 6],
      ['root', 2],
    ])
    expect(await desk().envelopes()).toBe((world.files.get('root/2.json') ?? '') + (world.files.get('policy.json') ?? ''))
    publish(policyOf(7, noHash, { rootVersion: 2 }), two)
    await desk().look()
    expect((await view()).faults).toHaveLength(2)
  })

  it('goes by a newer release, whatever was kept', async () => {
    publish(policyOf(6, release.policy.hash))
    await desk().look()
    const newer: Trusted = { ...release, policy: { document: policyOf(9, noHash), hash: 'ab'.repeat(32) } }
    expect((await desk(newer).view(false))?.policy?.seq).toBe(9)
    expect((await view()).policy?.seq).toBe(6)
  })
})

describe('once a month', () => {
  it('what has changed and what was refused is put together, and where nothing was, nothing is said', async () => {
    await desk().begin()
    expect((await view()).digest).toBeNull()
    world.now += 31 * day
    await desk().onTimer()
    expect((await view()).digest).toBeNull()

    world.now += 3_600_000
    publish(policyOf(6, release.policy.hash, { issued: seconds(world.now - day), expires: seconds(world.now + 80 * day), parameters: { 'spree.sites': 3, 'limit.day': 900 } }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    world.files.set('policy.json', signed('policy', policyOf(4, noHash), two))
    await desk().look()
    world.now += 29 * day
    await desk().onTimer()
    expect((await view()).digest).toBeNull()
    world.now += 2 * day
    await desk().onTimer()
    const { digest } = await view()
    expect(digest).toMatchObject({ seen: false, lines: ['New sites within an hour before you are asked: 3. It was 4.', words.digest.agreed(1), words.digest.refused(3)] })
    await desk().view(true)
    expect((await view()).digest).toEqual({ ...digest, seen: true })
    world.files.clear()
    world.now += 31 * day
    await desk().onTimer()
    expect((await view()).digest?.from).toBe(digest?.from)
  })

  it('rules that were out of date are said to have been', async () => {
    await desk().begin()
    world.now += 100 * day
    await desk().onTimer()
    expect((await view()).digest?.lines).toEqual([words.digest.old])
  })
})

it('a root that is not vouched for ends the look: nothing else is taken from there', async () => {
  world.files.set('root/2.json', signed('root', rootOf(2), [testKey(31), testKey(32)]))
  publish(policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3 } }))
  await desk().look()
  expect(world.asked).toHaveLength(1)
  expect([(await view()).faults, (await held())['spree.sites']]).toEqual([[`Who vouches: ${words.faults['not-signed']}`], 4])
})

const someTexts = fc.uniqueArray(fc.record({ id: fc.constantFrom(...textIds), lang: fc.constantFrom('en', 'de', 'pt-BR'), body: fc.constantFrom('A\n\nOne.\n', 'A\n\nTwo.\n', 'no text') }), { selector: ({ id, lang }) => id + lang, maxLength: 4 })
const somePolicy = fc.record({
  parameters: fc.record(Object.fromEntries(parameterNames.map((name) => [name, fc.integer({ min: parameters[name].least, max: parameters[name].most })])), { requiredKeys: [] }),
  withdrawn: fc.subarray(networks.map(({ id }) => id)),
  model: fc.option(fc.constantFrom(model, otherModel, 'no model')),
  texts: someTexts,
  why: fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 2 }),
})
const someFeeds = fc.record({
  rates: fc.option(fc.constantFrom({ asOf: '2026-11-27', perEuro: { ...tableOnly.reference.perEuro, USD: '9.9999' } }, { asOf: '2026-11-28', perEuro: { USD: '0.0001' } })),
  listed: fc.constantFrom({ 'takes-the-words': '', pretends: Buffer.from(blockListOf(['news.example'])).toString('base64'), 'takes-and-keeps': '' }, { 'takes-the-words': '', pretends: '', 'takes-and-keeps': '' }),
})

const allowance: Allowance = { id: 'a', site: 'news.example', network: 'eip155:8453', asset: `0x${'a'.repeat(40)}`, payTo: `0x${'b'.repeat(40)}`, perPayment: 5n, perDay: 50n, since: today - day, until: today + 30 * day, days: [] }

/** A wallet with something of everything that a policy must not reach, as its own repositories write it. */
async function lived(): Promise<void> {
  await settingsRepository(world.db).change((stored) => ({ ...stored, policyHost: world.host, endpoints: { 'eip155:8453': 'https://own.example/' } }))
  await world.db.vault.put({ id: 'vault', record: { slots: ['sealed'] }, backedUp: true })
  await world.purchases.spending.limits.change(() => ({ ...defaultLimits, day: 1n, payment: 1n }))
  await world.purchases.spending.allowances.change(() => ({ allowances: [allowance], declined: [] }))
  await world.purchases.watch.changeRules((rules) => ({ ...rules, blocked: [{ site: 'blocked.example', at: 1 }], opened: [{ site: 'news.example', at: 1 }], levels: { spree: 'deny' }, exceptions: [{ guard: 'burst', site: 'news.example', payTo: allowance.payTo, most: 5n, until: world.now + day }] }))
}

it('whatever policies and feeds say, under whichever root, and whatever is answered, nothing else of the wallet is touched', async () => {
  await lived()
  /** Every row of every table but those that policies are kept in, as its bytes. */
  const others = async () => {
    const tables = await Promise.all(world.db.tables.map(async (table) => [table.name, await table.toArray()] as const))
    return tables.map(([name, rows]) => [name, rows.filter((row: { readonly id?: string }) => name !== 'values' || row.id?.startsWith('policy') !== true)])
  }
  const own = async () => ({ limits: await world.purchases.spending.limitsInForce(), allowances: await world.purchases.spending.allowances.read(), rules: await world.purchases.watch.rules(), settings: await settingsRepository(world.db).read() })
  const [before, ownBefore] = [await others(), await own()]
  expect(JSON.stringify(before.flat())).toMatch(/own\.example/)
  let [seq, root] = [5, 1]
  await fc.assert(
    fc.asyncProperty(somePolicy, someFeeds, fc.boolean(), fc.constantFrom('agree', 'decline', 'wait'), async (said, feeds, rotates, answer) => {
      seq += 2
      if (rotates) {
        root += 1
        world.files.set(`root/${root}.json`, signed('root', rootOf(root), keepers.slice(0, 2)))
      }
      const named = { model: said.model === null ? null : putModel(said.model), texts: said.texts.map(({ id, lang, body }) => putText(id, lang, body)) }
      publish(policyOf(seq, noHash, { ...said, ...named, rootVersion: root }))
      world.files.set('feeds.json', signed('feeds', feedsOf(seq, noHash, { ...feeds, rootVersion: root }), machine))
      await desk().begin()
      await desk().look()
      const { waiting } = await view()
      if (waiting !== null && answer !== 'wait') await desk()[answer](waiting.hash)
      expect([(await view()).policy?.seq, (await world.purchases.policy.keptFeeds())?.document.seq]).toEqual([seq, seq])
      expect(await others()).toEqual(before)
      expect(await own()).toEqual(ownBefore)
    }),
    { numRuns: 25 },
  )
})
