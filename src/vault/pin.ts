import { randomBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { keyLength, seal, sealOverhead, unseal } from './aead'
import { argon2Schema, defaultCost, newParams, passwordKey, type Argon2Cost } from './argon2'
import { base64Bytes, canonicalBytes, fromBase64, toBase64 } from './bytes'

/** Wrong tries after which a PIN is destroyed. */
export const pinMisses = 5

/** Digits of a PIN: at least four, at most twelve. */
export const pinPattern = /^[0-9]{4,12}$/

/**
 * A short number that opens the wallet again in this browser session, and only there: it is kept in `storage.session`,
 * which never reaches the disk, and wraps the view key alone. It is no key slot and proves nothing for a step-up.
 */
export const pinSchema = v.strictObject({
  id: base64Bytes(16),
  kdf: argon2Schema,
  /** Sealed view key. */
  wrapped: base64Bytes(keyLength + sealOverhead),
  missesLeft: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(pinMisses)),
})
export type PinRecord = v.InferOutput<typeof pinSchema>

/** @param session what Keyring.toSession gave. Null when it is not that, or the PIN is not four to twelve digits. */
export async function sealPin(session: string, pin: string, cost: Argon2Cost = defaultCost): Promise<PinRecord | null> {
  const viewKey = fromBase64(session)
  if (viewKey?.length !== keyLength || !pinPattern.test(pin)) return null
  const id = toBase64(randomBytes(16))
  const kdf = newParams(cost)
  const key = await keyOf(pin, kdf)
  const wrapped = toBase64(seal(key, viewKey, contextOf(id)))
  key.fill(0)
  viewKey.fill(0)
  return { id, kdf, wrapped, missesLeft: pinMisses }
}

/** What resumeSession takes, or null when the PIN is another. Counting is the caller's, before this is called: see countTry. */
export async function openPin(record: PinRecord, pin: string): Promise<string | null> {
  const wrapped = fromBase64(record.wrapped)
  if (wrapped === null || !pinPattern.test(pin)) return null
  const key = await keyOf(pin, record.kdf)
  const viewKey = unseal(key, wrapped, contextOf(record.id))
  key.fill(0)
  if (viewKey === null) return null
  const session = toBase64(viewKey)
  viewKey.fill(0)
  return session
}

/** The record with one try fewer, to be stored before the try is made; null when this is the last one: the PIN is destroyed by it. */
export function countTry(record: PinRecord): PinRecord | null {
  return record.missesLeft <= 1 ? null : { ...record, missesLeft: record.missesLeft - 1 }
}

async function keyOf(pin: string, kdf: PinRecord['kdf']): Promise<Uint8Array> {
  const salt = fromBase64(kdf.salt)
  if (salt === null) throw new Error('The parameters of a PIN have no salt.')
  return passwordKey(pin, kdf, salt)
}

const contextOf = (id: string): Uint8Array => canonicalBytes(['farthing/pin/1', id])
