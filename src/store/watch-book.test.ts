import { describe, expect, it } from 'vitest'
import { sent, settled, signed, start, terms } from '../core/purchase/machine.fixtures'
import type { Purchase, PurchaseTerms } from '../core/purchase/purchase'
import { noRules } from '../core/risk/judgement'
import { shippedParameters } from '../core/policy/parameters'
import { defaultLimits, type LimitName } from '../core/spending/limits'
import { encodeJson } from './codec'
import { newDatabase, newSealer } from './database.fixtures'
import { purchaseRepository, type PurchaseRepository } from './purchases'
import { maxEntries, maxExceptions } from './watch-codec'

const cents = (count: number) => BigInt(count) * 10_000n
const asset = { network: terms.network, asset: terms.asset, payer: terms.payer }
const sealer = newSealer()

let count = 0
async function bought(repository: PurchaseRepository, change: Partial<PurchaseTerms> = {}): Promise<Purchase> {
  const id = `p${String((count += 1))}`
  const own = { ...terms, day: '2026-11-26', ...change }
  const reserved = await repository.reserve({ id, terms: own, resourceTag: id, balance: 10n ** 12n, at: start + count })
  if (!reserved.ok) throw new Error('it begins')
  const authorization = { ...signed.authorization, value: own.amount, to: own.payTo, from: own.payer }
  for (const event of [{ ...signed, authorization }, sent, { ...settled, at: settled.at + count }]) expect((await repository.append(id, event)).ok).toBe(true)
  return reserved.value
}

async function open() {
  const db = newDatabase()
  const repository = purchaseRepository(db, sealer)
  const high = Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, 10n ** 11n])) as Record<LimitName, bigint>
  await repository.spending.limits.change(() => high)
  return { db, repository }
}

const elsewhere = 'https://other.example/article'

describe('what the watch keeps', () => {
  it('tells of every payment, and is the same when it is made again from the purchases', async () => {
    const { db, repository } = await open()
    for (const page of [terms.page, terms.page, elsewhere, terms.page]) await bought(repository, { page })
    const { wallet } = await repository.watched(asset)
    expect(wallet).toMatchObject({ count: 4, known: ['news.example'], accounts: [{ payTo: terms.payTo, sites: ['news.example', 'other.example'] }] })
    expect(wallet.recent.map(({ site, isNew }) => [site, isNew])).toEqual([['news.example', true], ['news.example', false], ['other.example', true], ['news.example', false]])
    await db.values.delete('watch')
    expect((await repository.watched(asset)).wallet).toEqual(wallet)
  })

  it('counts what was begun as begun, and as paid only what the chain has shown', async () => {
    const { repository } = await open()
    await repository.reserve({ id: 'x', terms: { ...terms, day: '2026-11-26' }, resourceTag: 'x', balance: cents(100), at: start })
    expect((await repository.watched(asset)).wallet).toMatchObject({ count: 0, amounts: [], accounts: [], recent: [{ amount: terms.amount }] })
  })

  it('leaves out what was called a fraud, until that is taken back', async () => {
    const { repository } = await open()
    const [honest, fraud] = [await bought(repository), await bought(repository, { page: elsewhere, amount: cents(90) })]
    const before = (await repository.watched(asset)).wallet
    await repository.report(fraud, start + 10)
    const { wallet, rules } = await repository.watched(asset)
    expect(wallet).toMatchObject({ count: 1, amounts: [honest.terms.amount], accounts: [{ sites: ['news.example'] }] })
    expect(rules.reported).toEqual([{ purchase: fraud.id, site: 'other.example', payTo: terms.payTo, at: start + 10 }])
    await repository.unreport(fraud.id)
    expect(await repository.watched(asset)).toEqual({ wallet: before, rules: noRules, by: shippedParameters, model: null })
  })

  it('tells of money that is gone without a payment, once, and of none that payments took', async () => {
    const { repository } = await open()
    const paid = terms.amount
    expect(await repository.sawBalance(asset, cents(500), start)).toBe(0n)
    await bought(repository)
    expect(await repository.sawBalance(asset, cents(500) - paid, start)).toBe(0n)
    const reported = await bought(repository)
    await repository.report(reported, start)
    expect(await repository.sawBalance(asset, cents(500) - 2n * paid, start)).toBe(0n)
    // Held back, and taken before anybody knows that it is.
    await repository.reserve({ id: 'x', terms: { ...terms, day: '2026-11-26' }, resourceTag: 'x', balance: cents(100), at: start })
    expect(await repository.sawBalance(asset, cents(500) - 3n * paid, start)).toBe(0n)
    expect(await repository.sawBalance(asset, cents(500) - 3n * paid - cents(7) - paid, start)).toBe(cents(7))
    expect(await repository.sawBalance(asset, cents(500) - 3n * paid - cents(7) - paid, start)).toBe(0n)
  })

  it('tells of each purse by itself, and what one pays is not missed in another', async () => {
    const { repository } = await open()
    const other = { ...asset, payer: `0x${'44'.repeat(20)}` as const }
    for (const holding of [asset, other]) expect(await repository.sawBalance(holding, cents(500), start)).toBe(0n)
    await bought(repository, { payer: other.payer })
    expect(await repository.sawBalance(asset, cents(500), start)).toBe(0n)
    expect(await repository.sawBalance(other, cents(500) - terms.amount, start)).toBe(0n)
    expect(await repository.sawBalance(asset, cents(500) - terms.amount, start)).toBe(terms.amount)
    await repository.reserve({ id: 'x', terms: { ...terms, day: '2026-11-26', payer: other.payer }, resourceTag: 'x', balance: cents(100), at: start })
    expect(await repository.sawBalance(asset, cents(400), start)).toBe(cents(100) - terms.amount)
    expect(await repository.sawBalance(other, cents(500) - 2n * terms.amount, start)).toBe(0n)
  })

  it('knows without asking what a purse holds: what was seen, less what was paid since', async () => {
    const { repository } = await open()
    expect(await repository.lastSeen(asset)).toBeNull()
    await repository.sawBalance(asset, cents(500), start)
    await bought(repository)
    await repository.reserve({ id: 'x', terms: { ...terms, day: '2026-11-26' }, resourceTag: 'x', balance: cents(100), at: start })
    expect(await repository.lastSeen(asset)).toEqual({ total: cents(500) - terms.amount, reserved: terms.amount, at: start })
    expect(await repository.lastSeen({ ...asset, payer: `0x${'44'.repeat(20)}` })).toBeNull()
  })

  it('from before there were several purses is that of the one there was, and nothing is missed in between', async () => {
    const { db, repository } = await open()
    await bought(repository)
    const { wallet } = await repository.watched(asset)
    const old = (id: string, value: unknown) => db.values.put({ id, body: sealer.seal('values', id, encodeJson(value)) })
    await old('watch', { records: [{ network: asset.network, asset: asset.asset, wallet }] })
    await old('watch-balance', { balances: [{ network: asset.network, asset: asset.asset, sure: cents(500), total: cents(500), spent: terms.amount }] })
    await bought(repository)
    expect(await repository.sawBalance(asset, cents(500) - terms.amount - cents(3), start)).toBe(cents(3))
    expect(await repository.outlay(asset)).toEqual({ payer: asset.payer, spent: 2n * terms.amount, tipped: [] })
  })

  it('remembers where each purse has tipped, the latest first', async () => {
    const { db, repository } = await open()
    for (const page of [elsewhere, terms.page, elsewhere]) await bought(repository, { kind: 'tip', page })
    const told = await repository.outlay(asset)
    expect(told.tipped).toEqual(['other.example', 'news.example'])
    await db.values.delete('watch')
    expect(await repository.outlay(asset)).toEqual(told)
  })

  it('of one asset says nothing of another', async () => {
    const { repository } = await open()
    await bought(repository)
    expect((await repository.watched({ ...asset, network: 'eip155:8453' })).wallet.count).toBe(0)
  })

  it('of exceptions and of the log is bounded: the oldest go first', async () => {
    const { repository } = await open()
    const exception = (most: number) => ({ guard: 'burst' as const, site: 'news.example', payTo: terms.payTo, most: BigInt(most), until: start })
    await repository.watch.changeRules((rules) => ({ ...rules, exceptions: Array.from({ length: maxExceptions + 5 }, (_, at) => exception(at)) }))
    const { exceptions } = await repository.watch.rules()
    expect([exceptions.length, exceptions[0]?.most]).toEqual([maxExceptions, 5n])
    for (let at = 0; at < maxEntries + 2; at += 1) await repository.watch.write({ at, site: 'news.example', amount: 1n, purchase: null, outcome: 'declined', reasons: ['It is unusual.'] })
    const log = await repository.watch.log()
    expect([log.length, log[0]?.at, log.at(-1)?.at]).toEqual([maxEntries, maxEntries + 1, 2])
  })

  it('that is damaged is made again, or begins anew, and stands in no payment’s way', async () => {
    const { db, repository } = await open()
    await bought(repository)
    const { wallet } = await repository.watched(asset)
    for (const id of ['watch', 'watch-rules', 'watch-log']) await db.values.put({ id, body: new Uint8Array(64) })
    expect(await repository.watched(asset)).toEqual({ wallet, rules: noRules, by: shippedParameters, model: null })
    expect(await repository.watch.log()).toEqual([])
    await bought(repository)
    expect((await repository.watched(asset)).wallet.count).toBe(2)
  })
})
