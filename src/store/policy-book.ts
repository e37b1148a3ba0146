import * as v from 'valibot'
import { shippedInForce, type InForce } from '../core/policy/consent'
import type { Digest, Since } from '../core/policy/digest'
import { feedsSchema, modelSchema, policySchema, rootSchema, textsSchema, type Feeds } from '../core/policy/documents'
import { policyFaults } from '../core/policy/faults'
import { isWhole, modelIn, type KeptFile, type NamedFile } from '../core/policy/files'
import { isInRange, parameterNames, shippedParameters, type ParameterName, type Parameters } from '../core/policy/parameters'
import type { Kept } from '../core/policy/received'
import { roles } from '../core/policy/roles'
import { isExpired, type Held } from '../core/policy/trust'
import type { Model } from '../core/risk/model'
import { networks } from '../core/networks/networks'
import type { Sealer } from '../vault/sealer'
import type { FarthingDatabase } from './schema'
import { sealedValue, type SealedValue } from './sealed-value'

/** Why something that was looked for did not come of it. */
export const lookFaults = [...policyFaults, 'unreachable', 'no-file', 'bad-file'] as const
export type LookFault = (typeof lookFaults)[number]

/** How policies stand with this reader. */
export interface PolicyState {
  readonly inForce: InForce
  /** The policy that was weighed last, by its hash; null for none. */
  readonly weighed: string | null
  /** The one whose question the reader has answered with no. */
  readonly declined: string | null
  /** When it was last looked, and when somebody last answered; milliseconds since 1970, 0 for never. */
  readonly lookedAt: number
  readonly reachedAt: number
  /** What was wrong at the last look. */
  readonly faults: readonly { readonly role: (typeof roles)[number]; readonly fault: LookFault }[]
  /** How many changes the reader has not seen. */
  readonly unseen: number
  /** What is counted for the next digest, and the last one; null for none. */
  readonly since: Since
  readonly digest: Digest | null
}

const noneSince: Since = { from: 0, refused: 0, old: false }
export const noPolicyState: PolicyState = { inForce: shippedInForce, weighed: null, declined: null, lookedAt: 0, reachedAt: 0, faults: [], unseen: 0, since: noneSince, digest: null }

/** A document that came to be trusted, and what came of it, as it was said. */
export interface PolicyEntry {
  readonly role: 'root' | 'policy'
  readonly seq: number
  readonly hash: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** As it arrived; null for what the release came with. */
  readonly envelope: string | null
  readonly applied: readonly string[]
  readonly asked: readonly string[]
  readonly why: readonly string[]
  readonly answer: 'agreed' | 'declined' | null
}

/** How many documents are remembered. */
const maxEntries = 40

const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const sentences = v.array(v.pipe(v.string(), v.maxLength(600)))

/** What is no longer in its range, or was not known when it was written, is as the wallet was made. */
const parameters = v.pipe(
  v.record(v.string(), v.number()),
  v.transform((kept): Parameters => ({ ...shippedParameters, ...Object.fromEntries(Object.entries(kept).filter(([name, value]) => isKnown(name) && isInRange(name, value))) })),
)
const isKnown = (name: string): name is ParameterName => parameterNames.some((one) => one === name)

const inForce = v.strictObject({ parameters, withdrawn: v.array(v.picklist(networks.map(({ id }) => id))), model: modelSchema, texts: textsSchema })
const stateSchema: v.GenericSchema<unknown, PolicyState> = v.strictObject({
  inForce,
  weighed: v.nullable(hash),
  declined: v.nullable(hash),
  lookedAt: time,
  reachedAt: time,
  faults: v.array(v.strictObject({ role: v.picklist(roles), fault: v.picklist(lookFaults) })),
  unseen: time,
  since: v.optional(v.strictObject({ from: time, refused: time, old: v.boolean() }), noneSince),
  digest: v.optional(v.nullable(v.strictObject({ from: time, to: time, lines: sentences, seen: v.boolean() })), null),
})
const entry = v.strictObject({
  role: v.picklist(['root', 'policy']),
  seq: time,
  hash,
  at: time,
  envelope: v.nullable(v.string()),
  applied: sentences,
  asked: sentences,
  why: sentences,
  answer: v.nullable(v.picklist(['agreed', 'declined'])),
})
const logSchema: v.GenericSchema<unknown, { readonly entries: readonly PolicyEntry[] }> = v.strictObject({ entries: v.array(entry) })
const keptSchema: v.GenericSchema<unknown, Kept> = v.strictObject({ root: v.strictObject({ document: rootSchema, hash }), policy: v.strictObject({ document: policySchema, hash }) })
const feedsKeptSchema: v.GenericSchema<unknown, Held<Feeds>> = v.strictObject({ document: feedsSchema, hash })
const filesSchema: v.GenericSchema<unknown, { readonly files: readonly KeptFile[] }> = v.strictObject({ files: v.array(v.strictObject({ sha256: hash, body: v.string() })) })

/**
 * Signed policies as they stand with this reader, sealed: what holds, what is trusted, and how it came to be. Nothing else of the wallet is
 * written from here. What is damaged is as the wallet was made.
 */
export class PolicyBook {
  readonly #db: FarthingDatabase
  readonly #state: SealedValue<PolicyState>
  readonly #kept: SealedValue<Kept>
  readonly #feeds: SealedValue<Held<Feeds>>
  readonly #log: SealedValue<{ readonly entries: readonly PolicyEntry[] }>
  readonly #files: Readonly<Record<NamedFile['kind'], SealedValue<{ readonly files: readonly KeptFile[] }>>>

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#state = sealedValue(db, sealer, 'policy', stateSchema)
    this.#kept = sealedValue(db, sealer, 'policy-trusted', keptSchema)
    this.#feeds = sealedValue(db, sealer, 'policy-feeds', feedsKeptSchema)
    this.#log = sealedValue(db, sealer, 'policy-log', logSchema)
    this.#files = { model: sealedValue(db, sealer, 'policy-model', filesSchema), text: sealedValue(db, sealer, 'policy-texts', filesSchema) }
  }

  async state(): Promise<PolicyState> {
    return (await this.#state.read()) ?? noPolicyState
  }

  async inForce(): Promise<InForce> {
    return (await this.state()).inForce
  }

  kept(): Promise<Kept | null> {
    return this.#kept.read()
  }

  /** Whatever their age. */
  keptFeeds(): Promise<Held<Feeds> | null> {
    return this.#feeds.read()
  }

  /** Those that may be gone by. @param now milliseconds since 1970 */
  async feeds(now: number): Promise<Feeds | null> {
    const held = await this.#feeds.read()
    return held === null || isExpired(held.document, now) ? null : held.document
  }

  /** Files that policies name, by their hash. Each is held against it again: what is not what was vouched for is not there. */
  async files(kind: NamedFile['kind']): Promise<readonly KeptFile[]> {
    return ((await this.#files[kind].read())?.files ?? []).filter(isWhole)
  }

  /** What a policy in force names to score with; null where it is not here, is not what was vouched for, or none for this wallet. */
  async model({ sha256 }: Pick<NamedFile, 'sha256'>): Promise<Model | null> {
    const file = (await this.files('model')).find((one) => one.sha256 === sha256)
    return file === undefined ? null : modelIn(file.body)
  }

  /** Those that are kept from now on; the others go. */
  async keepFiles(kind: NamedFile['kind'], files: readonly KeptFile[]): Promise<void> {
    await this.#files[kind].change(() => (files.length === 0 ? null : { files }))
  }

  /** Newest first. */
  async log(): Promise<readonly PolicyEntry[]> {
    return [...((await this.#log.read())?.entries ?? [])].reverse()
  }

  /** All of it, or nothing. @param next what stands then, and what is written down of it */
  change(next: (state: PolicyState) => { readonly state: PolicyState; readonly entries?: readonly PolicyEntry[]; readonly answered?: { readonly hash: string; readonly answer: PolicyEntry['answer'] } }, trusted: (Kept & { readonly feeds: Held<Feeds> }) | null = null): Promise<void> {
    return this.#db.transaction('rw', [this.#db.values], async () => {
      const { state, entries = [], answered } = next(await this.state())
      await this.#state.change(() => state)
      if (trusted !== null) {
        await this.#kept.change(() => ({ root: trusted.root, policy: trusted.policy }))
        await this.#feeds.change(() => trusted.feeds)
      }
      if (entries.length === 0 && answered === undefined) return
      const withAnswer = (one: PolicyEntry): PolicyEntry => (one.hash === answered?.hash ? { ...one, answer: answered.answer } : one)
      await this.#log.change((current) => ({ entries: [...(current?.entries ?? []).map(withAnswer), ...entries].slice(-maxEntries) }))
    })
  }
}
