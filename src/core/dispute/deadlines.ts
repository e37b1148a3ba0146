import { isOpen } from './machine'
import type { Dispute } from './dispute'
import type { SaleTerms } from './sale-terms'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a payment can be disputed where the seller gives no longer time, and at the most, in milliseconds. */
const toFile = 14 * day
const toFileAtMost = 120 * day
/** From the request: until an answer is asked for, and until its silence is an answer. */
export const toRespond = 7 * day
const toSilence = 14 * day
/** From a no: how long the reader may answer it before the wallet stops asking. */
const toCounter = 7 * day
/** How long money that is said to be on its way may take to be seen on the chain. */
export const toArrive = day
/** How long after its end a dispute is still looked after, in case money comes. */
const toCome = 60 * day
/** From the last thing that happened: then it is over, whatever it was. */
const toClose = 45 * day

/** Until when a payment can be disputed. @param paidAt milliseconds since 1970 */
export function fileBy(paidAt: number, terms: SaleTerms | null): number {
  return paidAt + Math.min(Math.max((terms?.windowSeconds ?? 0) * 1000, toFile), toFileAtMost)
}

/** What the wallet does by itself. 'ask': the seller is asked how it stands; 'look': the chain is. */
export type Chore = 'send' | 'ask' | 'look' | 'remind' | 'silent' | 'close'

export interface Due {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly chore: Chore
}

/** Waits between tries to reach a seller: then every six hours. */
const waits = [0, minute, 5 * minute, 15 * minute, hour] as const
const longestWait = 6 * hour

/** What the wallet has done lately beside what is in the log: milliseconds since 1970, null for not since it was opened. */
export interface Seen {
  readonly askedAt: number | null
  readonly lookedAt: number | null
}

/**
 * What is due when, soonest first; what is due together in the order in which it is to be done. Nothing depends on how often this
 * is asked: a wallet that slept for a month does the same as one that did not.
 */
export function dueOf(dispute: Dispute, seen: Seen): readonly Due[] {
  if (!isOpen(dispute)) return [lateLookDue(dispute, seen)].filter((due) => due !== null)
  const dues = [sendDue(dispute), remindDue(dispute), askDue(dispute, seen), lookDue(dispute, seen), silentDue(dispute), { chore: 'close' as const, at: lastEvent(dispute) + toClose }]
  return dues.filter((due) => due !== null).sort((one, other) => one.at - other.at)
}

function sendDue({ way, unsent, tries, triedAt, openedAt }: Dispute): Due | null {
  if (way.kind === 'letter' || unsent === null) return null
  return { chore: 'send', at: triedAt === null ? openedAt : triedAt + (waits[tries] ?? longestWait) }
}

const awaitsAnswer = ({ state, sentAt }: Dispute): boolean => sentAt !== null && (state === 'filed' || state === 'acknowledged' || state === 'countered')

function remindDue(dispute: Dispute): Due | null {
  const { way, unsent, sentAt, remindedAt, request } = dispute
  if (way.kind === 'letter' || unsent !== null || sentAt === null || remindedAt !== null) return null
  return awaitsAnswer(dispute) ? { chore: 'remind', at: Math.max(request.respondBy * 1000, sentAt) } : null
}

/** Often at first, then four times a day. A seller that has refused is asked no more until that was answered. */
function askDue(dispute: Dispute, { askedAt }: Seen): Due | null {
  const { way, sentAt, unsent, state } = dispute
  const wants = awaitsAnswer(dispute) || state === 'no-response' || state === 'escalated'
  if (way.kind === 'letter' || unsent !== null || sentAt === null || !wants) return null
  const age = (askedAt ?? sentAt) - sentAt
  return { chore: 'ask', at: (askedAt ?? sentAt) + (age < 10 * minute ? 5 * minute : age < 6 * hour ? hour : longestWait) }
}

/** Money may come back at any time; where it is said to be on its way it is looked for more often. */
function lookDue({ state, answeredAt, updatedAt }: Dispute, { lookedAt }: Seen): Due | null {
  if (state === 'refunded') return null
  if (state === 'accepted') return { chore: 'look', at: lookedAt === null ? (answeredAt ?? updatedAt) : lookedAt + 5 * minute }
  return { chore: 'look', at: (lookedAt ?? updatedAt) + longestWait }
}

/** Once a day for a while: what was closed may be paid all the same. */
function lateLookDue({ updatedAt, refunded, request }: Dispute, { lookedAt }: Seen): Due | null {
  const at = (lookedAt ?? updatedAt) + day
  return refunded >= request.amount || at > updatedAt + toCome ? null : { chore: 'look', at }
}

/** Money that was promised and does not come is silence as well. */
function silentDue(dispute: Dispute): Due | null {
  const { state, agrees, answeredAt, updatedAt, sentAt } = dispute
  if (state === 'accepted' && agrees === false && answeredAt !== null) return { chore: 'silent', at: answeredAt + toSilence }
  if (sentAt === null || !awaitsAnswer(dispute) || isLetterUnsent(dispute)) return null
  return { chore: 'silent', at: (state === 'countered' ? updatedAt : sentAt) + toSilence }
}

/** A seller cannot be silent to what the reader has not posted. */
const isLetterUnsent = ({ way, unsent }: Dispute): boolean => way.kind === 'letter' && unsent !== null

/** Until when the reader may answer a no. Null where there is none to answer. */
export function counterBy({ state, counter, answeredAt }: Dispute): number | null {
  return state === 'denied' && counter === null && answeredAt !== null ? answeredAt + toCounter : null
}

const lastEvent = ({ answeredAt, sentAt, openedAt }: Dispute): number => Math.max(answeredAt ?? 0, sentAt ?? 0, openedAt)

/** When a dispute is over that nobody closes. */
export const closesAt = (dispute: Dispute): number => lastEvent(dispute) + toClose
