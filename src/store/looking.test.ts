import { describe, expect, it, vi } from 'vitest'
import { terms } from '../core/purchase/machine.fixtures'
import { newDatabase } from './database.fixtures'
import { looking } from './looking'
import { begun, books } from './purchases.fixtures'
import { siteOfTerms } from './spending-book'

const day = '2026-10-01'
const site = siteOfTerms(terms)

/** How the transactions were opened that `work` took. */
async function modesOf(db: ReturnType<typeof newDatabase>, work: () => Promise<unknown>): Promise<readonly string[]> {
  const opened = vi.spyOn(db, '_createTransaction' as never) as unknown as { readonly mock: { readonly calls: readonly (readonly [string])[] }; mockRestore(): void }
  await work()
  const modes = opened.mock.calls.map(([mode]) => mode)
  opened.mockRestore()
  return modes
}

describe('whoever looks', () => {
  it('writes nothing, and so waits for no disk', async () => {
    const db = newDatabase()
    const repository = books(db)
    await begun(repository)
    const modes = await modesOf(db, async () => {
      await repository.standing(terms, site, day)
      await repository.watched(terms)
      await repository.remembered()
    })
    expect(modes.every((mode) => mode === 'readonly')).toBe(true)
    expect(modes.length).toBeGreaterThan(2)
  })

  it('finds what is missing or damaged made again', async () => {
    const db = newDatabase()
    const repository = books(db)
    await begun(repository)
    const before = [await repository.standing(terms, site, day), await repository.watched(terms)]
    await db.values.bulkDelete(['ledger', 'watch'])
    await db.sites.toCollection().modify({ body: new Uint8Array(40) })
    const after = [await repository.standing(terms, site, day), await repository.watched(terms)]
    expect(after).toEqual(before)
    expect(await db.values.bulkGet(['ledger', 'watch'])).not.toContain(undefined)
  })

  it('looks once where a look is part of another, and once more where something has to be made again', async () => {
    const db = newDatabase()
    const repository = books(db)
    await begun(repository)
    const all = () => looking(db, db.tables, async () => [await repository.standing(terms, site, day), await repository.watched(terms), await repository.get('p')])
    let before: unknown
    expect(await modesOf(db, async () => (before = await all()))).toEqual(['readonly'])
    await db.values.bulkDelete(['ledger', 'watch'])
    let after: unknown
    expect(await modesOf(db, async () => (after = await all()))).toEqual(expect.arrayContaining(['readonly', 'readwrite']))
    expect(after).toEqual(before)
  })
})
