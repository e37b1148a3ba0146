import { beforeAll, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: {} }))

import { newDatabase } from '../../store/database.fixtures'
import { vaultRepository, type StoredVault } from '../../store/vault-repository'
import { createVault } from '../../vault/vault'
import type { VaultRecord } from '../../vault/record'
import { Vaults } from './vaults'

const kdf = { memoryKiB: 19 * 1024, iterations: 1 }
let record: VaultRecord
let later: VaultRecord
beforeAll(async () => {
  record = (await createVault({ password: 'correct horse, wrong stable', now: 1, kdf })).record
  later = (await createVault({ password: 'correct horse, wrong stable', now: 2, kdf })).record
})

/** The other store, as it is seen from the vault. */
function memoryCopy() {
  let kept: StoredVault | null = null
  const steps: string[] = []
  return {
    steps,
    read: async () => kept,
    write: async (vault: StoredVault) => {
      steps.push('write')
      kept = vault
    },
    clear: async () => {
      steps.push('clear')
      kept = null
    },
  }
}

async function setUp() {
  const db = newDatabase()
  const copy = memoryCopy()
  const main = vaultRepository(db)
  const vaults = new Vaults(main, copy)
  await vaults.create({ record, backedUp: true })
  return { db, copy, main, vaults }
}

describe('the vault and its copy', () => {
  it('are one and the same after every change', async () => {
    const { copy, main, vaults } = await setUp()
    expect(await copy.read()).toEqual(await main.read())
    expect(await vaults.replace(record, later)).toBe(true)
    expect(await copy.read()).toEqual({ record: later, backedUp: true })
    expect(await vaults.candidates()).toHaveLength(1)
  })

  it('the copy is away before the vault changes, so that a removed way in does not live on in it', async () => {
    const { copy, main, vaults } = await setUp()
    copy.steps.length = 0
    vi.spyOn(main, 'replace').mockImplementation(async () => {
      copy.steps.push('replace')
      throw new Error('the worker dies')
    })
    await expect(vaults.replace(record, later)).rejects.toThrow()
    expect(copy.steps).toEqual(['clear', 'replace'])
    expect(await copy.read()).toBeNull()
  })

  it('the copy stands in when the database was lost, and brings it back', async () => {
    const { db, main, vaults } = await setUp()
    await db.vault.clear()
    expect(await vaults.read()).toEqual({ record, backedUp: true })
    await vaults.heal({ record, backedUp: true })
    expect(await main.read()).toEqual({ record, backedUp: true })
  })

  it.each([{}, null, 'x', { format: 2 }])('the copy stands in when the record has become %j', async (damage) => {
    const { db, main, vaults } = await setUp()
    await db.vault.update('vault', { record: damage })
    expect((await vaults.read())?.record).toEqual(record)
    expect(await vaults.candidates()).toHaveLength(2)
    await vaults.heal({ record, backedUp: true })
    expect((await main.read())?.record).toEqual(record)
  })

  it('a damaged record never overwrites the copy', async () => {
    const { db, copy, vaults } = await setUp()
    await db.vault.update('vault', { record: {} })
    await vaults.markBackedUp()
    expect((await copy.read())?.record).toEqual(record)
  })

  it('a change that came second changes neither', async () => {
    const { copy, main, vaults } = await setUp()
    await vaults.replace(record, later)
    expect(await vaults.replace(record, record)).toBe(false)
    expect((await main.read())?.record).toEqual(later)
    expect((await copy.read())?.record).toEqual(later)
  })

  it('one that can no longer be read, nor its copy, gives way to a new one', async () => {
    const { db, copy, main, vaults } = await setUp()
    await db.vault.update('vault', { record: {} })
    await expect(vaults.create({ record: later, backedUp: false }), 'the copy can be read').rejects.toThrow()
    await copy.clear()
    await vaults.create({ record: later, backedUp: true })
    expect((await main.read())?.record).toEqual(later)
    expect((await copy.read())?.record).toEqual(later)
  })

  it('none is overwritten by making another', async () => {
    const { copy, vaults } = await setUp()
    await expect(vaults.create({ record: later, backedUp: false })).rejects.toThrow()
    expect((await copy.read())?.record).toEqual(record)
  })
})
