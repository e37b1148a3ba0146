import * as v from 'valibot'
import { argon2Schema } from './argon2'
import { base64Bytes, fromBase64 } from './bytes'
import { createdAt, id, sealedPurseKey, sealedSeed, wrapped } from './record-fields'

/** Salts of HKDF and of the passkey, in bytes. */
export const mixLength = 32

/** Ways to open one vault, at most. */
export const mostSlots = 16

const mix = base64Bytes(mixLength)

const passkey = v.strictObject({
  /** Credential id. */
  credential: v.pipe(
    v.string(),
    v.minLength(16),
    v.maxLength(1400),
    v.check((text) => fromBase64(text) !== null),
  ),
  /** What the passkey is asked with (PRF input). */
  salt: base64Bytes(mixLength),
  /** A domain in ASCII, or null for the extension's own id. */
  rpId: v.nullable(v.pipe(v.string(), v.maxLength(255), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/))),
})

const common = { id, createdAt }
const passwordHeader = { ...common, kind: v.literal('password'), kdf: argon2Schema }
const passkeyHeader = { ...common, kind: v.literal('passkey'), passkey, mix }
const bothHeader = { ...common, kind: v.literal('password+passkey'), kdf: argon2Schema, passkey, mix }
const recoveryHeader = { ...common, kind: v.literal('recovery'), mix }

/** A slot before the keys are wrapped into it. */
export const headerSchema = v.variant('kind', [
  v.strictObject(passwordHeader),
  v.strictObject(passkeyHeader),
  v.strictObject(bothHeader),
  v.strictObject(recoveryHeader),
])

/**
 * One way to open the vault: the view key and the sign key, wrapped under a key that only the right factor gives.
 * `mix` is the salt of that derivation where HKDF makes it. It never leaves the vault: whoever serves the
 * passkey's domain can ask the passkey for the same value, but has no part in the mix.
 */
const slotSchema = v.variant('kind', [
  v.strictObject({ ...passwordHeader, wrapped }),
  v.strictObject({ ...passkeyHeader, wrapped }),
  v.strictObject({ ...bothHeader, wrapped }),
  v.strictObject({ ...recoveryHeader, wrapped }),
])

/**
 * The vault as it lies on disk: plain JSON, byte strings in base64, nothing in it readable without a factor.
 * Not even the address of the purse, which would tell what was paid. Read only through readRecord.
 */
const schema = v.strictObject({
  format: v.literal(2),
  id,
  slots: v.pipe(
    v.array(slotSchema),
    v.minLength(1),
    v.maxLength(mostSlots),
    v.check((slots) => new Set(slots.map((slot) => slot.id)).size === slots.length),
  ),
  seed: sealedSeed,
  /** The account that pays small sums. */
  purse: v.strictObject({ key: sealedPurseKey }),
})

export type VaultRecord = v.InferOutput<typeof schema>
export type KeySlot = v.InferOutput<typeof slotSchema>
export type SlotHeader = v.InferOutput<typeof headerSchema>

/** Checks a stored record of the current format; null when it is damaged or of an older one. */
export function readRecord(stored: unknown): VaultRecord | null {
  const read = v.safeParse(schema, stored)
  return read.success ? read.output : null
}
