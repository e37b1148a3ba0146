import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { alarms: { create: async () => undefined }, runtime: { getManifest: () => ({ version: '1.4.0' }) } } }))

import { networks } from '../../core/networks/networks'
import { tableOnly } from '../../core/money'
import { textIds, type Policy, type TextId } from '../../core/policy/documents'
import { parameterNames, parameters } from '../../core/policy/parameters'
import { feedsOf, judging, keepers, machine, noHash, policyOf, release, rootOf, seconds, signed, testKey, today, writers } from '../../core/policy/policy.fixtures'
import type { Trusted } from '../../core/policy/trust'
import { blockListOf } from '../../core/risk/block-list'
import { findings } from '../../core/risk/guards'
import { isTunable } from '../../core/risk/judgement'
import { emptyWallet, unseenSite } from '../../core/risk/records'
import type { Allowance } from '../../core/spending/allowance'
import { defaultLimits } from '../../core/spending/limits'
import { policy as words } from '../../core/words/policy'
import { reminders } from '../../core/words/reminders'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { purchaseRepository, type PurchaseRepository } from '../../store/purchases'
import type { FarthingDatabase } from '../../store/schema'
import { settingsRepository } from '../../store/settings'
import type { Books } from '../books'
import { modelBy } from '../watch/model-in-force'
import { shippedModel } from '../watch/shipped-model'
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
let told: string[]

beforeEach(() => {
  now = today
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  db = newDatabase()
  purchases = purchaseRepository(db, newSealer())
  files = new Map()
  asked = []
  host = 'https://rules.example/farthing'
  isOpen = true
  told = []
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push({ url: url.href, init })
    if (files.has('down')) throw new TypeError('nobody answers')
    const text = files.get(url.pathname.replace('/farthing/', ''))
    return text === undefined ? new Response('not here', { status: 404 }) : new Response(text)
  })
})

const desk = (from: Trusted | null = release) =>
  new PolicyDesk({ open: async () => (isOpen ? ({ purchases } as unknown as Books) : null), host: async () => host, release: from, verify: judging.verify, changed: () => undefined, alarm: async (kind, _title, message) => void told.push(`${kind}: ${message}`) })
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

  it('news of it is told once: what waits for a yes before what holds already, and nothing where nothing is new', async () => {
    publish(policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3, 'limit.day': 900 } }))
    await desk().look()
    await desk().look()
    expect(told).toEqual([`rules: ${reminders.rules.waiting}`])
    expect(await desk().isWaiting()).toBe(true)
    await desk().decline((await view()).waiting?.hash ?? '')
    expect(await desk().isWaiting()).toBe(false)
    isOpen = false
    expect(await desk().isWaiting()).toBe(false)
  })

  it('limits are those of the policy where the reader has set none, and the reader’s where they have', async () => {
    publish(policyOf(6, release.policy.hash, { parameters: { 'limit.day': 200 } }))
    await desk().look()
    expect((await purchases.spending.limitsInForce()).day).toBe(2_000_000n)
    await purchases.spending.limits.change(() => defaultLimits)
    expect(await purchases.spending.limitsInForce()).toEqual(defaultLimits)
    expect((await view()).ownLimits).toBe(true)
  })

  it('limits that a reader has set are theirs, whatever a policy says', async () => {
    const most = Object.fromEntries(parameterNames.filter((name) => name.startsWith('limit.')).map((name) => [name, parameters[name].most]))
    await purchases.spending.limits.change(() => defaultLimits)
    publish(policyOf(6, release.policy.hash, { parameters: most }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    expect(await held()).toMatchObject(most)
    expect(await purchases.spending.limitsInForce()).toEqual(defaultLimits)
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

const model = readFileSync('src/core/risk/model.json', 'utf8')
const otherModel = JSON.stringify({ ...(JSON.parse(model) as object), thresholds: { notice: 0, ask: 0 } })
const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex')
const naming = (body: string) => ({ version: '2026-12-01', sha256: sha256(body), bytes: Buffer.byteLength(body) })
const putModel = (body: string) => {
  files.set(`models/${sha256(body)}.json`, body)
  return naming(body)
}
const putText = (id: TextId, lang: string, body: string) => {
  files.set(`texts/${sha256(body)}.txt`, body)
  return { ...naming(body), id, lang }
}
const scoredWith = async () => modelBy(purchases.policy, (await purchases.policy.inForce()).model)

/** There are no lists and rates where these tests look. */
const ofRules = (faults: readonly string[]) => faults.filter((fault) => fault.startsWith('Rules'))

describe('another model', () => {
  it('is fetched beside the policy, and scored with once the reader has agreed; where it is named no more, that is asked as well', async () => {
    publish(policyOf(6, release.policy.hash, { model: putModel(otherModel) }))
    await desk().look()
    expect(asked.map(({ url }) => url)).toContain(`https://rules.example/farthing/models/${sha256(otherModel)}.json`)
    const { waiting, unseen } = await view()
    expect([waiting?.changes, unseen]).toEqual([[words.model('2026-12-01')], 0])
    expect(await scoredWith()).toBe(shippedModel())
    await desk().agree(waiting?.hash ?? '')
    expect((await scoredWith())?.thresholds).toEqual({ notice: 0, ask: 0 })
    expect((await view()).holds.watch).toContain(words.modelHeld('2026-12-01'))

    publish(policyOf(7, (await purchases.policy.kept())?.policy.hash ?? ''))
    await desk().look()
    expect((await scoredWith())?.thresholds).toEqual({ notice: 0, ask: 0 })
    const second = await view()
    expect(second.waiting?.changes).toEqual([words.modelBack])
    await desk().agree(second.waiting?.hash ?? '')
    expect(await scoredWith()).toBe(shippedModel())
    await desk().look()
    expect(await purchases.policy.files('model')).toEqual([])
  })

  it.each([
    ['not there', () => naming(otherModel), words.noFile],
    ['of another size', () => ({ ...putModel(otherModel), bytes: 7 }), words.badFile],
    ['longer than it may be', () => ({ ...putModel(otherModel), bytes: Buffer.byteLength(otherModel) - 1 }), words.badFile],
    [
      'another one under its name',
      () => {
        files.set(`models/${sha256(otherModel)}.json`, otherModel.replace('"ask":0', '"ask":9'))
        return naming(otherModel)
      },
      words.badFile,
    ],
    ['no JSON', () => putModel('{'), words.badFile],
    ['no model', () => putModel('{"version":1}'), words.badFile],
    ['one with a field nobody knows', () => putModel(JSON.stringify({ ...(JSON.parse(model) as object), code: 'alert(1)' })), words.badFile],
    ['one whose trees go round', () => putModel(model.replace(/"left":\[\d+/, '"left":[0')), words.badFile],
    ['one for other features', () => putModel(model.replace('"overSiteMedian"', '"overSomething"')), words.badFile],
  ])('that is %s is not asked about, and the old one stays; what tightens beside it applies', async (_name, put, said) => {
    publish(policyOf(6, release.policy.hash, { model: put(), parameters: { 'spree.sites': 3 } }))
    await desk().look()
    const { waiting, faults } = await view()
    expect([waiting, ofRules(faults), (await held())['spree.sites']]).toEqual([null, [`Rules: ${said}`], 3])
    await desk().agree((await purchases.policy.kept())?.policy.hash ?? '')
    expect([(await purchases.policy.inForce()).model, await scoredWith()]).toEqual([null, shippedModel()])
  })

  it('that arrives later is asked about then', async () => {
    const named = naming(otherModel)
    publish(policyOf(6, release.policy.hash, { model: named }))
    await desk().look()
    putModel(otherModel)
    await desk().look()
    expect((await view()).waiting?.seq).toBe(6)
  })

  it('that was changed or lost on the disk is not scored with: the one that came with the wallet is, and that is said', async () => {
    publish(policyOf(6, release.policy.hash, { model: putModel(otherModel) }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    const { model: agreed } = await purchases.policy.inForce()
    await purchases.policy.keepFiles('model', [{ sha256: sha256(otherModel), body: otherModel.replace('"ask":0', '"ask":9') }])
    expect(await purchases.policy.model({ sha256: sha256(otherModel) })).toBeNull()
    expect((await view()).holds.watch).toContain(words.modelMissing)
    const book = { model: async () => null }
    expect(await modelBy(book, { ...(agreed ?? naming('')), sha256: 'ef'.repeat(32) })).toBe(shippedModel())
    await desk().look()
    expect((await view()).holds.watch).toContain(words.modelHeld('2026-12-01'))
  })

  it('switches no guard off: what is denied is denied, whatever it is scored with', () => {
    for (const guard of ['payee-similar', 'blocked', 'blocked-here'] as const) expect(isTunable(guard)).toBe(false)
    const account = `0x1234${'a'.repeat(32)}5678` as const
    const poisoned = { at: now, site: 'new.example', payTo: `0x1234${'b'.repeat(32)}5678` as const, amount: 1n, asked: true, title: null }
    const wallet = { ...emptyWallet, accounts: [{ payTo: account, sites: ['old.example'] }] }
    // No model is among what guards are given.
    expect(findings(poisoned, unseenSite, wallet, []).map(({ guard }) => guard)).toContain('payee-similar')
  })
})

describe('texts', () => {
  const terms = 'Terms of use\n\nOther words.\n'
  it('in every language are fetched, and wait for a yes; the old ones stay until then, and after a no', async () => {
    const texts = [putText('terms', 'en', terms), putText('terms', 'de', 'Nutzung\n\nAndere Worte.\n')]
    publish(policyOf(6, release.policy.hash, { texts }))
    await desk().look()
    const { waiting } = await view()
    expect(waiting).toMatchObject({ texts: ['terms'], changes: ['Terms of use: written anew, of 2026-12-01. You have the one that Farthing came with.', 'Terms of use (de): written anew, of 2026-12-01. You have the one that Farthing came with.'] })
    expect((await desk().texts())?.map(({ lang, isOffered, body }) => [lang, isOffered, body])).toEqual([
      ['en', true, terms],
      ['de', true, 'Nutzung\n\nAndere Worte.\n'],
    ])
    await desk().decline(waiting?.hash ?? '')
    expect([(await purchases.policy.inForce()).texts, await desk().texts()]).toEqual([[], []])

    const third = 'Terms of use\n\nThird words.\n'
    publish(policyOf(7, (await purchases.policy.kept())?.policy.hash ?? '', { texts }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    publish(policyOf(8, (await purchases.policy.kept())?.policy.hash ?? '', { texts: [putText('terms', 'en', third)] }))
    await desk().look()
    expect((await desk().texts())?.map(({ lang, isOffered, body }) => [lang, isOffered, body])).toEqual([
      ['en', false, terms],
      ['de', false, 'Nutzung\n\nAndere Worte.\n'],
      ['en', true, third],
    ])
    expect((await view()).waiting?.changes).toHaveLength(2)
  })

  it('are not asked about before all of them are here, and none that could show other words than were agreed to', async () => {
    publish(policyOf(6, release.policy.hash, { texts: [putText('terms', 'en', terms), putText('privacy', 'en', 'Kept\n\nNothing \u202eis sold\u202c.\n')] }))
    await desk().look()
    expect([(await view()).waiting, ofRules((await view()).faults)]).toEqual([null, [`Rules: ${words.badFile}`]])
  })

  it('are asked for of nobody who has not answered, and no more after the first that did not come', async () => {
    publish(policyOf(6, release.policy.hash, { texts: [naming('a'), naming('b'), naming('c')].map((one, at) => ({ ...one, id: 'terms' as const, lang: ['en', 'de', 'fr'][at] ?? '' })) }))
    await desk().look()
    expect(asked).toHaveLength(4)
    files.set('down', '')
    await desk().look()
    expect(asked).toHaveLength(7)
  })

  it('twice in one language are no policy', async () => {
    publish(policyOf(6, release.policy.hash, { texts: [putText('terms', 'en', terms), putText('terms', 'en', 'Use\n\nOther.\n')] }))
    await desk().look()
    expect(ofRules((await view()).faults)).toEqual([`Rules: ${words.faults.malformed}`])
  })
})

describe('once a month', () => {
  it('what has changed and what was refused is put together, and where nothing was, nothing is said', async () => {
    await desk().begin()
    expect((await view()).digest).toBeNull()
    now += 31 * day
    await desk().onTimer()
    expect((await view()).digest).toBeNull()

    now += 3_600_000
    publish(policyOf(6, release.policy.hash, { issued: seconds(now - day), expires: seconds(now + 80 * day), parameters: { 'spree.sites': 3, 'limit.day': 900 } }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    files.set('policy.json', signed('policy', policyOf(4, noHash), two))
    await desk().look()
    now += 29 * day
    await desk().onTimer()
    expect((await view()).digest).toBeNull()
    now += 2 * day
    await desk().onTimer()
    const { digest } = await view()
    expect(digest).toMatchObject({ seen: false, lines: ['New sites within an hour before you are asked: 3. It was 4.', words.digest.agreed(1), words.digest.refused(3)] })
    await desk().view(true)
    expect((await view()).digest).toEqual({ ...digest, seen: true })
    files.clear()
    now += 31 * day
    await desk().onTimer()
    expect((await view()).digest?.from).toBe(digest?.from)
  })

  it('rules that were out of date are said to have been', async () => {
    await desk().begin()
    now += 100 * day
    await desk().onTimer()
    expect((await view()).digest?.lines).toEqual([words.digest.old])
  })
})

it('a root that is not vouched for ends the look: nothing else is taken from there', async () => {
  files.set('root/2.json', signed('root', rootOf(2), [testKey(31), testKey(32)]))
  publish(policyOf(6, release.policy.hash, { parameters: { 'spree.sites': 3 } }))
  await desk().look()
  expect(asked).toHaveLength(1)
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
  await settingsRepository(db).change((stored) => ({ ...stored, policyHost: host, endpoints: { 'eip155:8453': 'https://own.example/' } }))
  await db.vault.put({ id: 'vault', record: { slots: ['sealed'] }, backedUp: true })
  await purchases.spending.limits.change(() => ({ ...defaultLimits, day: 1n, payment: 1n }))
  await purchases.spending.allowances.change(() => ({ allowances: [allowance], declined: [] }))
  await purchases.watch.changeRules((rules) => ({ ...rules, blocked: [{ site: 'blocked.example', at: 1 }], opened: [{ site: 'news.example', at: 1 }], levels: { spree: 'deny' }, exceptions: [{ guard: 'burst', site: 'news.example', payTo: allowance.payTo, most: 5n, until: now + day }] }))
}

it('whatever policies and feeds say, under whichever root, and whatever is answered, nothing else of the wallet is touched', async () => {
  await lived()
  /** Every row of every table but those that policies are kept in, as its bytes. */
  const others = async () => {
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
    return tables.map(([name, rows]) => [name, rows.filter((row: { readonly id?: string }) => name !== 'values' || row.id?.startsWith('policy') !== true)])
  }
  const own = async () => ({ limits: await purchases.spending.limitsInForce(), allowances: await purchases.spending.allowances.read(), rules: await purchases.watch.rules(), settings: await settingsRepository(db).read() })
  const [before, ownBefore] = [await others(), await own()]
  expect(JSON.stringify(before.flat())).toMatch(/own\.example/)
  let [seq, root] = [5, 1]
  await fc.assert(
    fc.asyncProperty(somePolicy, someFeeds, fc.boolean(), fc.constantFrom('agree', 'decline', 'wait'), async (said, feeds, rotates, answer) => {
      seq += 2
      if (rotates) {
        root += 1
        files.set(`root/${root}.json`, signed('root', rootOf(root), keepers.slice(0, 2)))
      }
      const named = { model: said.model === null ? null : putModel(said.model), texts: said.texts.map(({ id, lang, body }) => putText(id, lang, body)) }
      publish(policyOf(seq, noHash, { ...said, ...named, rootVersion: root }))
      files.set('feeds.json', signed('feeds', feedsOf(seq, noHash, { ...feeds, rootVersion: root }), machine))
      await desk().begin()
      await desk().look()
      const { waiting } = await view()
      if (waiting !== null && answer !== 'wait') await desk()[answer](waiting.hash)
      expect([(await view()).policy?.seq, (await purchases.policy.keptFeeds())?.document.seq]).toEqual([seq, seq])
      expect(await others()).toEqual(before)
      expect(await own()).toEqual(ownBefore)
    }),
    { numRuns: 25 },
  )
})
