import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { alarms: { create: async () => undefined }, i18n: { getUILanguage: () => 'en' }, runtime: { getManifest: () => ({ version: '1.4.0' }) } } }))

import { policyOf, release } from '../../core/policy/policy.fixtures'
import { findings } from '../../core/risk/guards'
import { isTunable } from '../../core/risk/judgement'
import { emptyWallet, unseenSite } from '../../core/risk/records'
import { policy as words } from '../../core/words/policy'
import { modelBy } from '../watch/model-in-force'
import { shippedModel } from '../watch/shipped-model'
import { desk, held, model, naming, otherModel, publish, putModel, putText, renewWorld, sha256, view, world } from './policy-desk.fixtures'

beforeEach(renewWorld)

const scoredWith = async () => modelBy(world.purchases.policy, (await world.purchases.policy.inForce()).model)

/** There are no lists and rates where these tests look. */
const ofRules = (faults: readonly string[]) => faults.filter((fault) => fault.startsWith('Rules'))

describe('another model', () => {
  it('is fetched beside the policy, and scored with once the reader has agreed; where it is named no more, that is asked as well', async () => {
    publish(policyOf(6, release.policy.hash, { model: putModel(otherModel) }))
    await desk().look()
    expect(world.asked.map(({ url }) => url)).toContain(`https://rules.example/farthing/models/${sha256(otherModel)}.json`)
    const { waiting, unseen } = await view()
    expect([waiting?.changes, unseen]).toEqual([[words.model('2026-12-01')], 0])
    expect(await scoredWith()).toBe(shippedModel())
    await desk().agree(waiting?.hash ?? '')
    expect((await scoredWith())?.thresholds).toEqual({ notice: 0, ask: 0 })
    expect((await view()).holds.watch).toContain(words.modelHeld('2026-12-01'))

    publish(policyOf(7, (await world.purchases.policy.kept())?.policy.hash ?? ''))
    await desk().look()
    expect((await scoredWith())?.thresholds).toEqual({ notice: 0, ask: 0 })
    const second = await view()
    expect(second.waiting?.changes).toEqual([words.modelBack])
    await desk().agree(second.waiting?.hash ?? '')
    expect(await scoredWith()).toBe(shippedModel())
    await desk().look()
    expect(await world.purchases.policy.files('model')).toEqual([])
  })

  it.each([
    ['not there', () => naming(otherModel), words.noFile],
    ['of another size', () => ({ ...putModel(otherModel), bytes: 7 }), words.badFile],
    ['longer than it may be', () => ({ ...putModel(otherModel), bytes: Buffer.byteLength(otherModel) - 1 }), words.badFile],
    [
      'another one under its name',
      () => {
        world.files.set(`models/${sha256(otherModel)}.json`, otherModel.replace('"ask":0', '"ask":9'))
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
    await desk().agree((await world.purchases.policy.kept())?.policy.hash ?? '')
    expect([(await world.purchases.policy.inForce()).model, await scoredWith()]).toEqual([null, shippedModel()])
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
    const { model: agreed } = await world.purchases.policy.inForce()
    await world.purchases.policy.keepFiles('model', [{ sha256: sha256(otherModel), body: otherModel.replace('"ask":0', '"ask":9') }])
    expect(await world.purchases.policy.model({ sha256: sha256(otherModel) })).toBeNull()
    expect((await view()).holds.watch).toContain(words.modelMissing)
    const book = { model: async () => null }
    expect(await modelBy(book, { ...(agreed ?? naming('')), sha256: 'ef'.repeat(32) })).toBe(shippedModel())
    await desk().look()
    expect((await view()).holds.watch).toContain(words.modelHeld('2026-12-01'))
  })

  it('switches no guard off: what is denied is denied, whatever it is scored with', () => {
    for (const guard of ['payee-similar', 'blocked', 'blocked-here'] as const) expect(isTunable(guard)).toBe(false)
    const account = `0x1234${'a'.repeat(32)}5678` as const
    const poisoned = { at: world.now, site: 'new.example', payTo: `0x1234${'b'.repeat(32)}5678` as const, amount: 1n, asked: true, title: null }
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
    expect([(await world.purchases.policy.inForce()).texts, await desk().texts()]).toEqual([[], []])

    const third = 'Terms of use\n\nThird words.\n'
    publish(policyOf(7, (await world.purchases.policy.kept())?.policy.hash ?? '', { texts }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    publish(policyOf(8, (await world.purchases.policy.kept())?.policy.hash ?? '', { texts: [putText('terms', 'en', third)] }))
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
    expect(world.asked).toHaveLength(4)
    world.files.set('down', '')
    await desk().look()
    expect(world.asked).toHaveLength(7)
  })

  it('twice in one language are no policy', async () => {
    publish(policyOf(6, release.policy.hash, { texts: [putText('terms', 'en', terms), putText('terms', 'en', 'Use\n\nOther.\n')] }))
    await desk().look()
    expect(ofRules((await view()).faults)).toEqual([`Rules: ${words.faults.malformed}`])
  })
})
