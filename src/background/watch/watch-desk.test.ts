import { beforeEach, describe, expect, it, vi } from 'vitest'

const shown = vi.hoisted(() => vi.fn())
vi.mock('../../platform/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en' }, permissions: { contains: async () => true }, notifications: { create: shown }, runtime: { getURL: (path: string) => path } },
}))

import { start, terms } from '../../core/purchase/machine.fixtures'
import { networks } from '../../core/networks/networks'
import type { NoticeKind } from '../../core/notices/kinds'
import type { Settings } from '../../messaging/views'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { purchaseRepository, type PurchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { alarmBy } from './alarm'
import { WatchDesk, type Noticed } from './watch-desk'

const network = networks.find(({ id }) => id === 'eip155:31337')
if (network === undefined) throw new Error('the local network is known')
const asset = { network: network.id, asset: network.token.address, payer: terms.payer }

let now: number
let repository: PurchaseRepository
let isOpen: boolean
let desk: WatchDesk
let quiet: NoticeKind[]

beforeEach(() => {
  now = start
  isOpen = true
  quiet = []
  shown.mockReset()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  repository = purchaseRepository(newDatabase(), newSealer())
  const books = { purchases: repository } as unknown as Books
  desk = new WatchDesk(async () => (isOpen ? books : null), async () => ({ network: 'eip155:31337' }) as unknown as Settings, alarmBy(async () => ({ quiet })))
})

const noticed = (change: Partial<Noticed> = {}): Noticed => ({ site: 'news.example', payTo: terms.payTo, amount: 50_000n, guards: ['payee-changed'], reasons: ['Someone else would be paid.'], ...change })

describe('the watch', () => {
  it('writes down what was found and what became of it, and nothing where nothing was', async () => {
    await desk.decided(noticed(), 'declined')
    await desk.agreed(noticed({ guards: [], reasons: [] }), 'p1')
    expect((await desk.view())?.entries).toEqual([
      { at: start, site: 'news.example', amount: { atomic: '50000', decimals: 6, symbol: 'USDC' }, purchase: null, outcome: 'declined', reasons: ['Someone else would be paid.'] },
    ])
  })

  it('makes an exception of what the reader says is fine, and of nothing that was only said', async () => {
    await desk.agreed(noticed(), 'p1')
    await desk.agreed(noticed({ guards: [], site: 'other.example' }), 'p2')
    const { exceptions } = await repository.watch.rules()
    expect(exceptions).toMatchObject([{ guard: 'payee-changed', site: 'news.example', payTo: terms.payTo, most: 50_000n }])
    expect((await desk.view())?.entries.map(({ outcome }) => outcome)).toEqual(['paid', 'fine'])
  })

  it('is frozen after three denials, and freed by the payment that proved who is there', async () => {
    for (const outcome of ['declined', 'denied', 'declined'] as const) {
      expect(await desk.isFrozen()).toBe(false)
      now += 1_000
      await desk.decided(noticed(), outcome)
    }
    expect([await desk.isFrozen(), (await desk.view())?.frozen]).toEqual([true, true])
    now += 365 * 24 * 3_600_000
    expect(await desk.isFrozen()).toBe(true)
    await desk.agreed(noticed({ guards: [], reasons: [] }), 'p1')
    expect(await desk.isFrozen()).toBe(false)
  })

  it('knows what is less watchful, and lets nobody set what could only hurt', async () => {
    expect(await Promise.all([desk.loosens('burst', 'ask'), desk.loosens('burst', 'notice'), desk.loosens('burst', 'off'), desk.loosens('above-usual', 'ask')])).toEqual([false, true, true, false])
    expect(await desk.set('burst', 'off')).toBe(true)
    expect(await desk.loosens('burst', 'notice')).toBe(false)
    expect(await desk.set('payee-similar', 'off')).toBe(false)
    expect(await desk.set('blocked', 'notice')).toBe(false)
    const guards = (await desk.view())?.guards ?? []
    expect(guards.find(({ guard }) => guard === 'burst')?.level).toBe('off')
    expect(guards.map(({ guard }) => guard)).not.toContain('payee-similar')
  })

  it('blocks the site of a payment once, and opens it again by name', async () => {
    const reserved = await repository.reserve({ id: 'p1', terms, resourceTag: 'wren', balance: 1_000_000n, at: start })
    expect(reserved.ok).toBe(true)
    for (const payment of ['p1', 'p1', 'nobody']) await desk.block(payment)
    expect(await desk.blocked()).toEqual([{ site: 'news.example', at: start }])
    expect(await desk.set('blocked-here', 'notice')).toBe(false)
    expect(await desk.unblock('news.example')).toEqual([])
  })

  it('tells it in the log alone where the reader wants that', async () => {
    quiet = ['fell']
    for (const total of [5_000_000n, 4_000_000n]) await desk.sawBalance(asset, total, String)
    expect(shown).not.toHaveBeenCalled()
    expect((await desk.view())?.entries).toMatchObject([{ outcome: 'fell' }])
  })

  it('tells of money that is missing, outside every page, once', async () => {
    const show = (atomic: bigint) => `$${String(Number(atomic) / 1e6)}`
    for (const total of [5_000_000n, 4_000_000n, 4_000_000n]) await desk.sawBalance(asset, total, show)
    expect(shown).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^fell:/), expect.objectContaining({ title: 'Money is missing' }))
    expect((await desk.view())?.entries).toMatchObject([{ site: '', outcome: 'fell', amount: { atomic: '1000000' } }])
  })

  it('does and tells nothing while the wallet is locked', async () => {
    isOpen = false
    await desk.decided(noticed(), 'declined')
    await desk.sawBalance(asset, 1n, String)
    expect([await desk.view(), await desk.isFrozen(), await desk.set('burst', 'ask'), await desk.report('p', true)]).toEqual([null, false, false, false])
    isOpen = true
    expect((await desk.view())?.entries).toEqual([])
  })
})
