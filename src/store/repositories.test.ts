import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import type { Settings } from '../messaging/views'
import { LockedError } from '../vault/locked-error'
import { addWish, maxWishes, type Wish } from '../core/protocols/named/wishes'
import { contentRepository } from './contents'
import { keepsakes } from './keepsakes'
import { settingsRepository, type StoredSettings } from './settings'
import { newDatabase, newSealer, reopen } from './database.fixtures'
import { vaultRepository } from './vault-repository'

describe('settings', () => {
  const defaults: StoredSettings = {
    network: 'eip155:8453',
    testNetworks: false,
    endpoints: {},
    currency: 'USD',
    autoLockMinutes: 15,
    cardInPages: true,
    access: 'on-click',
    fundingBps: 0,
    askAbove: '2000000',
    tipService: null,
    policyHost: null,
    keepCopies: true,
    copiesMegabytes: 250,
    quiet: ['rules'],
    badge: 'price',
  }

  it('are the least intrusive ones until the reader chooses', async () => {
    expect(await settingsRepository(newDatabase()).read()).toEqual(defaults)
  })

  it('are what messages carry', () => {
    expectTypeOf<StoredSettings>().toExtend<Settings>()
    expectTypeOf<Settings>().toExtend<StoredSettings>()
  })

  it('are kept across a restart', async () => {
    const db = newDatabase()
    const endpoints = { 'eip155:31337': 'http://127.0.0.1:8546' }
    const changed = await settingsRepository(db).change((current) => ({ ...current, currency: 'EUR', endpoints }))
    expect(changed).toEqual({ ...defaults, currency: 'EUR', endpoints })
    expect(await settingsRepository(await reopen(db)).read()).toEqual(changed)
  })

  it('keep both of two changes at once', async () => {
    const settings = settingsRepository(newDatabase())
    await Promise.all([
      settings.change((current) => ({ ...current, currency: 'CHF' })),
      settings.change((current) => ({ ...current, autoLockMinutes: 5 })),
    ])
    expect(await settings.read()).toEqual({ ...defaults, currency: 'CHF', autoLockMinutes: 5 })
  })

  it('are asked of the disk once, and again after whoever has written them', async () => {
    const db = newDatabase()
    const settings = settingsRepository(db)
    await db.open()
    await settings.read()
    const asked = vi.spyOn(db.settings, 'get')
    await Promise.all([settings.read(), settings.read()])
    expect(asked).not.toHaveBeenCalled()
    const other = settingsRepository(db)
    await other.change((current) => ({ ...current, currency: 'EUR' }))
    expect(await settings.read()).toEqual({ ...defaults, currency: 'EUR' })
    await db.transaction('rw', [db.settings, db.values], () => db.settings.put({ id: 'settings', value: { ...defaults, currency: 'CHF' } }))
    expect(await settings.read()).toEqual({ ...defaults, currency: 'CHF' })
    await db.delete({ disableAutoOpen: false })
    await db.settings.count()
    expect(await settings.read()).toEqual(defaults)
  })

  it('are those of the disk within a transaction, and are not remembered from one that came to nothing', async () => {
    const db = newDatabase()
    const settings = settingsRepository(db)
    await settings.read()
    const undone = db.transaction('rw', [db.settings], async () => {
      await settings.change((current) => ({ ...current, currency: 'EUR' }))
      expect((await settings.read()).currency).toBe('EUR')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await settings.read()).toEqual(defaults)
  })

  it.each([null, 'x', 7, [], { network: 'eip155:1', testNetworks: 'yes', endpoints: { 'eip155:8453': 7 }, currency: '<b>', autoLockMinutes: 1e9, cardInPages: 1, access: 'all', askAbove: 2, keepCopies: 'no', copiesMegabytes: 5000, quiet: ['all'], badge: 'balance' }])(
    'fall back where they cannot be read: %j',
    async (value) => {
      const db = newDatabase()
      await db.settings.put({ id: 'settings', value })
      expect(await settingsRepository(db).read()).toEqual(defaults)
    },
  )

  it('fall back one by one', async () => {
    const db = newDatabase()
    await db.settings.put({ id: 'settings', value: { ...defaults, currency: 'EUR', autoLockMinutes: -1 } })
    expect(await settingsRepository(db).read()).toEqual({ ...defaults, currency: 'EUR' })
  })
})

describe('the vault row', () => {
  it('is made once and never overwritten', async () => {
    const vaults = vaultRepository(newDatabase())
    expect(await vaults.read()).toBeNull()
    await vaults.create({ record: { format: 1 }, backedUp: false })
    await expect(vaults.create({ record: {}, backedUp: true })).rejects.toThrow()
    expect(await vaults.read()).toEqual({ record: { format: 1 }, backedUp: false })
  })

  it('remembers that the words were written down, across a restart', async () => {
    const db = newDatabase()
    await vaultRepository(db).create({ record: { format: 1 }, backedUp: false })
    await vaultRepository(db).markBackedUp()
    expect(await vaultRepository(await reopen(db)).read()).toEqual({ record: { format: 1 }, backedUp: true })
  })

  it('is one of two made at once', async () => {
    const vaults = vaultRepository(newDatabase())
    const made = await Promise.allSettled([1, 2].map((n) => vaults.create({ record: n, backedUp: false })))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is still a vault when its record is damaged', async () => {
    const db = newDatabase()
    await db.vault.put({ id: 'vault', record: null, backedUp: false })
    expect(await vaultRepository(db).read()).not.toBeNull()
  })
})

describe('kept content', () => {
  const kept = { html: '<p>The wren sang.</p>', savedAt: 1_760_000_000_000 }
  const tag = newSealer().tag('resource', 'https://news.example/a')

  it('comes back as it was, across a restart, and is replaced by what is kept later', async () => {
    const db = newDatabase()
    await contentRepository(db, newSealer()).save(tag, kept)
    const again = await reopen(db)
    expect(await contentRepository(again, newSealer()).read(tag)).toEqual(kept)
    await contentRepository(again, newSealer()).save(tag, { ...kept, html: 'new' })
    expect((await contentRepository(again, newSealer()).read(tag))?.html).toBe('new')
  })

  it('is unreadable on the disk, and nothing where it was damaged, moved or never there', async () => {
    const db = newDatabase()
    const contents = contentRepository(db, newSealer())
    await contents.save(tag, kept)
    const body = (await db.contents.get(tag))?.body ?? new Uint8Array()
    expect(Buffer.from(body).toString('latin1')).not.toContain('wren')
    await db.contents.put({ resourceTag: 'moved', body })
    await db.contents.put({ resourceTag: 'cut', body: body.subarray(0, -1) })
    for (const name of ['moved', 'cut', 'never']) expect(await contents.read(name)).toBeNull()
    expect(await contentRepository(db, newSealer(8)).read(tag)).toBeNull()
  })

  it('cannot be kept or read while locked', async () => {
    const db = newDatabase()
    const sealer = newSealer()
    await contentRepository(db, sealer).save(tag, kept)
    sealer.wipe()
    await expect(contentRepository(db, sealer).save(tag, kept)).rejects.toThrow(LockedError)
    await expect(contentRepository(db, sealer).read(tag)).rejects.toThrow(LockedError)
  })
})

describe('wishes to pay for single articles', () => {
  const wished = { wishes: [{ site: 'news.example', at: '2026-11-26' }] }
  const wishesOf = (db = newDatabase(), seed = 7) => keepsakes(db, newSealer(seed)).wishes

  it('come back as they were, across a restart, and are gone when they are forgotten', async () => {
    const db = newDatabase()
    await wishesOf(db).change(() => wished)
    const again = await reopen(db)
    expect(await wishesOf(again).read()).toEqual(wished)
    await wishesOf(again).change(() => null)
    expect(await again.values.count()).toBe(0)
  })

  it('are unreadable on the disk, and to another wallet', async () => {
    const db = newDatabase()
    await wishesOf(db).change(() => wished)
    const [row] = await db.values.toArray()
    expect(Buffer.from(row?.body ?? []).toString('latin1')).not.toMatch(/news|2026/)
    expect(await wishesOf(db, 8).read()).toBeNull()
  })

  it('have room for as many as are ever kept', async () => {
    const site = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`
    const day = (at: number): Wish => ({ site, at: new Date(at * 86_400_000).toISOString().slice(0, 10) })
    const wishes = [...Array.from({ length: maxWishes + 1 }, (_, at) => day(at)).reduce<readonly Wish[]>(addWish, [])]
    const value = wishesOf()
    await value.change(() => ({ wishes }))
    expect((await value.read())?.wishes).toHaveLength(maxWishes)
  })
})
