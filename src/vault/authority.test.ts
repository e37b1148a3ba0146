import { inspect } from 'node:util'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Authority } from './authority'
import type { NewSlot } from './factor'
import { newKeys } from './keys'
import { LockedError } from './locked-error'
import { readRecord } from './record'
import { openVault } from './vault'
import { bothSlot, fullVault, kdf, now, options, passkeySlot, seen, someBytes, value, type FullVault } from './vault.fixtures'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

let vault: FullVault
let other: FullVault
beforeAll(async () => {
  vault = await fullVault()
  other = await fullVault()
})

let authority: Authority
beforeEach(async () => {
  authority = value(await openVault(vault.record, vault.factors.passkey, options)).authority
})

const passwordSlot: NewSlot = { kind: 'password', password: 'a password added later' }

describe('an authority', () => {
  it.each<NewSlot>([passwordSlot, passkeySlot, bothSlot])('adds a slot that opens the same vault: $kind', async (slot) => {
    const before = JSON.stringify(vault.record)
    const added = await authority.addSlot(vault.record, slot, now + 5)
    expect(JSON.stringify(vault.record)).toBe(before)
    expect(readRecord(JSON.parse(JSON.stringify(added.record)))).toEqual(added.record)
    expect(added.record.slots.slice(0, -1)).toEqual(vault.record.slots)
    expect(added.record.slots.at(-1)).toMatchObject({ id: added.slot, kind: slot.kind, createdAt: now + 5 })
    const opened = value(await openVault(added.record, slot.kind === 'password' ? slot : { ...slot, slot: added.slot }, options))
    expect(opened.slot).toBe(added.slot)
    expect(seen(opened).words).toEqual(vault.words)
  })

  it('gives each recovery code once, and each another', async () => {
    const first = await authority.addRecovery(vault.record, now)
    const second = await authority.addRecovery(first.record, now)
    expect(second.code).not.toBe(first.code)
    for (const made of [first, second]) {
      expect(value(await openVault(second.record, { kind: 'recovery', code: made.code }, options)).slot).toBe(made.slot)
      expect(JSON.stringify(second.record)).not.toContain(made.code.replaceAll('-', ''))
    }
  })

  it('mixes each slot with its own salts: the same factor twice gives two slots that share nothing', async () => {
    const first = await authority.addSlot(vault.record, bothSlot, now)
    const second = await authority.addSlot(first.record, bothSlot, now)
    const [one, two] = second.record.slots.slice(-2)
    if (one?.kind !== 'password+passkey' || two?.kind !== 'password+passkey') throw new Error('not both')
    expect([two.id, two.mix, two.kdf.salt, two.wrapped].filter((text) => [one.id, one.mix, one.kdf.salt, one.wrapped].includes(text))).toEqual([])
    const exchanged = { ...vault.record, slots: [{ ...one, mix: two.mix }] }
    expect((await openVault(exchanged, { ...bothSlot, slot: one.id }, options)).ok).toBe(false)
  })

  it('uses for a new password the cost it was opened with', async () => {
    const dearer = { memoryKiB: 19 * 1024, iterations: 2 }
    const opened = value(await openVault(vault.record, vault.factors.recovery, { kdf: dearer }))
    const { record } = await opened.authority.addSlot(vault.record, passwordSlot, now)
    expect(record.slots.at(-1)).toMatchObject({ kdf: dearer })
  })

  it('shows the words, of its own vault only', () => {
    expect(authority.words(vault.record)).toEqual({ ok: true, value: vault.words })
    expect(authority.words(other.record)).toEqual({ ok: false, error: 'damaged' })
    expect(authority.words({ ...vault.record, seed: other.record.seed })).toEqual({ ok: false, error: 'damaged' })
  })

  it('adds nothing to another vault', async () => {
    await expect(authority.addSlot(other.record, passkeySlot, now)).rejects.toThrow()
    await expect(authority.addRecovery(other.record, now)).rejects.toThrow()
  })

  it.each<[string, NewSlot, number]>([
    ['no password', { ...bothSlot, password: '' }, now],
    ['nothing from the passkey', { ...passkeySlot, prf: '' }, now],
    ['too little from the passkey', { ...passkeySlot, prf: someBytes(31, 9) }, now],
    ['a salt that is too short', { ...passkeySlot, salt: someBytes(31, 9) }, now],
    ['no credential', { ...passkeySlot, credential: '' }, now],
    ['a credential that is not base64', { ...passkeySlot, credential: 'not base64 at all....' }, now],
    ['a domain that is none', { ...passkeySlot, rpId: 'Ünknown.example' }, now],
    ['a time that is none', passkeySlot, NaN],
  ])('makes no slot that could not be opened again: %s', async (_, slot, at) => {
    const error = await authority.addSlot(vault.record, slot, at).then(() => 'added', String)
    expect(error).toMatch(/Error/)
    for (const secret of [passkeySlot.prf, bothSlot.prf, bothSlot.password]) expect(error).not.toContain(secret)
  })
})

describe('once wiped', () => {
  it('refuses everything', async () => {
    authority.wipe()
    await expect(authority.addSlot(vault.record, passkeySlot, now)).rejects.toThrow(LockedError)
    await expect(authority.addRecovery(vault.record, now)).rejects.toThrow(LockedError)
    expect(() => authority.words(vault.record)).toThrow(LockedError)
    authority.wipe()
  })

  it('has no keys', () => {
    const keys = newKeys()
    new Authority(vault.record.id, keys, kdf).wipe()
    expect([...keys.view, ...keys.sign].every((byte) => byte === 0)).toBe(true)
  })

  it('never wraps erased keys, even when it happens while a password is derived', async () => {
    const adding = authority.addSlot(vault.record, passwordSlot, now)
    authority.wipe()
    await expect(adding).rejects.toThrow(LockedError)
  })

  it('leaves the keyring that was opened with it open', async () => {
    const opened = value(await openVault(vault.record, vault.factors.recovery, options))
    opened.authority.wipe()
    expect(opened.keyring.toSession()).toBe(vault.session)
    const again = value(await openVault(vault.record, vault.factors.recovery, options))
    again.keyring.wipe()
    expect(again.authority.words(vault.record)).toEqual({ ok: true, value: vault.words })
  })
})

it('shows nothing of its keys', () => {
  const keys = newKeys()
  const open = new Authority(vault.record.id, keys, kdf)
  const visible = [JSON.stringify(open), inspect(open, { depth: 9, showHidden: true }), Object.keys(open)].join()
  const spellings = [keys.view, keys.sign].flatMap((key) => [Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64'), Array.from(key).join(','), Array.from(key).join(', ')])
  for (const secret of spellings) expect(visible).not.toContain(secret)
  expect(visible).not.toContain('Uint8Array')
})
