import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright'
import { mnemonicToAccount } from 'viem/accounts'
import { mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { base32 } from '@scure/base'
import { extensionId } from '../extension-id'
import { keyOfPasskey, possibleKeys, recordsIn, sealedIn, unsealWith, type Sealed } from '../stolen/keys'
import { search, soughtBytes, soughtText, soughtWords, type Sought } from '../stolen/search'
import { byteStrings, dumpStores, filesOf, heldIn, isOwnFile, type Entry, type Held } from '../stolen/stores'
import { confirmationCode } from '../support/confirmation-code'
import type { Extension } from '../support/extension'
import { historyQuestion } from '../support/history'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'
import type { World } from '../../demo/world/index'

test.use({ newlyInstalled: true })

/** Promise 6: the complete dump of every store, without a factor, decrypts nothing and tells nothing. */

/** No other number in a wallet looks like these. */
const prices = { paid: '0.053171', fragment: '0.107393' } as const
const atomic = (usd: string): string => String(Math.round(Number(usd) * 1e6))

/** Longer byte strings are tried as keys only so far in: what lies in the stores is shorter, the logs on the disk may not be. */
const longestTried = 64 * 1024

const random = (length: number): string => randomBytes(length).toString('base64')

interface Life {
  /** Must be nowhere on the disk, whoever wrote it there. */
  readonly secrets: readonly Sought[]
  /** Must not be in anything that is Farthing's. The browser's own history knows the sites. */
  readonly private: readonly Sought[]
  readonly viewKey: Uint8Array
  /** What the passkey gives, which lies in no store. */
  readonly prf: Buffer
}

const pin = '480271936518'

const purseName = 'What the wren reads by night'
const givenSite = 'the-midnight-wren.example'

/** Where the reader would have paid for an article. Every name under localhost is this machine. */
const wishedSite = 'the-evening-wren.localhost'

/** What the reader wrote beside a payment. */
const complaint = 'The last stanza is missing from the ballad'
const unsaid = 'What was begun by candlelight and never sent'
const ownWords = { note: 'Read this aloud to the lighthouse keeper', tags: ['quiet evenings'] }

/** A wallet that is used: made, paid from twice, given two more ways in, a PIN and a confirmation code. Everything it knows is returned. */
async function live(extension: Extension, world: World, desk: Page): Promise<Life> {
  const { words } = await extension.ask(desk, 'wallet.create', { password })
  await extension.ask(desk, 'wallet.confirmBackup', {})
  await Reader.settle(extension, desk, world)
  const reader = await Reader.at(extension, world, desk)
  await world.fund(reader.address, '5')
  for (const slug of ['paid', 'fragment'] as const) {
    const page = await reader.visit(world.articles[slug])
    const approval = await reader.ask(page)
    await approval.pay()
    await reader.expectPayment('delivered')
    // What is open in a window is no secret of a store: the question that comes after the second purchase is answered.
    if (slug === 'fragment') await approval.declineAllowance()
    await page.close()
  }
  await wishOn(reader, wishedSite)
  const own = await secondPurse(reader)
  const [newest] = await reader.payments()
  await extension.ask(desk, 'payments.label', { id: newest?.id ?? '', ...ownWords })
  await extension.ask(desk, 'disputes.file', { payment: newest?.id ?? '', problem: 'not-as-described', amount: '1000', words: complaint, share: ['challenge'] })
  await extension.ask(desk, 'disputes.draft', { payment: (await reader.payments())[1]?.id ?? '', problem: 'withdrawal', draft: { amount: '0.01', words: unsaid, share: [] } })
  const refund = await refunded(reader)
  // What is looked through lies on the disk as well.
  expect((await extension.ask(desk, 'history.search', historyQuestion({ text: 'lighthouse keeper' }))).count).toBe(1)
  const prf = random(32)
  const slot = { kind: 'passkey', name: 'My reading lamp', credential: random(32), salt: random(32), rpId: null, prf } as const
  await extension.askGuarded(desk, 'slots.add', { slot }, password)
  const { code } = await extension.askGuarded(desk, 'slots.addRecovery', {}, password)
  await extension.askGuarded(desk, 'pin.set', { pin }, password)
  const { secret } = await extension.askGuarded(desk, 'code.make', {}, password)
  await extension.ask(desk, 'code.confirm', { code: confirmationCode(secret) })
  const viewKey = await sessionKey(desk)
  return {
    viewKey,
    prf: Buffer.from(prf, 'base64'),
    secrets: [
      ...soughtWords(words),
      ...secretBytes(words, 0),
      ...secretBytes(words, 1),
      soughtBytes('the view key', viewKey),
      soughtText('the password', password),
      soughtBytes('what the passkey gave', Buffer.from(prf, 'base64')),
      soughtText('the PIN', pin),
      soughtText('the secret of the confirmation code', secret),
      soughtBytes('the secret of the confirmation code', base32.decode(secret)),
      soughtText('the recovery code', code),
      soughtText('the recovery code without its hyphens', code.replaceAll(/[^A-Za-z0-9]/g, '')),
    ],
    private: [...addressOf(reader.address), ...addressOf(own), soughtText('the name of a purse', purseName), soughtText('a site with a purse of its own', givenSite), soughtText('the name of a way in', slot.name), soughtText('a site that was wished for', wishedSite), soughtText('a note of the reader', ownWords.note), soughtText('a tag', ownWords.tags.join()), soughtText('what a seller was told', complaint), soughtText('what a seller was not told yet', unsaid), soughtText('a refund on the chain', refund.slice(2)), ...(await bought(reader))],
  }
}

/** What the dearer piece cost comes back. The transaction. */
async function refunded({ extension, desk, world, address }: Reader): Promise<string> {
  const transaction = await world.transfer(world.accounts.seller, address, prices.fragment)
  const { rows } = await extension.ask(desk, 'payments.list', { before: null, limit: 1 })
  const { found } = await extension.ask(desk, 'refunds.look', { payment: rows[0]?.id ?? '' })
  expect(found?.atomic).toBe(atomic(prices.fragment))
  return transaction
}

/** A purse beside the first, named, given to a site, and looked at. Its address. */
async function secondPurse({ extension, desk }: Reader): Promise<string> {
  const { purse } = await extension.askGuarded(desk, 'purses.add', { name: purseName }, password)
  await extension.ask(desk, 'purses.assign', { site: givenSite, purse })
  await extension.ask(desk, 'purses.balance', { purse })
  const { purses } = await extension.ask(desk, 'purses.read', {})
  return purses.find((one) => one.purse === purse)?.address ?? ''
}

function secretBytes(words: readonly string[], addressIndex: number): readonly Sought[] {
  const phrase = words.join(' ')
  const { privateKey } = mnemonicToAccount(phrase, { addressIndex }).getHdKey()
  if (privateKey === null) throw new Error('these words give no account')
  return [
    soughtBytes('the entropy of the words', mnemonicToEntropy(phrase, wordlist)),
    soughtBytes('the private key', privateKey),
    soughtText('the private key as a number', BigInt(`0x${Buffer.from(privateKey).toString('hex')}`).toString()),
  ]
}

const addressOf = (address: string): readonly Sought[] => [
  soughtText('the address of the purse', address.replace('0x', '')),
  soughtBytes('the address of the purse', Buffer.from(address.slice(2), 'hex')),
]

/** Notes a wish at a site that sells subscriptions only. */
async function wishOn({ extension, desk }: Reader, host: string): Promise<void> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>For subscribers</title><p data-component-name="Paywall">Subscribe</p>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const page = await extension.context.newPage()
  await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`)
  await expect.poll(() => extension.ask(desk, 'tab.read', {})).toMatchObject({ wished: false })
  await extension.ask(desk, 'wish.add', {})
  await page.close()
  server.close()
}

/** What a list of purchases would tell: where, what, for how much, to whom, and what the chain can be asked. */
async function bought(reader: Reader): Promise<readonly Sought[]> {
  const rows = await reader.payments()
  expect(rows).toHaveLength(2)
  const details = await Promise.all(rows.map(({ id }) => reader.extension.ask(reader.desk, 'payments.read', { id })))
  const host = new URL(reader.world.articles.paid).host
  const told = details.flatMap((detail) => [
    soughtText('a title', detail?.title ?? ''),
    soughtText('a nonce', detail?.nonce.slice(2) ?? ''),
    soughtBytes('a nonce', Buffer.from(detail?.nonce.slice(2) ?? '', 'hex')),
    soughtText('a payment on the chain', detail?.transaction?.slice(2) ?? ''),
  ])
  const sums = Object.values(prices).flatMap((usd) => [
    soughtText('a price', atomic(usd)),
    soughtBytes('a price', Buffer.from(BigInt(atomic(usd)).toString(16).padStart(64, '0'), 'hex')),
  ])
  const payee = reader.world.accounts.seller.slice(2)
  return [soughtText('a site', host), soughtText('a payee', payee), soughtBytes('a payee', Buffer.from(payee, 'hex')), ...told, ...sums]
}

/** The key that lies in storage.session while the wallet is unlocked, and only then. */
async function sessionKey(desk: Page): Promise<Buffer> {
  const session = (await dumpStores(desk)).filter(({ store, key }) => store === 'storage.session' && key === 'wallet')
  const key = Buffer.from(String(session[0]?.value), 'base64')
  expect(key, 'the view key of the unlocked wallet').toHaveLength(32)
  return key
}

/**
 * What anything among `held` opens, as "seed, by 00ff...". One key seals all rows, so that of those the shortest stands for
 * the others; the parts of the vault are tried each.
 */
function openedBy(held: readonly Held[], sealed: readonly Sealed[]): readonly string[] {
  const rows = sealed.filter(({ purpose }) => purpose === 'rows').sort((one, other) => one.body.length - other.body.length)
  const tried = [...rows.slice(0, 1), ...sealed.filter(({ purpose }) => purpose !== 'rows')]
  expect(new Set(tried.map(({ purpose }) => purpose))).toEqual(new Set(['rows', 'seed', 'purse', null]))
  const keys = possibleKeys(held, longestTried)
  return keys.flatMap((key) => tried.filter((one) => unsealWith(key, one) !== null).map(({ name }) => `${name}, by ${Buffer.from(key).toString('hex')}`))
}

/** The right keys open everything: what is tried in vain below is tried rightly. */
function expectRightKeysOpen(entries: readonly Entry[], { viewKey, prf }: Life): void {
  const sealed = sealedIn(entries)
  const passkeySlot = recordsIn(entries)[0]?.slots.find(({ kind }) => kind === 'passkey')
  const mix = passkeySlot !== undefined && 'mix' in passkeySlot ? passkeySlot.mix : ''
  const slot = sealed.find(({ name }) => name === 'slot passkey')
  const keys = slot === undefined ? null : unsealWith(keyOfPasskey(prf, mix), slot)
  const signKey = keys?.subarray(32) ?? new Uint8Array(32)
  expect(Buffer.from(keys?.subarray(0, 32) ?? [])).toEqual(Buffer.from(viewKey))
  for (const one of sealed.filter(({ purpose }) => purpose !== null)) {
    expect(unsealWith(one.purpose === 'seed' ? signKey : viewKey, one), one.name).not.toBeNull()
  }
}

/** What is looked for in vain in what can be read is there all the same, sealed: it was looked for by the right name. */
function expectSealedInside(entries: readonly Entry[], life: Life): void {
  const inside = sealedIn(entries).flatMap((one) => {
    const bytes = unsealWith(life.viewKey, one)
    return bytes === null ? [] : [{ place: one.name, bytes: Buffer.from(bytes) }]
  })
  const found = search(inside, life.private)
  for (const name of new Set(life.private.map((thing) => thing.name))) expect(found.some((find) => find.startsWith(name)), name).toBe(true)
}

test.describe('a stolen profile is worthless', () => {
  test.setTimeout(360_000)
  test.beforeEach(async ({ world }) => {
    for (const [slug, usd] of Object.entries(prices)) await world.tellNewspaper('price', { slug, usd })
  })
  test.afterEach(async ({ world }) => {
    await world.tellNewspaper('price', { slug: 'paid', usd: '0.05' })
    await world.tellNewspaper('price', { slug: 'fragment', usd: '0.10' })
  })

  test('every store and every file of a used wallet tells nothing, and nothing in them opens anything', async ({ extension, world }) => {
    const desk = await extension.open('dashboard.html')
    const life = await live(extension, world, desk)
    await extension.ask(desk, 'wallet.lock', {})
    const entries = await dumpStores(desk)
    const sealed = sealedIn(entries)

    await test.step('the dump is a whole one, and the right keys would open all of it', () => {
      const tables = entries.filter(({ value }) => byteStrings(value).length > 0).map(({ table }) => table)
      expect(new Set(tables)).toEqual(new Set(['purchases', 'journal', 'contents', 'copies', 'copyParts', 'disputes', 'events', 'history', 'labels', 'saleTerms', 'sites', 'slotNames', 'values']))
      expect(sealed.filter(({ purpose }) => purpose === 'rows')).toHaveLength(tables.length)
      expect(recordsIn(entries), 'the vault and its copy').toHaveLength(2)
      expectRightKeysOpen(entries, life)
      expectSealedInside(entries, life)
    })

    await test.step('what can be read while locked', () => {
      expect(search(heldIn(entries), [...life.secrets, ...life.private])).toEqual([])
    })

    await test.step('readable, and known to be: the address of the chain endpoint, a setting that holds no secret', () => {
      const endpoint = soughtText('the endpoint', new URL(world.chain.endpoint).host)
      expect(search(heldIn(entries), [endpoint]).join()).toContain('settings')
    })

    await extension.quit()
    const files = await filesOf(extension.profile)
    const own = files.filter((file) => isOwnFile(file, extensionId))

    await test.step('the files of the extension', () => {
      expect(own.some(({ place }) => place.includes('IndexedDB'))).toBe(true)
      expect(search(own, [...life.secrets, ...life.private])).toEqual([])
    })

    await test.step('nothing that is stored, or lies in the files, is a key', () => {
      // Together, as most of it lies in both and is tried once.
      expect(openedBy([...heldIn(entries), ...own], sealed)).toEqual([])
    })

    await test.step('no secret is anywhere else in the profile, and nothing of the PIN, which is for a running browser only', () => {
      const record = entries.find(({ store, key }) => store === 'storage.session' && key === 'pin')
      const kept = heldIn(record === undefined ? [] : [record])
      const wrapped = /"wrapped":"([^"]+)"/.exec(kept[0]?.bytes.toString('utf8') ?? '')?.[1] ?? ''
      expect(search(files, [...life.secrets, soughtBytes('the view key under the PIN', Buffer.from(wrapped, 'base64'))])).toEqual([])
    })
  })

  test('the search and the keys would find what is there', async ({ extension }) => {
    const desk = await extension.open('dashboard.html')
    const { words } = await extension.ask(desk, 'wallet.create', { password })
    const key = await sessionKey(desk)
    const secret = 'A site that was visited.example'
    const planted = {
      words,
      phrase: words.join(' '),
      plain: secret.toUpperCase(),
      hex: Buffer.from(`..${secret}..`).toString('hex'),
      base64: [0, 1, 2].map((before) => Buffer.from('.'.repeat(before) + secret + '!').toString('base64')),
      key: Buffer.concat([Buffer.alloc(7), key, Buffer.alloc(3)]).toString('base64'),
    }
    await desk.evaluate((items) => chrome.storage.local.set(items), planted)
    await extension.ask(desk, 'wallet.lock', {})
    // The opening is written down, and what was spent is summed: there are sealed rows, whichever is the shortest.
    await extension.ask(desk, 'wallet.unlock', { factor: { kind: 'password', password } })
    await extension.ask(desk, 'wallet.lock', {})
    const entries = await dumpStores(desk)
    await extension.quit()
    const own = (await filesOf(extension.profile)).filter((file) => isOwnFile(file, extensionId))

    for (const held of [heldIn(entries), own]) {
      const places = search(held, [soughtText('the secret', secret)])
      for (const as of ['(plain)', '(hex)', '(base64)']) expect(places.filter((place) => place.endsWith(as)).length, as).toBeGreaterThan(0)
      expect(search(held, soughtWords(words)).length).toBeGreaterThanOrEqual(11)
      expect(search(held, [soughtBytes('the key', key)])).not.toEqual([])
      const opened = openedBy(held, sealedIn(entries)).join('\n')
      expect(opened).toMatch(new RegExp(`^(?:events \\d+|values [a-z-]+), by ${key.toString('hex')}$`, 'm'))
      expect(opened).toContain(`purse, by ${key.toString('hex')}`)
    }
  })
})
