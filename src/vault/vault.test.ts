import { inspect } from 'node:util'
import { bytesToHex } from '@noble/hashes/utils.js'
import { mnemonicToAccount } from 'viem/accounts'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fromBase64 } from './bytes'
import type { Keyring } from './keyring'
import type { VaultRecord } from './record'
import { createVault, openVault, restoreVault, resumeSession } from './vault'
import { byteFlips, kdf, now, options, password, value } from './vault.fixtures'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

const purchase = { network: 'eip155:8453', asset: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913', resource: 'https://a.example/', counter: 0 } as const

let made: Awaited<ReturnType<typeof createVault>>
beforeAll(async () => {
  made = await createVault({ password, now, kdf })
})

/** As it comes back from disk. */
const stored = (): unknown => JSON.parse(JSON.stringify(made.record))

const openWithPassword = (record: unknown, typed: string): ReturnType<typeof openVault> =>
  openVault(record, { kind: 'password', password: typed }, options)

/** The only slot of a new vault. */
function firstSlot({ slots: [slot] }: VaultRecord) {
  if (slot?.kind !== 'password') throw new Error('no password slot')
  return slot
}

describe('a new vault', () => {
  it('opens with its password, and is the same purse', async () => {
    const { keyring, record, changed } = value(await openWithPassword(stored(), password))
    expect({ record, changed }).toEqual({ record: made.record, changed: false })
    expect(keyring.address).toBe(made.keyring.address)
    expect(keyring.purchaseNonce(purchase)).toBe(made.keyring.purchaseNonce(purchase))
    const envelope = made.keyring.sealer.seal('t', 'a', Uint8Array.of(1, 2))
    expect(keyring.sealer.open('t', 'a', envelope)).toEqual({ ok: true, value: Uint8Array.of(1, 2) })
  })

  it('has twelve words, from which an independent wallet derives the same address', () => {
    expect(made.words).toHaveLength(12)
    expect(mnemonicToAccount(made.words.join(' ')).address.toLowerCase()).toBe(made.keyring.address)
  })

  it('is like no other', async () => {
    const other = await createVault({ password, now, kdf })
    expect(other.words).not.toEqual(made.words)
    expect(other.record.id).not.toBe(made.record.id)
    expect(firstSlot(other.record).kdf.salt).not.toBe(firstSlot(made.record).kdf.salt)
  })

  it('is made with the cost of the design when none is asked', async () => {
    const { record } = await createVault({ password, now })
    expect(firstSlot(record).kdf).toMatchObject({ algorithm: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 })
  })

  it('is not made with an empty password', async () => {
    await expect(createVault({ password: '', now, kdf })).rejects.toThrow()
  })

  it('is not made below the least cost', async () => {
    await expect(createVault({ password, now, kdf: { memoryKiB: 1024, iterations: 1 } })).rejects.toThrow()
  })

  it.each(['', 'correct horse, wrong stable ', 'Correct horse, wrong stable'])('stays shut to %j', async (wrong) => {
    expect(await openWithPassword(stored(), wrong)).toEqual({ ok: false, error: 'wrong-factor' })
  })
})

describe('restoring', () => {
  it('gives the same address and the same nonces under another password', async () => {
    const restored = value(await restoreVault({ words: made.words.join(' '), password: 'something else entirely', now, kdf }))
    expect(restored.keyring.address).toBe(made.keyring.address)
    expect(restored.keyring.purchaseNonce(purchase)).toBe(made.keyring.purchaseNonce(purchase))
    expect(await openWithPassword(restored.record, password)).toEqual({ ok: false, error: 'wrong-factor' })
  })

  it('reads words as people type them', async () => {
    const typed = `  ${made.words.join('\n ').toUpperCase()}\t`
    expect(value(await restoreVault({ words: typed, password, now, kdf })).keyring.address).toBe(made.keyring.address)
  })

  it.each([
    '',
    'abandon',
    'abandon '.repeat(12),
    'test test test test test test test test test test test test junk',
    'test test test test test test test test test test test jnuk',
    'test test test test test test test test test test junk',
    '\ud800 test test test test test test test test test test junk',
  ])('refuses %j', async (words) => {
    expect(await restoreVault({ words, password, now, kdf })).toEqual({ ok: false, error: 'bad-words' })
  })
})

describe('a session', () => {
  it('resumes from the view key alone', () => {
    const text = made.keyring.toSession()
    expect(fromBase64(text)).toHaveLength(32)
    const keyring = value(resumeSession(stored(), text))
    expect(keyring.address).toBe(made.keyring.address)
    expect(keyring.toSession()).toBe(text)
  })

  it('refuses the view key of another vault, and what is none', async () => {
    const other = await createVault({ password, now, kdf })
    for (const text of [other.keyring.toSession(), '', 'AAAA', '!', made.keyring.toSession().slice(0, -1)]) {
      expect(resumeSession(stored(), text)).toEqual({ ok: false, error: 'bad-session' })
    }
    expect(resumeSession({}, made.keyring.toSession())).toEqual({ ok: false, error: 'damaged' })
  })
})

describe('a tampered record', () => {
  const textOf = (): string => JSON.stringify(made.record)

  it('never opens when one byte of a slot or a sealed part was changed', async () => {
    const slot = firstSlot(made.record)
    const fields = [made.record.id, slot.id, slot.kdf.salt, slot.wrapped, made.record.seed, made.record.purse.key]
    const records = fields.flatMap((field) => byteFlips(field).map((flipped) => textOf().replace(field, flipped)))
    expect(records.length).toBe(16 + 16 + 16 + 104 + 56 + 72)
    for (const text of records) {
      expect(text).not.toBe(textOf())
      expect((await openWithPassword(JSON.parse(text), password)).ok).toBe(false)
    }
  }, 60_000)

  it('does not resume when one byte of the purse or the vault id was changed', () => {
    const session = made.keyring.toSession()
    for (const field of [made.record.id, made.record.purse.key]) {
      for (const flipped of byteFlips(field)) {
        expect(resumeSession(JSON.parse(textOf().replace(field, flipped)), session).ok).toBe(false)
      }
    }
  })

  it('does not open with another time or cost', async () => {
    const changed = [
      textOf().replace(`"createdAt":${now}`, `"createdAt":${now + 1}`),
      textOf().replace('"memoryKiB":19456', '"memoryKiB":19457'),
      textOf().replace('"iterations":1', '"iterations":2'),
    ]
    for (const text of changed) {
      expect(text).not.toBe(textOf())
      expect((await openWithPassword(JSON.parse(text), password)).ok).toBe(false)
    }
  })

  it.each([
    ['"memoryKiB":19456', '"memoryKiB":4294967295'],
    ['"memoryKiB":19456', '"memoryKiB":8'],
    ['"iterations":1', '"iterations":4000000000'],
    ['"parallelism":1', '"parallelism":255'],
    ['"kind":"password"', '"kind":"open"'],
    ['"format":2', '"format":1'],
    ['"format":2', '"format":3'],
    ['"purse":{', '"purse":{"address":"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",'],
  ])('is damaged, before any work is done, when %s became %s', async (from, to) => {
    const text = textOf().replace(from, to)
    expect(text).not.toBe(textOf())
    expect(await openWithPassword(JSON.parse(text), password)).toEqual({ ok: false, error: 'damaged' })
  })

  it.each([null, undefined, 1, 'record', [], {}, { format: 1 }, { format: 2 }])('is damaged when it is %j', async (record) => {
    expect(await openWithPassword(record, password)).toEqual({ ok: false, error: 'damaged' })
  })

  it('is damaged when a slot of another vault stands in', async () => {
    const other = await createVault({ password, now, kdf })
    expect((await openWithPassword({ ...made.record, slots: other.record.slots }, password)).ok).toBe(false)
    expect((await openWithPassword({ ...made.record, seed: other.record.seed }, password))).toEqual({ ok: false, error: 'damaged' })
    expect((await openWithPassword({ ...made.record, purse: other.record.purse }, password))).toEqual({ ok: false, error: 'damaged' })
  })
})

describe('secrets', () => {
  const shown = (keyring: Keyring): string =>
    [JSON.stringify(keyring), Object.prototype.toString.call(keyring), inspect(keyring, { depth: 9, showHidden: true }), JSON.stringify(keyring.sealer), inspect(keyring.sealer)].join()

  it('are not in anything a keyring or a record shows', () => {
    const account = mnemonicToAccount(made.words.join(' ')).getHdKey().privateKey
    if (account === null) throw new Error('no key')
    const viewKey = Buffer.from(made.keyring.toSession(), 'base64')
    const spellings = [account, viewKey].flatMap((key) => [bytesToHex(key), Buffer.from(key).toString('base64'), Array.from(key).join(', '), Array.from(key).join(',')])
    const visible = shown(made.keyring) + JSON.stringify(made.record)
    for (const secret of [...spellings, password, made.words.join(' ')]) expect(visible).not.toContain(secret)
    expect(shown(made.keyring)).toContain(made.keyring.address)
  })

  it('are not in the text of an error', async () => {
    const caught = await createVault({ password, now, kdf: { memoryKiB: 1, iterations: 1 } }).catch(String)
    expect(caught).not.toContain(password)
  })

  it('do not even include the address, once the wallet is locked', () => {
    const text = JSON.stringify(made.record).toLowerCase()
    expect(text).not.toContain(made.keyring.address.slice(2))
    expect(text).not.toContain(Buffer.from(made.keyring.address.slice(2), 'hex').toString('base64').toLowerCase().slice(0, 24))
  })
})
