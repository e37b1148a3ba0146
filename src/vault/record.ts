import * as v from 'valibot'
import { isAddress } from '../core/hex'
import { keyLength, sealOverhead } from './aead'
import { argon2Schema } from './argon2'
import { base64Bytes } from './bytes'

/** Entropy of twelve BIP-39 words, in bytes. */
export const seedLength = 16

const idLength = 16
const id = base64Bytes(idLength)

/**
 * One way to open the vault: the view key and the sign key, wrapped under a key that only the right factor gives.
 * Another kind of slot is another row here; slots already written stay as they are.
 */
const passwordSlot = v.strictObject({
  id,
  kind: v.literal('password'),
  /** Milliseconds since 1970. */
  createdAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  kdf: argon2Schema,
  /** Sealed view key ‖ sign key. */
  wrapped: base64Bytes(2 * keyLength + sealOverhead),
})
const slot = v.variant('kind', [passwordSlot])

/**
 * The vault as it lies on disk: plain JSON, byte strings in base64, nothing in it readable without a factor
 * except the purse address. Read only through readRecord.
 */
const schema = v.strictObject({
  format: v.literal(1),
  id,
  slots: v.pipe(v.array(slot), v.minLength(1), v.maxLength(16)),
  /** BIP-39 entropy, sealed under the sign key. */
  seed: base64Bytes(seedLength + sealOverhead),
  /** The account that pays small sums; its key is sealed under the view key. */
  purse: v.strictObject({
    address: v.pipe(v.string(), v.custom<`0x${string}`>((text) => typeof text === 'string' && isAddress(text))),
    key: base64Bytes(keyLength + sealOverhead),
  }),
})

export type VaultRecord = v.InferOutput<typeof schema>
export type KeySlot = v.InferOutput<typeof slot>

/** Checks a stored record; null when it is damaged. */
export function readRecord(stored: unknown): VaultRecord | null {
  const read = v.safeParse(schema, stored)
  return read.success ? read.output : null
}
