import { describe, expect, it } from 'vitest'
import { delivered, refunded, sent, settled, signed, terms } from '../core/purchase/machine.fixtures'
import type { PurchaseTerms } from '../core/purchase/purchase'
import { defaultLimits } from '../core/spending/limits'
import { newDatabase } from './database.fixtures'
import type { PurchaseRepository } from './purchases'
import { begun, books, lived, reservation, sealer, some } from './purchases.fixtures'
import { recountRefunds } from './recount-refunds'

describe('a transfer that came back', () => {
  const paid = [signed, sent, settled, delivered]
  /** Another purchase that is paid, of the same price to the same payee. */
  async function bought(repository: PurchaseRepository, what: string, change: Partial<PurchaseTerms> = {}): Promise<string> {
    const { id } = await begun(repository, { ...some(what), terms: { ...terms, ...change } })
    await lived(repository, id, ...paid.map((event) => (event.type === 'signed' ? { ...event, authorization: { ...event.authorization, ...change } } : event)))
    return id
  }

  it('counts for one purchase only, also when many ask at the same moment', async () => {
    const repository = books()
    const ids = [await bought(repository, 'one'), await bought(repository, 'two'), await bought(repository, 'three')]
    const results = await Promise.all([...ids, ...ids].map((id) => repository.append(id, refunded)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const refunds = await Promise.all(ids.map(async (id) => (await repository.get(id))?.refunds.length))
    expect(refunds.sort()).toEqual([0, 0, 1])
  })

  it('on one network is not the one of the same place on another', async () => {
    const repository = books()
    const [here, there] = [await bought(repository, 'here'), await bought(repository, 'there', { network: 'eip155:8453' })]
    expect([await repository.append(here, refunded), await repository.append(there, refunded)]).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('is counted by nobody where writing failed', async () => {
    const db = newDatabase()
    const repository = books(db)
    const [one, other] = [await bought(repository, 'one'), await bought(repository, 'two')]
    await db.journal.add({ purchaseId: one, seq: 6, body: new Uint8Array() })
    await expect(repository.append(one, refunded)).rejects.toThrow()
    expect(await repository.append(other, refunded)).toMatchObject({ ok: true })
  })

  it('raises no limit and gives nothing back of one: what was spent stays spent', async () => {
    const db = newDatabase()
    const repository = books(db)
    await repository.spending.limits.change(() => ({ ...defaultLimits, day: terms.amount * 2n }))
    const ids = [await bought(repository, 'one'), await bought(repository, 'two')]
    const before = await repository.overview(terms, '2025-10-09')
    for (const [at, id] of ids.entries()) await lived(repository, id, { ...refunded, refund: { ...refunded.refund, logIndex: at, amount: terms.amount * 9n } })
    expect(await repository.overview(terms, '2025-10-09')).toEqual(before)
    expect(await repository.reserve(reservation(some('three')))).toMatchObject({ ok: false, error: { code: 'over-limit' } })
    await repository.spending.rebuild()
    expect(await repository.overview(terms, '2025-10-09')).toEqual(before)
    expect(await repository.reserve(reservation(some('three')))).toMatchObject({ ok: false, error: { code: 'over-limit' } })
  })

  it('counts once where two wallets had counted it for two purchases: for the one that was begun first', async () => {
    const db = newDatabase()
    const repository = books(db)
    const [first, second] = [await bought(repository, 'one'), await bought(repository, 'two')]
    await lived(repository, first, refunded)
    await db.refunds.clear()
    await lived(repository, second, refunded, { ...refunded, refund: { ...refunded.refund, logIndex: 1 } })
    await db.transaction('rw', db.tables, async () => recountRefunds(db, sealer))
    expect((await repository.get(first))?.refunds).toHaveLength(1)
    const kept = await repository.get(second)
    expect(kept?.refunds).toMatchObject([{ logIndex: 1 }])
    expect(await repository.rebuild(second)).toEqual({ ok: true, value: kept })
    expect(await db.refunds.count()).toBe(2)
    expect(await repository.append(second, refunded)).toEqual({ ok: false, error: 'counted' })
  })
})
