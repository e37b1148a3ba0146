import { err, ok, type Result } from '../result'
import { refundPlace, type Dispute, type DisputeEvent, type Filing } from './dispute'
import type { LogEntry } from './log'
import type { DisputeState, Outcome } from './problem'

type EventOf<Type extends DisputeEvent['type']> = Extract<DisputeEvent, { type: Type }>
type Change = Partial<Dispute> | null

/**
 * The state machine of a dispute: pure, and total over every state and event. A dispute is the fold of its log over this
 * function, starting from null. Fails with 'illegal-transition', and then nothing has changed. The table is in machine.test.ts.
 * @param at milliseconds since 1970
 */
export function applyDisputeEvent(dispute: Dispute | null, event: DisputeEvent, at: number): Result<Dispute, 'illegal-transition'> {
  if (dispute === null) return event.type === 'filed' ? ok(filed(event.filing, at)) : err('illegal-transition')
  const change = transition(dispute, event, at)
  return change === null ? err('illegal-transition') : ok({ ...dispute, ...change, updatedAt: at })
}

/** What entries lead to; null where they lead nowhere. */
export function disputeOf(log: readonly LogEntry[]): Dispute | null {
  let dispute: Dispute | null = null
  for (const { event, at } of log) {
    const applied: ReturnType<typeof applyDisputeEvent> = applyDisputeEvent(dispute, event, at)
    if (!applied.ok) return null
    dispute = applied.value
  }
  return dispute
}

export const isOpen = ({ state }: Pick<Dispute, 'state'>): boolean => state !== 'closed'

function filed(filing: Filing, at: number): Dispute {
  return {
    ...filing,
    state: 'filed',
    outcome: null,
    openedAt: at,
    updatedAt: at,
    unsent: 'request',
    tries: 0,
    triedAt: null,
    sentAt: null,
    remindedAt: null,
    answer: null,
    answeredAt: null,
    unreadable: null,
    agrees: null,
    counter: null,
    escalatedTo: [],
    refunded: 0n,
    counted: [],
    termsChanged: false,
  }
}

function transition(dispute: Dispute, event: DisputeEvent, at: number): Change {
  // Money that comes back late is seen all the same.
  if (event.type === 'refund') return refund(dispute, event)
  if (!isOpen(dispute)) return null
  switch (event.type) {
    case 'filed':
      return null
    case 'sending':
      return dispute.unsent === event.what ? { tries: dispute.tries + 1, triedAt: at } : remind(dispute, event, at)
    case 'not-sent':
      return dispute.unsent === event.what ? {} : null
    case 'sent':
      return sent(dispute, event, at)
    case 'answered':
      return answered(dispute, event, at)
    case 'told':
      return told(dispute, event, at)
    case 'unreadable':
      return dispute.sentAt === null || dispute.unreadable === event.why ? null : { unreadable: event.why }
    case 'checked':
      return { agrees: event.agrees }
    case 'terms-changed':
      return { termsChanged: true }
    case 'countered':
      return dispute.state === 'denied' && dispute.counter === null ? { state: 'countered', counter: event.words, unsent: 'counter', tries: 0, triedAt: null } : null
    case 'silent':
      return is(dispute, 'filed', 'acknowledged', 'countered', 'accepted') ? { state: 'no-response' } : null
    case 'escalated':
      return dispute.state === 'refunded' ? null : { state: 'escalated', escalatedTo: [...dispute.escalatedTo, event.to] }
    case 'closed':
      return { state: 'closed', outcome: event.outcome, unsent: null }
  }
}

/** One reminder, and only of a request that has arrived. */
function remind({ unsent, sentAt, remindedAt }: Dispute, { what }: EventOf<'sending'>, at: number): Change {
  const may = what === 'reminder' && unsent === null && sentAt !== null && remindedAt === null
  return may ? { unsent: 'reminder', remindedAt: at, tries: 1, triedAt: at } : null
}

function sent(dispute: Dispute, { what }: EventOf<'sent'>, at: number): Change {
  if (dispute.unsent !== what) return null
  const arrived = { unsent: null, tries: 0, triedAt: null }
  return what === 'request' ? { ...arrived, sentAt: at } : arrived
}

/** The same answer again is no news. Money that is already back is not taken back by words. */
function answered(dispute: Dispute, { answer }: EventOf<'answered'>, at: number): Change {
  const isNews = dispute.answer?.sha256 !== answer.sha256 || dispute.unreadable !== null || dispute.state === 'countered'
  if (dispute.sentAt === null || !isNews) return null
  const agrees = dispute.refunded === 0n ? null : agreesWith({ ...dispute, answer, agrees: null }, dispute.refunded)
  const facts = { answer, answeredAt: at, unreadable: null, agrees }
  return is(dispute, 'refunded', 'partly-refunded') ? facts : { ...facts, state: afterAnswer(dispute, answer.said) }
}

function afterAnswer({ state, counter }: Dispute, said: 'executed' | 'pending' | 'denied'): DisputeState {
  switch (said) {
    case 'executed':
      return 'accepted'
    case 'denied':
      return counter === null ? 'denied' : 'finally-denied'
    case 'pending':
      return state === 'filed' || state === 'no-response' ? 'acknowledged' : state
  }
}

function told(dispute: Dispute, { said }: EventOf<'told'>, at: number): Change {
  if (is(dispute, 'refunded', 'partly-refunded')) return null
  return { state: afterAnswer(dispute, said === 'accepted' ? 'executed' : 'denied'), answeredAt: at }
}

function refund(dispute: Dispute, event: EventOf<'refund'>): Change {
  const place = refundPlace(event)
  if (dispute.counted.includes(place)) return null
  const refunded = dispute.refunded + event.amount
  const how = refunded >= dispute.request.amount ? 'refunded' : 'partly-refunded'
  const known = { refunded, counted: [...dispute.counted, place], agrees: agreesWith(dispute, refunded) }
  return isOpen(dispute) ? { ...known, state: how } : { ...known, outcome: outcomeAfter(how) }
}

/** A seller that names no amount says that all of it is back. */
function agreesWith({ answer, request, agrees }: Dispute, refunded: bigint): boolean | null {
  return answer?.said === 'executed' ? refunded >= (answer.amount ?? request.amount) : agrees
}

const outcomeAfter = (how: 'refunded' | 'partly-refunded'): Outcome => how

const is = ({ state }: Dispute, ...states: readonly DisputeState[]): boolean => states.includes(state)
