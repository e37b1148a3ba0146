import { describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { sent, settled, start } from '../../core/purchase/machine.fixtures'
import { newSealer } from '../../store/database.fixtures'
import { PurchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { asked, buy, disputes, fileOf, publishedSchema, turn, usedDevice } from './device.fixtures'

describe('an export', () => {
  it('is one JSON document that tells everything, with money as text', async () => {
    const device = await usedDevice()
    const told = JSON.parse(await fileOf(device)) as { payments: Record<string, unknown>[]; limits: Record<string, string> }
    expect(told).toMatchObject({ farthing: 'export', version: 1, settings: { currency: 'EUR' }, signIns: [{ site: 'https://news.example', allowed: true }] })
    expect(told.limits['day']).toBe('9000000')
    expect(told.payments).toHaveLength(3)
    // Another list of these is another shape of what is kept ready (store/export-lines.ts).
    expect(Object.keys(told.payments[0] ?? {})).toEqual(['id', 'at', 'title', 'page', 'kind', 'state', 'amount', 'refunded', 'currency', 'network', 'payTo', 'transaction', 'note', 'tags', 'events'])
    expect(told.payments[0]).toMatchObject({ id: device.first, amount: '0.05', state: 'delivered', note: 'For the wren talk', tags: ['birds', 'work'] })
  })

  it('is of the schema that is published', async () => {
    const device = await usedDevice()
    const check = await publishedSchema()
    const told = JSON.parse(await fileOf(device)) as { payments: { amount: unknown; events: { authorization?: { value: unknown } }[] }[] }
    check(told)
    expect(check.errors).toBeNull()
    const [payment] = told.payments
    if (payment === undefined) throw new Error('there is one')
    for (const change of [{ amount: 0.05 }, { events: [] }, { more: 1 }, { events: [{ type: 'refunded', at: 1 }] }]) expect(check({ ...told, payments: [{ ...payment, ...change }] })).toBe(false)
  })

  it('holds nothing that opens or moves anything', async () => {
    const device = await usedDevice()
    const text = await fileOf(device)
    expect(text).not.toMatch(new RegExp(device.words.slice(0, 3).join('.{1,4}')))
    expect(text).not.toContain((await device.books()).keyring.toSession())
  })

  it('is made of what was kept ready once it was made, and is the same to the byte as made anew', async () => {
    const device = await usedDevice()
    const first = await fileOf(device)
    expect(await device.db.exportLines.count()).toBe(1)
    const opened = vi.spyOn(PurchaseRepository.prototype, 'stories')
    expect(await fileOf(device)).toBe(first)
    expect(opened).not.toHaveBeenCalled()
    opened.mockRestore()
    await device.db.exportLines.clear()
    expect(await fileOf(device)).toBe(first)
  })

  const changes: readonly (readonly [string, (device: Awaited<ReturnType<typeof usedDevice>>, books: Books) => Promise<unknown>])[] = [
    ['a step of a payment', ({ second }, { purchases }) => purchases.append(second, { ...settled, at: start + 90_000 })],
    ['another payment', (device) => buy(device, 'https://news.example/four', [sent])],
    ['a note', ({ second }, { labels }) => labels.write(second, { note: 'Read again in spring', tags: [] })],
    ['a note that is taken away', ({ first }, { labels }) => labels.write(first, { note: null, tags: [] })],
    ['a dispute', (device) => disputes(device, device.first, { more: asked })],
    ['what is forgotten', (_device, { purchases }) => purchases.forget({ kind: 'site', site: 'blog.example' }, { keepsNumber: () => false, oldestDay: '2000-01-01' })],
  ]
  it.each(changes)('knows of %s at once, also where its lines were kept ready', async (_what, change) => {
    const device = await usedDevice()
    const before = await fileOf(device)
    await change(device, await device.books())
    expect(await device.db.exportLines.count()).toBe(0)
    const after = await fileOf(device)
    expect(after).not.toBe(before)
    await device.db.exportLines.clear()
    expect(await fileOf(device)).toBe(after)
  })

  it('keeps no line that was made while its payment changed', async () => {
    const device = await usedDevice()
    const { purchases, exportLines } = await device.books()
    await exportLines.begin(0, 'a maker')
    await purchases.append(device.second, { ...settled, at: start + 90_000 })
    await exportLines.keep(0, 'a maker', { payments: 3, deflated: Uint8Array.of(1) })
    expect(await device.db.exportLines.count()).toBe(0)
    await exportLines.begin(0, 'a maker')
    await exportLines.begin(0, 'another')
    await exportLines.keep(0, 'a maker', { payments: 3, deflated: Uint8Array.of(1) })
    expect(await exportLines.read(0)).toBeNull()
  })

  it('makes lines again that are damaged, from an older version, or another wallet’s', async () => {
    const device = await usedDevice()
    const whole = await fileOf(device)
    const [row] = await device.db.exportLines.toArray()
    if (row === undefined) throw new Error('there is one')
    const { sealer } = (await device.books()).keyring
    for (const body of [turn(row.body), sealer.seal('exportLines', '1', new Uint8Array(40)), sealer.seal('exportLines', '0', new Uint8Array(40)), newSealer(9).seal('exportLines', '0', new Uint8Array(40)), new Uint8Array()]) {
      await device.db.exportLines.put({ ...row, body })
      expect(await fileOf(device)).toBe(whole)
    }
  })
})
