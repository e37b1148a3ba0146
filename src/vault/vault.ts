import { err, ok, type Result } from '../core/result'
import { addressOf, entropyOf, newEntropy, pursePrivateKey, wordsOf } from './account'
import { keyLength, seal, subkey, unseal } from './aead'
import { defaultCost, type Argon2Cost } from './argon2'
import { canonicalBytes, fromBase64, toBase64 } from './bytes'
import { Keyring } from './keyring'
import { readRecord, type VaultRecord } from './record'
import { newId, newKeys, openPasswordSlot, passwordSlot, wipeKeys, type VaultKeys } from './slot'

interface NewVault {
  readonly password: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly kdf?: Argon2Cost
}

export interface OpenedVault {
  readonly record: VaultRecord
  readonly keyring: Keyring
}

/** Makes a vault with a new purse. The words are returned here and never again. */
export async function createVault(asked: NewVault): Promise<OpenedVault & { readonly words: readonly string[] }> {
  const entropy = newEntropy()
  const words = wordsOf(entropy)
  return { ...(await sealVault(entropy, asked)), words }
}

/** Makes a vault for the purse of twelve words. 'bad-words' when a word or their checksum is wrong. */
export async function restoreVault(asked: NewVault & { readonly words: string }): Promise<Result<OpenedVault, 'bad-words'>> {
  const entropy = entropyOf(asked.words)
  return entropy === null ? err('bad-words') : ok(await sealVault(entropy, asked))
}

/**
 * Opens a stored vault. 'damaged' when the record is not one, or what the keys open is broken;
 * a changed key slot cannot be told from a 'wrong-password'.
 */
export async function openWithPassword(stored: unknown, password: string): Promise<Result<Keyring, 'wrong-password' | 'damaged'>> {
  const record = readRecord(stored)
  if (record === null) return err('damaged')
  const keys = await tryPassword(record, password)
  if (keys === null) return err('wrong-password')
  const keyring = openPurse(record, keys.view.slice())
  const seed = openSealed(record.seed, subkey(keys.sign, 'seed'), seedContext(record.id))
  wipeKeys(keys)
  seed?.fill(0)
  if (keyring !== null && seed !== null) return ok(keyring)
  keyring?.wipe()
  return err('damaged')
}

/**
 * Opens a vault with what `Keyring.toSession` gave, after the worker was put to sleep.
 * 'bad-session' when the text is of another vault or the purse was changed.
 */
export function resumeSession(stored: unknown, text: string): Result<Keyring, 'bad-session' | 'damaged'> {
  const record = readRecord(stored)
  if (record === null) return err('damaged')
  const view = fromBase64(text)
  const keyring = view?.length === keyLength ? openPurse(record, view) : null
  return keyring === null ? err('bad-session') : ok(keyring)
}

/** Seals entropy and purse under fresh keys, and the keys under the password. Erases the entropy. */
async function sealVault(entropy: Uint8Array, { password, now, kdf = defaultCost }: NewVault): Promise<OpenedVault> {
  const id = newId()
  const keys = newKeys()
  const slots = [await passwordSlot(id, keys, password, kdf, now)]
  const purseKey = await pursePrivateKey(entropy)
  const address = addressOf(purseKey)
  const seed = toBase64(seal(subkey(keys.sign, 'seed'), entropy, seedContext(id)))
  const key = toBase64(seal(subkey(keys.view, 'purse'), purseKey, purseContext(id, address)))
  const keyring = new Keyring(keys.view.slice(), purseKey, address)
  wipeKeys(keys)
  entropy.fill(0)
  return { record: { format: 1, id, slots, seed, purse: { address, key } }, keyring }
}

async function tryPassword(record: VaultRecord, password: string): Promise<VaultKeys | null> {
  for (const slot of record.slots) {
    const keys = await openPasswordSlot(record.id, slot, password)
    if (keys !== null) return keys
  }
  return null
}

/** Takes the view key over; erases it when the purse does not open. */
function openPurse({ id, purse }: VaultRecord, viewKey: Uint8Array): Keyring | null {
  const purseKey = openSealed(purse.key, subkey(viewKey, 'purse'), purseContext(id, purse.address))
  if (purseKey !== null) return new Keyring(viewKey, purseKey, purse.address)
  viewKey.fill(0)
  return null
}

function openSealed(text: string, key: Uint8Array, context: Uint8Array): Uint8Array | null {
  const sealed = fromBase64(text)
  return sealed === null ? null : unseal(key, sealed, context)
}

const seedContext = (vaultId: string): Uint8Array => canonicalBytes(['farthing/seed/1', vaultId])
const purseContext = (vaultId: string, address: string): Uint8Array => canonicalBytes(['farthing/purse/1', vaultId, address])
