import { concatBytes, randomBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { keyLength, seal, unseal } from './aead'
import { argon2Schema, passwordKey, saltLength, type Argon2Cost, type Argon2Params } from './argon2'
import { canonicalBytes, fromBase64, toBase64 } from './bytes'
import type { KeySlot } from './record'

/** The two random keys of a vault. The view key opens rows and the purse; the sign key opens the seed. */
export interface VaultKeys {
  readonly view: Uint8Array
  readonly sign: Uint8Array
}

export const newKeys = (): VaultKeys => ({ view: randomBytes(keyLength), sign: randomBytes(keyLength) })

export function wipeKeys(keys: VaultKeys): void {
  keys.view.fill(0)
  keys.sign.fill(0)
}

/** A random name for a vault or a slot: it keeps what is sealed for one from being passed off as another's. */
export const newId = (): string => toBase64(randomBytes(16))

/** Wraps the keys under a password. Throws a ValiError when `cost` is outside the bounds of argon2Schema. */
export async function passwordSlot(vaultId: string, keys: VaultKeys, password: string, cost: Argon2Cost, now: number): Promise<KeySlot> {
  const salt = randomBytes(saltLength)
  const kdf: Argon2Params = v.parse(argon2Schema, {
    algorithm: 'argon2id',
    memoryKiB: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: 1,
    salt: toBase64(salt),
  })
  const header: SlotHeader = { id: newId(), kind: 'password', createdAt: now, kdf }
  const wrappingKey = await passwordKey(password, kdf, salt)
  const plain = concatBytes(keys.view, keys.sign)
  const wrapped = toBase64(seal(wrappingKey, plain, slotContext(vaultId, header)))
  wrappingKey.fill(0)
  plain.fill(0)
  return { ...header, wrapped }
}

/** The keys, or null when the password is another or the slot was changed: the two cannot be told apart. */
export async function openPasswordSlot(vaultId: string, slot: KeySlot, password: string): Promise<VaultKeys | null> {
  const salt = fromBase64(slot.kdf.salt)
  const wrapped = fromBase64(slot.wrapped)
  // No slot is made with an empty password, and the Argon2 library throws on one.
  if (salt === null || wrapped === null || password === '') return null
  const wrappingKey = await passwordKey(password, slot.kdf, salt)
  const plain = unseal(wrappingKey, wrapped, slotContext(vaultId, slot))
  wrappingKey.fill(0)
  if (plain === null) return null
  const keys = { view: plain.slice(0, keyLength), sign: plain.slice(keyLength) }
  plain.fill(0)
  return keys
}

type SlotHeader = Omit<KeySlot, 'wrapped'>

/** Everything in a slot but the wrapped keys, authenticated with them: no field can be exchanged. */
function slotContext(vaultId: string, { id, kind, createdAt, kdf }: SlotHeader): Uint8Array {
  const cost = [kdf.algorithm, String(kdf.memoryKiB), String(kdf.iterations), String(kdf.parallelism), kdf.salt]
  return canonicalBytes(['farthing/slot/1', vaultId, id, kind, String(createdAt), ...cost])
}
