import { describe, expect, it } from 'vitest'
import { asked, filing, saleTerms } from '../core/dispute/dispute.fixtures'
import { delivered, sent, settled, signed, start, terms } from '../core/purchase/machine.fixtures'
import { newDatabase, newSealer, reopen } from './database.fixtures'
import { DisputeRepository } from './disputes'
import { purchaseRepository } from './purchases'
import type { FarthingDatabase } from './schema'

const sealer = newSealer()
const filed = { type: 'filed', filing } as const
const id = (place: number): string => `5e3aaea0-0000-4000-8000-00000000000${place}`

async function paid(db: FarthingDatabase, resource = terms.resource): Promise<string> {
  const purchases = purchaseRepository(db, sealer)
  const reserved = await purchases.reserve({ id: crypto.randomUUID(), terms: { ...terms, resource, page: resource }, resourceTag: sealer.tag('resource', resource), balance: 1_000_000n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  for (const event of [signed, sent, settled, delivered]) await purchases.append(reserved.value.id, event)
  return reserved.value.id
}

describe('a dispute', () => {
  it('is what its log tells, across a restart', async () => {
    const db = newDatabase()
    const payment = await paid(db)
    const disputes = new DisputeRepository(db, sealer)
    await disputes.file(id(1), payment, filed, asked)
    await disputes.append(id(1), 'wallet', { type: 'sending', what: 'request' }, asked + 1)
    await disputes.append(id(1), 'chain', { type: 'refund', amount: 50_000n, transaction: `0x${'ef'.repeat(32)}`, logIndex: 2 }, asked + 2)
    const again = await new DisputeRepository(await reopen(db), sealer).get(id(1))
    expect(again).toMatchObject({ payment, isIntact: true, dispute: { state: 'refunded', refunded: 50_000n, tries: 1, request: filing.request } })
    expect(again?.log.map(({ by }) => by)).toEqual(['reader', 'wallet', 'chain'])
  })

  it('is begun once for a payment, by however many at once, and again only when the last is over', async () => {
    const db = newDatabase()
    const payment = await paid(db)
    const disputes = new DisputeRepository(db, sealer)
    const tried = await Promise.all([1, 2, 3, 4, 5].map((place) => disputes.file(id(place), payment, filed, asked)))
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tried.filter((one) => !one.ok && one.error === 'under-way')).toHaveLength(4)
    const [first] = await disputes.all()
    await disputes.append(first?.id ?? '', 'reader', { type: 'closed', outcome: 'abandoned' }, asked + 1)
    expect((await disputes.file(id(9), payment, filed, asked + 2)).ok).toBe(true)
    expect(await disputes.rounds(payment)).toBe(2)
    expect((await disputes.open()).map((one) => one.id)).toEqual([id(9)])
  })

  it('is begun about no payment that is not there', async () => {
    expect(await new DisputeRepository(newDatabase(), sealer).file(id(1), id(2), filed, asked)).toEqual({ ok: false, error: 'no-payment' })
  })

  it('keeps every event of many that come at once, and none that means nothing', async () => {
    const db = newDatabase()
    const payment = await paid(db)
    const disputes = new DisputeRepository(db, sealer)
    await disputes.file(id(1), payment, filed, asked)
    await Promise.all(Array.from({ length: 20 }, (_, logIndex) => disputes.append(id(1), 'chain', { type: 'refund', amount: 1_000n, transaction: `0x${'ef'.repeat(32)}`, logIndex }, asked + 1)))
    const kept = await disputes.append(id(1), 'reader', { type: 'countered', words: 'There is nothing to answer yet.' }, asked + 2)
    expect(kept).toMatchObject({ isIntact: true, dispute: { refunded: 20_000n, counter: null } })
    expect(kept?.log).toHaveLength(21)
  })

  it('of another wallet, or put in another’s place, is not read', async () => {
    const db = newDatabase()
    const payment = await paid(db)
    await new DisputeRepository(db, sealer).file(id(1), payment, filed, asked)
    expect(await new DisputeRepository(db, newSealer(8)).get(id(1))).toBeNull()
    const row = await db.disputes.where('id').equals(id(1)).first()
    if (row === undefined) throw new Error('no row')
    await db.disputes.add({ ...row, id: id(2) })
    expect(await new DisputeRepository(db, sealer).get(id(2))).toBeNull()
    expect(new TextDecoder('latin1').decode(row.body)).not.toContain('news.example')
  })
})

describe('forgetting', () => {
  const everything = { keepsNumber: () => false, oldestDay: '2020-01-01' } as const
  const site = { kind: 'site', site: 'news.example' } as const

  it('leaves a payment alone that money is asked back for, and takes it with its dispute when that is over', async () => {
    const db = newDatabase()
    const payment = await paid(db)
    const disputes = new DisputeRepository(db, sealer)
    await disputes.keepTerms(payment, { at: asked, terms: saleTerms })
    await disputes.file(id(1), payment, filed, asked)
    const purchases = purchaseRepository(db, sealer)
    expect(await purchases.forget(site, everything)).toMatchObject({ purchases: [], underWay: 1 })
    await disputes.append(id(1), 'reader', { type: 'closed', outcome: 'settled' }, asked + 1)
    expect((await purchases.forget(site, everything)).purchases).toEqual([payment])
    expect([await db.disputes.count(), await db.saleTerms.count()]).toEqual([0, 0])
  })

  it('of one site leaves the disputes with others', async () => {
    const db = newDatabase()
    const [here, there] = [await paid(db), await paid(db, 'https://blog.example/a')]
    const disputes = new DisputeRepository(db, sealer)
    for (const [place, payment] of [here, there].entries()) {
      await disputes.file(id(place + 1), payment, filed, asked)
      await disputes.append(id(place + 1), 'reader', { type: 'closed', outcome: 'settled' }, asked + 1)
    }
    await purchaseRepository(db, sealer).forget(site, everything)
    expect((await disputes.all()).map(({ payment }) => payment)).toEqual([there])
  })
})

it('what a seller said at the payment is kept once and never replaced', async () => {
  const db = newDatabase()
  const payment = await paid(db)
  const disputes = new DisputeRepository(db, sealer)
  await disputes.keepTerms(payment, { at: asked, terms: saleTerms })
  await disputes.keepTerms(payment, { at: asked + 1, terms: null })
  expect(await disputes.terms(payment)).toEqual({ at: asked, terms: saleTerms })
  await disputes.keepTerms(id(3), { at: asked, terms: saleTerms })
  expect(await db.saleTerms.count(), 'nothing is kept of a payment that is not there').toBe(1)
})
