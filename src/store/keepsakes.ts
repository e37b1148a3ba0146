import * as v from 'valibot'
import { evidenceItems, longestWords, problems } from '../core/dispute/problem'
import { kinds } from '../core/privacy/retention'
import { maxWishes } from '../core/protocols/named/wishes'
import type { Sealer } from '../vault/sealer'
import { network } from './codec'
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

/** Requests for money back that may be half written at the same time, at most. */
export const mostDrafts = 20
/** What the reader has written of requests that they have not sent, the oldest first; one for a payment and what went wrong with it. */
export const draftsSchema = v.strictObject({
  drafts: v.pipe(
    v.array(
      v.strictObject({
        payment: v.pipe(v.string(), v.uuid()),
        problem: v.picklist(problems),
        /** As typed. */
        amount: v.pipe(v.string(), v.maxLength(20)),
        words: v.pipe(v.string(), v.maxLength(longestWords)),
        share: v.pipe(v.array(v.picklist(evidenceItems)), v.maxLength(evidenceItems.length)),
      }),
    ),
    v.maxLength(mostDrafts),
  ),
})
export type KeptDraft = v.InferOutput<typeof draftsSchema>['drafts'][number]

/** Sites that may have a purse of their own, at most. */
export const maxPurseSites = 500

export const added = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))
export const purseName = v.pipe(v.string(), v.minLength(1), v.maxLength(40))

/** Registrable domains that are paid from another purse than the first. */
export const purseSites = v.pipe(v.array(v.strictObject({ site: v.pipe(v.string(), v.maxLength(255)), purse: added })), v.maxLength(maxPurseSites))
/** Chain endpoints that are asked about one purse alone. */
export const purseEndpoints = v.pipe(
  v.array(v.strictObject({ network, purse: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7)), url: v.pipe(v.string(), v.maxLength(300)) })),
  v.maxLength(100),
)

/**
 * The purses beside the first, as the vault sealed them, and what the reader has said of all. `memory`: 'whole' where this wallet was
 * made here, and so knows every payment of its words; 'searched' where it was brought back, and other purses of the words were
 * looked for; 'unknown' where they were not.
 */
const purses = v.strictObject({
  memory: v.picklist(['whole', 'searched', 'unknown']),
  firstName: v.nullable(purseName),
  added: v.pipe(
    v.array(v.strictObject({ index: added, name: purseName, key: v.pipe(v.string(), v.maxLength(200)) })),
    v.check((all) => new Set(all.map(({ index }) => index)).size === all.length),
  ),
  sites: purseSites,
  endpoints: purseEndpoints,
})
export type KeptPurses = v.InferOutput<typeof purses>

const days = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(36_500)))
/**
 * How long the reader wants what kept, where they have said so; when it was last looked whether anything has to go, and the latest
 * time that the chain has told (0 for none), in milliseconds since 1970.
 */
const retention = v.strictObject({ days: v.record(v.picklist(kinds), days), sweptAt: v.number(), chainAt: v.optional(v.number(), 0) })

/** Single sealed values of the wallet. */
export interface Keepsakes {
  readonly confirmation: SealedValue<Confirmation>
  readonly signIns: SealedValue<v.InferOutput<typeof signInsSchema>>
  readonly wishes: SealedValue<v.InferOutput<typeof wishesSchema>>
  readonly drafts: SealedValue<v.InferOutput<typeof draftsSchema>>
  readonly purses: SealedValue<KeptPurses>
  readonly retention: SealedValue<v.InferOutput<typeof retention>>
  readonly drill: SealedValue<Readonly<v.InferOutput<typeof drill>>>
}

export const keepsakes = (db: FarthingDatabase, sealer: Sealer): Keepsakes => ({
  confirmation: sealedValue(db, sealer, 'confirmation', confirmation),
  signIns: sealedValue(db, sealer, 'sign-ins', signInsSchema),
  wishes: sealedValue(db, sealer, 'wishes', wishesSchema),
  drafts: sealedValue(db, sealer, 'dispute-drafts', draftsSchema),
  purses: sealedValue(db, sealer, 'purses', purses),
  retention: sealedValue(db, sealer, 'retention', retention),
  drill: sealedValue(db, sealer, 'drill', drill),
})
