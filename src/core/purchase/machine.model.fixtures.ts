import type { AnswerFacts, Purchase, PurchaseEvent, PurchaseState, PurchaseTerms } from './purchase'

/**
 * A purchase as its history alone tells it: DESIGN 5 and 6 read a second time, to hold the machine against.
 * It keeps no state and knows no transitions: whatever is asked is looked up in what happened, oldest first.
 */
export type History = readonly PurchaseEvent[]

type Type = PurchaseEvent['type']
export type EventOf<T extends Type> = Extract<PurchaseEvent, { type: T }>

export function every<T extends Type>(history: History, type: T): readonly EventOf<T>[] {
  return history.filter((event): event is EventOf<T> => event.type === type)
}

const ever = (history: History, type: Type): boolean => history.some((event) => event.type === type)

export function termsOf([first]: History): PurchaseTerms {
  if (first?.type !== 'quoted' && first?.type !== 'recognised') throw new Error('a history begins with the terms')
  return first.terms
}

/** True when the chain told of it before this journal began: it is owned, whether or not its content was ever seen here. */
export const isRecognised = (history: History): boolean => ever(history, 'recognised')

/** The last moment, in milliseconds, at which anything signed can still be used; null when nothing was signed. */
export function spendableUntil(history: History): number | null {
  const ends = every(history, 'signed').map(({ authorization }) => Number(authorization.validBefore) * 1000)
  return ends.length === 0 ? null : Math.max(...ends)
}

/** When the content first came: with an answer, or in the words of a `delivered`. */
export function arrivedAt(history: History): number | null {
  return history.find((event) => event.type === 'delivered' || (event.type === 'answered' && event.answer.contentArrived))?.at ?? null
}

/** The settlement the chain told of first, with the first transaction anybody could name. */
export function settlementOf(history: History): Purchase['settlement'] {
  const told = history.filter((event) => event.type === 'settled' || event.type === 'recognised')
  const [first] = told
  return first === undefined ? null : { at: first.at, transaction: told.find(({ transaction }) => transaction !== null)?.transaction ?? null }
}

/** What the settlement showed, as it was read first. */
function traceOf(history: History): Purchase['trace'] {
  const [read] = every(history, 'traced')
  return read === undefined ? null : { sender: read.sender, onward: read.onward }
}

/** What came back, as it was found. */
const refundsOf = (history: History): Purchase['refunds'] => every(history, 'refunded').map(({ at, refund }) => ({ ...refund, at }))

export const isPaid = (history: History): boolean => settlementOf(history) !== null
/** Paid, and nothing is due any more. */
export const isOwned = (history: History): boolean => isRecognised(history) || (isPaid(history) && arrivedAt(history) !== null)

/** Paid: what is still due. Unpaid: what was heard last. */
export function stateOf(history: History): PurchaseState {
  if (isPaid(history)) {
    if (isOwned(history)) return 'delivered'
    return heardSinceSent(history).length > 0 ? 'undelivered' : 'settled'
  }
  const last = history.at(-1)
  switch (last?.type) {
    case 'answered':
      return isPlainRefusal(last.answer) ? 'refused' : 'unknown'
    case 'interrupted':
      return 'unknown'
    case 'expired':
      return 'void'
    case 'quoted':
    case 'reserved':
    case 'signed':
    case 'sent':
      return last.type
    default:
      throw new Error('no history')
  }
}

/** What became of the latest attempt. A history in which nothing was sent has one attempt: all of it. */
function heardSinceSent(history: History): readonly PurchaseEvent[] {
  const sent = history.findLastIndex((event) => event.type === 'sent')
  return history.slice(sent + 1).filter((event) => event.type === 'answered' || event.type === 'interrupted')
}

/** Reasons of a failed settlement after which it may still go through (reference of x402, 1.5). */
export const openReasons: readonly string[] = ['settlement_pending', 'Facilitator settle timed out', 'request timeout', 'fetch failed']

/** The only answers that say "not paid" and nothing else: the client's own error, and no claim that could mean money. */
function isPlainRefusal({ status, contentArrived, claim }: AnswerFacts): boolean {
  if (contentArrived || status < 400 || status > 499 || status === 408) return false
  if (claim === null) return true
  return !claim.success && claim.transaction === null && !openReasons.includes(claim.reason ?? '')
}

/** True when `event` may happen after `history`. */
export function allows(history: History, event: PurchaseEvent): boolean {
  const begins = event.type === 'quoted' || event.type === 'recognised'
  if (history.length === 0 || begins) return history.length === 0 && begins
  const state = stateOf(history)
  const paid = isPaid(history)
  const signed = ever(history, 'signed')
  switch (event.type) {
    case 'reserved':
      return state === 'quoted'
    case 'signed':
      return !paid && state !== 'sent' && state !== 'void' && ever(history, 'reserved') && paysExactly(event, termsOf(history)) && outlastsAll(event, history)
    case 'sent':
      return paid || (signed && state !== 'sent' && state !== 'void')
    case 'answered':
      return paid || (signed && state !== 'signed' && state !== 'void')
    case 'interrupted':
      // After a plain refusal nothing is awaited that could be cut short.
      return paid || (signed && state !== 'refused' && state !== 'void')
    case 'settled':
      return signed && (!paid || (settlementOf(history)?.transaction === null && event.transaction !== null))
    case 'expired':
      return !paid && state !== 'void' && event.at > (spendableUntil(history) ?? -Infinity)
    case 'delivered':
      return paid && !isOwned(history)
    case 'traced':
      return (settlementOf(history)?.transaction ?? null) !== null && !ever(history, 'traced')
    case 'refunded':
      return paid && refundsOf(history).every(({ transaction, logIndex }) => transaction !== event.refund.transaction || logIndex !== event.refund.logIndex)
  }
}

/** True when a signature moves exactly what was agreed, to whom, out of which purse, under the one nonce. */
export function paysExactly({ authorization }: EventOf<'signed'>, terms: PurchaseTerms): boolean {
  const { network, asset, from, to, value, nonce } = authorization
  const said = [network, asset, from, to, value, nonce]
  return [terms.network, terms.asset, terms.payer, terms.payTo, terms.amount, terms.nonce].every((agreed, at) => said[at] === agreed)
}

function outlastsAll({ authorization }: EventOf<'signed'>, history: History): boolean {
  return every(history, 'signed').every((earlier) => earlier.authorization.validBefore <= authorization.validBefore)
}

/** Atomic units that must stay held back: from the reservation until the chain has spoken. */
export function heldBack(history: History): bigint {
  const over = ['quoted', 'void'].includes(stateOf(history)) || isPaid(history)
  return over ? 0n : termsOf(history).amount
}

/** The whole purchase that `history` makes. */
export function purchaseOf(history: History, id: string): Purchase {
  const signed = every(history, 'signed').at(-1)
  const heard = heardSinceSent(history)
  return {
    id,
    state: stateOf(history),
    terms: termsOf(history),
    version: history.length,
    createdAt: history[0]?.at ?? 0,
    updatedAt: history.at(-1)?.at ?? 0,
    signed: signed === undefined ? null : { authorization: signed.authorization, signature: signed.signature, note: signed.note },
    sentAt: every(history, 'sent').at(-1)?.at ?? null,
    answer: every(heard, 'answered').at(-1)?.answer ?? null,
    interruption: every(heard, 'interrupted').at(-1)?.why ?? null,
    settlement: settlementOf(history),
    trace: traceOf(history),
    refunds: refundsOf(history),
    deliveredAt: arrivedAt(history),
  }
}
