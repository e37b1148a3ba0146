import * as v from 'valibot'
import { networks } from '../networks/networks'
import { isInRange, parameterNames, type ParameterName } from './parameters'

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)))
const count = (least: number, most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
const sequence = count(1, Number.MAX_SAFE_INTEGER)
/** Seconds, in UTC, in one spelling only. */
const moment = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  v.check((text) => Number.isFinite(Date.parse(text)) && new Date(text).toISOString() === text.replace('Z', '.000Z')),
)
const day = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\d$/),
  v.check((text) => Number.isFinite(Date.parse(text)) && new Date(text).toISOString().startsWith(text)),
)
const sentence = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
const language = v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/))
const version = v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/))

const common = { spec: v.literal('1'), issued: moment, expires: moment }

const keyId = hex(8)
const role = v.strictObject({ keyids: v.pipe(v.array(keyId), v.minLength(1), v.maxLength(8)), threshold: count(1, 8) })
export const rootSchema = v.strictObject({
  _type: v.literal('root'),
  ...common,
  version: sequence,
  keys: v.pipe(
    v.record(keyId, hex(32)),
    v.check((keys) => Object.keys(keys).length <= 24),
  ),
  roles: v.strictObject({ root: role, policy: role, feeds: role }),
})

const values = v.pipe(
  v.record(v.picklist(parameterNames), v.number()),
  v.check((some) => Object.entries(some).every(([one, value]) => isInRange(one as ParameterName, value))),
)

/** What a policy names by the hash of its bytes; the file lies beside it (files.ts). `version` is the day it is of. */
const named = { version: day, sha256: hex(32) }
/** What readers are promised, and what they agree to. */
export const textIds = ['terms', 'privacy', 'promises'] as const
export type TextId = (typeof textIds)[number]
const text = v.strictObject({ ...named, id: v.picklist(textIds), lang: language, bytes: count(1, 24 * 1024) })
export const modelSchema = v.nullable(v.strictObject({ ...named, bytes: count(1, 256 * 1024) }))
export const textsSchema = v.pipe(
  v.array(text),
  v.maxLength(24),
  v.check((texts) => new Set(texts.map(({ id, lang }) => `${id} ${lang}`)).size === texts.length),
)

export const policySchema = v.strictObject({
  _type: v.literal('policy'),
  ...common,
  rootVersion: sequence,
  seq: sequence,
  /** SHA-256 of the signed bytes of the one before; 64 zeros for the first. */
  prev: hex(32),
  /** A wallet older than this keeps what it has. */
  minWallet: version,
  /** What is not named stays as the wallet was made. */
  parameters: values,
  /** What the watch scores with; null for the one that came with the wallet. */
  model: modelSchema,
  /** Networks on which nothing is paid any more. */
  withdrawn: v.pipe(v.array(v.picklist(networks.map(({ id }) => id))), v.maxLength(networks.length)),
  texts: textsSchema,
  /** Why, in words, in the language of the makers; what changes is told by the wallet itself. */
  why: v.pipe(v.array(sentence), v.maxLength(16)),
})

/** Why a site is on the list. */
export const listedReasons = ['takes-the-words', 'pretends', 'takes-and-keeps'] as const
export type ListedReason = (typeof listedReasons)[number]
/** Names as core/risk/block-list keeps them, in base64. */
const list = v.pipe(v.string(), v.base64(), v.maxLength(512 * 1024))
const decimal = v.pipe(v.string(), v.regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,9})?$/))

export const feedsSchema = v.strictObject({
  _type: v.literal('feeds'),
  ...common,
  rootVersion: sequence,
  seq: sequence,
  prev: hex(32),
  /** Units for one euro, by ISO 4217; null where there is nothing new. */
  rates: v.nullable(
    v.strictObject({
      asOf: day,
      perEuro: v.pipe(
        v.record(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), decimal),
        v.check((rates) => Object.keys(rates).length <= 64),
      ),
    }),
  ),
  listed: v.strictObject({ 'takes-the-words': list, pretends: list, 'takes-and-keeps': list }),
})

export type Root = v.InferOutput<typeof rootSchema>
export type Policy = v.InferOutput<typeof policySchema>
export type Feeds = v.InferOutput<typeof feedsSchema>

/** Of a role, what it signs. */
export interface Documents {
  readonly root: Root
  readonly policy: Policy
  readonly feeds: Feeds
}

export const schemas = { root: rootSchema, policy: policySchema, feeds: feedsSchema } as const
