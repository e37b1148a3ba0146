import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { memory } from '../browser.fixtures'
import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020'
import Papa from 'papaparse'
import * as v from 'valibot'
import { encodeTransfer } from '../../core/authorization/transfer'
import { jsonOf } from '../../core/export/document'
import { checkReceipt, receiptsSchema } from '../../core/export/receipts'
import type { DisputeEvent, Filing, Way } from '../../core/dispute/dispute'
import { saleTerms } from '../../core/dispute/dispute.fixtures'
import { logged, type LogEntry } from '../../core/dispute/log'
import type { SaleTerms } from '../../core/dispute/sale-terms'
import { networks } from '../../core/networks/networks'
import { answered, delivered, facts, refunded, sent, settled, start, terms } from '../../core/purchase/machine.fixtures'
import type { PurchaseEvent, PurchaseTerms } from '../../core/purchase/purchase'
import { defaultLimits } from '../../core/spending/limits'
import { en as words } from '../../core/words/en'
import type { ImportView } from '../../messaging/views'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { disputePlace } from '../../store/disputes'
import { PurchaseRepository } from '../../store/purchases'
import { settingsRepository } from '../../store/settings'
import { vaultRepository } from '../../store/vault-repository'
import type { Authority } from '../../vault/authority'
import { verifier } from '../../vault/signatures/verifier'
import { booksOf, type Books } from '../books'
import { draftOf, filingOf } from '../disputes/filing'
import { Door } from '../wallet/door'
import { VaultCopy } from '../wallet/vault-copy'
import { Vaults } from '../wallet/vaults'
import { WalletSession } from '../wallet/wallet-session'
import { ExportDesk } from './export-desk'
import { ImportDesk } from './import-desk'

const password = 'wren on a copper coin 1821'
const network = networks.find(({ id }) => id === 'eip155:8453') ?? never()
function never(): never {
  throw new Error('there is none')
}

/** A device; the stores beside the database are forgotten, as on a fresh profile. */
function newDevice(db = newDatabase()) {
  memory.clear()
  const wallet = new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => undefined)
  const open = booksOf(db, wallet)
  const books = async (): Promise<Books> => {
    const opened = await open()
    if (opened === null) throw new Error('locked')
    return opened
  }
  const settings = settingsRepository(db)
  return { db, wallet, books, settings, exports: new ExportDesk(open, settings), imports: new ImportDesk(wallet, open, db) }
}
type Device = ReturnType<typeof newDevice>

async function madeDevice() {
  const device = newDevice()
  const made = await device.wallet.create(password)
  if (!made.ok) throw new Error(made.error)
  return { ...device, words: made.value }
}

async function sameWallet(written: readonly string[]): Promise<Device> {
  const device = newDevice()
  const restored = await device.wallet.restore(written.join(' '), password)
  if (!restored.ok) throw new Error(restored.error)
  return device
}

async function fileOf({ exports }: Device): Promise<string> {
  const begun = await exports.begin({ wanted: { kind: 'document' } })
  if (!begun.ok) throw new Error(begun.error.sentence)
  return piecesOf({ exports }, begun.value.run)
}

async function piecesOf({ exports }: Pick<Device, 'exports'>, run: string): Promise<string> {
  let text = ''
  for (;;) {
    const piece = await exports.read({ run })
    if (!piece.ok) throw new Error(piece.error.sentence)
    text += piece.value.text
    if (piece.value.packed !== null) text += await inflated(piece.value.packed)
    if (piece.value.done === null) return text
  }
}

const inflated = async (packed: string): Promise<string> =>
  new Response(new Blob([new Uint8Array(Buffer.from(packed, 'base64'))]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()

async function authorityOf({ wallet }: Pick<Device, 'wallet'>): Promise<Authority> {
  const proved = await wallet.prove({ kind: 'password', password }, async () => true)
  return proved.ok ? proved.value.authority : never()
}

/** What came of it, or the sentence of the refusal. */
async function give({ imports, wallet }: Pick<Device, 'imports' | 'wallet'>, text: string, rules = false): Promise<ImportView | string> {
  const proof = await authorityOf({ wallet })
  const begun = await imports.begin({ rules }, proof)
  proof.wipe()
  if (!begun.ok) return begun.error.sentence
  for (const line of text.split('\n').slice(0, -1)) {
    const added = await imports.add({ run: begun.value.run, lines: [line] })
    if (!added.ok) return added.error.sentence
    if (added.value.done !== null) return added.value.done
  }
  return 'not whole'
}

let count = 0
const newId = () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`

/** A purchase of this wallet, really signed. */
async function buy({ books }: Device, resource: string, events: readonly PurchaseEvent[], change: Partial<PurchaseTerms> = {}): Promise<string> {
  const { purchases, keyring, tag } = await books()
  const asset = { network: network.id, asset: network.token.address }
  const own: PurchaseTerms = {
    ...terms,
    ...asset,
    resource,
    page: resource,
    payer: keyring.address,
    nonce: keyring.purchaseNonce({ ...asset, resource, counter: 0 }),
    ...change,
  }
  const id = newId()
  const reserved = await purchases.reserve({ id, terms: own, resourceTag: tag(asset, resource), balance: 10n ** 9n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  const authorization = { ...asset, from: own.payer, to: own.payTo, value: own.amount, validAfter: 0n, validBefore: BigInt(start / 1000) + 120n, nonce: own.nonce }
  const bytes = encodeTransfer(authorization)
  const signature = bytes.ok ? keyring.signTransfer(bytes.value) : bytes
  if (!signature.ok) throw new Error(signature.error)
  for (const event of [{ type: 'signed' as const, at: start + 2, authorization, signature: signature.value, note: null }, ...events]) {
    expect((await purchases.append(id, event)).ok, event.type).toBe(true)
  }
  return id
}

const paid = [sent, answered(facts(200, { contentArrived: true })), settled]
const refund = { ...refunded, refund: { ...refunded.refund, amount: 20_000n } }

/** A reader with some history, and rules of their own. */
async function usedDevice() {
  const device = await madeDevice()
  const first = await buy(device, 'https://blog.example/one', paid, { rate: { currency: 'EUR', numerator: 9n, denominator: 10n, source: 'feed', at: start } })
  const second = await buy(device, 'https://news.example/two', [sent])
  await buy(device, 'https://news.example/three', [...paid, refund, { ...delivered, type: 'traced', sender: terms.payTo, onward: [] }])
  const books = await device.books()
  await books.labels.write(first, { note: 'For the wren talk', tags: ['birds', 'work'] })
  await books.purchases.spending.limits.change(() => ({ ...defaultLimits, day: 9_000_000n }))
  await books.purchases.watch.changeRules((rules) => ({ ...rules, levels: { burst: 'off' } }))
  const purchase = await books.purchases.get(second)
  if (purchase !== null) await books.purchases.report(purchase, start)
  await books.keepsakes.signIns.change(() => ({ sites: [{ site: 'https://news.example', allowed: true }] }))
  await books.keepsakes.wishes.change(() => ({ wishes: [{ site: 'news.example', at: '2026-11-26' }] }))
  await device.settings.change((current) => ({ ...current, currency: 'EUR', askAbove: null }))
  return { ...device, first, second }
}

/** Asks for the money of a payment back, and hears that some of it is there. Returns the dispute's id. */
async function disputes({ books }: Device, payment: string, { way = endpoint, more = [] }: { way?: Way; more?: readonly DisputeEvent[] } = {}): Promise<string> {
  const { purchases, disputes: kept, keyring } = await books()
  const purchase = (await purchases.get(payment)) ?? never()
  const round = (await kept.rounds(payment)) + 1
  const said: SaleTerms = { ...saleTerms, endpoint: endpoint.url }
  const draft = draftOf({ purchase, journal: await purchases.journal(payment), then: said, way, round }, { problem: 'withdrawal', amount: 30_000n, words: 'I want no more wrens.', share: ['timeline'] }, start + 50_000)
  const signature = keyring.signRefundRequest(draft.request)
  if (!signature.ok) throw new Error(signature.error)
  const id = newId()
  expect(await kept.file(id, payment, { type: 'filed', filing: filingOf(draft, signature.value) }, start + 50_000 + round)).toMatchObject({ ok: true })
  for (const event of more) await kept.append(id, 'wallet', event, start + 60_000)
  return id
}
const endpoint = { kind: 'endpoint', url: 'https://news.example/refunds' } as const
const asked: readonly DisputeEvent[] = [{ type: 'sending', what: 'request' }, { type: 'sent', what: 'request' }]
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

const turn = (body: Uint8Array): Uint8Array => body.with(60, (body[60] ?? 0) ^ 1)

const tampered = (text: string, from: string, to: string): string => {
  expect(text).toContain(from)
  return text.replace(from, to)
}

const rowsOf = async ({ db }: Device): Promise<readonly number[]> => Promise.all([db.purchases, db.journal, db.labels].map((table) => table.count()))


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
    const published = JSON.parse(await readFile(new URL('../../../docs/schema/farthing-export-1.json', import.meta.url), 'utf8')) as object
    const check = new Ajv2020({ strict: true, allErrors: true }).compile(published)
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
    const published = JSON.parse(await readFile(new URL('../../../docs/schema/farthing-export-1.json', import.meta.url), 'utf8')) as object
    const check = new Ajv2020({ strict: true, allErrors: true }).compile(published)
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

describe('taken in where the same twelve words were written', () => {
  it('gives the same books: a second export is the same, byte for byte', async () => {
    const device = await usedDevice()
    const file = await fileOf(device)
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, file, true)).toEqual({ added: 3, grown: 0, known: 0, skipped: 0, foreign: 0, purses: 0, withheld: false })
    expect(await fileOf(fresh)).toBe(file)
    expect(await give(fresh, file, true)).toEqual({ added: 0, grown: 0, known: 3, skipped: 0, foreign: 0, purses: 0, withheld: false })
    expect(await fileOf(fresh)).toBe(file)
  })

  it('counts against the limits there as it did here', async () => {
    const device = await usedDevice()
    const day = terms.day ?? ''
    const asset = { network: network.id, asset: network.token.address }
    // Where a site's record lies is by a keyed hash, another in each wallet.
    const counted = async ({ books }: Device) => {
      const { sites, ...rest } = await (await books()).purchases.overview(asset, day)
      return { ...rest, sites: [...sites].sort((one, other) => (one.site < other.site ? -1 : 1)) }
    }
    const before = await counted(device)
    const fresh = await sameWallet(device.words)
    await give(fresh, await fileOf(device), true)
    expect(await counted(fresh)).toEqual(before)
  })

  it('brings none of its rules unless the reader says so, and says that it did not', async () => {
    const device = await usedDevice()
    const fresh = await sameWallet(device.words)
    const before = [await fresh.settings.read(), await (await fresh.books()).purchases.watch.rules()] as const
    expect(await give(fresh, await fileOf(device))).toMatchObject({ added: 3, withheld: true })
    const { purchases, keepsakes, payees, payeeTag } = await fresh.books()
    expect(await fresh.settings.read()).toEqual(before[0])
    expect((await purchases.watch.rules()).levels).toEqual(before[1].levels)
    expect((await purchases.watch.rules()).reported).toHaveLength(1)
    expect(await purchases.spending.limits.read()).toBeNull()
    expect(await keepsakes.signIns.read()).toBeNull()
    expect(await payees.knows(payeeTag(network.id, terms.payTo)), 'the first payment above a dollar is still asked about').toBe(false)
  })

  it('never brings a permission to pay without a question', async () => {
    const device = await usedDevice()
    const allowance = { id: newId(), site: 'news.example', network: network.id, asset: network.token.address, payTo: terms.payTo, perPayment: 1n, perDay: 1n, since: 0, until: 9e15, days: [] }
    await (await device.books()).purchases.spending.allowances.change(() => ({ allowances: [allowance], declined: [] }))
    const file = await fileOf(device)
    expect(file).toContain(allowance.id)
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, file, true)).toMatchObject({ added: 3 })
    expect((await (await fresh.books()).purchases.spending.allowances.read())?.allowances).toEqual([])
  })

  it('keeps the longer story of a payment, and what was written here', async () => {
    const device = await usedDevice()
    const early = await fileOf(device)
    const books = await device.books()
    await books.purchases.append(device.second, settled)
    await books.labels.write(device.second, { note: 'later', tags: [] })
    const late = await fileOf(device)
    const fresh = await sameWallet(device.words)
    await give(fresh, early, true)
    expect(await give(fresh, late, true)).toMatchObject({ added: 0, grown: 1, known: 2 })
    expect(await fileOf(fresh)).toBe(late)
    expect(await give(fresh, early, true)).toMatchObject({ added: 0, grown: 0, known: 3 })
    expect(await fileOf(fresh)).toBe(late)
  })

  it('takes what the chain alone had told for what it is: the same payment', async () => {
    const device = await usedDevice()
    const file = await fileOf(device)
    const purchase = await (await device.books()).purchases.get(device.first)
    const fresh = await sameWallet(device.words)
    const { purchases, tag } = await fresh.books()
    if (purchase === null) throw new Error('there is one')
    await purchases.recognise({ id: newId(), terms: purchase.terms, resourceTag: tag(purchase.terms, purchase.terms.resource), transaction: settled.transaction, at: start })
    expect(await give(fresh, file, true)).toMatchObject({ added: 2, grown: 1 })
    expect(await purchases.count()).toBe(3)
    expect(await purchases.get(device.first)).toEqual(purchase)
  })

  it('brings what came back, and counts a transfer once, also where the file says otherwise', async () => {
    const device = await usedDevice()
    const other = (await fileOf(device)).replaceAll(`"logIndex":${String(refund.refund.logIndex)},`, '"logIndex":1,')
    await (await device.books()).purchases.append(device.first, { ...refund, refund: { ...refund.refund, logIndex: 1 } })
    const file = await fileOf(device)
    const fresh = await sameWallet(device.words)
    await give(fresh, file, true)
    expect(await fileOf(fresh)).toBe(file)
    const { purchases } = await fresh.books()
    expect(await purchases.refunds.isCounted({ ...refund.refund, network: network.id })).toBe(true)

    const mixed = await sameWallet(device.words)
    await give(mixed, file, true)
    const third = (await (await mixed.books()).purchases.list({ before: null, limit: 1 })).purchases[0]
    await mixed.db.transaction('rw', [mixed.db.purchases, mixed.db.journal], async () => {
      await mixed.db.purchases.delete(third?.id ?? '')
      await mixed.db.journal.where('[purchaseId+seq]').between([third?.id ?? '', 0], [third?.id ?? '', 99]).delete()
    })
    expect(await give(mixed, other, true)).toMatchObject({ added: 1 })
    const all = (await (await mixed.books()).purchases.list({ before: null, limit: 9 })).purchases
    expect(all.flatMap(({ id, refunds }) => refunds.map(({ logIndex }) => [id, logIndex]))).toEqual([[device.first, 1]])
  })

  it('tells of a payment whose story is damaged, and takes the others in', async () => {
    const device = await usedDevice()
    await device.db.journal.put({ purchaseId: device.first, seq: 1, body: new Uint8Array(50) })
    const file = await fileOf(device)
    expect(JSON.parse(file)).toMatchObject({ payments: [{ id: device.first, state: 'delivered', amount: '0.05', events: null }, {}, {}] })
    expect(await give(await sameWallet(device.words), file)).toMatchObject({ added: 2, skipped: 1 })
  })

  it('keeps what is only in one of two files that were put together by hand once', async () => {
    const device = await usedDevice()
    const file = await fileOf(device)
    const line = file.split('\n').find((one) => one.startsWith(`{"id":"${device.first}`)) ?? ''
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, file.replace(line, `${line}\n${line}`), true)).toMatchObject({ added: 3 })
  })
})

describe('with several purses', () => {
  const endpoints = [{ network: network.id, purse: 2, url: 'https://rpc.example/' }]

  /** A third purse that has paid, with names, a site and an endpoint. */
  async function severalPurses() {
    const device = await usedDevice()
    const books = await device.books()
    const record = await device.wallet.record()
    const sealed = record === null ? never() : await (await authorityOf(device)).purses(record, [1, 2])
    if (!sealed.ok) throw new Error(sealed.error)
    await books.purses.keep(sealed.value, (index) => (index === 1 ? 'Newspapers' : 'Nobody’s business'))
    await books.purses.change((kept) => ({ ...kept, firstName: 'Pocket', sites: [{ site: 'night.example', purse: 2 }], endpoints }))
    const payer = (await books.purses.all())[2]?.address ?? never()
    const resource = 'https://night.example/owls'
    const nonce = books.keyring.purchaseNonce({ network: network.id, asset: network.token.address, resource, counter: 0 }, payer)
    const bought = await buy(device, resource, paid, { payer, nonce })
    return { ...device, bought, payer }
  }

  it('names, sites and endpoints come back with the rules, byte for byte, and no key is in the file', async () => {
    const device = await severalPurses()
    const file = await fileOf(device)
    const { purses } = JSON.parse(file) as { purses: object }
    expect(purses).toMatchObject({ first: 'Pocket', others: [{ number: 1, name: 'Newspapers' }, { number: 2, address: device.payer }], sites: [{ site: 'night.example', purse: 2 }], endpoints })
    for (const { key } of (await (await device.books()).purses.kept()).added) expect(file).not.toContain(key)
    const published = JSON.parse(await readFile(new URL('../../../docs/schema/farthing-export-1.json', import.meta.url), 'utf8')) as object
    const check = new Ajv2020({ strict: true, allErrors: true }).compile(published)
    check(JSON.parse(file))
    expect(check.errors).toBeNull()
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, file, true)).toMatchObject({ added: 4, foreign: 0, purses: 2 })
    expect(await fileOf(fresh)).toBe(file)
    expect((await (await fresh.books()).purses.of('night.example')).address).toBe(device.payer)
  })

  it('a purse that has paid is opened without the rules too, and everything else about purses stays', async () => {
    const device = await severalPurses()
    const fresh = await sameWallet(device.words)
    expect(await give(fresh, await fileOf(device))).toMatchObject({ added: 4, foreign: 0, purses: 2, withheld: true })
    const { purses, purchases } = await fresh.books()
    expect((await purses.all()).map(({ name }) => name)).toEqual([words.purse.first, 'Purse 2', 'Purse 3'])
    expect(await purses.kept()).toMatchObject({ firstName: null, sites: [], endpoints: [] })
    expect((await purchases.get(device.bought))?.terms.payer).toBe(device.payer)
  })

  it('a purse that a file tells of, and that is not of these words, is not opened; nor is one given a site that is not there', async () => {
    const device = await severalPurses()
    const file = await fileOf(device)
    const fresh = await sameWallet(device.words)
    const strange = tampered(tampered(file, `"address":"${device.payer}"`, `"address":"0x${'44'.repeat(20)}"`), '"site":"night.example","purse":2', '"site":"night.example","purse":5')
    await give(fresh, strange, true)
    const { purses } = await fresh.books()
    expect((await purses.all()).map(({ name }) => name), 'opened for what it paid, under no name of the file’s').toEqual(['Pocket', 'Newspapers', 'Purse 3'])
    expect((await purses.kept()).sites).toEqual([])
  })

  it('an endpoint that anybody could listen to is refused with the file', async () => {
    const device = await severalPurses()
    const file = tampered(await fileOf(device), 'https://rpc.example/', 'http://rpc.example/')
    expect(await give(await sameWallet(device.words), file, true)).toBe(words.books.fromFile.broken)
  })

  it('payments of another wallet are left out and counted; the others come in', async () => {
    const other = await usedDevice()
    const foreign = (await fileOf(other)).split('\n').find((one) => one.startsWith('{"id"')) ?? ''
    const device = await usedDevice()
    const file = (await fileOf(device)).replace('"payments":[\n', `"payments":[\n${foreign}\n`)
    expect(await give(await sameWallet(device.words), file)).toMatchObject({ added: 3, foreign: 1, purses: 0 })
  })
})

describe('a file that somebody else made or changed', () => {
  const refusals = words.books.fromFile
  let file = ''
  let fresh: Device
  let before = ''
  // One wallet for all of them: nothing of any of these files gets into it.
  beforeAll(async () => {
    const device = await usedDevice()
    file = await fileOf(device)
    fresh = await sameWallet(device.words)
    before = await fileOf(fresh)
  })

  it.each<readonly [string, (text: string) => string, string]>([
    ['is another program’s', () => '{"payments":[]}\n', refusals.foreign],
    ['is of a later version', (text) => text.replace('"version":1', '"version":2'), refusals.newer],
    ['has another amount', (text) => tampered(text, '"amount":"50000"', '"amount":"5"'), refusals.untrue],
    ['has another account', (text) => text.replaceAll(terms.payTo, `0x${'44'.repeat(20)}`), refusals.untrue],
    ['is about something else', (text) => text.replaceAll('https://news.example/two', 'https://evil.example/two'), refusals.untrue],
    ['has another number', (text) => text.replace(/"nonce":"0x(..)/, (_all, byte: string) => `"nonce":"0x${byte === 'ff' ? '00' : 'ff'}`), refusals.untrue],
    ['has a signature of nobody', (text) => text.replace(/"signature":"0x......../, '"signature":"0x00000001'), refusals.untrue],
    ['has a later expiry', (text) => text.replaceAll(/"validBefore":"\d+"/g, '"validBefore":"99999999999"'), refusals.untrue],
    ['leaves a step out', (text) => text.replace(/\{"type":"reserved","at":\d+\},/, ''), refusals.untrue],
    ['has money as a number', (text) => text.replace('"value":"50000"', '"value":50000'), refusals.broken],
    ['has steps that are none', (text) => text.replace('"type":"reserved"', '"type":"refunded"'), refusals.broken],
    ['has a page that is none', (text) => text.replaceAll('"page":"https://news.example/two"', '"page":"javascript:alert(1)"'), refusals.untrue],
    ['has limits that are none', (text) => text.replace('"day":"9000000"', '"day":"-1"'), refusals.broken],
    ['has no limits', (text) => text.replace(/"limits":.*\n/, ''), refusals.broken],
    ['has too many labels', (text) => text.replace('"tags":["birds","work"]', `"tags":${JSON.stringify(Array(100).fill('x'))}`), refusals.broken],
    ['is cut off', (text) => text.slice(0, text.length / 2), 'not whole'],
    ['has a line cut off', (text) => text.replace(/\}\n\]\}\n$/, '\n]}\n'), refusals.broken],
  ])('and that %s is refused whole', async (_what, change, sentence) => {
    expect(await give(fresh, change(file), true)).toBe(sentence)
    expect(await rowsOf(fresh)).toEqual([0, 0, 0])
    expect(await fileOf(fresh)).toBe(before)
  })

  it('is refused where another wallet is, also one with payments of its own', async () => {
    const other = await usedDevice()
    const unchanged = await fileOf(other)
    expect(await give(other, file, true)).toBe(refusals.stranger)
    expect(await fileOf(other)).toBe(unchanged)
  })

  it('makes nothing of what was only being prepared: it is signed for nowhere', async () => {
    const line = file.split('\n').find((one) => one.startsWith('{"id"')) ?? ''
    const payment = JSON.parse(line.replace(/,$/, '')) as { events: { type: string }[] }
    const unsigned = { ...payment, events: payment.events.filter(({ type }) => type === 'quoted' || type === 'reserved') }
    expect(await give(fresh, file.replace(line, `${JSON.stringify(unsigned)},`), true)).toBe(refusals.untrue)
  })

  it('cannot go on with a file that was begun before', async () => {
    const proof = await authorityOf(fresh)
    const begun = await fresh.imports.begin({ rules: false }, proof)
    if (!begun.ok) throw new Error(begun.error.sentence)
    await fresh.imports.begin({ rules: true }, proof)
    expect(await fresh.imports.add({ run: begun.value.run, lines: ['x'] })).toMatchObject({ error: { sentence: words.books.gone } })
  })
})
