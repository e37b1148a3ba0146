import type { Address } from '../hex'
import { levels, ordered, type Finding, type GuardId, type Level } from './finding'
import type { Attempt } from './records'

/** What the reader has said is fine: this guard, on this site, for this account, up to this much, for a while. Never more than that. */
export interface Exception {
  readonly guard: GuardId
  readonly site: string
  readonly payTo: Address
  /** Atomic units. */
  readonly most: bigint
  /** Milliseconds since 1970. */
  readonly until: number
}

/** A payment that the reader has called a fraud. */
export interface Reported {
  readonly purchase: string
  readonly site: string
  readonly payTo: Address
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A site on which the reader wants nothing paid. */
export interface Blocked {
  readonly site: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A site on the list of those known to cheat, which the reader has opened all the same. */
export interface Opened {
  readonly site: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What the reader has told the watch. */
export interface Rules {
  /** Only guards that may be set otherwise (`tunable`); 'off' says nothing at all. */
  readonly levels: Readonly<Partial<Record<GuardId, Level | 'off'>>>
  readonly exceptions: readonly Exception[]
  readonly reported: readonly Reported[]
  readonly blocked: readonly Blocked[]
  readonly opened: readonly Opened[]
  /** When it was last proved who is there after suspicious payments (freeze.ts); 0 for never. */
  readonly freedAt: number
}

export const noRules: Rules = { levels: {}, exceptions: [], reported: [], blocked: [], opened: [], freedAt: 0 }

/** What overruling could only hurt is not the reader's to set: an account made to be taken for another, and sites known to cheat: these are opened one by one, by name, as what they have blocked themselves is. */
export const isTunable = (guard: GuardId): boolean => guard !== 'payee-similar' && guard !== 'blocked' && guard !== 'blocked-here'

/** How long an exception holds, in milliseconds: 30 days. */
export const exceptionMs = 30 * 24 * 3_600_000

export interface Judgement {
  readonly level: Level | 'ok'
  /** Most important first. */
  readonly findings: readonly Finding[]
}

/** What the findings about a payment lead to, by what the reader has said before. */
export function judge(found: readonly Finding[], attempt: Attempt, { levels: chosen, exceptions, reported, blocked, opened }: Rules): Judgement {
  const isReported = reported.some(({ site, payTo }) => site === attempt.site || payTo === attempt.payTo)
  const isBlocked = blocked.some(({ site }) => site === attempt.site)
  const isOpened = opened.some(({ site }) => site === attempt.site)
  const all: readonly Finding[] = [...found.filter(({ guard }) => !isOpened || guard !== 'blocked'), ...(isReported ? [{ guard: 'reported', level: 'ask' } as const] : []), ...(isBlocked ? [{ guard: 'blocked-here', level: 'deny' } as const] : [])]
  const findings = ordered(all.flatMap((finding) => setTo(finding, isTunable(finding.guard) ? chosen[finding.guard] : undefined)).filter((one) => !isExcepted(one, attempt, exceptions)))
  return { level: findings.reduce<Level | 'ok'>((strictest, { level }) => stricter(strictest, level), 'ok'), findings }
}

const setTo = (finding: Finding, level: Level | 'off' | undefined): readonly Finding[] => (level === undefined ? [finding] : level === 'off' ? [] : [{ ...finding, level }])

const stricter = (one: Level | 'ok', other: Level): Level => (one === 'ok' || levels.indexOf(other) > levels.indexOf(one) ? other : one)

/** What is denied cannot be excepted. */
function isExcepted({ guard, level }: Finding, { at, site, payTo, amount }: Attempt, exceptions: readonly Exception[]): boolean {
  return level !== 'deny' && exceptions.some((one) => one.guard === guard && one.site === site && one.payTo === payTo && amount <= one.most && at < one.until)
}

/** What the reader has to say is fine. */
export const askedBy = ({ findings }: Judgement): readonly GuardId[] => findings.filter(({ level }) => level === 'ask').map(({ guard }) => guard)

/** The exceptions that a reader makes who says so of a payment. */
export function exceptionsFor(guards: readonly GuardId[], { at, site, payTo, amount }: Omit<Attempt, 'asked' | 'title'>): readonly Exception[] {
  return guards.map((guard) => ({ guard, site, payTo, most: amount, until: at + exceptionMs }))
}
