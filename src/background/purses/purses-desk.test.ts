import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what becomes of purses, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { mnemonicToAccount } from 'viem/accounts'
import type { Address } from '../../core/hex'
import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase } from '../../store/database.fixtures'
import { settingsRepository } from '../../store/settings'
import { vaultRepository } from '../../store/vault-repository'
import type { Authority } from '../../vault/authority'
import { booksOf, type Books } from '../books'
import { memory } from '../browser.fixtures'
import type { ChainReader } from '../chain/chain-reader'
import { Door } from '../wallet/door'
import { VaultCopy } from '../wallet/vault-copy'
import { Vaults } from '../wallet/vaults'
import { WalletSession } from '../wallet/wallet-session'
import { PursesDesk } from './purses-desk'

const password = 'wren on a copper coin 1821'
const phrase = 'test test test test test test test test test test test junk'
/** As any other wallet derives them. */
const accounts = Array.from({ length: 8 }, (_, addressIndex) => mnemonicToAccount(phrase, { addressIndex }).address.toLowerCase() as Address)
const account = (index: number): Address => accounts[index] ?? accounts[0] ?? `0x${'00'.repeat(20)}`

/** What the chain knows of each account, and whom it was asked about. */
const holdings = new Map<Address, bigint>()
const hasPaid = new Set<Address>()
let asked: Address[] = []
let isDown: (account: Address) => boolean
const chain = {
  read: async (_network: string, payer: Address) => {
    asked.push(payer)
    return isDown(payer) ? err('unreachable') : ok({ block: { number: 1n, timeMs: 0 }, balance: holdings.get(payer) ?? 0n, used: false })
  },
  hasPaid: async (_network: string, payer: Address) => hasPaid.has(payer),
} as unknown as ChainReader

async function restored() {
  memory.clear()
  const db = newDatabase()
  const wallet = new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => undefined)
  const open = booksOf(db, wallet)
  const back = await wallet.restore(phrase, password)
  if (!back.ok) throw new Error(back.error)
  const changed = vi.fn()
  const settings = settingsRepository(db)
  const desk = new PursesDesk({ wallet, open, chain, settings: () => settings.read(), changed })
  const books = async (): Promise<Books> => (await open()) ?? locked()
  const proof = async (): Promise<Authority> => {
    const proved = await wallet.prove({ kind: 'password', password }, async () => true)
    return proved.ok ? proved.value.authority : locked()
  }
  return { wallet, desk, books, proof, changed }
}
function locked(): never {
  throw new Error('the wallet is locked')
}

type Device = Awaited<ReturnType<typeof restored>>
let device: Device
let authority: Authority

beforeAll(() => {
  expect(new Set(accounts).size).toBe(8)
})
beforeEach(async () => {
  holdings.clear()
  hasPaid.clear()
  asked = []
  isDown = () => false
  device = await restored()
  authority = await device.proof()
})

/** A wallet that has looked for its purses, and found none. */
async function looked(): Promise<void> {
  expect(await device.desk.find(authority)).toEqual(ok({ found: 0 }))
  asked = []
}
const seen = async () => {
  const view = await device.desk.view()
  return view.ok ? view.value : locked()
}
const refusal = (sentence: string) => err({ code: 'refused', sentence })

describe('looking for other purses', () => {
  it('comes first: nothing is added or given before', async () => {
    expect((await seen()).memory).toBe('unknown')
    expect(await device.desk.add('Newspapers', authority)).toEqual(refusal(words.purse.lookFirst))
    expect(await device.desk.assign('news.example', 0)).toEqual(refusal(words.purse.lookFirst))
  })

  it('asks about each of the seven, one at a time, and takes back every one up to the last that was used', async () => {
    holdings.set(account(1), 5n)
    hasPaid.add(account(4))
    expect(await device.desk.find(authority)).toEqual(ok({ found: 4 }))
    expect(asked).toEqual(accounts.slice(1))
    const { purses, memory: known } = await seen()
    expect(known).toBe('searched')
    expect(purses.map(({ purse, name }) => [purse, name])).toEqual([[0, words.purse.first], [1, 'Purse 2'], [2, 'Purse 3'], [3, 'Purse 4'], [4, 'Purse 5']])
    expect(purses.map(({ address }) => address.toLowerCase())).toEqual(accounts.slice(0, 5))
  })

  it('is all or nothing: where one account cannot be asked about, nothing changes, and it is still to be done', async () => {
    holdings.set(account(1), 5n)
    isDown = (payer) => payer === account(3)
    expect(await device.desk.find(authority)).toEqual(refusal(words.purse.notLooked))
    expect((await seen()).purses).toHaveLength(1)
    expect((await seen()).memory).toBe('unknown')
    expect((await seen()).looked).toBeNull()
  })

  it('again finds what was filled meanwhile, and leaves names as the reader gave them', async () => {
    holdings.set(account(1), 5n)
    await device.desk.find(authority)
    await device.desk.rename(1, 'Newspapers')
    holdings.set(account(2), 1n)
    expect(await device.desk.find(authority)).toEqual(ok({ found: 1 }))
    expect((await seen()).purses.map(({ name }) => name)).toEqual([words.purse.first, 'Newspapers', 'Purse 3'])
  })
})

describe('a purse', () => {
  it('is added as the next account, eight at most', async () => {
    await looked()
    for (let index = 1; index < 8; index += 1) expect(await device.desk.add(`Purse of ${String(index)}`, authority)).toEqual(ok({ purse: index }))
    expect((await seen()).purses.map(({ address }) => address.toLowerCase())).toEqual(accounts)
    expect(await device.desk.add('One more', authority)).toEqual(refusal(words.purse.full))
    expect(asked, 'making one asks nobody').toEqual([])
  })

  it('is given to a site, by whatever the reader types for it, and taken back', async () => {
    await looked()
    await device.desk.add('Newspapers', authority)
    for (const typed of [' https://www.news.example/today?x=1 ', 'News.Example', 'news.example']) expect((await device.desk.assign(typed, 1)).ok, typed).toBe(true)
    expect((await seen()).purses[1]?.sites).toEqual(['news.example'])
    expect(await (await device.books()).purses.of('news.example')).toMatchObject({ index: 1, name: 'Newspapers' })
    expect((await device.desk.assign('news.example', 0)).ok).toBe(true)
    expect((await (await device.books()).purses.of('news.example')).index).toBe(0)
    for (const typed of ['', 'not a site', 'https://', 'javascript:alert(1)']) expect(await device.desk.assign(typed, 1), typed).toEqual(refusal(words.purse.noSite))
    expect(await device.desk.assign('news.example', 5)).toEqual(refusal(words.purse.gone))
  })

  it('is looked at alone, and what it holds is remembered', async () => {
    await looked()
    await device.desk.add('Newspapers', authority)
    holdings.set(account(1), 2_000_000n)
    const saw = vi.fn(async () => undefined)
    expect(await device.desk.balance(1, saw)).toMatchObject(ok({ state: 'known', total: { atomic: '2000000' }, reserved: { atomic: '0' } }))
    expect(asked).toEqual([account(1)])
    expect(saw).toHaveBeenCalledWith(expect.objectContaining({ payer: account(1) }), 2_000_000n)
    isDown = () => true
    expect(await device.desk.balance(1, saw)).toEqual(ok({ state: 'unknown', sentence: words.balanceUnknown }))
    expect(await device.desk.balance(6, saw)).toEqual(refusal(words.purse.gone))
  })

  it('has an endpoint of its own, and then nobody else can join it by theirs', async () => {
    await looked()
    await device.desk.add('Newspapers', authority)
    expect((await seen()).links).toMatchObject([{ why: 'endpoint', purses: [0, 1] }])
    await device.desk.setEndpoint(1, 'https://rpc.example/v1')
    const { purses, links } = await seen()
    expect(purses.map(({ endpoint }) => endpoint)).toEqual([null, 'https://rpc.example/v1'])
    expect(links).toEqual([])
    await device.desk.setEndpoint(1, null)
    expect((await seen()).purses[1]?.endpoint).toBeNull()
  })

  it('tells nothing while the wallet is locked', async () => {
    await device.wallet.lock()
    const saw = async () => undefined
    for (const answer of [device.desk.view(), device.desk.balance(0, saw), device.desk.rename(0, 'Mine'), device.desk.assign('news.example', 0), device.desk.setEndpoint(0, null)]) {
      expect(await answer).toEqual(err({ code: 'locked', sentence: words.locked }))
    }
  })
})
