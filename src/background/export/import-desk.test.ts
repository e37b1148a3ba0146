import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { settled, start, terms } from '../../core/purchase/machine.fixtures'
import { en as words } from '../../core/words/en'
import { authorityOf, fileOf, give, network, newId, refund, sameWallet, tampered, usedDevice, type Device } from './device.fixtures'

const rowsOf = async ({ db }: Device): Promise<readonly number[]> => Promise.all([db.purchases, db.journal, db.labels].map((table) => table.count()))

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
