import * as v from 'valibot'
import { err, ok, type Result } from '../core/result'
import { addressOf, entropyOf, newEntropy, pursePrivateKey, wordsOf } from './account'
import { keyLength } from './aead'
import { costSchema, defaultCost, type Argon2Cost } from './argon2'
import { Authority } from './authority'
import { fromBase64 } from './bytes'
import type { Factor, SlotKind } from './factor'
import { migrate, openPurseV1 } from './format-1'
import { newKeys, wipeKeys, type VaultKeys } from './keys'
import { Keyring } from './keyring'
import { readRecord, type KeySlot, type VaultRecord } from './record'
import { readRecordV1 } from './record-v1'
import { openPurse, openSeed, sealPurse, sealSeed } from './sealed-parts'
import { closeSlot, factorOf, newHeader, newId, openSlot, raiseSlot } from './slot'
import { replaceSlot } from './slots'
import { wrappingKey } from './wrapping-key'

interface NewVault {
  readonly password: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly kdf?: Argon2Cost
}

export interface MadeVault {
  readonly record: VaultRecord
  readonly keyring: Keyring
}

export interface OpenOptions {
  /** What passwords of this vault are to cost from now on, at least. */
  readonly kdf?: Argon2Cost
}

export interface OpenVault {
  readonly keyring: Keyring
  /** To be wiped by the caller as soon as the act it was opened for is done. */
  readonly authority: Authority
  /** Id of the slot that the factor opened. */
  readonly slot: string
  readonly kind: SlotKind
  /** In the current format. */
  readonly record: VaultRecord
  /** The record is not the one that was given, and is to be stored: it was of an older format, or its password now costs more. */
  readonly changed: boolean
}

/** What a factor opened, before anything is done with it. */
interface Unwrapped {
  readonly record: VaultRecord
  readonly slot: KeySlot
  readonly keys: VaultKeys
  readonly migrated: boolean
}

/** Makes a vault with a new purse. The words are returned here, and afterwards only by an Authority. */
export async function createVault(asked: NewVault): Promise<MadeVault & { readonly words: readonly string[] }> {
  const entropy = newEntropy()
  const words = wordsOf(entropy)
  return { ...(await sealVault(entropy, asked)), words }
}

/** Makes a vault for the purse of twelve words. 'bad-words' when a word or their checksum is wrong. */
export async function restoreVault(asked: NewVault & { readonly words: string }): Promise<Result<MadeVault, 'bad-words'>> {
  const entropy = entropyOf(asked.words)
  return entropy === null ? err('bad-words') : ok(await sealVault(entropy, asked))
}

/**
 * Opens a stored vault of any format. 'damaged' when the record is not one, or what the keys open is broken;
 * a changed key slot cannot be told from a 'wrong-factor'. Throws a ValiError when `kdf` is outside the bounds of costSchema.
 */
export async function openVault(
  stored: unknown,
  factor: Factor,
  { kdf = defaultCost }: OpenOptions = {},
): Promise<Result<OpenVault, 'wrong-factor' | 'damaged'>> {
  v.assert(costSchema, kdf)
  const unwrapped = await unwrap(stored, factor)
  if (!unwrapped.ok) return unwrapped
  const { slot, keys, migrated } = unwrapped.value
  const keyring = openParts(unwrapped.value)
  if (keyring === null) {
    wipeKeys(keys)
    return err('damaged')
  }
  const raised = await raiseSlot(unwrapped.value.record.id, slot, factor, keys, kdf)
  const record = raised === null ? unwrapped.value.record : replaceSlot(unwrapped.value.record, raised)
  const authority = new Authority(record.id, keys, kdf)
  return ok({ keyring, authority, slot: slot.id, kind: slot.kind, record, changed: migrated || raised !== null })
}

/**
 * Opens a vault of any format with what `Keyring.toSession` gave, after the worker was put to sleep.
 * 'bad-session' when the text is of another vault or the purse was changed.
 */
export function resumeSession(stored: unknown, text: string): Result<Keyring, 'bad-session' | 'damaged'> {
  const open = purseOpener(stored)
  if (open === null) return err('damaged')
  const view = fromBase64(text)
  const keyring = view?.length === keyLength ? open(view) : null
  return keyring === null ? err('bad-session') : ok(keyring)
}

/** Seals entropy and purse under fresh keys, and the keys under the password. Erases the entropy. */
async function sealVault(entropy: Uint8Array, { password, now, kdf = defaultCost }: NewVault): Promise<MadeVault> {
  const id = newId()
  const keys = newKeys()
  try {
    const slots = [await passwordSlot(id, keys, password, kdf, now)]
    const purseKey = await pursePrivateKey(entropy)
    const seed = sealSeed(id, keys.sign, entropy)
    const purse = { key: sealPurse(id, keys.view, purseKey) }
    const keyring = new Keyring(keys.view.slice(), purseKey, addressOf(purseKey))
    return { record: { format: 2, id, slots, seed, purse }, keyring }
  } finally {
    wipeKeys(keys)
    entropy.fill(0)
  }
}

/** The first slot. Throws when the password is empty, and a ValiError when the cost is outside its bounds. */
async function passwordSlot(vaultId: string, keys: VaultKeys, password: string, cost: Argon2Cost, now: number): Promise<KeySlot> {
  const asked = { kind: 'password', password } as const
  const header = newHeader(asked, cost, now)
  const key = await wrappingKey(header, factorOf(asked, header.id))
  if (key === null) throw new Error('A vault cannot be made with an empty password.')
  const slot = closeSlot(vaultId, header, key, keys)
  key.fill(0)
  return slot
}

async function unwrap(stored: unknown, factor: Factor): Promise<Result<Unwrapped, 'wrong-factor' | 'damaged'>> {
  const record = readRecord(stored)
  if (record !== null) return unwrapCurrent(record, factor)
  const old = readRecordV1(stored)
  if (old === null) return err('damaged')
  const migrated = await migrate(old, factor)
  return migrated.ok ? ok({ ...migrated.value, migrated: true }) : migrated
}

/** Tries each slot that the factor may be for. */
async function unwrapCurrent(record: VaultRecord, factor: Factor): Promise<Result<Unwrapped, 'wrong-factor'>> {
  for (const slot of record.slots) {
    const keys = await openSlot(record.id, slot, factor)
    if (keys !== null) return ok({ record, slot, keys, migrated: false })
  }
  return err('wrong-factor')
}

/** The keyring, or null when purse or seed is broken. */
function openParts({ record, keys }: Unwrapped): Keyring | null {
  const keyring = openPurse(record, keys.view.slice())
  const seed = openSeed(record, keys.sign)
  seed?.fill(0)
  if (seed !== null) return keyring
  keyring?.wipe()
  return null
}

function purseOpener(stored: unknown): ((viewKey: Uint8Array) => Keyring | null) | null {
  const record = readRecord(stored)
  if (record !== null) return (viewKey) => openPurse(record, viewKey)
  const old = readRecordV1(stored)
  return old === null ? null : (viewKey) => openPurseV1(old, viewKey)
}
