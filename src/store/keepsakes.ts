import * as v from 'valibot'
import { maxWishes } from '../core/protocols/named/wishes'
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

/** Whether sites may be told who is back: origins, oldest first. */
export const signInsSchema = v.strictObject({ sites: v.array(v.strictObject({ site: v.string(), allowed: v.boolean() })) })

/** Where the reader would have paid for a single article, by day (core/protocols/named/wishes). */
export const wishesSchema = v.strictObject({
  wishes: v.pipe(v.array(v.strictObject({ site: v.pipe(v.string(), v.maxLength(255)), at: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)) })), v.maxLength(maxWishes)),
})

/** Single sealed values of the wallet. */
export interface Keepsakes {
  readonly confirmation: SealedValue<Confirmation>
  readonly signIns: SealedValue<v.InferOutput<typeof signInsSchema>>
  readonly wishes: SealedValue<v.InferOutput<typeof wishesSchema>>
  readonly drill: SealedValue<Readonly<v.InferOutput<typeof drill>>>
}

export const keepsakes = (db: FarthingDatabase, sealer: Sealer): Keepsakes => ({
  confirmation: sealedValue(db, sealer, 'confirmation', confirmation),
  signIns: sealedValue(db, sealer, 'sign-ins', signInsSchema),
  wishes: sealedValue(db, sealer, 'wishes', wishesSchema),
  drill: sealedValue(db, sealer, 'drill', drill),
})
