import { expect, it } from 'vitest'
import { networks } from '../../src/core/networks/networks'
import { purchaseStates } from '../../src/core/purchase/purchase'
import { newDatabase, newSealer } from '../../src/store/database.fixtures'
import { historyDesk } from '../../src/store/history/history.fixtures'
import { madePayments, type Reading } from './payments'
import { sites } from './sites'
import { writePayments } from './write'

const local = networks.find(({ id }) => id === 'eip155:31337')
if (local === undefined) throw new Error('no local network')
const reading: Reading = { payments: 700, seed: 1821, until: Date.UTC(2026, 9, 1), network: local, payer: `0x${'33'.repeat(20)}`, hand: null }

it('years of reading are the same for the same seed, in every state there is, and like what the wallet writes', async () => {
  const made = [...madePayments(reading)]
  expect([...madePayments(reading)]).toEqual(made)
  expect([...madePayments({ ...reading, seed: 7 })]).not.toEqual(made)
  const states = new Set(made.map(({ purchase }) => purchase.state))
  // Nobody finds one that was quoted and not reserved: both are written in one step.
  expect([...states].sort()).toEqual(purchaseStates.filter((state) => state !== 'quoted').sort())

  const db = newDatabase()
  const { purchases, history, labels } = historyDesk(db, newSealer())
  expect(await writePayments(db, newSealer(), made, true)).toBe(reading.payments)
  const entries = await history.entries()
  expect(entries.map(({ id }) => id)).toEqual(made.map(({ purchase }) => purchase.id))
  expect(entries.some(({ label }) => label.tags.length > 0)).toBe(true)
  for (const { purchase, label } of made.slice(-20)) {
    expect(await purchases.rebuild(purchase.id)).toEqual({ ok: true, value: purchase })
    expect(await purchases.get(purchase.id)).toEqual(purchase)
    if (label !== null) expect(await labels.read(purchase.id)).toEqual(label)
  }
})

it('one site of sixty is forgotten, of more payments than are opened at once', async () => {
  const made = [...madePayments(reading)]
  const db = newDatabase()
  const { purchases } = historyDesk(db, newSealer())
  await writePayments(db, newSealer(), made, true)
  const { host } = sites[7] ?? { host: '' }
  const { purchases: gone } = await purchases.forget({ kind: 'site', site: host }, { keepsNumber: () => false, oldestDay: '2026-10-01' })
  expect(gone.length).toBeGreaterThan(0)
  expect(await db.purchases.count()).toBe(made.length - gone.length)
})
