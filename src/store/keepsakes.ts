import * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import type { FarthingDatabase } from './schema'
import { sealedValue, type SealedValue } from './sealed-value'

const confirmation = v.strictObject({
  /** Base32 (RFC 6238). */
  secret: v.pipe(v.string(), v.regex(/^[A-Z2-7]{16,64}$/)),
  /** Asked for once the reader has given a right code. */
  confirmed: v.boolean(),
  /** The last time step whose code was taken: each is good once. */
  usedStep: v.pipe(v.number(), v.safeInteger()),
})
export type Confirmation = Readonly<v.InferOutput<typeof confirmation>>

/** When to ask whether the twelve words were written down; milliseconds since 1970. */
const drill = v.strictObject({ dueAt: v.number() })

/** Single sealed values of the wallet. */
export interface Keepsakes {
  readonly confirmation: SealedValue<Confirmation>
  readonly drill: SealedValue<Readonly<v.InferOutput<typeof drill>>>
}

export const keepsakes = (db: FarthingDatabase, sealer: Sealer): Keepsakes => ({
  confirmation: sealedValue(db, sealer, 'confirmation', confirmation),
  drill: sealedValue(db, sealer, 'drill', drill),
})
