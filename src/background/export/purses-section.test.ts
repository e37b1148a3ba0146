import { describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is what a file holds, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { en as words } from '../../core/words/en'
import { authorityOf, buy, fileOf, give, network, never, paid, publishedSchema, sameWallet, tampered, usedDevice } from './device.fixtures'

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
    const check = await publishedSchema()
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
