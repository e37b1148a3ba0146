import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))
// The least the vault accepts: what is tested here is who may look, not what a guess costs.
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { memory } from '../browser.fixtures'
import { everything } from '../../core/history/query'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase } from '../../store/database.fixtures'
import { vaultRepository } from '../../store/vault-repository'
import { LockedError } from '../../vault/locked-error'
import { booksOf } from '../books'
import { Door } from './door'
import { VaultCopy } from './vault-copy'
import { Vaults } from './vaults'
import { WalletSession } from './wallet-session'

beforeEach(() => memory.clear())

/** A wallet that was opened, and a second worker that finds it so after the first one has died. */
async function asleep() {
  const db = newDatabase()
  const session = () => new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => books.shut())
  await new WalletSession(new Vaults(vaultRepository(db), new VaultCopy()), new Door(attemptsRepository(db)), () => undefined).create('wren on a copper coin 1821')
  const wallet = session()
  const books = booksOf(db, wallet)
  return { wallet, books }
}

describe('a worker that comes back', () => {
  it('has one keyring and one set of books for all who ask at once', async () => {
    const { wallet, books } = await asleep()
    const [one, other, first, second] = await Promise.all([wallet.keyring(), wallet.keyring(), books(), books()])
    expect(one).not.toBeNull()
    expect(other).toBe(one)
    expect(second).toBe(first)
    expect((await first?.history.search(everything))?.count).toBe(0)
  })

  it('is locked when it was locked while it came back, and what was open by then is shut', async () => {
    const { wallet, books } = await asleep()
    const coming = wallet.keyring()
    await wallet.lock()
    expect(await coming).toBeNull()
    expect(await wallet.keyring()).toBeNull()
    expect(await books()).toBeNull()
  })

  it('lets go of what the books hold in memory when it is locked', async () => {
    const { wallet, books } = await asleep()
    const open = await books()
    await wallet.lock()
    await expect(open?.history.search(everything)).rejects.toThrow(LockedError)
  })
})
