import { describe, expect, it } from 'vitest'
import { LockedError } from '../vault/locked-error'
import { copyRepository, type NewCopy } from './copies'
import { newDatabase, newSealer, reopen } from './database.fixtures'

const src = 'https://news.example/wren.jpg'
const lots = 1_000_000

function copy(savedAt: number, { html = '<p>The wren sang.</p>', size = 9 }: { readonly html?: string | null; readonly size?: number } = {}): NewCopy {
  const picture = { src, type: 'image/webp' as const, width: 3, height: 2, bytes: new Uint8Array(size).fill(5) }
  return { card: { savedAt, byline: 'A. Wren', lang: 'en', dir: null, left: 2 }, html, pictures: [picture] }
}

describe('a copy', () => {
  it('comes back as it was, across a restart, with when it was opened before', async () => {
    const db = newDatabase()
    expect(await copyRepository(db, newSealer()).save('a', copy(7), lots)).toBe(true)
    const again = copyRepository(await reopen(db), newSealer())
    const first = await again.open('a', 50)
    expect(first).toMatchObject({ html: '<p>The wren sang.</p>', card: { savedAt: 7, openedAt: null, byline: 'A. Wren', left: 2 } })
    expect(first?.pictures).toEqual([{ src, type: 'image/webp', width: 3, height: 2, bytes: new Uint8Array(9).fill(5) }])
    expect((await again.open('a', 60))?.card.openedAt).toBe(50)
  })

  it('takes the place of an earlier one, with nothing of it left', async () => {
    const db = newDatabase()
    const copies = copyRepository(db, newSealer())
    await copies.save('a', copy(7), lots)
    await copies.save('a', { ...copy(8, { html: null }), pictures: [] }, lots)
    expect(await copies.open('a', 9)).toMatchObject({ html: null, pictures: [], card: { savedAt: 8 } })
    expect(await db.copyParts.count()).toBe(0)
  })

  it('is unreadable on the disk, and to another wallet', async () => {
    const db = newDatabase()
    await copyRepository(db, newSealer()).save('a', copy(7), lots)
    const stored = [...(await db.copies.toArray()), ...(await db.copyParts.toArray())]
    expect(stored).toHaveLength(3)
    for (const { body } of stored) expect(Buffer.from(body).toString('latin1')).not.toMatch(/wren|news/i)
    expect(await copyRepository(db, newSealer(8)).open('a', 9)).toBeNull()
  })

  it('is nothing where card or text is damaged or moved, and without a picture where only that is', async () => {
    const db = newDatabase()
    const copies = copyRepository(db, newSealer())
    for (const tag of ['card', 'text', 'moved', 'picture']) await copies.save(tag, copy(7), lots)
    const cut = (body: Uint8Array): Uint8Array => body.subarray(0, -1)
    await db.copies.where('resourceTag').equals('card').modify((row) => void Object.assign(row, { body: cut(row.body) }))
    await db.copyParts.where({ resourceTag: 'text', part: 0 }).modify((row) => void Object.assign(row, { body: cut(row.body) }))
    const other = await db.copyParts.get(['picture', 0])
    await db.copyParts.put({ resourceTag: 'moved', part: 0, body: other?.body ?? new Uint8Array() })
    await db.copyParts.where({ resourceTag: 'picture', part: 1 }).modify((row) => void Object.assign(row, { body: cut(row.body) }))
    for (const tag of ['card', 'text', 'moved', 'never']) expect(await copies.open(tag, 9), tag).toBeNull()
    expect((await copies.open('picture', 9))?.pictures).toEqual([])
  })

  it('cannot be kept or opened while locked, and then nothing has changed', async () => {
    const db = newDatabase()
    const sealer = newSealer()
    const copies = copyRepository(db, sealer)
    await copies.save('a', copy(7), lots)
    sealer.wipe()
    await expect(copies.save('a', copy(8), lots)).rejects.toThrow(LockedError)
    await expect(copies.open('a', 9)).rejects.toThrow(LockedError)
    expect((await copyRepository(db, newSealer()).open('a', 9))?.card.savedAt).toBe(7)
  })

  it('is not kept for a purchase that was forgotten while it was taken', async () => {
    const db = newDatabase()
    const copies = copyRepository(db, newSealer())
    expect(await copies.save('a', copy(7), lots, 'forgotten')).toBe(false)
    expect((await db.copies.count()) + (await db.copyParts.count())).toBe(0)
    await db.purchases.add({ id: 'owned', order: 1, resourceTag: 'a', live: 0, body: new Uint8Array() })
    expect(await copies.save('a', copy(7), lots, 'owned')).toBe(true)
  })

  it('is removed with everything of it, also within the transaction that forgets its purchase', async () => {
    const db = newDatabase()
    const copies = copyRepository(db, newSealer())
    await copies.save('a', copy(7), lots)
    await copies.save('ab', copy(7), lots)
    await db.transaction('rw', [db.purchases, db.copies, db.copyParts], () => copies.remove('a'))
    expect(await copies.has('a')).toBe(false)
    expect((await db.copyParts.toArray()).map(({ resourceTag }) => resourceTag)).toEqual(['ab', 'ab'])
    await copies.remove('never')
    expect([...(await copies.sizes(['a', 'ab'])).keys()]).toEqual(['ab'])
  })
})

describe('room for copies', () => {
  const sizeOfOne = async (): Promise<number> => {
    const copies = copyRepository(newDatabase(), newSealer())
    await copies.save('a', copy(7), lots)
    return copies.total()
  }

  it('is made by those that were not opened for longest', async () => {
    const one = await sizeOfOne()
    const copies = copyRepository(newDatabase(), newSealer())
    for (const [at, tag] of ['a', 'b', 'c'].entries()) await copies.save(tag, copy(10 + at), lots)
    await copies.open('a', 20)
    await copies.save('d', copy(30), 3 * one + 20)
    const left = await copies.sizes(['a', 'b', 'c', 'd'])
    expect([...left.keys()]).toEqual(['a', 'c', 'd'])
    expect(await copies.total()).toBe([...left.values()].reduce((sum, size) => sum + size, 0))
  })

  it('is never made for a copy that is larger than all of it', async () => {
    const copies = copyRepository(newDatabase(), newSealer())
    await copies.save('a', copy(7), lots)
    expect(await copies.save('b', copy(8, { size: 5000 }), 4000)).toBe(false)
    expect([...(await copies.sizes(['a', 'b'])).keys()]).toEqual(['a'])
  })

  it('is made by a copy that was just kept as by any other, once there is less', async () => {
    const copies = copyRepository(newDatabase(), newSealer())
    for (const [at, tag] of ['a', 'b', 'c'].entries()) await copies.save(tag, copy(10 + at), lots)
    await copies.makeRoom((await sizeOfOne()) + 20)
    expect([...(await copies.sizes(['a', 'b', 'c'])).keys()]).toEqual(['c'])
    await copies.makeRoom(0)
    expect(await copies.total()).toBe(0)
  })
})
