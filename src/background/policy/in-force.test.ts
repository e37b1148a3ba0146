import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { alarms: { create: async () => undefined }, i18n: { getUILanguage: () => 'en' }, runtime: { getManifest: () => ({ version: '1.4.0' }) } } }))

import { tableOnly } from '../../core/money'
import { parameterNames, parameters } from '../../core/policy/parameters'
import { feedsOf, machine, policyOf, release, signed } from '../../core/policy/policy.fixtures'
import { blockListOf } from '../../core/risk/block-list'
import { defaultLimits } from '../../core/spending/limits'
import { reminders } from '../../core/words/reminders'
import { day, desk, held, publish, renewWorld, view, world } from './policy-desk.fixtures'

beforeEach(renewWorld)

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

    const kept = await world.purchases.policy.kept()
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
    expect(world.told).toEqual([`rules: ${reminders.rules.waiting}`])
    expect(await desk().isWaiting()).toBe(true)
    await desk().decline((await view()).waiting?.hash ?? '')
    expect(await desk().isWaiting()).toBe(false)
    world.isOpen = false
    expect(await desk().isWaiting()).toBe(false)
  })

  it('limits are those of the policy where the reader has set none, and the reader’s where they have', async () => {
    publish(policyOf(6, release.policy.hash, { parameters: { 'limit.day': 200 } }))
    await desk().look()
    expect((await world.purchases.spending.limitsInForce()).day).toBe(2_000_000n)
    await world.purchases.spending.limits.change(() => defaultLimits)
    expect(await world.purchases.spending.limitsInForce()).toEqual(defaultLimits)
    expect((await view()).ownLimits).toBe(true)
  })

  it('limits that a reader has set are theirs, whatever a policy says', async () => {
    const most = Object.fromEntries(parameterNames.filter((name) => name.startsWith('limit.')).map((name) => [name, parameters[name].most]))
    await world.purchases.spending.limits.change(() => defaultLimits)
    publish(policyOf(6, release.policy.hash, { parameters: most }))
    await desk().look()
    await desk().agree((await view()).waiting?.hash ?? '')
    expect(await held()).toMatchObject(most)
    expect(await world.purchases.spending.limitsInForce()).toEqual(defaultLimits)
  })

  it('rates and the list of sites are gone by while they are fresh', async () => {
    const listed = { 'takes-the-words': '', pretends: Buffer.from(blockListOf(['cheat.example'])).toString('base64'), 'takes-and-keeps': '' }
    const perEuro = { ...tableOnly.reference.perEuro, USD: '1.2000' }
    world.files.set('feeds.json', signed('feeds', feedsOf(6, release.feeds.hash, { rates: { asOf: '2026-11-27', perEuro }, listed }), machine))
    await desk().look()
    expect([(await desk().reference()).perEuro['USD'], (await desk().reference()).asOf, await desk().isListed('cheat.example')]).toEqual(['1.2000', '2026-11-27', true])
    world.now += 8 * day
    expect([await desk().reference(), await desk().isListed('cheat.example'), (await view()).feeds?.old]).toEqual([tableOnly.reference, false, true])
  })

  it('rates that leave out a currency are not gone by', async () => {
    world.files.set('feeds.json', signed('feeds', feedsOf(6, release.feeds.hash, { rates: { asOf: '2026-11-27', perEuro: { USD: '1.2' } } }), machine))
    await desk().look()
    expect(await desk().reference()).toEqual(tableOnly.reference)
  })
})
