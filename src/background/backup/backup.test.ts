import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { memory } from '../browser.fixtures'
import { answered, delivered, facts, refunded, sent, settled, signed, start, terms } from '../../core/purchase/machine.fixtures'
import { filing, saleTerms } from '../../core/dispute/dispute.fixtures'
import type { PurchaseEvent } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase } from '../../store/database.fixtures'
import { vaultRepository } from '../../store/vault-repository'
import { sealAddedPurse } from '../../vault/added-purse'
import { fromBase64 } from '../../vault/bytes'
import { booksOf, type Books } from '../books'
import { Door } from '../wallet/door'
import { VaultCopy } from '../wallet/vault-copy'
import { Vaults } from '../wallet/vaults'
import { WalletSession } from '../wallet/wallet-session'
import { BackupDesk } from './backup-desk'
import { golden } from './backup.fixtures'
import { RestoreDesk } from './restore-desk'

const password = 'wren on a copper coin 1821'
const passphrase = 'a hedge, two fields and a gate'
const dispute = '5e3aaea0-0000-4000-8000-000000000001'
const identity = { network: terms.network, asset: terms.asset, resource: terms.resource, counter: 0 }

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
  return { db, wallet, books, backups: new BackupDesk(wallet, open), restores: new RestoreDesk(wallet, db, open) }
}
type Device = ReturnType<typeof newDevice>

async function proof({ wallet }: Device, given = password) {
  const proved = await wallet.prove({ kind: 'password', password: given }, async () => true)
  if (!proved.ok) throw new Error(proved.error.fault)
  return proved.value.authority
}

async function fileOf(device: Device): Promise<readonly string[]> {
  const authority = await proof(device)
  const made = await device.backups.make(passphrase, authority)
  authority.wipe()
  if (!made.ok) throw new Error(made.error.sentence)
  const lines = [made.value.line]
  let from: string | null = null
  do {
    const read = await device.backups.read({ file: made.value.file, line: lines.length, from })
    if (!read.ok) throw new Error(read.error.sentence)
    lines.push(read.value.line)
    from = read.value.next
  } while (from !== null)
  return lines
}

/** The sentence of the refusal, or null when the wallet is back. */
async function give({ restores }: Device, [head = '', ...lines]: readonly string[], given = passphrase): Promise<string | null> {
  const begun = await restores.begin({ line: head, passphrase: given })
  if (!begun.ok) return begun.error.sentence
  for (const line of lines) {
    const added = await restores.add({ restore: begun.value.restore, line })
    if (!added.ok) return added.error.sentence
    if (added.value.done !== null) return null
  }
  return 'not whole'
}

async function buy(device: Device, id: string, resource: string, events: readonly PurchaseEvent[]): Promise<void> {
  const { purchases, keyring } = await device.books()
  const reserved = await purchases.reserve({ id, terms: { ...terms, resource }, resourceTag: keyring.sealer.tag('resource', resource), balance: 10n ** 9n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  for (const event of events) expect((await purchases.append(id, event)).ok, event.type).toBe(true)
}

const first = '00000000-0000-4000-8000-000000000001'
const second = '00000000-0000-4000-8000-000000000002'
const third = '00000000-0000-4000-8000-000000000003'

/** A reader with some history, a kept article, somebody they paid and a setting of their own. */
const wished = { wishes: [{ site: 'news.example', at: '2026-11-26' }] }

const purses = { firstName: 'Pocket', sites: [{ site: 'news.example', purse: 1 }], endpoints: [{ network: terms.network, purse: 1, url: 'https://rpc.example/' }] }

const label = { note: 'For the train', tags: ['birds'] }

/** A request that was begun. */
const draft = { payment: second, problem: 'withdrawal' as const, amount: '0.01', words: 'It is', share: [] }

async function usedDevice() {
  const device = newDevice()
  const made = await device.wallet.create(password)
  if (!made.ok) throw new Error(made.error)
  await device.wallet.confirmBackup()
  await buy(device, first, 'https://blog.example/one', [signed, sent, answered(facts(200, { contentArrived: true })), settled, refunded])
  await buy(device, second, 'https://blog.example/two', [signed, sent])
  const books = await device.books()
  await books.contents.save('tag', { html: '<p>Wrens</p>', savedAt: start })
  await books.payees.add('payee')
  await books.labels.write(first, label)
  await books.disputes.file(dispute, first, { type: 'filed', filing }, start)
  await books.disputes.keepTerms(first, { at: start, terms: saleTerms })
  await books.keepsakes.drafts.change(() => ({ drafts: [draft] }))
  await books.keepsakes.drill.change(() => ({ dueAt: start }))
  await books.keepsakes.wishes.change(() => wished)
  await books.purses.change((kept) => ({ ...kept, ...purses, added: [{ index: 1, name: 'Newspapers', key: sealAddedPurse(fromBase64(books.keyring.toSession()) ?? new Uint8Array(32), 1, new Uint8Array(32).fill(7)) }] }))
  await books.keepsakes.confirmation.change(() => ({ secret: 'A'.repeat(32), confirmed: true, usedStep: 1 }))
  await device.db.settings.put({ id: 'settings', value: { currency: 'KRW' } })
  return { ...device, words: made.value, nonce: books.keyring.purchaseNonce(identity) }
}

const written = async ({ db }: Device): Promise<number> => (await Promise.all(db.tables.map((table) => table.count()))).reduce((sum, count) => sum + count, 0)

beforeEach(() => memory.clear())

describe('a backup file', () => {
  it('brings everything back on a fresh profile, and opens with its passphrase alone', async () => {
    const before = await usedDevice()
    const history = await (await before.books()).purchases.list({ before: null, limit: 10 })
    const lines = await fileOf(before)
    const after = newDevice()
    expect(await give(after, lines)).toBeNull()

    const books = await after.books()
    expect(await books.purchases.list({ before: null, limit: 10 })).toEqual(history)
    expect((await books.purchases.rebuild(first)).ok).toBe(true)
    expect(await books.purchases.journal(second)).toEqual(await (await before.books()).purchases.journal(second))
    expect(await books.contents.read('tag')).toEqual({ html: '<p>Wrens</p>', savedAt: start })
    expect(await books.payees.knows('payee')).toBe(true)
    expect(await books.keepsakes.drafts.read()).toEqual({ drafts: [draft] })
    expect(await books.keepsakes.drill.read()).toEqual({ dueAt: start })
    expect(await books.keepsakes.wishes.read()).toEqual(wished)
    expect(await books.labels.read(first)).toEqual(label)
    expect(await books.disputes.get(dispute)).toEqual(await (await before.books()).disputes.get(dispute))
    expect((await books.disputes.terms(first))?.terms).toEqual(saleTerms)
    // What was paid since the file was made is not in it: other purses may have paid.
    expect(await books.purses.kept()).toMatchObject({ ...purses, memory: 'unknown' })
    expect(await books.purses.all(), 'opened with the same key, to the same accounts').toEqual(await (await before.books()).purses.all())
    expect((await books.purses.of('news.example')).name).toBe('Newspapers')
    expect((await after.db.settings.get('settings'))?.value).toEqual({ currency: 'KRW' })
    expect(await books.purchases.append(first, refunded)).toMatchObject({ ok: false })
    expect(await books.purchases.refunds.isCounted({ ...refunded.refund, network: terms.network }), 'what came back is still counted').toBe(true)
    expect(books.keyring.purchaseNonce(identity), 'the same purchase keeps its nonce').toBe(before.nonce)
    expect(await after.wallet.backedUp()).toBe(true)
    expect((await books.security.latest(50)).map(({ kind }) => kind)).toEqual(['backup-restored', 'backup-made'])

    const record = await after.wallet.record()
    expect(record?.slots).toHaveLength(1)
    const authority = await proof(after, passphrase)
    expect(record !== null && authority.words(record)).toEqual({ ok: true, value: before.words })
    expect(await after.wallet.prove({ kind: 'password', password }, async () => true)).toMatchObject({ ok: false })
  })

  it('brings texts of copies back and leaves their pictures behind; a copy that is there keeps its own', async () => {
    const before = await usedDevice()
    const picture = { src: 'https://blog.example/a.jpg', type: 'image/webp' as const, width: 3, height: 2, bytes: new Uint8Array(9) }
    const copy = { card: { savedAt: start, byline: null, lang: null, dir: null, left: 0 }, html: '<p>Owls</p>', pictures: [picture] }
    const { copies } = await before.books()
    for (const tag of ['owls', 'wrens']) await copies.save(tag, copy, 1_000_000)
    const lines = await fileOf(before)
    const after = newDevice()
    expect(await give(after, lines)).toBeNull()
    const restored = await after.books()
    expect(await restored.copies.open('owls', start)).toMatchObject({ html: '<p>Owls</p>', pictures: [], card: { pictures: [{ src: picture.src }] } })
    expect(await restored.copies.total()).toBeLessThan(await copies.total())
  })

  it('leaves the confirmation code behind: lost with the old device, it would lock the new one', async () => {
    const lines = await fileOf(await usedDevice())
    const after = newDevice()
    expect(await give(after, lines)).toBeNull()
    expect(await (await after.books()).keepsakes.confirmation.read()).toBeNull()
  })

  it('leaves permissions to pay without a question behind, and tells from the purchases what was spent', async () => {
    const used = await usedDevice()
    await (await used.books()).purchases.spending.allowances.change(() => ({ allowances: [], declined: [] }))
    const lines = await fileOf(used)
    const after = newDevice()
    expect(await give(after, lines)).toBeNull()
    const { purchases } = await after.books()
    expect(await purchases.spending.allowances.read()).toBeNull()
    expect((await purchases.overview(terms, '2025-10-09')).all).toEqual([{ day: terms.day, held: terms.amount, paid: terms.amount }])
  })

  it('holds every table but those of the ways in, and what is made again from the purchases', async () => {
    const { db } = newDevice()
    const waysIn = ['vault', 'slotNames', 'attempts']
    const madeAgain = ['sites', 'history', 'historyChanges', 'exportLines', 'refunds']
    const held = ['settings', 'purchases', 'journal', 'contents', 'copies', 'copyParts', 'events', 'values', 'payees', 'labels', 'disputes', 'saleTerms']
    expect(db.tables.map(({ name }) => name).sort()).toEqual([...waysIn, ...madeAgain, ...held].sort())
  })

  it('goes on over any number of lines, each of a size that can be sent', async () => {
    const before = await usedDevice()
    const { contents, payees } = await before.books()
    for (let n = 0; n < 5; n += 1) await contents.save(`large-${n}`, { html: 'w'.repeat(300_000), savedAt: n })
    await contents.save('huge', { html: 'h'.repeat(1_200_000), savedAt: 9 })
    for (let n = 0; n < 1001; n += 1) await payees.add(`payee-${String(n)}`)
    const lines = await fileOf(before)
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(line.length).toBeLessThan(60 * 1024 * 1024)
    const after = newDevice()
    expect(await give(after, lines)).toBeNull()
    expect(await after.db.payees.count()).toBe(await before.db.payees.count())
    expect(await after.db.contents.count()).toBe(await before.db.contents.count())
    expect((await (await after.books()).contents.read('huge'))?.html.length).toBe(1_200_000)
  })

  it('still opens as it was made in November 2026', async () => {
    const after = newDevice()
    expect(await give(after, golden.file.split('\n'), golden.passphrase)).toBeNull()
    const { purchases, keyring } = await after.books()
    expect(keyring.address).toBe(golden.address)
    expect((await purchases.list({ before: null, limit: 5 })).purchases.map(({ id, state }) => [id, state])).toEqual([[second, 'sent'], [first, 'delivered']])
  })
})

describe('what is not the whole file is refused, and nothing is kept of it', () => {
  it('the wrong passphrase, and the wallet’s own password', async () => {
    const lines = await fileOf(await usedDevice())
    for (const wrong of ['', password, `${passphrase} `]) {
      const after = newDevice()
      expect(await give(after, lines, wrong)).toBe(words.backup.wrongPassphrase)
      expect(await written(after)).toBe(0)
      expect(await after.wallet.state()).toBe('none')
    }
  })

  it('lines exchanged, left out, doubled, cut off, or of another file of the same wallet', async () => {
    const before = await usedDevice()
    const lines = await fileOf(before)
    const other = await fileOf(before)
    const [head = '', one = '', two = '', ...rest] = lines
    const wrong: readonly (readonly string[])[] = [
      [head, two, one, ...rest],
      [head, two, ...rest],
      [head, one, one, two, ...rest],
      [head, ...other.slice(1)],
      [head, one, other[2] ?? '', ...rest],
      [head, ...rest.slice(-1)],
    ]
    for (const given of wrong) {
      const after = newDevice()
      expect(await give(after, given)).toBe(words.backup.broken)
      expect(await written(after)).toBe(0)
    }
    const cut = newDevice()
    expect(await give(cut, lines.slice(0, -1))).toBe('not whole')
    expect(await written(cut)).toBe(0)
  })

  it('a changed character anywhere', async () => {
    const lines = await fileOf(await usedDevice())
    const after = newDevice()
    for (const [at, line] of lines.entries()) {
      const places = at === 0 ? Array.from({ length: 12 }, (_, n) => Math.floor((n * line.length) / 12)) : [0, Math.floor(line.length / 2), line.length - 1]
      for (const place of places) {
        const changed = `${line.slice(0, place)}${line[place] === 'A' ? 'B' : 'A'}${line.slice(place + 1)}`
        const refusal = await give(after, lines.with(at, changed))
        expect([words.backup.notAFile, words.backup.wrongPassphrase, words.backup.broken], `line ${at}, character ${place}`).toContain(refusal)
      }
    }
    expect(await written(after)).toBe(0)
    expect(await after.wallet.state()).toBe('none')
  })

  it.each(['', '{}', 'null', '[]', '{"farthing":"backup","format":2}', 'not a file'])('%j', async (head) => {
    const after = newDevice()
    expect(await give(after, [head, 'x'])).toBe(words.backup.notAFile)
  })

  it('a line after another file was begun, or with an invented name', async () => {
    const lines = await fileOf(await usedDevice())
    const after = newDevice()
    const earlier = await after.restores.begin({ line: lines[0] ?? '', passphrase })
    await after.restores.begin({ line: lines[0] ?? '', passphrase })
    const restore = earlier.ok ? earlier.value.restore : ''
    expect(await after.restores.add({ restore, line: lines[1] ?? '' })).toMatchObject({ ok: false, error: { sentence: words.backup.gone } })
  })

  it('a file where there is a wallet already, also one that was made while the file was read', async () => {
    const before = await usedDevice()
    const lines = await fileOf(before)
    expect(await give(before, lines)).toBe(words.walletExists)
    const after = newDevice()
    const begun = await after.restores.begin({ line: lines[0] ?? '', passphrase })
    const restore = begun.ok ? begun.value.restore : ''
    for (const line of lines.slice(1, -1)) await after.restores.add({ restore, line })
    await after.wallet.create(password)
    expect(await after.restores.add({ restore, line: lines.at(-1) ?? '' })).toMatchObject({ ok: false, error: { sentence: words.walletExists } })
    expect(await after.db.purchases.count()).toBe(0)
  })
})

describe('on a profile whose vault was damaged', () => {
  it('what was bought since the file was made is read again, and what is noise goes', async () => {
    const before = await usedDevice()
    const lines = await fileOf(before)
    await buy(before, third, 'https://blog.example/three', [signed])
    await (await before.books()).purchases.append(second, answered(facts(200, { contentArrived: true })))
    const history = await (await before.books()).purchases.list({ before: null, limit: 10 })
    await before.db.vault.update('vault', { record: {} })
    await before.db.contents.put({ resourceTag: 'noise', body: new Uint8Array(60) })
    const after = newDevice(before.db)
    expect(await after.wallet.state()).toBe('damaged')
    expect(await give(after, lines)).toBeNull()
    const { purchases } = await after.books()
    expect(await purchases.list({ before: null, limit: 10 })).toEqual(history)
    expect(await after.db.contents.get('noise')).toBeUndefined()
  })

  it('a purchase that stands in another one’s place in the sequence gets its own', async () => {
    const before = await usedDevice()
    const lines = await fileOf(before)
    await before.db.purchases.clear()
    await before.db.journal.clear()
    await buy(before, third, 'https://blog.example/three', [signed, sent, settled, delivered])
    await before.db.vault.update('vault', { record: {} })
    const after = newDevice(before.db)
    expect(await give(after, lines)).toBeNull()
    const { purchases } = await (await after.books()).purchases.list({ before: null, limit: 10 })
    expect(new Set(purchases.map(({ id }) => id))).toEqual(new Set([first, second, third]))
  })
})
