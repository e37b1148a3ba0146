import * as v from 'valibot'
import { isAddress } from '../core/hex'
import { argon2Schema } from './argon2'
import { createdAt, id, sealedPurseKey, sealedSeed, wrapped } from './record-fields'

const slot = v.strictObject({ id, kind: v.literal('password'), createdAt, kdf: argon2Schema, wrapped })

/** The first format: a password, and the purse address in the clear. It is read, never written; see format-1.ts. */
const schema = v.strictObject({
  format: v.literal(1),
  id,
  /** There was no way to add a second one. */
  slots: v.strictTuple([slot]),
  seed: sealedSeed,
  purse: v.strictObject({
    address: v.pipe(v.string(), v.custom<`0x${string}`>((text) => typeof text === 'string' && isAddress(text))),
    key: sealedPurseKey,
  }),
})

export type RecordV1 = v.InferOutput<typeof schema>
export type SlotV1 = v.InferOutput<typeof slot>

/** Checks a stored record of format 1; null when it is damaged or of another format. */
export function readRecordV1(stored: unknown): RecordV1 | null {
  const read = v.safeParse(schema, stored)
  return read.success ? read.output : null
}
