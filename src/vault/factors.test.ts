import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Factor, SlotKind } from './factor'
import type { KeySlot, VaultRecord } from './record'
import { openVault } from './vault'
import { byteFlips, fullVault, kinds, now, only, options, seen, someBytes, value, type FullVault } from './vault.fixtures'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

let vault: FullVault
let other: FullVault
beforeAll(async () => {
  vault = await fullVault()
  other = await fullVault()
})

const pairs = kinds.flatMap((first) => kinds.filter((second) => second !== first).map((second) => [first, second] as const))
const refused = { ok: false, error: 'wrong-factor' }

/** As it comes back from disk. */
const stored = (record: VaultRecord): unknown => JSON.parse(JSON.stringify(record))
const opening = (record: unknown, factor: Factor): ReturnType<typeof openVault> => openVault(record, factor, options)
const whole = () => ({ address: vault.address, session: vault.session, words: vault.words })

function slotOf<K extends SlotKind>(kind: K, of: FullVault = vault): Extract<KeySlot, { kind: K }> {
  const found = of.record.slots.find((slot): slot is Extract<KeySlot, { kind: K }> => slot.kind === kind)
  if (found === undefined) throw new Error('no such slot')
  return found
}

describe('the right factor', () => {
  it.each(kinds)('opens a vault that has all slots: %s', async (kind) => {
    const opened = value(await opening(stored(vault.record), vault.factors[kind]))
    expect(seen(opened)).toEqual(whole())
    expect(opened).toMatchObject({ kind, slot: vault.slots[kind], record: vault.record, changed: false })
  })

  it.each(kinds)('opens a vault that has only its slot: %s', async (kind) => {
    const opened = value(await opening(stored(only(vault.record, vault.slots[kind])), vault.factors[kind]))
    expect(seen(opened)).toEqual(whole())
  })

  it.each(pairs)('opens a vault with two slots: %s beside %s', async (kind, beside) => {
    const record = stored(only(vault.record, vault.slots[kind], vault.slots[beside]))
    expect(seen(value(await opening(record, vault.factors[kind])))).toEqual(whole())
    expect(seen(value(await opening(record, vault.factors[beside])))).toEqual(whole())
  })

  it('is found among several of its kind', async () => {
    const { authority, record } = value(await opening(vault.record, vault.factors.password))
    const second = await authority.addSlot(record, { kind: 'password', password: 'a second password' }, now)
    const paper = await authority.addRecovery(second.record, now)
    expect(value(await opening(paper.record, { kind: 'password', password: 'a second password' })).slot).toBe(second.slot)
    expect(value(await opening(paper.record, { kind: 'recovery', code: paper.code })).slot).toBe(paper.slot)
    for (const kind of kinds) expect(value(await opening(paper.record, vault.factors[kind])).slot).toBe(vault.slots[kind])
  })
})

describe('a wrong factor', () => {
  it.each(pairs)('opens nothing: %s where there is only %s', async (kind, there) => {
    expect(await opening(only(vault.record, vault.slots[there]), vault.factors[kind])).toEqual(refused)
  })

  it.each(kinds)('opens nothing: %s of another vault', async (kind) => {
    const theirs: Factor = kind === 'password' ? { kind, password: 'somebody else’s' } : other.factors[kind]
    const here = 'slot' in theirs ? { ...theirs, slot: vault.slots[kind], prf: someBytes(32, 7) } : theirs
    expect(await opening(vault.record, here)).toEqual(refused)
    expect(await opening(vault.record, theirs)).toEqual(refused)
  })

  it('opens nothing when it is only half of two', async () => {
    const record = only(vault.record, vault.slots['password+passkey'])
    const slot = vault.slots['password+passkey']
    const both = vault.factors['password+passkey']
    if (both.kind !== 'password+passkey') throw new Error('not both')
    const attempts: readonly Factor[] = [
      { ...both, password: 'two halves of one keY' },
      { ...both, password: '' },
      { ...both, prf: someBytes(32, 151) },
      { ...both, prf: someBytes(31, 150) },
      { ...both, prf: '' },
      { kind: 'password', password: both.password },
      { kind: 'passkey', slot, prf: both.prf },
    ]
    for (const attempt of attempts) expect(await opening(record, attempt)).toEqual(refused)
  })

  it('opens nothing when the passkey belongs to another slot', async () => {
    const { authority, record } = value(await opening(vault.record, vault.factors.password))
    const passkey = { credential: someBytes(16, 3), salt: someBytes(32, 4), rpId: null }
    const second = await authority.addSlot(record, { kind: 'passkey', ...passkey, prf: someBytes(32, 200) }, now)
    const attempts: readonly Factor[] = [
      { kind: 'passkey', slot: second.slot, prf: someBytes(32, 100) },
      { kind: 'passkey', slot: vault.slots.passkey, prf: someBytes(32, 200) },
      { kind: 'passkey', slot: vault.slots['password+passkey'], prf: someBytes(32, 150) },
      { kind: 'passkey', slot: vault.slots.password, prf: someBytes(32, 100) },
      { kind: 'passkey', slot: '', prf: someBytes(32, 100) },
    ]
    for (const attempt of attempts) expect(await opening(second.record, attempt)).toEqual(refused)
  })

  it.each(['', '!', 'AAAA', someBytes(31, 100), someBytes(33, 100), ` ${someBytes(32, 100)}`])('opens nothing when the passkey gave %j', async (prf) => {
    expect(await opening(vault.record, { kind: 'passkey', slot: vault.slots.passkey, prf })).toEqual(refused)
  })

  it.each(['', '0', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', '0000-0000-0000-0000-0000-0000-0000'])('opens nothing as the code %j', async (code) => {
    expect(await opening(vault.record, { kind: 'recovery', code })).toEqual(refused)
  })
})

describe('a slot that was tampered with', () => {
  const textOf = (record: VaultRecord): string => JSON.stringify(record)

  /** Each base64 text of a slot, and what it stands beside in the vault. */
  const bytesOf = (slot: KeySlot): readonly string[] => [
    vault.record.id,
    slot.id,
    slot.wrapped,
    ...('kdf' in slot ? [slot.kdf.salt] : []),
    ...('passkey' in slot ? [slot.passkey.credential, slot.passkey.salt] : []),
    ...('mix' in slot ? [slot.mix] : []),
    vault.record.seed,
    vault.record.purse.key,
  ]

  /** Says which slot it means even when the id of that slot was changed. */
  function following(factor: Factor, text: string): Factor {
    const { slots } = JSON.parse(text) as VaultRecord
    return 'slot' in factor ? { ...factor, slot: slots[0]?.id ?? '' } : factor
  }

  it.each(kinds)('never opens with one byte changed: %s', async (kind) => {
    const text = textOf(only(vault.record, vault.slots[kind]))
    const changed = bytesOf(slotOf(kind)).flatMap((field) => byteFlips(field).map((flipped) => text.replace(field, flipped)))
    expect(changed.length).toBeGreaterThanOrEqual(16 + 16 + 104 + 16 + 56 + 72)
    expect(new Set([text, ...changed]).size).toBe(changed.length + 1)
    for (const one of changed) expect((await opening(JSON.parse(one), following(vault.factors[kind], one))).ok).toBe(false)
  }, 60_000)

  it.each(kinds)('never opens with another header: %s', async (kind) => {
    const slot = slotOf(kind)
    const changes: readonly object[] = [
      { createdAt: slot.createdAt + 1 },
      ...('kdf' in slot ? [{ kdf: { ...slot.kdf, memoryKiB: 20 * 1024 } }, { kdf: { ...slot.kdf, iterations: 2 } }] : []),
      ...('passkey' in slot
        ? ['a.example', null, 'own', 'domain']
            .filter((rpId) => rpId !== slot.passkey.rpId)
            .map((rpId) => ({ passkey: { ...slot.passkey, rpId } }))
        : []),
    ]
    for (const change of changes) {
      const record = { ...vault.record, slots: [{ ...slot, ...change }] }
      expect(await opening(stored(record), vault.factors[kind])).toEqual(refused)
    }
  })

  it.each([
    { kind: 'open' },
    { id: 'AAAA' },
    { mix: someBytes(31, 0) },
    { wrapped: '' },
    { passkey: null },
    { passkey: { credential: 'AAAA', salt: someBytes(32, 0), rpId: null } },
    { passkey: { credential: someBytes(20, 0), salt: someBytes(32, 0), rpId: 'A.example' } },
    { passkey: { credential: someBytes(20, 0), salt: someBytes(32, 0) } },
    { kdf: { algorithm: 'argon2id', memoryKiB: 8, iterations: 1, parallelism: 1, salt: someBytes(16, 0) } },
    { name: 'mine' },
  ])('is damaged, before any work is done, with %j', async (change) => {
    const record = { ...vault.record, slots: [{ ...slotOf('password+passkey'), ...change }] }
    expect(await opening(stored(record as VaultRecord), vault.factors['password+passkey'])).toEqual({ ok: false, error: 'damaged' })
  })

  it('is not half open when it is made to look like one that asks for less', async () => {
    const { id, createdAt, kdf, mix, passkey, wrapped } = slotOf('password+passkey')
    const both = vault.factors['password+passkey']
    if (both.kind !== 'password+passkey') throw new Error('not both')
    const asPassword = { ...vault.record, slots: [{ id, kind: 'password', createdAt, kdf, wrapped }] }
    const asPasskey = { ...vault.record, slots: [{ id, kind: 'passkey', createdAt, passkey, mix, wrapped }] }
    expect(await opening(asPassword, { kind: 'password', password: both.password })).toEqual(refused)
    expect(await opening(asPassword, both)).toEqual(refused)
    expect(await opening(asPasskey, { kind: 'passkey', slot: id, prf: both.prf })).toEqual(refused)
  })

  it('does not open in the place of another kind', async () => {
    const { passkey, ...paper } = { ...slotOf('passkey'), kind: 'recovery' }
    expect(passkey).toBeDefined()
    const asRecovery = { ...vault.record, slots: [paper] }
    expect(await opening(asRecovery, vault.factors.passkey)).toEqual(refused)
    expect(await opening(asRecovery, vault.factors.recovery)).toEqual(refused)
  })

  it.each(kinds)('does not open in another vault: %s', async (kind) => {
    const moved = { ...vault.record, slots: [slotOf(kind, other)] }
    expect(await opening(moved, other.factors[kind])).toEqual(refused)
    const renamed = { ...vault.record, slots: [{ ...slotOf(kind, other), id: vault.slots[kind] }] }
    const factor = other.factors[kind]
    expect(await opening(renamed, 'slot' in factor ? { ...factor, slot: vault.slots[kind] } : factor)).toEqual(refused)
  })

  it.each(pairs)('leaves the other ways in as they were: %s broken, %s whole', async (broken, kind) => {
    const { wrapped } = slotOf(broken)
    const [flipped = ''] = byteFlips(wrapped)
    const record: unknown = JSON.parse(textOf(vault.record).replace(wrapped, flipped))
    expect(seen(value(await opening(record, vault.factors[kind])))).toEqual(whole())
    expect(await opening(record, vault.factors[broken])).toEqual(refused)
  })

  it('is damaged when there are two with one name, none, or too many', async () => {
    const slot = slotOf('password')
    const many = Array.from({ length: 17 }, (_, at) => ({ ...slot, id: someBytes(16, at) }))
    for (const slots of [[slot, slot], [], many]) {
      expect(await opening({ ...vault.record, slots }, vault.factors.password)).toEqual({ ok: false, error: 'damaged' })
    }
    expect(await opening({ ...vault.record, slots: [...many.slice(0, 15), slot] }, vault.factors.password)).toMatchObject({ ok: true })
  })
})

it('says nothing about the words, whole or in parts, in a record with every kind of slot', () => {
  const text = JSON.stringify(vault.record)
  const secrets = Object.values(vault.factors).flatMap((factor) => ['password' in factor ? factor.password : '', 'prf' in factor ? factor.prf : '', 'code' in factor ? factor.code : ''])
  for (const secret of secrets.filter((one) => one !== '')) expect(text).not.toContain(secret)
  expect(text).not.toContain(vault.session)
  expect(text).not.toContain(vault.address.slice(2))
})
