import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }))

import { sent, settled, signed, start, terms } from '../../core/purchase/machine.fixtures'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { networks } from '../../core/networks/networks'
import type { Settings } from '../../messaging/views'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { purchaseRepository, type PurchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { allowanceFor, AllowancesDesk } from './allowances-desk'

const cents = (count: number): bigint => BigInt(count) * 10_000n
const day = 24 * 60 * 60_000
const wish = { perPayment: cents(10).toString(), perDay: cents(50).toString(), days: 30 } as const
const payTo = terms.payTo

const network = networks.find(({ id }) => id === 'eip155:31337')
if (network === undefined) throw new Error('the local network is known')
const usdc = network.token.address

const settings = () => ({ network: 'eip155:31337', askAbove }) as unknown as Settings

let now: number
let repository: PurchaseRepository
let isOpen: boolean
let askAbove: string | null
let desk: AllowancesDesk

beforeEach(() => {
  now = start
  isOpen = true
  askAbove = '2000000'
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  repository = purchaseRepository(newDatabase(), newSealer())
  const books = { purchases: repository } as unknown as Books
  desk = new AllowancesDesk(async () => (isOpen ? books : null), async () => settings())
})

const heldFor = (page: string, item: Parameters<typeof allowanceFor>[3]) => allowanceFor({ purchases: repository }, settings(), page, item)

let count = 0
async function bought(change: Partial<PurchaseTerms> = {}, last = settled): Promise<Purchase> {
  count += 1
  const id = `p${String(count)}`
  const own = { ...terms, asset: usdc, ...change, nonce: `0x${String(count).padStart(64, '0')}` as const }
  const reserved = await repository.reserve({ id, terms: own, resourceTag: id, balance: 10n ** 12n, at: start })
  if (!reserved.ok) throw new Error(JSON.stringify(reserved.error))
  const { network: on, asset, payTo: to, amount: value, nonce } = own
  for (const event of [{ ...signed, authorization: { ...signed.authorization, network: on, asset, to, value, nonce } }, sent, last]) {
    const appended = await repository.append(id, event)
    if (!appended.ok) throw new Error(appended.error)
  }
  const purchase = await repository.get(id)
  if (purchase === null) throw new Error('it was written')
  return purchase
}

async function boughtTwice(change: Partial<PurchaseTerms> = {}): Promise<Purchase> {
  await bought(change)
  return bought(change)
}

const offerOf = (amount: bigint, to = payTo) => ({ look: { state: 'offer', amount: amount.toString(), payTo: to } }) as Parameters<typeof allowanceFor>[3]

describe('nothing is allowed', () => {
  it('from the start, after an update, or where what was stored cannot be read', async () => {
    expect(await desk.view()).toEqual([])
    expect(await heldFor(terms.page, offerOf(1n))).toBeNull()
    // An earlier wallet wrote none; what is damaged reads as none.
    await boughtTwice()
    expect(await desk.view()).toEqual([])
  })

  it('by being asked', async () => {
    expect(await desk.offerAfter(await boughtTwice())).toEqual({ perPayment: cents(5), perDay: cents(25), days: 30 })
    expect(await desk.view()).toEqual([])
    expect(await heldFor(terms.page, offerOf(cents(5)))).toBeNull()
  })

  it('while the wallet is locked', async () => {
    const { id } = await boughtTwice()
    await desk.add({ purchase: id, ...wish })
    isOpen = false
    expect([await desk.view(), await desk.declined(), await desk.offerAgain()]).toEqual([null, null, false])
    expect(await desk.add({ purchase: id, ...wish })).toEqual({ ok: false, error: 'locked' })
    expect(await desk.end('x')).toBe(false)
  })
})

describe('a reader is asked', () => {
  it('not after the first purchase, nor after one of something a page loads, nor over a connection that others can change', async () => {
    expect(await desk.offerAfter(await bought())).toBeNull()
    expect(await desk.offerAfter(await boughtTwice({ kind: 'subresource' }))).toBeNull()
    expect(await desk.offerAfter(await boughtTwice({ page: 'http://plain.example/a', resource: 'http://plain.example/a' }))).toBeNull()
  })

  it('not again after a no, a yes, or an end', async () => {
    const declined = await boughtTwice({ page: 'https://one.example/' })
    await desk.decline(declined.id)
    expect(await desk.offerAfter(declined)).toBeNull()

    const accepted = await boughtTwice({ page: 'https://two.example/' })
    await desk.add({ purchase: accepted.id, ...wish })
    expect(await desk.offerAfter(accepted)).toBeNull()
    const [held] = (await desk.view()) ?? []
    await desk.end(held?.id ?? '')
    expect(await desk.offerAfter(accepted)).toBeNull()

    expect(await desk.declined()).toEqual(['one.example', 'two.example'])
    expect(await desk.offerAgain()).toBe(true)
    expect(await desk.declined()).toEqual([])
    expect(await Promise.all([declined, accepted].map((purchase) => desk.offerAfter(purchase)))).not.toContain(null)
    expect(await desk.view()).toEqual([])
  })

  it('once more when it has run out', async () => {
    const purchase = await boughtTwice()
    await desk.add({ purchase: purchase.id, ...wish })
    now += 30 * day
    expect(await desk.offerAfter(purchase)).not.toBeNull()
  })
})

describe('what is allowed', () => {
  it('holds for its site, its account and its price, until its last millisecond', async () => {
    const { id } = await boughtTwice()
    expect(await desk.add({ purchase: id, ...wish })).toEqual({ ok: true, value: null })
    expect(await desk.view()).toMatchObject([{ site: 'news.example', perPayment: { atomic: '100000' }, perDay: { atomic: '500000' }, used: { atomic: '0' }, until: start + 30 * day }])
    expect(await heldFor('https://sub.news.example/other', offerOf(cents(10)))).not.toBeNull()
    expect(await heldFor(terms.page, offerOf(cents(10) + 1n))).toBeNull()
    expect(await heldFor('https://other.example/', offerOf(cents(5)))).toBeNull()
    expect(await heldFor(terms.page, offerOf(cents(5), terms.payer))).toBeNull()
    now = start + 30 * day - 1
    expect(await heldFor(terms.page, offerOf(cents(5)))).not.toBeNull()
    now += 1
    expect(await heldFor(terms.page, offerOf(cents(5)))).toBeNull()
    expect(await desk.view()).toEqual([])
    now = start - 1
    expect(await heldFor(terms.page, offerOf(cents(5)))).toBeNull()
  })

  it('is refused for a purchase that was not paid, or is not there, and for amounts that are not offered', async () => {
    const { id } = await boughtTwice()
    expect(await desk.add({ purchase: 'nothing', ...wish })).toEqual({ ok: false, error: 'gone' })
    expect(await desk.add({ purchase: id, ...wish, perPayment: cents(200).toString() })).toEqual({ ok: false, error: 'gone' })
    expect(await desk.add({ purchase: id, ...wish, perDay: cents(5).toString() })).toEqual({ ok: false, error: 'gone' })
  })

  it('given anew keeps what was spent today: it is no way to spend a day twice', async () => {
    const { id } = await boughtTwice()
    await desk.add({ purchase: id, ...wish })
    const [first] = (await desk.view()) ?? []
    await bought({ allowance: first?.id ?? null, amount: cents(10), day: '2025-10-09' })
    expect(await desk.view()).toMatchObject([{ used: { atomic: cents(10).toString() } }])
    await desk.add({ purchase: id, ...wish })
    const again = (await desk.view()) ?? []
    expect(again).toMatchObject([{ used: { atomic: cents(10).toString() } }])
    expect(again[0]?.id).not.toBe(first?.id)
  })

  it('is not suggested above what is confirmed each time', async () => {
    askAbove = '40000'
    expect(await desk.offerAfter(await boughtTwice())).toBeNull()
  })

  it('finds no room after a hundred sites', async () => {
    const { id } = await boughtTwice()
    const other = { network: terms.network, asset: usdc, payTo, perPayment: 1n, perDay: 1n, since: start, until: start + 1, days: [] }
    const allowances = Array.from({ length: 100 }, (_, n) => ({ ...other, id: String(n), site: `s${String(n)}.example` }))
    await repository.spending.allowances.change(() => ({ allowances, declined: [] }))
    expect(await desk.add({ purchase: id, ...wish })).toEqual({ ok: false, error: 'full' })
    expect(await desk.view()).toHaveLength(100)
    now = start + 1
    expect(await desk.add({ purchase: id, ...wish }), 'what has run out takes no room').toEqual({ ok: true, value: null })
  })
})
