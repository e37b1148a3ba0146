import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { answered, delivered, expired, facts, interrupted, refunded, sent, settled, signed, start, terms } from '../core/purchase/machine.fixtures'
import type { PurchaseTerms } from '../core/purchase/purchase'
import { reservedTotal } from '../core/spending/reserved'
import { newDatabase } from './database.fixtures'
import type { PurchaseRepository } from './purchases'
import { begun, books, lived, reservation, sealer, some } from './purchases.fixtures'

describe('a network that is withdrawn', () => {
  const withdraw = (repository: PurchaseRepository) => repository.policy.change((state) => ({ state: { ...state, inForce: { ...state.inForce, withdrawn: [terms.network] } } }))

  it('has nothing begun on it, whatever was shown before', async () => {
    const repository = books()
    await withdraw(repository)
    expect(await repository.reserve(reservation())).toEqual({ ok: false, error: { code: 'withdrawn' } })
    expect(await repository.live()).toEqual([])
  })

  it('has nothing signed on it that was begun, while what was signed goes on to its end', async () => {
    const repository = books()
    const [early, late] = [await begun(repository), await begun(repository, { ...some('another'), terms: { ...terms, resource: 'https://news.example/another' } })]
    await lived(repository, early.id, signed)
    await withdraw(repository)
    expect(await repository.append(late.id, signed)).toEqual({ ok: false, error: 'withdrawn' })
    expect((await repository.get(late.id))?.state).toBe('reserved')
    expect((await lived(repository, early.id, sent, settled)).state).toBe('settled')
  })
})

describe('what is written at once', () => {
  it('is begun, signed and sent as if one had come after the other', async () => {
    const repository = books()
    const sentAtOnce = await repository.reserve(reservation(), () => [signed, sent])
    const { id } = await begun(repository, some('other'))
    const sentLater = await lived(repository, id, signed, sent)
    expect(sentAtOnce).toMatchObject({ ok: true, value: { state: 'sent', version: 4, signed: sentLater.signed, sentAt: sentLater.sentAt } })
    const purchase = sentAtOnce.ok ? sentAtOnce.value : sentLater
    expect((await repository.journal(purchase.id)).map(({ type }) => type)).toEqual(['quoted', 'reserved', 'signed', 'sent'])
    expect(await repository.rebuild(purchase.id)).toEqual({ ok: true, value: purchase })
    expect(await repository.rebuild(id)).toEqual({ ok: true, value: sentLater })
  })

  it('holds back nothing where it cannot be signed', async () => {
    const repository = books()
    expect(await repository.reserve(reservation(), () => null)).toEqual({ ok: false, error: { code: 'unsigned' } })
    await expect(repository.reserve(reservation(), () => [sent])).rejects.toThrow()
    expect(await repository.live()).toEqual([])
    expect(await repository.count()).toBe(0)
    expect((await begun(repository, { balance: terms.amount })).state).toBe('reserved')
  })

  it('signs nothing that may not be begun', async () => {
    const repository = books()
    const next = vi.fn(() => [signed, sent])
    await begun(repository)
    expect((await repository.reserve(reservation(), next)).ok).toBe(false)
    expect((await repository.reserve(reservation({ ...some('dear'), balance: 0n }), next)).ok).toBe(false)
    expect(next).not.toHaveBeenCalled()
  })

  it('is written whole or not at all', async () => {
    const repository = books()
    const { id } = await begun(repository)
    const before = await repository.get(id)
    expect(await repository.append(id, signed, settled, settled)).toEqual({ ok: false, error: 'illegal-transition' })
    expect(await repository.append(id, sent, signed)).toEqual({ ok: false, error: 'illegal-transition' })
    expect(await repository.get(id)).toEqual(before)
    expect((await repository.journal(id)).map(({ type }) => type)).toEqual(['quoted', 'reserved'])
    expect((await repository.append(id, signed, sent)).ok).toBe(true)
  })
})

describe('reserving', () => {
  it('begins a purchase that holds its price back', async () => {
    const repository = books()
    const purchase = await begun(repository)
    expect(purchase).toMatchObject({ state: 'reserved', version: 2, terms })
    expect(await repository.get(purchase.id)).toEqual(purchase)
    expect(await repository.journal(purchase.id)).toEqual([{ type: 'quoted', at: start, terms }, { type: 'reserved', at: start }])
  })

  it('lets one of twenty at once begin for one resource, and names it to the others', async () => {
    const repository = books()
    const results = await Promise.all(Array.from({ length: 20 }, () => repository.reserve(reservation())))
    const won = results.filter((result) => result.ok)
    expect(won).toHaveLength(1)
    const id = won[0]?.ok === true ? won[0].value.id : ''
    for (const result of results) if (!result.ok) expect(result.error).toEqual({ code: 'already-live', id })
    expect(await repository.live()).toHaveLength(1)
    expect((await repository.list({ before: null, limit: 50 })).purchases).toHaveLength(1)
  })

  it('never holds back more than the balance, whoever asks at once', async () => {
    const repository = books()
    const balance = 320_001n
    const asked = Array.from({ length: 20 }, (_, n) => repository.reserve(reservation({ ...some(String(n)), balance })))
    const results = await Promise.all(asked)
    expect(results.filter((result) => result.ok)).toHaveLength(6)
    expect(results.filter((result) => !result.ok && result.error.code === 'not-enough')).toHaveLength(14)
    expect(reservedTotal(terms, await repository.live())).toBe(300_000n)
  })

  it('never holds back more than the balance for any prices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.bigInt({ min: 1n, max: 100n }), { maxLength: 12 }), fc.bigInt({ min: 0n, max: 300n }), async (prices, balance) => {
        const db = newDatabase()
        const repository = books(db)
        await Promise.all(prices.map((amount, n) => repository.reserve(reservation({ ...some(String(n)), terms: { ...terms, amount }, balance }))))
        expect(reservedTotal(terms, await repository.live()) <= balance).toBe(true)
        db.close()
      }),
      { numRuns: 25 },
    )
  })

  it('holds nothing back from one purse for another', async () => {
    const repository = books()
    const other = { ...terms, payer: `0x${'44'.repeat(20)}` as const }
    await begun(repository, { balance: 50_000n })
    expect(await repository.reserve(reservation({ ...some('b'), balance: 50_000n }))).toEqual({ ok: false, error: { code: 'not-enough' } })
    expect((await repository.reserve(reservation({ ...some('b'), terms: other, balance: 50_000n }))).ok).toBe(true)
    expect(await repository.reserve(reservation({ ...some('c'), terms: other, balance: 99_999n }))).toEqual({ ok: false, error: { code: 'not-enough' } })
  })

  it('leaves a purchase with the purse that signed for it first, also once that has run out, until it is paid', async () => {
    const repository = books()
    const other = { ...terms, payer: `0x${'44'.repeat(20)}` as const, nonce: `0x${'55'.repeat(32)}` as const }
    const first = await begun(repository)
    expect(await repository.reserve(reservation({ terms: other }))).toEqual({ ok: false, error: { code: 'already-live', id: first.id } })
    await lived(repository, first.id, signed, expired)
    expect(await repository.reserve(reservation({ terms: other }))).toEqual({ ok: false, error: { code: 'other-purse' } })
    const again = await begun(repository)
    await lived(repository, again.id, signed, sent, settled, answered(facts(200, { contentArrived: true })))
    expect(await repository.reserve(reservation({ terms: other }))).toEqual({ ok: false, error: { code: 'already-paid', id: again.id } })
    expect((await repository.reserve(reservation({ terms: { ...other, counter: 1 } }))).ok).toBe(true)
  })

  it('lets any purse pay for what was begun and never signed', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, expired)
    expect((await repository.reserve(reservation({ terms: { ...terms, payer: `0x${'44'.repeat(20)}` } }))).ok).toBe(true)
  })

  it('spends the last unit, and not one more', async () => {
    expect((await books().reserve(reservation({ balance: 50_000n }))).ok).toBe(true)
    expect(await books().reserve(reservation({ balance: 49_999n }))).toEqual({ ok: false, error: { code: 'not-enough' } })
  })

  it('does not count what is held back of another asset', async () => {
    const repository = books()
    await begun(repository, { ...some('a'), balance: 50_000n })
    const elsewhere: PurchaseTerms = { ...terms, network: 'eip155:8453' }
    expect((await repository.reserve(reservation({ ...some('b'), terms: elsewhere, balance: 50_000n }))).ok).toBe(true)
  })

  it('begins again once the earlier purchase is over, and refuses while its content is due', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, answered(facts(200)), settled)
    expect(await repository.reserve(reservation())).toEqual({ ok: false, error: { code: 'already-live', id: first.id } })
    await lived(repository, first.id, delivered)
    const second = await begun(repository, { terms: { ...terms, counter: 1, nonce: `0x${'01'.repeat(32)}` } })
    expect((await repository.findByResource(reservation().resourceTag)).map(({ id }) => id)).toEqual([second.id, first.id])
    expect((await repository.live()).map(({ id }) => id)).toEqual([second.id])
  })

  it('begins nothing with a nonce that was paid with, and names what was paid: a yes may be older than that', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, answered(facts(200)), settled, delivered)
    expect(await repository.reserve(reservation())).toEqual({ ok: false, error: { code: 'already-paid', id: first.id } })
    expect((await repository.list({ before: null, limit: 50 })).purchases).toHaveLength(1)
  })

  it('begins nothing on terms from before a payment, whatever their nonce: sellers may dictate another with every quote', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, answered(facts(200)), settled, delivered)
    const dictated = { terms: { ...terms, nonce: `0x${'d1'.repeat(32)}` } as const }
    expect(await repository.reserve(reservation(dictated))).toEqual({ ok: false, error: { code: 'already-paid', id: first.id } })
  })

  it('begins again with the nonce of an attempt that was never paid', async () => {
    const repository = books()
    const first = await begun(repository)
    await lived(repository, first.id, signed, sent, interrupted, expired)
    expect((await begun(repository)).terms.nonce).toBe(first.terms.nonce)
  })

  it('never takes an id twice, and then writes nothing', async () => {
    const repository = books()
    const { id } = await begun(repository)
    await lived(repository, id, { ...expired, at: start + 2 })
    const before = await repository.journal(id)
    await expect(repository.reserve(reservation({ id }))).rejects.toThrow()
    expect(await repository.journal(id)).toEqual(before)
  })
})

describe('recognising what the chain tells of', () => {
  const recognition = (change: object = {}) => ({
    id: crypto.randomUUID(),
    terms,
    resourceTag: sealer.tag('resource', terms.resource),
    transaction: `0x${'ef'.repeat(32)}` as const,
    at: start,
    ...change,
  })

  it('writes it down as owned, with a journal it can be rebuilt from, and holds nothing back', async () => {
    const repository = books()
    const known = await repository.recognise(recognition())
    expect(known).toMatchObject({ state: 'delivered', settlement: { at: start } })
    expect(await repository.rebuild(known?.id ?? '')).toEqual({ ok: true, value: known })
    expect(await repository.live()).toEqual([])
    expect(await repository.findByResource(sealer.tag('resource', terms.resource))).toEqual([known])
  })

  it('once, also when twenty windows find it at the same moment', async () => {
    const repository = books()
    const found = await Promise.all(Array.from({ length: 20 }, () => repository.recognise(recognition())))
    expect(found.filter((one) => one !== null)).toHaveLength(1)
    expect((await repository.list({ before: null, limit: 50 })).purchases).toHaveLength(1)
  })

  it('also where an attempt of ours came to nothing: it was another device that paid', async () => {
    const repository = books()
    const { id } = await begun(repository)
    await lived(repository, id, signed, sent, interrupted, expired)
    expect((await repository.recognise(recognition()))?.state).toBe('delivered')
    expect((await repository.get(id))?.state).toBe('void')
  })

  it('never beside a purchase of the same nonce that is known already', async () => {
    const repository = books()
    await begun(repository)
    expect(await repository.recognise(recognition())).toBeNull()
  })
})

describe('the history', () => {
  it('comes newest first, page by page, each purchase once', async () => {
    const repository = books()
    const begunIds: string[] = []
    for (let n = 0; n < 7; n += 1) begunIds.push((await begun(repository, some(String(n)))).id)
    for (const limit of [1, 2, 3, 7, 10]) {
      const seen: string[] = []
      let before: number | null = null
      do {
        const page = await repository.list({ before, limit })
        expect(page.purchases.length).toBeLessThanOrEqual(limit)
        seen.push(...page.purchases.map(({ id }) => id))
        before = page.next
      } while (before !== null)
      expect(seen).toEqual(begunIds.toReversed())
    }
  })

  it('is empty at first', async () => {
    expect(await books().list({ before: null, limit: 10 })).toEqual({ purchases: [], next: null })
    expect(await books().get('none')).toBeNull()
    expect(await books().findByResource('none')).toEqual([])
    expect(await books().rebuild('none')).toEqual({ ok: false, error: 'damaged' })
  })
})

it('leaves nothing on the disk that tells what was bought, where, from whom or when', async () => {
  const db = newDatabase()
  const { id } = await begun(books(db))
  await lived(books(db), id, signed, sent, interrupted, settled, delivered, refunded)
  const rows = [await db.refunds.toArray(), await db.purchases.toArray(), await db.journal.toArray(), await db.values.toArray(), await db.sites.toArray()].flat()
  const plain = JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
  const secrets = [terms.title, terms.resource, 'news.example', terms.payTo, terms.payer, terms.nonce, signed.signature, settled.transaction, refunded.refund.transaction, '50000', String(start), 'delivered', '2025-10-09']
  for (const secret of secrets) expect(plain).not.toContain(secret.replace(/^0x/, ''))
  expect(await db.purchases.toArray()).toEqual([{ id, order: 1, live: 0, resourceTag: reservation().resourceTag, body: expect.any(Uint8Array) as unknown }])
})
