import { fill } from '../../demo/books/fill'
import { sites, subjects } from '../../demo/books/sites'
import type { Address } from '../../src/core/hex'
import { extensionId } from '../extension-id'
import { sealedIn, unsealWith } from '../stolen/keys'
import { searcher, soughtBytes, soughtText, type Sought } from '../stolen/search'
import { byteStrings, dumpStores, eachFileOf, heldIn, isOwnFile, stretches, type Entry, type Held } from '../stolen/stores'
import { historyQuestion } from '../support/history'
import { password } from '../support/reader'
import { expect, test } from '../support/test'

/** Promise 6 for years of reading: what grows with every payment tells a thief as little as the first one did. FARTHING_PAYMENTS sets how many there are. */

test.use({ newlyInstalled: true })

const payments = Number(process.env['FARTHING_PAYMENTS'] ?? 1_100)
const copies = 30
/** Tables that grow with reading. */
const growing = ['purchases', 'journal', 'labels', 'history', 'exportLines', 'copies', 'copyParts'] as const
const atOnce = 2_000

/** What must be readable with the key, and with nothing else. */
function toldBy(payer: string): readonly Sought[] {
  const account = (name: string, address: string): readonly Sought[] => [soughtText(name, address.slice(2))]
  const prices = [...new Set(sites.map(({ price }) => price.toString()))]
  return [
    ...sites.flatMap(({ host, payTo }) => [soughtText(`the site ${host}`, host), ...account(`the payee of ${host}`, payTo)]),
    ...subjects.map((subject) => soughtText(`titles with ${subject}`, subject)),
    soughtText('a title in an address', 'the-wren-in-winter'),
    // As the books write it; two digits by themselves are everywhere.
    ...prices.map((price) => soughtText(`the amount ${price}`, `"${price}"`)),
    ...account('the purse', payer),
    ...['For the train', 'Read this aloud', '"kitchen"'].map((words) => soughtText(`${words}, a label`, words)),
    soughtText('a note with a tip', 'For the piece on wrens'),
    soughtText('the text of a copy', 'the third winter of the wren'),
    soughtText('the writer of a copy', 'the keeper of the lighthouse'),
  ]
}

/** The same as bytes, which nothing writes: a leak might. */
const asBytes = (payer: string): readonly Sought[] => [
  ...[payer, ...sites.map(({ payTo }) => payTo)].map((address) => soughtBytes('an account in bytes', Buffer.from(address.slice(2), 'hex'))),
  ...[...new Set(sites.map(({ price }) => price))].map((price) => soughtBytes('an amount in bytes', Buffer.from(price.toString(16).padStart(64, '0'), 'hex'))),
]

/** What stands beside the sealed bytes of rows, by its look: nothing else can be read there, however many there are. */
function looksOf(entries: readonly Entry[]): readonly string[] {
  const lookOf = (value: unknown): string => {
    if (byteStrings(value).length > 0) return 'sealed'
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value <= payments ? 'small number' : 'large number'
    if (typeof value !== 'string') return typeof value
    if (/^[0-9a-f]{64}$/.test(value)) return 'keyed hash'
    return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value) ? 'uuid' : 'text'
  }
  return entries.flatMap(({ table, value }) => Object.entries(value as object).map(([field, one]) => `${table}.${field}: ${lookOf(one)}`))
}

const everyLook = [
  'copies.body: sealed',
  'copies.bytes: small number',
  'copies.resourceTag: keyed hash',
  'copyParts.body: sealed',
  'copyParts.part: small number',
  'copyParts.resourceTag: keyed hash',
  'exportLines.body: sealed',
  'exportLines.maker: uuid',
  'exportLines.part: small number',
  'history.body: sealed',
  'history.part: small number',
  'journal.body: sealed',
  'journal.purchaseId: uuid',
  'journal.seq: small number',
  'labels.body: sealed',
  'labels.id: uuid',
  'purchases.body: sealed',
  'purchases.id: uuid',
  'purchases.live: small number',
  'purchases.order: small number',
  'purchases.resourceTag: keyed hash',
]

test('a hundred thousand payments tell a thief as little as one: no site, title, amount or account is anywhere', async ({ extension }) => {
  test.setTimeout(40 * 60_000)
  const desk = await extension.open('dashboard.html')
  await extension.ask(desk, 'wallet.create', { password })
  const payer = (await extension.ask(desk, 'account.read', {})).address.toLowerCase() as Address
  expect(await fill(desk, payer, { payments, copies })).toBe(payments)
  // What is looked through lies on the disk as well: all of it is looked through.
  await expect.poll(async () => (await extension.ask(desk, 'history.search', historyQuestion({ text: 'wren' }))).reading, { timeout: 600_000 }).toBeNull()
  // So do lines of the export document: one was made.
  const { run } = await extension.askGuarded(desk, 'export.begin', { wanted: { kind: 'document' } }, password)
  while ((await extension.ask(desk, 'export.read', { run })).done !== null);
  const session = (await dumpStores(desk, growing)).find(({ store, key }) => store === 'storage.session' && key === 'wallet')
  const viewKey = Buffer.from(String(session?.value), 'base64')
  await extension.ask(desk, 'wallet.lock', {})

  const told = toldBy(payer)
  const inTheOpen = searcher([...told, ...asBytes(payer)])
  const inside = searcher(told)
  const counts: Record<string, number> = {}
  const looks = new Set<string>()
  const opened = new Set<string>()

  await test.step('every row of what grows: nothing can be read, and the right key reads all that was looked for', async () => {
    for (const table of growing) {
      for await (const entries of stretches(desk, table, atOnce)) {
        counts[table] = (counts[table] ?? 0) + entries.length
        expect(inTheOpen(heldIn(entries))).toEqual([])
        for (const look of looksOf(entries)) looks.add(look)
        const sealed = sealedIn(entries)
        expect(sealed).toHaveLength(entries.length)
        const held = sealed.map((one): Held => ({ place: one.name, bytes: Buffer.from(unsealWith(viewKey, one) ?? Buffer.from(`cannot be opened: ${one.name}`)) }))
        for (const find of inside(held)) opened.add(find.replace(/ in (purchases|journal|labels|history|exportLines|copies|copyParts) .*$/, ''))
      }
    }
    expect(counts).toMatchObject({ purchases: payments, history: Math.ceil(payments / 512), exportLines: Math.ceil(payments / 512), copies, copyParts: copies })
    expect(counts['journal']).toBeGreaterThan(5 * payments)
    expect(counts['labels']).toBeGreaterThan(payments / 100)
    expect([...looks].sort()).toEqual(everyLook)
    expect(told.map(({ name }) => name).filter((name) => !opened.has(name)), 'looked for by the right name').toEqual([])
  })

  await test.step('everything else that is stored', async () => {
    const entries = await dumpStores(desk, growing)
    expect(entries.length).toBeGreaterThan(3)
    expect(inTheOpen(heldIn(entries))).toEqual([])
  })

  await extension.quit()
  await test.step('the files of the extension', async () => {
    let bytes = 0
    for await (const file of eachFileOf(extension.profile)) {
      if (!isOwnFile(file, extensionId)) continue
      bytes += file.bytes.length
      expect(inTheOpen([file])).toEqual([])
    }
    expect(bytes).toBeGreaterThan(payments * 1_000)
  })
})
