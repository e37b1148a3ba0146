import { readFile } from 'node:fs/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { expect } from 'vitest'
import { encodeTransfer } from '../../core/authorization/transfer'
import type { DisputeEvent, Way } from '../../core/dispute/dispute'
import { saleTerms } from '../../core/dispute/dispute.fixtures'
import type { SaleTerms } from '../../core/dispute/sale-terms'
import { networks } from '../../core/networks/networks'
import { answered, delivered, facts, refunded, sent, settled, start, terms } from '../../core/purchase/machine.fixtures'
import type { PurchaseEvent, PurchaseTerms } from '../../core/purchase/purchase'
import { defaultLimits } from '../../core/spending/limits'
import type { ImportView } from '../../messaging/views'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase } from '../../store/database.fixtures'
import { settingsRepository } from '../../store/settings'
import { vaultRepository } from '../../store/vault-repository'
import type { Authority } from '../../vault/authority'
import { booksOf, type Books } from '../books'
import { memory } from '../browser.fixtures'
import { draftOf, filingOf } from '../disputes/filing'
import { Door } from '../wallet/door'
import { VaultCopy } from '../wallet/vault-copy'
import { Vaults } from '../wallet/vaults'
import { WalletSession } from '../wallet/wallet-session'
import { ExportDesk } from './export-desk'
import { ImportDesk } from './import-desk'

export const password = 'wren on a copper coin 1821'
export const network = networks.find(({ id }) => id === 'eip155:8453') ?? never()
export function never(): never {
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
export type Device = ReturnType<typeof newDevice>

async function madeDevice() {
  const device = newDevice()
  const made = await device.wallet.create(password)
  if (!made.ok) throw new Error(made.error)
  return { ...device, words: made.value }
}

/** Another device, on which the twelve words were written. */
export async function sameWallet(written: readonly string[]): Promise<Device> {
  const device = newDevice()
  const restored = await device.wallet.restore(written.join(' '), password)
  if (!restored.ok) throw new Error(restored.error)
  return device
}

/** The document of everything. */
export async function fileOf({ exports }: Device): Promise<string> {
  const begun = await exports.begin({ wanted: { kind: 'document' } })
  if (!begun.ok) throw new Error(begun.error.sentence)
  return piecesOf({ exports }, begun.value.run)
}

export async function piecesOf({ exports }: Pick<Device, 'exports'>, run: string): Promise<string> {
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

export async function authorityOf({ wallet }: Pick<Device, 'wallet'>): Promise<Authority> {
  const proved = await wallet.prove({ kind: 'password', password }, async () => true)
  return proved.ok ? proved.value.authority : never()
}

/** What came of it, or the sentence of the refusal. */
export async function give({ imports, wallet }: Pick<Device, 'imports' | 'wallet'>, text: string, rules = false): Promise<ImportView | string> {
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
export const newId = () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`

/** A purchase of this wallet, really signed. */
export async function buy({ books }: Device, resource: string, events: readonly PurchaseEvent[], change: Partial<PurchaseTerms> = {}): Promise<string> {
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

export const paid = [sent, answered(facts(200, { contentArrived: true })), settled]
export const refund = { ...refunded, refund: { ...refunded.refund, amount: 20_000n } }

/** A reader with some history, and rules of their own. */
export async function usedDevice() {
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
export async function disputes({ books }: Device, payment: string, { way = endpoint, more = [] }: { way?: Way; more?: readonly DisputeEvent[] } = {}): Promise<string> {
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
export const asked: readonly DisputeEvent[] = [{ type: 'sending', what: 'request' }, { type: 'sent', what: 'request' }]

/** Sealed bytes of which one was changed. */
export const turn = (body: Uint8Array): Uint8Array => body.with(60, (body[60] ?? 0) ^ 1)

export const tampered = (text: string, from: string, to: string): string => {
  expect(text).toContain(from)
  return text.replace(from, to)
}

/** Tells whether something is of the schema that is published. */
export async function publishedSchema(): Promise<ValidateFunction> {
  const published = JSON.parse(await readFile(new URL('../../../docs/schema/farthing-export-1.json', import.meta.url), 'utf8')) as object
  return new Ajv2020({ strict: true, allErrors: true }).compile(published)
}
