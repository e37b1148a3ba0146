import { closesAt, counterBy, dueOf, toArrive } from '../../core/dispute/deadlines'
import type { Dispute, DisputeEvent } from '../../core/dispute/dispute'
import { isOpen } from '../../core/dispute/machine'
import { outsideBodies, outsideCountries } from '../../core/dispute/outside'
import type { LogEntry } from '../../core/dispute/log'
import type { SaleTerms } from '../../core/dispute/sale-terms'
import { formatPrice, tableOnly } from '../../core/money'
import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import type { DisputeDetail, DisputeRow, RefundCandidateView, SaleTermsView } from '../../messaging/dispute-views'
import { locale } from '../../platform/locale'
import type { KeptDispute } from '../../store/disputes'
import { hostOf } from '../display'
import { moneyOn } from '../payment/payment-view'
import { bodyOf } from './filing'
import { counterLetterOf, letterOf } from './letter'
import { needsLetter, statusOf, waitsForReader } from './status'

const text = words.dispute

/** An amount in dollars, which is what was paid and what comes back, whatever it is worth elsewhere by then. */
export const amountOf = ({ terms }: Purchase, atomic: bigint): string =>
  formatPrice(atomic, findNetwork(terms.network)?.token.decimals ?? 6, { currency: 'USD', locale: locale(), rates: tableOnly })

/** @param candidates transfers that may be the refund; null where nobody has looked */
export function disputeRow({ id, payment, dispute }: KeptDispute, purchase: Purchase, candidates: readonly RefundCandidateView[] | null): DisputeRow {
  const { terms } = purchase
  return {
    id,
    payment,
    title: terms.title,
    host: hostOf(terms.page),
    problem: dispute.problem,
    state: dispute.state,
    outcome: dispute.outcome,
    status: statusOf(dispute),
    tone: dispute.refunded > 0n ? 'good' : dispute.state === 'closed' ? 'quiet' : 'care',
    asked: moneyOn(terms.network, dispute.request.amount),
    back: dispute.refunded === 0n ? null : moneyOn(terms.network, dispute.refunded),
    openedAt: dispute.openedAt,
    next: nextOf(dispute),
    waitsForReader: waitsForReader(dispute) || (candidates ?? []).length > 0,
  }
}

function nextOf(dispute: Dispute): DisputeRow['next'] {
  if (!isOpen(dispute)) return null
  const counter = counterBy(dispute)
  if (counter !== null) return { at: counter, sentence: text.next.counter }
  if (dispute.state === 'accepted' && dispute.agrees === null && dispute.answeredAt !== null) return { at: dispute.answeredAt + toArrive, sentence: text.next.arrive }
  const due = dueOf(dispute, { askedAt: null, lookedAt: null }).find(({ chore }) => chore !== 'ask' && chore !== 'look')
  if (due === undefined) return null
  if (due.chore === 'close') return { at: closesAt(dispute), sentence: text.next.close }
  return { at: due.at, sentence: due.chore === 'send' ? text.next.send : due.chore === 'remind' ? text.next.answer : text.next.silent }
}

function sentenceOf(dispute: Dispute, purchase: Purchase): string {
  const { state, refunded, outcome, request } = dispute
  const amount = (atomic: bigint): string => amountOf(purchase, atomic)
  switch (state) {
    case 'filed':
    case 'countered':
      return sendingSentence(dispute, state)
    case 'accepted':
      return dispute.agrees === false ? text.sentence['not-there'] : text.sentence.accepted
    case 'refunded':
      return text.sentence.refunded(amount(refunded))
    case 'partly-refunded':
      return text.sentence['partly-refunded'](amount(refunded), amount(request.amount))
    case 'closed':
      if (refunded >= request.amount) return text.sentence.refunded(amount(refunded))
      if (refunded > 0n) return text.sentence['partly-refunded'](amount(refunded), amount(request.amount))
      return outcome === 'settled' || outcome === 'abandoned' ? text.sentence[outcome] : text.sentence.lost
    default:
      return text.sentence[state]
  }
}

/** Whether the seller has what was said to it, or it is still here. */
function sendingSentence(dispute: Dispute, state: 'filed' | 'countered'): string {
  const { sentence } = text
  const isRequest = state === 'filed'
  if (dispute.unsent !== (isRequest ? 'request' : 'counter')) return sentence[state]
  if (dispute.way.kind === 'letter') return isRequest ? sentence.letter : sentence['counter-letter']
  if (needsLetter(dispute)) return isRequest ? sentence.unreachable : sentence['counter-unreachable']
  return isRequest ? sentence.unsent : sentence['counter-unsent']
}

interface Around {
  readonly candidates: readonly RefundCandidateView[]
  /** What stands in the way of seeing whether money came. */
  readonly unseen: string | null
  readonly terms: SaleTermsView
  readonly country: string | null
}

export function disputeDetail(kept: KeptDispute, purchase: Purchase, { candidates, unseen, terms, country }: Around): DisputeDetail {
  const { dispute, log, isIntact } = kept
  const isLive = isOpen(dispute)
  const { way, state, counter, answer, request, problem, words: own } = dispute
  return {
    ...disputeRow(kept, purchase, candidates),
    sentence: sentenceOf(dispute, purchase),
    unseen,
    answer: answerOf(dispute, purchase),
    way: way.kind,
    terms,
    words: own,
    request: indented(bodyOf(dispute)),
    letter: counter === null ? letterOf(purchase, { request, wanted: { problem, words: own } }) : counterLetterOf(purchase, dispute, counteredAt(log)),
    shared: dispute.shared,
    log: log.map((entry) => ({ at: entry.at, by: entry.by, sentence: logSentence(entry, purchase) })),
    isIntact,
    can: {
      refresh: dispute.refunded < request.amount || hasMoreToSay(dispute),
      markSent: isLive && needsLetter(dispute),
      markAnswered: isLive && dispute.sentAt !== null && !needsLetter(dispute) && answer === null && (way.kind === 'letter' || state === 'no-response' || state === 'escalated'),
      counter: isLive && state === 'denied' && counter === null,
      escalate: isLive && ['denied', 'finally-denied', 'no-response', 'escalated'].includes(state),
      close: isLive,
    },
    candidates,
    outside: { country, countries: outsideCountries, bodies: country === null ? [] : outsideBodies(country) },
  }
}

/** The money is back, and what the seller has said of it is from before: it may say more. */
const hasMoreToSay = (dispute: Dispute): boolean => isOpen(dispute) && dispute.way.kind === 'endpoint' && dispute.sentAt !== null && dispute.agrees === null

const counteredAt = (log: readonly LogEntry[]): number => log.findLast(({ event }) => event.type === 'countered')?.at ?? 0

/** What the seller says, and beside it what the chain does. */
function answerOf(dispute: Dispute, purchase: Purchase): DisputeDetail['answer'] {
  const { unreadable, answer, agrees } = dispute
  const checked = checkedOf(dispute, purchase)
  const isClaim = answer?.said === 'executed' || dispute.state === 'accepted'
  if (unreadable !== null) return { said: text.answer.unreadable[unreadable], checked, isClaim, agrees: null }
  if (answer === null) return dispute.answeredAt === null ? null : { said: text.answer.told, checked, isClaim, agrees }
  const said = saidOf(answer, purchase)
  return { said: answer.words === null || answer.words === '' ? said : text.answer.words(said, answer.words), checked, isClaim, agrees }
}

function saidOf({ said, amount, denial }: NonNullable<Dispute['answer']>, purchase: Purchase): string {
  if (said === 'denied') return text.answer.denial[denial ?? 'other']
  if (said === 'pending') return text.answer.pending
  return amount === null ? text.answer.executed : text.answer.executedAmount(amountOf(purchase, amount))
}

function checkedOf({ answer, agrees, refunded, state }: Dispute, purchase: Purchase): string {
  if (agrees === true) return text.checked.agrees
  if (refunded > 0n) return agrees === false ? text.checked.less(amountOf(purchase, refunded)) : text.sentence.refunded(amountOf(purchase, refunded))
  if (agrees === false) return text.checked.nothing
  return answer?.said === 'executed' || state === 'accepted' ? text.checked.wait : text.checked.none
}

function logSentence({ by, event }: LogEntry, purchase: Purchase): string {
  if (event.type === 'sent' && by === 'reader') return text.log.posted[event.what]
  switch (event.type) {
    case 'filed':
      return text.log.filed(amountOf(purchase, event.filing.request.amount))
    case 'answered':
      return saidOf(event.answer, purchase)
    case 'unreadable':
      return text.answer.unreadable[event.why]
    case 'refund':
      return text.log.refund(amountOf(purchase, event.amount))
    case 'countered':
      return text.log.countered(event.words)
    default:
      return plainLogSentence(event)
  }
}

function plainLogSentence(event: Exclude<DisputeEvent, { type: 'filed' | 'answered' | 'unreadable' | 'refund' | 'countered' }>): string {
  switch (event.type) {
    case 'sending':
    case 'sent':
      return text.log[event.type][event.what]
    case 'not-sent':
      return text.log['not-sent'][event.why]
    case 'told':
      return text.log.told[event.said]
    case 'checked':
      return text.log.checked[`${event.agrees}`]
    case 'closed':
      return text.log.closed[event.outcome]
    case 'terms-changed':
    case 'silent':
    case 'escalated':
      return text.log[event.type]
  }
}

/** @param then what was said when it was paid. @param now what is said now, where that was asked. */
export function saleTermsView(then: SaleTerms | null, now: SaleTerms | null, changed: boolean): SaleTermsView {
  const terms = then ?? now
  const endpoint = terms?.endpoint ?? null
  return {
    sentence: changed ? text.terms.changed : termsSentence(then, now),
    endpointHost: endpoint === null ? null : new URL(endpoint).host,
    contact: terms?.contact ?? null,
    policyUrl: terms?.policyUrl ?? null,
    changed,
  }
}

function termsSentence(then: SaleTerms | null, now: SaleTerms | null): string {
  if (then === null) return now === null ? text.terms.none : text.terms.found
  if (then.endpoint === null) return text.terms.contact
  return then.windowSeconds === null ? text.terms.open : text.terms.promised(text.terms.days(String(Math.floor(then.windowSeconds / 86_400))))
}

const indented = (json: string): string => JSON.stringify(JSON.parse(json), null, 2)
