import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { SlotKind } from './factor'
import { format1 } from './format-1.fixtures'
import { readRecord } from './record'
import { hasRoom, isRemovable, removeSlot } from './slots'
import { openVault } from './vault'
import { bothSlot, fullVault, kinds, now, only, options, passkeySlot, seen, someBytes, value, type FullVault } from './vault.fixtures'
import { waysOf } from './ways'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

let vault: FullVault
beforeAll(async () => {
  vault = await fullVault()
})

/** Every choice of kinds but none. */
const choices: readonly (readonly SlotKind[])[] = Array.from({ length: 15 }, (_, bits) => kinds.filter((_kind, at) => ((bits + 1) >> at) & 1))

describe('removing', () => {
  it.each(kinds)('takes one way away and leaves the others: %s', async (kind) => {
    const left = value(removeSlot(vault.record, vault.slots[kind]))
    expect(readRecord(left)).toEqual(left)
    for (const other of kinds) {
      const opened = await openVault(left, vault.factors[other], options)
      if (other === kind) expect(opened).toEqual({ ok: false, error: 'wrong-factor' })
      else expect(seen(value(opened)).words).toEqual(vault.words)
    }
  })

  it.each(choices.map((there) => ({ there })))('always leaves an everyday way in, of $there', ({ there }) => {
    const record = only(vault.record, ...there.map((kind) => vault.slots[kind]))
    for (const kind of there) {
      const left = there.filter((one) => one !== kind && one !== 'recovery')
      expect(isRemovable(record, vault.slots[kind])).toBe(left.length > 0)
      expect(removeSlot(record, vault.slots[kind])).toMatchObject(left.length > 0 ? { ok: true } : { ok: false, error: 'last-slot' })
    }
  })

  it('knows what is not there', () => {
    expect(removeSlot(vault.record, someBytes(16, 0))).toEqual({ ok: false, error: 'unknown-slot' })
    expect(isRemovable(vault.record, someBytes(16, 0))).toBe(false)
    expect(isRemovable(vault.record, '')).toBe(false)
  })

  it('does not change the record it was given', () => {
    const before = JSON.stringify(vault.record)
    value(removeSlot(vault.record, vault.slots.passkey))
    expect(JSON.stringify(vault.record)).toBe(before)
  })
})

it('has room for sixteen', async () => {
  const { authority } = value(await openVault(vault.record, vault.factors.password, options))
  let { record } = vault
  while (hasRoom(record)) ({ record } = await authority.addRecovery(record, now))
  expect(record.slots).toHaveLength(16)
  expect(readRecord(record)).toEqual(record)
  await expect(authority.addRecovery(record, now)).rejects.toThrow()
  await expect(authority.addSlot(record, passkeySlot, now)).rejects.toThrow()
  expect(hasRoom(value(removeSlot(record, vault.slots.recovery)))).toBe(true)
})

describe('the ways to open a vault', () => {
  it('say what to ask for, in the order they were made, and nothing else', () => {
    expect(waysOf(JSON.parse(JSON.stringify(vault.record)))).toEqual([
      { slot: vault.slots.password, kind: 'password', passkey: null },
      { slot: vault.slots.passkey, kind: 'passkey', passkey: { credential: passkeySlot.credential, salt: passkeySlot.salt, rpId: null } },
      { slot: vault.slots['password+passkey'], kind: 'password+passkey', passkey: { credential: bothSlot.credential, salt: bothSlot.salt, rpId: bothSlot.rpId } },
      { slot: vault.slots.recovery, kind: 'recovery', passkey: null },
    ])
  })

  it('are known for a record of format 1 too', () => {
    expect(waysOf(format1.record)).toEqual([{ slot: format1.record.slots[0].id, kind: 'password', passkey: null }])
  })

  it.each([null, undefined, 1, 'record', [], {}, { format: 2 }, { ...format1.record, slots: [] }, { ...format1.record, extra: 1 }])('are none in %j', (stored) => {
    expect(waysOf(stored)).toEqual([])
  })
})
