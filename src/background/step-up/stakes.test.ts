import { describe, expect, it, vi } from 'vitest'

// The extension API is looked for when the polyfill loads; nothing here uses it.
vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en-US' } } }))

import { encodeTransfer } from '../../core/authorization/transfer'
import { toHex } from '../../core/hex'
import { tableOnly } from '../../core/money'
import { networks } from '../../core/networks/networks'
import type { Settings } from '../../messaging/views'
import type { App } from '../app'
import { defaultLimits } from '../../core/spending/limits'
import { LimitsDesk } from '../spending/limits-desk'
import { settingsStakes, stakesOf } from './stakes'

const settings: Settings = {
  network: 'eip155:8453',
  testNetworks: false,
  endpoints: { 'eip155:8453': 'https://base.example/' },
  currency: 'USD',
  autoLockMinutes: 15,
  cardInPages: true,
  access: 'on-click',
  fundingBps: 0,
  askAbove: '2000000',
  tipService: null,
  policyHost: null,
  keepCopies: true,
  copiesMegabytes: 250,
  quiet: ['rules'],
  badge: 'price',
}

describe('a change of settings', () => {
  it.each([
    { endpoint: { network: 'eip155:8453' as const, url: 'https://other.example/' } },
    { endpoint: { network: 'eip155:8453' as const, url: null } },
    { endpoint: { network: 'eip155:84532' as const, url: 'https://base.example/' } },
    { network: 'eip155:84532' as const },
    { testNetworks: true },
    { askAbove: null },
    { askAbove: '1' },
    { autoLockMinutes: 30 as const },
    { quiet: ['rules' as const, 'tries' as const] },
    { quiet: ['fell' as const] },
    { quiet: ['confirmed' as const, 'refund' as const] },
    // Hidden among harmless ones.
    { currency: 'EUR' as const, cardInPages: false, testNetworks: true },
  ])('asks who is there before %j', (change) => {
    expect(settingsStakes(change, settings)).not.toBeNull()
  })

  it.each([
    {},
    { currency: 'EUR' as const },
    { cardInPages: false },
    { access: 'everywhere' as const },
    { keepCopies: false, copiesMegabytes: 50 as const },
    { autoLockMinutes: 5 as const },
    { quiet: [], badge: 'nothing' as const },
    { quiet: ['dispute' as const, 'refund' as const, 'backup' as const, 'rules' as const] },
    { network: 'eip155:8453' as const, testNetworks: false, fundingBps: 0,
 askAbove: '2000000', autoLockMinutes: 15 as const },
    { endpoint: { network: 'eip155:8453' as const, url: 'https://base.example/' } },
  ])('is obeyed at once when it is %j', (change) => {
    expect(settingsStakes(change, settings)).toBeNull()
  })
})

describe('a payment', () => {
  const payTo = '0x209693bc6afc0c5328ba36faf03c514ef312287c'
  const messageOf = (value: bigint): `0x${string}` => {
    const asset = networks.find(({ id }) => id === 'eip155:8453')?.token.address ?? '0x'
    const from = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8'
    const bytes = encodeTransfer({ network: 'eip155:8453', asset, from, to: payTo, value, validAfter: 0n, validBefore: 1n, nonce: `0x${'11'.repeat(32)}` })
    if (!bytes.ok) throw new Error(bytes.error)
    return toHex(bytes.value)
  }
  const appWith = (known: boolean, askAbove: string | null, recorded: string, frozen = false): App =>
    ({
      watch: { isFrozen: async () => frozen },
      priced: async () => ({ ...settings, askAbove, rates: tableOnly }),
      books: async () => ({ payees: { knows: async () => known }, payeeTag: () => 'tag' }),
      approvals: { find: async () => ({ resource: 'https://news.example/a', stage: { type: 'quoted', quote: { message: recorded } } }) },
    }) as unknown as App
  const stakes = (value: bigint, known: boolean, askAbove: string | null = '2000000') =>
    stakesOf('approval.agree', { approval: 'a', message: messageOf(value) }, appWith(known, askAbove, messageOf(value)))

  it('asks who is there above the reader’s threshold, and not at it', async () => {
    expect(await stakes(2_000_000n, true)).toBeNull()
    expect(await stakes(2_000_001n, true)).toBe('Pay $2.00 to news.example.')
  })

  it('asks above a dollar when the payee was never paid, whatever the threshold', async () => {
    expect(await stakes(1_000_000n, false, null)).toBeNull()
    expect(await stakes(1_000_001n, false, null)).toContain('not paid before')
    expect(await stakes(1_000_001n, true, null)).toBeNull()
  })

  it('that is not the one on record is not asked about: the desk refuses it', async () => {
    expect(await stakesOf('approval.agree', { approval: 'a', message: messageOf(9_000_000n) }, appWith(true, '0', messageOf(1n)))).toBeNull()
  })

  it('asks, however small, once several were turned down as suspicious', async () => {
    const app = appWith(true, null, messageOf(1n), true)
    expect(await stakesOf('approval.agree', { approval: 'a', message: messageOf(1n) }, app)).toContain('looked like fraud')
  })

  it('of nothing asks each time', async () => {
    expect(await stakes(1n, true, '0')).not.toBeNull()
  })
})

it('a file that anybody can read, and one that is taken in, ask who is there', async () => {
  for (const wanted of [{ kind: 'document' }, { kind: 'table', timeZone: 'UTC', from: null, to: null }]) expect(await stakesOf('export.begin', { wanted }, {} as App)).toContain('anybody')
  expect(await stakesOf('import.begin', { rules: false }, {} as App)).not.toContain('limits')
  expect(await stakesOf('import.begin', { rules: true }, {} as App)).toContain('limits')
})

it('a message that only looks needs no proof', async () => {
  for (const type of ['wallet.read', 'payments.list', 'security.read', 'wallet.lock'] as const) {
    expect(await stakesOf(type, {}, {} as App)).toBeNull()
  }
})

describe('limits', () => {
  const app = { limits: new LimitsDesk(async () => ({ purchases: { spending: { limitsInForce: async () => defaultLimits } } }) as never, async () => settings) } as never as App

  it.each([{ day: '5000001' }, { day: '1', payment: '2000001' }, { tip: '999999999999' }])('ask who is there before one is raised: %j', async (limits) => {
    expect(await stakesOf('limits.change', { limits }, app)).not.toBeNull()
  })

  it.each([{}, { day: '5000000' }, { day: '0', siteDay: '1', month: '30000000' }])('are lowered at once: %j', async (limits) => {
    expect(await stakesOf('limits.change', { limits }, app)).toBeNull()
  })
})

it('a site that is listed as a cheat is opened with a proof that names it; one that is not listed is refused without', async () => {
  const app = { policy: { isListed: async (site: string) => site === 'cheat.example' } } as never as App
  expect(await stakesOf('watch.open', { site: 'cheat.example' }, app)).toContain('cheat.example')
  expect(await stakesOf('watch.open', { site: 'honest.example' }, app)).toBeNull()
})
