import { describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import type { DisputeEvent, Filing } from '../../core/dispute/dispute'
import { saleTerms } from '../../core/dispute/dispute.fixtures'
import { logged, type LogEntry } from '../../core/dispute/log'
import { jsonOf } from '../../core/export/document'
import { settled, start } from '../../core/purchase/machine.fixtures'
import { en as words } from '../../core/words/en'
import { disputePlace } from '../../store/disputes'
import { asked, disputes, fileOf, give, never, newId, publishedSchema, refund, sameWallet, usedDevice } from './device.fixtures'

const cameBack: DisputeEvent = { type: 'refund', amount: 20_000n, transaction: refund.refund.transaction, logIndex: refund.refund.logIndex }

/** The one payment of a file that was asked back, with its disputes as somebody else would write them. */
function withLog(file: string, change: (log: readonly LogEntry[]) => readonly { readonly by: LogEntry['by']; readonly at: number; readonly event: DisputeEvent }[]): string {
  return file
    .split('\n')
    .map((line) => {
      if (!line.includes('"disputes":[')) return line
      const told = JSON.parse(line.replace(/,$/, '')) as { disputes: { log: readonly LogEntry[] }[] }
      const changed = { ...told, disputes: told.disputes.map((one) => ({ ...one, log: change(one.log).reduce<readonly LogEntry[]>((log, { at, by, event }) => logged(log, at, by, event), []) })) }
      return `${jsonOf(changed)}${line.endsWith(',') ? ',' : ''}`
    })
    .join('\n')
}
const filedAs = (file: string, change: (filing: Filing) => object): string =>
  withLog(file, (log) => log.map((entry) => (entry.event.type === 'filed' ? { ...entry, event: { ...entry.event, filing: { ...entry.event.filing, ...change(entry.event.filing) } } } : entry)))

describe('what was asked back', () => {
  async function askedDevice() {
    const device = await usedDevice()
    const third = (await (await device.books()).purchases.list({ before: null, limit: 1 })).purchases[0]?.id ?? never()
    const first = await disputes(device, third, { more: [...asked, cameBack, { type: 'closed', outcome: 'settled' }] })
    const second = await disputes(device, third, { more: asked })
    return { ...device, third, disputed: [first, second] }
  }

  it('is told with its payment, is of the schema, and comes back byte for byte, every link of its log', async () => {
    const device = await askedDevice()
    const file = await fileOf(device)
    const check = await publishedSchema()
    const told = JSON.parse(file) as { payments: { disputes?: { id: string }[] }[] }
    check(told)
    expect(check.errors).toBeNull()
    expect(told.payments.map((one) => one.disputes?.map(({ id }) => id))).toEqual([undefined, undefined, device.disputed])
    const fresh = await sameWallet(device.words)
    for (const known of [0, 3]) {
      expect(await give(fresh, file, true)).toMatchObject({ added: 3 - known, known })
      expect(await fileOf(fresh)).toBe(file)
    }
    const [there, here] = [await fresh.books(), await device.books()]
    expect(await there.disputes.all()).toEqual(await here.disputes.all())
    expect((await there.disputes.all()).map(({ isIntact }) => isIntact)).toEqual([true, true])
  })

  it('of which one is written on is kept at its longest, wherever that was', async () => {
    const device = await askedDevice()
    const early = await fileOf(device)
    const { disputes: kept } = await device.books()
    const [, second = ''] = device.disputed
    await kept.append(second, 'wallet', { type: 'silent' }, start + 70_000)
    const late = await fileOf(device)
    const fresh = await sameWallet(device.words)
    for (const file of [early, late, early]) await give(fresh, file, true)
    expect(await fileOf(fresh)).toBe(late)
  })

  it('stays with its payment where that is told more of under another name', async () => {
    const device = await usedDevice()
    const file = await fileOf(device)
    const purchase = (await (await device.books()).purchases.get(device.first)) ?? never()
    const fresh = await sameWallet(device.words)
    const { purchases, tag, disputes: kept } = await fresh.books()
    const recognised = newId()
    await purchases.recognise({ id: recognised, terms: purchase.terms, resourceTag: tag(purchase.terms, purchase.terms.resource), transaction: settled.transaction, at: start })
    const id = await disputes(fresh, recognised, { way: { kind: 'letter' } })
    expect(await give(fresh, file, true)).toMatchObject({ grown: 1 })
    expect((await kept.get(id))?.payment).toBe(device.first)
    expect((await kept.ofPayment(device.first)).map(({ isIntact }) => isIntact)).toEqual([true])
  })

  it('is told to be damaged where its log was changed here, and leaves the others as they are', async () => {
    const device = await askedDevice()
    const { keyring } = await device.books()
    const row = (await device.db.disputes.toArray()).find(({ id }) => id === device.disputed[1]) ?? never()
    const place = disputePlace(row)
    const opened = keyring.sealer.open('disputes', place, row.body)
    const text = new TextDecoder().decode(opened.ok ? opened.value : never()).replace('no more wrens', 'more wrens')
    await device.db.disputes.put({ ...row, body: keyring.sealer.seal('disputes', place, new TextEncoder().encode(text)) })
    const file = await fileOf(device)
    expect(file).toContain(`{"id":"${row.id}","log":null}`)
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, file, true)).toMatchObject({ added: 3 })
    expect((await (await fresh.books()).disputes.all()).map(({ id }) => id)).toEqual(device.disputed.slice(0, 1))
  })

  it.each<readonly [string, (file: string) => string]>([
    ['a word was changed and the chain was not', (file) => file.replace('I want no more wrens.', 'I want no more larks.')],
    ['an entry was taken out', (file) => file.replace(/\{"seq":1,.*?\},(?=\{"seq":2)/, '')],
    ['it would go to somebody else', (file) => filedAs(file, () => ({ way: { kind: 'endpoint', url: 'https://evil.example/refunds' } }))],
    ['the seller’s terms lead to somebody else', (file) => filedAs(file, ({ terms: said }) => ({ terms: { ...(said ?? saleTerms), policyUrl: 'javascript:alert(1)' } }))],
    ['more is asked than was signed', (file) => filedAs(file, ({ request }) => ({ request: { ...request, amount: 50_000n } }))],
    ['it is to be paid to another', (file) => filedAs(file, ({ request }) => ({ request: { ...request, refundTo: `0x${'66'.repeat(20)}` } }))],
    ['the evidence says something else', (file) => filedAs(file, ({ items }) => ({ items: { ...items, timeline: '[]' } }))],
    ['the statement is another', (file) => filedAs(file, ({ evidence }) => ({ evidence: evidence.replace('x402', 'x403') }))],
    ['money came back that the payment knows nothing of', (file) => withLog(file, (log) => [...log, { at: start + 80_000, by: 'chain', event: { ...cameBack, logIndex: 9 } }])],
  ])('is refused with the whole file where %s', async (_, change) => {
    const device = await askedDevice()
    const file = await fileOf(device)
    const changed = change(file)
    expect(changed).not.toBe(file)
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, changed, true)).toBe(words.books.fromFile.untrue)
    expect(await fresh.db.disputes.count()).toBe(0)
  })
})
