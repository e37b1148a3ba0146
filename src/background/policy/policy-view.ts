import { tellHeld, tellWithdrawn } from '../../core/policy/told'
import { isExpired, type Trusted } from '../../core/policy/trust'
import type { Opened } from '../../core/risk/judgement'
import { policy as words } from '../../core/words/policy'
import type { PolicyView } from '../../messaging/views'
import type { PolicyEntry, PolicyState } from '../../store/policy-book'

interface Standing {
  readonly state: PolicyState
  /** Null for a build without keys. */
  readonly trusted: Trusted | null
  readonly waiting: readonly string[]
  readonly hasFeeds: boolean
  readonly host: string | null
  readonly log: readonly PolicyEntry[]
  readonly opened: readonly Opened[]
  readonly ownLimits: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** How policies stand, as the page tells it. */
export function policyView({ state, trusted, waiting, hasFeeds, host, log, opened, ownLimits, now }: Standing): PolicyView {
  const { parameters, withdrawn } = state.inForce
  const policy = trusted?.policy.document ?? null
  const feeds = hasFeeds ? (trusted?.feeds.document ?? null) : null
  return {
    updates: trusted === null ? 'never' : host === null ? 'off' : 'on',
    host,
    lookedAt: state.lookedAt === 0 ? null : state.lookedAt,
    reachedAt: state.reachedAt === 0 ? null : state.reachedAt,
    holds: { ...tellHeld(parameters), networks: withdrawn.map(tellWithdrawn) },
    ownLimits,
    policy: policy === null ? null : { seq: policy.seq, until: Date.parse(policy.expires), old: isExpired(policy, now) },
    feeds: feeds === null ? null : { ratesOf: feeds.rates?.asOf ?? null, until: Date.parse(feeds.expires), old: isExpired(feeds, now) },
    faults: state.faults.map(({ role, fault }) => `${words.roles[role]}: ${fault === 'unreachable' ? words.unreachable : words.faults[fault]}`),
    waiting: trusted === null || policy === null || waiting.length === 0 ? null : { hash: trusted.policy.hash, seq: policy.seq, changes: waiting, why: policy.why },
    unseen: state.unseen,
    history: log.map(({ role, seq, at, applied, asked, why, answer }) => ({ role, seq, at, applied, asked, why, answer })),
    opened: opened.toReversed(),
  }
}
