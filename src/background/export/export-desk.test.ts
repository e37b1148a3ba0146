import { describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import Papa from 'papaparse'
import * as v from 'valibot'
import { checkReceipt, receiptsSchema } from '../../core/export/receipts'
import { start } from '../../core/purchase/machine.fixtures'
import { en as words } from '../../core/words/en'
import { newSealer } from '../../store/database.fixtures'
import { verifier } from '../../vault/signatures/verifier'
import { fileOf, never, newId, password, piecesOf, refund, turn, usedDevice } from './device.fixtures'

describe('an export', () => {
  it('gives each piece once, to whoever began it, and to nobody once the wallet was locked', async () => {
    const device = await usedDevice()
    const begun = await device.exports.begin({ wanted: { kind: 'document' } })
    if (!begun.ok) throw new Error(begun.error.sentence)
    expect(await device.exports.read({ run: newId() })).toMatchObject({ ok: false, error: { sentence: words.books.gone } })
    expect((await device.exports.read(begun.value)).ok).toBe(true)
    await device.wallet.lock()
    expect(await device.exports.read(begun.value)).toMatchObject({ ok: false, error: { code: 'locked' } })
    await device.wallet.unlock({ kind: 'password', password })
    expect(await device.exports.read(begun.value)).toMatchObject({ ok: false, error: { sentence: words.books.gone } })
  })

  it('is over when another is begun', async () => {
    const device = await usedDevice()
    const begun = await device.exports.begin({ wanted: { kind: 'document' } })
    if (!begun.ok) throw new Error(begun.error.sentence)
    await fileOf(device)
    expect((await device.exports.read(begun.value)).ok).toBe(false)
  })

  it('as receipts holds what was paid, within the time, or one of them alone', async () => {
    const device = await usedDevice()
    const given = async (change: object) => {
      const begun = await device.exports.begin({ wanted: { kind: 'receipts', from: null, to: null, payment: null, ...change } })
      const told = v.parse(receiptsSchema, begun.ok ? JSON.parse(await piecesOf(device, begun.value.run)) : null)
      return told.receipts.map((receipt) => [receipt.page, checkReceipt(receipt, verifier).authorization])
    }
    const [one, three] = [['https://blog.example/one', 'payer'], ['https://news.example/three', 'payer']]
    expect(await given({})).toEqual([one, three])
    expect(await given({ payment: device.first })).toEqual([one])
    expect(await given({ payment: device.second }), 'not known to be paid').toEqual([])
    expect(await given({ from: start + 1 })).toEqual([])
    const begun = await device.exports.begin({ wanted: { kind: 'receipts', from: null, to: null, payment: null } })
    const { receipts } = v.parse(receiptsSchema, begun.ok ? JSON.parse(await piecesOf(device, begun.value.run)) : null)
    expect(receipts.map(({ refunds }) => refunds)).toEqual([undefined, [{ transaction: refund.refund.transaction, logIndex: refund.refund.logIndex, amount: '20000' }]])
  })

  it('as a table holds what was begun within the time that was asked for', async () => {
    const device = await usedDevice()
    const table = async (from: number | null, to: number | null) => {
      const begun = await device.exports.begin({ wanted: { kind: 'table', timeZone: 'UTC', from, to } })
      return begun.ok ? Papa.parse<Record<string, string>>(await piecesOf(device, begun.value.run), { header: true, skipEmptyLines: true }).data : []
    }
    expect((await table(null, null)).map(({ Page, State, 'Own labels': tags }) => [Page, State, tags])).toEqual([
      ['https://blog.example/one', 'Paid', 'birds, work'],
      ['https://news.example/two', 'Not known yet', ''],
      ['https://news.example/three', 'Paid', ''],
    ])
    expect(await table(start, start + 1)).toHaveLength(3)
    expect(await table(start + 1, null)).toHaveLength(0)
    expect(await table(null, start)).toHaveLength(0)
  })

  it('as a table is the same where what the history keeps was changed, is of an older shape or of another wallet, or a payment’s row was', async () => {
    const device = await usedDevice()
    const { db } = device
    const table = async (): Promise<string> => {
      const begun = await device.exports.begin({ wanted: { kind: 'table', timeZone: 'UTC', from: null, to: null } })
      return begun.ok ? piecesOf(device, begun.value.run) : begun.error.sentence
    }
    const before = await table()
    const { sealer } = (await device.books()).keyring
    const part = (await db.history.toArray())[0] ?? never()
    const old = sealer.seal('history', '0', new TextEncoder().encode('{"shape":1}'))
    for (const body of [turn(part.body), old, newSealer(9).seal('history', '0', new Uint8Array(100)), new Uint8Array()]) {
      await db.history.put({ ...part, body })
      expect(await table()).toBe(before)
    }
    // Its journal makes good for the row; what the changed row says is never believed.
    await db.purchases.bulkPut((await db.purchases.toArray()).map((row) => ({ ...row, body: turn(row.body) })))
    await db.history.clear()
    expect(await table()).toBe(before)
  })
})
