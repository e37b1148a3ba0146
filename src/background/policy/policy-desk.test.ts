import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { alarms: { create: async () => undefined }, runtime: { getManifest: () => ({ version: '1.4.0' }) } } }))

import { networks } from '../../core/networks/networks'
import { tableOnly } from '../../core/money'
import type { Policy } from '../../core/policy/documents'
import { parameterNames, parameters } from '../../core/policy/parameters'
import { feedsOf, judging, keepers, machine, noHash, policyOf, release, rootOf, seconds, signed, testKey, today, writers } from '../../core/policy/policy.fixtures'
import type { Trusted } from '../../core/policy/trust'
import { blockListOf } from '../../core/risk/block-list'
import { defaultLimits } from '../../core/spending/limits'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { purchaseRepository, type PurchaseRepository } from '../../store/purchases'
import type { FarthingDatabase } from '../../store/schema'
import type { Books } from '../books'
import { PolicyDesk } from './policy-desk'

const day = 24 * 3_600_000
const two = writers.slice(0, 2)

let now: number
let db: FarthingDatabase
let purchases: PurchaseRepository
let files: Map<string, string>
let asked: { readonly url: string; readonly init: RequestInit }[]
let host: string | null
let isOpen: boolean

beforeEach(() => {
  now = today
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  db = newDatabase()
  purchases = purchaseRepository(db, newSealer())
  files = new Map()
  asked = []
  host = 'https://rules.example/farthing'
  isOpen = true
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push({ url: url.href, init })
    if (files.has('down')) throw new TypeError('nobody answers')
    const text = files.get(url.pathname.replace('/farthing/', ''))
    return text === undefined ? new Response('not here', { status: 404 }) : new Response(text)
  })
})

const desk = (from: Trusted | null = release) =>
  new PolicyDesk({ open: async () => (isOpen ? ({ purchases } as unknown as Books) : null), host: async () => host, release: from, verify: judging.verify, changed: () => undefined })
const view = async () => {
  const read = await desk().view(false)
  if (read === null) throw new Error('the wallet is open')
  return read
}
const publish = (policy: Policy, by = two) => files.set('policy.json', signed('policy', policy, by))
const held = async () => (await purchases.policy.inForce()).parameters

describe('looking for policies', () => {
  it('asks nobody before the reader has named somebody, in a build without keys, or while the wallet is locked', async () => {
    host = null
    await desk().begin()
    await desk().look()
    host = 'https://rules.example/'
    await desk(null).begin()
    await desk(null).look()
    isOpen = false
    expect(await desk().look()).toBe(false)
    expect(asked).toEqual([])
    isOpen = true
    expect((await desk(null).view(false))?.updates).toBe('never')
  })

  it('tells the mirror nothing, and follows no redirect', async () => {
    await desk().look()
    expect(asked.map(({ url }) => url)).toEqual(['root/2.json', 'policy.json', 'feeds.json'].map((file) => `https://rules.example/farthing/${file}`))
    for (const { init } of asked) expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' })
  })

  it('once a day, also where a clock was set back', async () => {
    await desk().begin()
    now += 19 * 3_600_000
    await desk().onTimer()
    expect(asked).toHaveLength(3)
    now += 2 * 3_600_000
    await desk().onTimer()
    now -= 5 * day
    await desk().onTimer()
    expect(asked).toHaveLength(9)
  })

  it('keeps what was trusted where nobody answers, and says so; 100 days later it is out of date, neither tighter nor looser', async () => {
    publish(policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3 } }))
    await desk().look()
    const before = await held()
    files.set('down', '')
    now += 100 * day
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
    ['too large', () => files.set('policy.json', 'x'.repeat(70_000))],
    ['no file at all', () => files.set('policy.json', '<html>')],
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
    files.set('root/2.json', signed('root', rootOf(2, {}, people), keepers.slice(0, 2)))
    publish(policyOf(6, release.policy.hash, { rootVersion: 2, parameters: { 'spree.sites': 3 } }), people.policy.slice(1))
    await desk().look()
    expect((await view()).history.map(({ role, seq }) => [role, seq])).toEqual([
      ['policy', 6],
      ['root', 2],
    ])
    expect(await desk().envelopes()).toBe((files.get('root/2.json') ?? '') + (files.get('policy.json') ?? ''))
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

describe('what holds', () => {
  const mixed = policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3, 'limit.day': 900 }, why: ['Sprees were seen.'] })

  it('watching more closely is applied and told; the rest waits, is declined, and is asked again only with the next', async () => {
    publish(mixed)
    await desk().look()
    const first = await view()
    expect([first.unseen, first.waiting?.seq, (await held())['spree.sites'], (await held())['limit.day']]).toEqual([1, 6, 3, 500])
    expect(first.waiting?.changes).toEqual(['The most a day may cost: $9.00. It was $5.00.'])
    await desk().view(true)
    await desk().decline(first.waiting?.hash ?? '')
    await desk().look()
    expect([(await view()).unseen, (await view()).waiting, (await held())['limit.day']]).toEqual([0, null, 500])

    const kept = await purchases.policy.kept()
    publish(policyOf(7, kept?.policy.hash ?? '', { parameters: { 'spree.sites': 3, 'limit.day': 800 } }))
    await desk().look()
    const second = await view()
    expect(second.waiting?.seq).toBe(7)
    await desk().agree(first.waiting?.hash ?? '')
    expect((await held())['limit.day']).toBe(500)
    await desk().agree(second.waiting?.hash ?? '')
    expect([(await view()).waiting, (await held())['limit.day']]).toEqual([null, 800])
    expect((await view()).history.map(({ seq, answer }) => [seq, answer])).toEqual([
      [7, 'agreed'],
      [6, 'declined'],
    ])
  })

  it('limits are those of the policy where the reader has set none, and the reader’s where they have', async () => {
    publish(policyOf(6, release.policy.hash, { parameters: { 'limit.day': 200 } }))
    await desk().look()
    expect((await purchases.spending.limitsInForce()).day).toBe(2_000_000n)
    await purchases.spending.limits.change(() => defaultLimits)
    expect(await purchases.spending.limitsInForce()).toEqual(defaultLimits)
    expect((await view()).ownLimits).toBe(true)
  })

  it('asks about no model and no text: those come with a release', async () => {
    publish(policyOf(6, release.policy.hash, { model: { sha256: 'aa'.repeat(32), bytes: 9 } }))
    await desk().look()
    expect([(await view()).waiting, (await purchases.policy.inForce()).model]).toEqual([null, null])
  })

  it('rates and the list of sites are gone by while they are fresh', async () => {
    const listed = { 'takes-the-words': '', pretends: Buffer.from(blockListOf(['cheat.example'])).toString('base64'), 'takes-and-keeps': '' }
    const perEuro = { ...tableOnly.reference.perEuro, USD: '1.2000' }
    files.set('feeds.json', signed('feeds', feedsOf(6, release.feeds.hash, { rates: { asOf: '2026-11-27', perEuro }, listed }), machine))
    await desk().look()
    expect([(await desk().reference()).perEuro['USD'], (await desk().reference()).asOf, await desk().isListed('cheat.example')]).toEqual(['1.2000', '2026-11-27', true])
    now += 8 * day
    expect([await desk().reference(), await desk().isListed('cheat.example'), (await view()).feeds?.old]).toEqual([tableOnly.reference, false, true])
  })

  it('rates that leave out a currency are not gone by', async () => {
    files.set('feeds.json', signed('feeds', feedsOf(6, release.feeds.hash, { rates: { asOf: '2026-11-27', perEuro: { USD: '1.2' } } }), machine))
    await desk().look()
    expect(await desk().reference()).toEqual(tableOnly.reference)
  })
})

const somePolicy = fc.record({
  parameters: fc.record(Object.fromEntries(parameterNames.map((name) => [name, fc.integer({ min: parameters[name].least, max: parameters[name].most })])), { requiredKeys: [] }),
  withdrawn: fc.subarray(networks.map(({ id }) => id)),
  model: fc.option(fc.constant({ sha256: 'aa'.repeat(32), bytes: 10 })),
  texts: fc.subarray([{ id: 'privacy', version: '2026-11-01', lang: 'en', sha256: 'bb'.repeat(32), bytes: 9 }]),
})

it('whatever a policy says, and whatever is answered, nothing else of the wallet is touched', async () => {
  const own = { settings: { network: 'eip155:8453', endpoints: { 'eip155:8453': 'https://own.example' } } }
  await db.settings.put({ id: 'settings', value: own })
  await purchases.spending.limits.change(() => ({ ...defaultLimits, day: 1n }))
  await purchases.watch.changeRules((rules) => ({ ...rules, blocked: [{ site: 'blocked.example', at: 1 }], levels: { spree: 'deny' } }))
  const others = async () => {
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
    return tables.map(([name, rows]) => [name, rows.filter((row: { readonly id?: string }) => name !== 'values' || row.id?.startsWith('policy') !== true)])
  }
  const before = await others()
  let seq = 5
  await fc.assert(
    fc.asyncProperty(somePolicy, fc.boolean(), async (said, agrees) => {
      seq += 2
      publish(policyOf(seq, noHash, said))
      await desk().look()
      const { waiting } = await view()
      if (waiting !== null) await (agrees ? desk().agree(waiting.hash) : desk().decline(waiting.hash))
      expect((await view()).policy?.seq).toBe(seq)
      expect(await others()).toEqual(before)
    }),
    { numRuns: 25 },
  )
  expect(seconds(now)).toBe(seconds(today))
})
