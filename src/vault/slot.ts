import { randomBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { newParams, raisedCost, type Argon2Cost } from './argon2'
import { canonicalBytes, toBase64 } from './bytes'
import type { Factor, NewSlot } from './factor'
import { unwrapKeys, wrapKeys, type VaultKeys } from './keys'
import { headerSchema, mixLength, type KeySlot, type SlotHeader } from './record'
import { idLength } from './record-fields'
import { wrappingKey } from './wrapping-key'

/** A random name for a vault or a slot: it keeps what is sealed for one from being passed off as another's. */
export const newId = (): string => toBase64(randomBytes(idLength))

/**
 * The header of a new slot. Throws a ValiError when cost, time or passkey are outside the bounds of headerSchema:
 * no slot is made that could not be read again.
 */
export function newHeader(asked: NewSlot | { readonly kind: 'recovery' }, cost: Argon2Cost, now: number): SlotHeader {
  const { kind } = asked
  const mix = toBase64(randomBytes(mixLength))
  return v.parse(headerSchema, {
    id: newId(),
    kind,
    createdAt: now,
    ...('password' in asked ? { kdf: newParams(cost) } : {}),
    ...('credential' in asked ? { passkey: { credential: asked.credential, salt: asked.salt, rpId: asked.rpId } } : {}),
    ...(kind === 'password' ? {} : { mix }),
  })
}

/** The factor that will open the slot with this id. */
export function factorOf(slot: NewSlot, id: string): Factor {
  switch (slot.kind) {
    case 'password':
      return { kind: slot.kind, password: slot.password }
    case 'passkey':
      return { kind: slot.kind, slot: id, prf: slot.prf }
    case 'password+passkey':
      return { kind: slot.kind, slot: id, password: slot.password, prf: slot.prf }
  }
}

/** Wraps the keys into a slot with this header. Synchronous: keys cannot be wiped half way. */
export function closeSlot(vaultId: string, header: SlotHeader, key: Uint8Array, keys: VaultKeys): KeySlot {
  return { ...header, wrapped: wrapKeys(key, keys, slotContext(vaultId, header)) }
}

/** The keys, or null when the factor is another or the slot was changed: the two cannot be told apart. */
export async function openSlot(vaultId: string, slot: KeySlot, factor: Factor): Promise<VaultKeys | null> {
  const key = await wrappingKey(slot, factor)
  if (key === null) return null
  const keys = unwrapKeys(key, slot.wrapped, slotContext(vaultId, slot))
  key.fill(0)
  return keys
}

/**
 * The same slot wrapped anew, with at least this cost for its password. Null when it costs that much already,
 * has no password, or this machine lacks the memory: then the slot stays as it is.
 */
export async function raiseSlot(vaultId: string, slot: KeySlot, factor: Factor, keys: VaultKeys, least: Argon2Cost): Promise<KeySlot | null> {
  const cost = 'kdf' in slot ? raisedCost(slot.kdf, least) : null
  if (cost === null || !('kdf' in slot)) return null
  const header: SlotHeader = { ...slot, kdf: newParams(cost) }
  const key = await wrappingKey(header, factor).catch(() => null)
  if (key === null) return null
  const raised = closeSlot(vaultId, header, key, keys)
  key.fill(0)
  return raised
}

/** Everything in a slot but the wrapped keys, authenticated with them: no field can be exchanged. */
function slotContext(vaultId: string, slot: SlotHeader): Uint8Array {
  return canonicalBytes(['farthing/slot/2', vaultId, slot.id, slot.kind, String(slot.createdAt), ...ownFields(slot)])
}

/** A fixed number of texts for each kind. */
function ownFields(slot: SlotHeader): readonly string[] {
  switch (slot.kind) {
    case 'password':
      return kdfFields(slot)
    case 'passkey':
      return [...passkeyFields(slot), slot.mix]
    case 'password+passkey':
      return [...kdfFields(slot), ...passkeyFields(slot), slot.mix]
    case 'recovery':
      return [slot.mix]
  }
}

const kdfFields = ({ kdf }: Extract<SlotHeader, { kdf: unknown }>): readonly string[] =>
  [kdf.algorithm, String(kdf.memoryKiB), String(kdf.iterations), String(kdf.parallelism), kdf.salt]

/** Says apart whether there is a domain, so that none can never pass for one. */
const passkeyFields = ({ passkey }: Extract<SlotHeader, { passkey: unknown }>): readonly string[] =>
  [passkey.credential, passkey.salt, passkey.rpId === null ? 'own' : 'domain', passkey.rpId ?? '']
