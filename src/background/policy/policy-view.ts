import type { Change } from '../../core/policy/consent'
import { tell, tellHeld, tellWithdrawn } from '../../core/policy/told'
import { isExpired, type Trusted } from '../../core/policy/trust'
import type { Opened } from '../../core/risk/judgement'
import { policy as words } from '../../core/words/policy'
import type { PolicyView } from '../../messaging/views'
import { locale } from '../../platform/locale'
import type { LookFault, PolicyEntry, PolicyState } from '../../store/policy-book'

interface Standing {
  readonly state: PolicyState
  /** Null for a build without keys. */
  readonly trusted: Trusted | null
  readonly waiting: readonly Change[]
  /** What was put in the place of the watch's model. */
  readonly model: { readonly version: string; readonly isHere: boolean } | null
  readonly hasFeeds: boolean
  readonly host: string | null
  readonly log: readonly PolicyEntry[]
  readonly opened: readonly Opened[]
  readonly ownLimits: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** How policies stand, as the page tells it. */
export function policyView({ state, trusted, waiting, model, hasFeeds, host, log, opened, ownLimits, now }: Standing): PolicyView {
  const { parameters, withdrawn } = state.inForce
  const policy = trusted?.policy.document ?? null
  const feeds = hasFeeds ? (trusted?.feeds.document ?? null) : null
  const held = tellHeld(parameters, locale())
  return {
    updates: trusted === null ? 'never' : host === null ? 'off' : 'on',
    host,
    lookedAt: state.lookedAt === 0 ? null : state.lookedAt,
    reachedAt: state.reachedAt === 0 ? null : state.reachedAt,
    holds: { ...held, watch: [...held.watch, ...told(model)], networks: withdrawn.map(tellWithdrawn) },
    ownLimits,
    policy: policy === null ? null : { seq: policy.seq, until: Date.parse(policy.expires), old: isExpired(policy, now) },
    feeds: feeds === null ? null : { ratesOf: feeds.rates?.asOf ?? null, until: Date.parse(feeds.expires), old: isExpired(feeds, now) },
    faults: state.faults.map(({ role, fault }) => `${words.roles[role]}: ${inWords(fault)}`),
    waiting: trusted === null || policy === null || waiting.length === 0 ? null : { hash: trusted.policy.hash, seq: policy.seq, changes: waiting.map((change) => tell(change, locale())), texts: [...new Set(waiting.flatMap((change) => (change.kind === 'text' && change.to !== null ? [change.id] : [])))], why: policy.why },
    unseen: state.unseen,
    digest: state.digest,
    history: log.map(({ role, seq, at, applied, asked, why, answer }) => ({ role, seq, at, applied, asked, why, answer })),
    opened: opened.toReversed(),
  }
}

const told = (model: Standing['model']): readonly string[] => (model === null ? [] : [model.isHere ? words.modelHeld(model.version) : words.modelMissing])

function inWords(fault: LookFault): string {
  switch (fault) {
    case 'unreachable':
      return words.unreachable
    case 'no-file':
      return words.noFile
    case 'bad-file':
      return words.badFile
    default:
      return words.faults[fault]
  }
}
