import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Argon2Cost } from './argon2'
import { tooMuchMemory } from './argon2.fixtures'
import type { SlotKind } from './factor'
import { format1 } from './format-1.fixtures'
import type { VaultRecord } from './record'
import { createVault, openVault, type OpenVault } from './vault'
import { fullVault, kdf, now, options, password, seen, value, type FullVault } from './vault.fixtures'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

let vault: FullVault
beforeAll(async () => {
  vault = await fullVault()
})

const dearer = { memoryKiB: 19 * 1024, iterations: 2 }
const withPassword: readonly SlotKind[] = ['password', 'password+passkey']

const opened = async (record: unknown, kind: SlotKind, cost: Argon2Cost): Promise<OpenVault> =>
  value(await openVault(JSON.parse(JSON.stringify(record)), vault.factors[kind], { kdf: cost }))

function costOf(record: VaultRecord, id: string): Argon2Cost {
  const slot = record.slots.find((one) => one.id === id)
  if (slot === undefined || !('kdf' in slot)) throw new Error('no password in this slot')
  return { memoryKiB: slot.kdf.memoryKiB, iterations: slot.kdf.iterations }
}

describe.each(withPassword)('the password of a slot: %s', (kind) => {
  it('costs more from the first time it opens, and still opens', async () => {
    const raised = await opened(vault.record, kind, dearer)
    expect(raised.changed).toBe(true)
    expect(costOf(raised.record, vault.slots[kind])).toEqual(dearer)
    const again = await opened(raised.record, kind, dearer)
    expect(again).toMatchObject({ changed: false, slot: vault.slots[kind], record: raised.record })
    expect(seen(again)).toEqual(seen(raised))
    expect(await openVault(raised.record, { kind: 'password', password: 'another' }, options)).toEqual({ ok: false, error: 'wrong-factor' })
  })

  it('is the only thing that changes', async () => {
    const raised = await opened(vault.record, kind, dearer)
    const change = (record: VaultRecord) => ({ ...record, slots: record.slots.map((slot) => (slot.id === vault.slots[kind] ? { ...slot, kdf: null, wrapped: null } : slot)) })
    expect(change(raised.record)).toEqual(change(vault.record))
    const saltOf = (record: VaultRecord) => record.slots.map((slot) => ('kdf' in slot ? slot.kdf.salt : null))
    expect(saltOf(raised.record)).not.toEqual(saltOf(vault.record))
  })

  it('never costs less than it did', async () => {
    const raised = await opened(vault.record, kind, dearer)
    expect(await opened(raised.record, kind, kdf)).toMatchObject({ changed: false, record: raised.record })
    const mixed = await opened(raised.record, kind, { memoryKiB: 20 * 1024, iterations: 1 })
    expect(costOf(mixed.record, vault.slots[kind])).toEqual({ memoryKiB: 20 * 1024, iterations: 2 })
  })

  it('stays as it is on a machine that cannot afford more', async () => {
    const poor = await opened(vault.record, kind, { memoryKiB: tooMuchMemory, iterations: 1 })
    expect(poor).toMatchObject({ changed: false, record: vault.record })
    expect(poor.keyring.address).toBe(vault.address)
  })
})

it.each<SlotKind>(['passkey', 'recovery'])('leaves a slot without a password alone: %s', async (kind) => {
  expect(await opened(vault.record, kind, dearer)).toMatchObject({ changed: false, record: vault.record })
})

it('costs what the design says when nothing else is asked', async () => {
  const raised = value(await openVault(vault.record, vault.factors.password))
  expect(costOf(raised.record, vault.slots.password)).toEqual({ memoryKiB: 65_536, iterations: 3 })
})

it('happens together with the migration of an old record', async () => {
  const raised = value(await openVault(format1.record, { kind: 'password', password: format1.password }, { kdf: dearer }))
  expect(raised.changed).toBe(true)
  expect(costOf(raised.record, format1.record.slots[0].id)).toEqual(dearer)
  expect(value(await openVault(raised.record, { kind: 'password', password: format1.password }, { kdf: dearer }))).toMatchObject({ changed: false })
})

it('is not asked for below the least cost, and then nothing opens', async () => {
  const made = await createVault({ password, now, kdf })
  const error = await openVault(made.record, { kind: 'password', password }, { kdf: { memoryKiB: 1024, iterations: 1 } }).catch(String)
  expect(error).toContain('ValiError')
  expect(error).not.toContain(password)
})
