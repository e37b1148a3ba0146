import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Factor } from './factor'
import { format1 } from './format-1.fixtures'
import { format2 } from './format-2.fixtures'
import { readRecord, type VaultRecord } from './record'
import { openVault, resumeSession, type OpenVault } from './vault'
import { byteFlips, kinds, now, options, seen, someBytes, value } from './vault.fixtures'
import { waysOf } from './ways'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

const password: Factor = { kind: 'password', password: format1.password }

/** As it comes back from disk. */
const stored = (record: unknown): unknown => JSON.parse(JSON.stringify(record))

describe('the golden vector of format 2', () => {
  it.each(kinds)('opens with its %s', async (kind) => {
    const opened = value(await openVault(stored(format2.record), format2.factors[kind], options))
    expect(seen(opened)).toEqual({ address: format2.address, session: format2.session, words: format2.words.split(' ') })
    expect(opened).toMatchObject({ kind, record: format2.record, changed: false })
  })

  it('resumes', () => {
    expect(value(resumeSession(stored(format2.record), format2.session)).address).toBe(format2.address)
  })

  it('opens with the code as it was copied by hand', async () => {
    const code = ` ${format2.factors.recovery.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(value(await openVault(stored(format2.record), { kind: 'recovery', code }, options)).keyring.address).toBe(format2.address)
  })
})

describe('the golden vector of format 1', () => {
  let opened: OpenVault
  let migrated: VaultRecord
  beforeAll(async () => {
    opened = value(await openVault(stored(format1.record), password, options))
    migrated = opened.record
  })

  it('opens with its password, and is to be stored anew', () => {
    expect(seen(opened)).toEqual({ address: format1.address, session: format1.session, words: format1.words.split(' ') })
    expect(opened).toMatchObject({ kind: 'password', slot: format1.record.slots[0].id, changed: true })
  })

  it('becomes a record of format 2 in which the address is not to be read', () => {
    expect(readRecord(stored(migrated))).toEqual(migrated)
    expect(JSON.stringify(migrated)).not.toContain(format1.address.slice(2))
    expect(migrated.slots[0]?.wrapped).not.toBe(format1.record.slots[0].wrapped)
    expect(migrated.purse.key).not.toBe(format1.record.purse.key)
  })

  it('keeps its names, so that what is known about a slot stays true', () => {
    expect(migrated.id).toBe(format1.record.id)
    expect(migrated.slots[0]?.createdAt).toBe(format1.record.slots[0].createdAt)
    expect(waysOf(stored(migrated))).toEqual(waysOf(stored(format1.record)))
  })

  it('opens as before once it was migrated, and is not migrated twice', async () => {
    const again = value(await openVault(stored(migrated), password, options))
    expect(seen(again)).toEqual(seen(opened))
    expect(again).toMatchObject({ changed: false, record: migrated })
    expect(await openVault(stored(migrated), { kind: 'password', password: 'another' }, options)).toEqual({ ok: false, error: 'wrong-factor' })
  })

  it('resumes before and after', () => {
    for (const record of [format1.record, migrated]) {
      expect(value(resumeSession(stored(record), format1.session)).address).toBe(format1.address)
      expect(resumeSession(stored(record), format2.session)).toEqual({ ok: false, error: 'bad-session' })
    }
  })

  it('takes a new way in at once', async () => {
    const { record, code } = await opened.authority.addRecovery(migrated, now)
    expect(seen(value(await openVault(stored(record), { kind: 'recovery', code }, options)))).toEqual(seen(opened))
  })

  it('stays shut to anything but its password', async () => {
    const slot = format1.record.slots[0].id
    const attempts: readonly Factor[] = [
      { kind: 'password', password: '' },
      { kind: 'password', password: `${format1.password} ` },
      { kind: 'passkey', slot, prf: someBytes(32, 0) },
      { kind: 'password+passkey', slot, password: format1.password, prf: someBytes(32, 0) },
      format2.factors.recovery,
    ]
    for (const attempt of attempts) {
      expect(await openVault(stored(format1.record), attempt, options)).toEqual({ ok: false, error: 'wrong-factor' })
    }
  })

  it('is refused, and never migrated, with one byte changed', async () => {
    const text = JSON.stringify(format1.record)
    const { id, slots, seed, purse } = format1.record
    const fields = [id, slots[0].id, slots[0].kdf.salt, slots[0].wrapped, seed, purse.key]
    for (const field of fields) {
      for (const flipped of byteFlips(field)) {
        expect((await openVault(JSON.parse(text.replace(field, flipped)), password, options)).ok).toBe(false)
      }
    }
  }, 60_000)

  it('is refused with another address, time or cost', async () => {
    const { purse, slots } = format1.record
    const changed = [
      { purse: { ...purse, address: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8' } },
      { slots: [{ ...slots[0], createdAt: 1 }] },
      { slots: [{ ...slots[0], kdf: { ...slots[0].kdf, iterations: 2 } }] },
    ]
    for (const change of changed) expect((await openVault({ ...format1.record, ...change }, password, options)).ok).toBe(false)
    expect(resumeSession({ ...format1.record, ...changed[0] }, format1.session)).toEqual({ ok: false, error: 'bad-session' })
  })

  it('does not pass for format 2, nor the other way round', async () => {
    const { id, slots, seed, purse } = format1.record
    const posed = { format: 2, id, slots, seed, purse: { key: purse.key } }
    expect(readRecord(posed)).not.toBeNull()
    expect((await openVault(posed, password, options)).ok).toBe(false)
    expect(resumeSession(posed, format1.session)).toEqual({ ok: false, error: 'bad-session' })
    const back = { ...migrated, format: 1, purse: { ...purse, key: migrated.purse.key } }
    expect((await openVault(back, password, options)).ok).toBe(false)
    expect(resumeSession(back, format1.session)).toEqual({ ok: false, error: 'bad-session' })
  })

  it('is not read as the current format', () => {
    expect(readRecord(format1.record)).toBeNull()
  })
})
