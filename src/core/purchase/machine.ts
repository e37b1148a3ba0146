import { err, ok, type Result } from '../result'
import { judgeAnswer } from './answer'
import type { Purchase, PurchaseEvent, PurchaseState, PurchaseTerms } from './purchase'
import { isSameTransfer } from './refunds'

type EventOf<Type extends PurchaseEvent['type']> = Extract<PurchaseEvent, { type: Type }>

/** What a transition changes; null where the event is not allowed in that state. */
type Change = Partial<Omit<Purchase, 'id' | 'terms' | 'version' | 'createdAt' | 'updatedAt'>> | null

/**
 * The state machine of a purchase: pure, and total over every state and event.
 * A purchase is the fold of its journal over this function, starting from null.
 * Fails with 'illegal-transition', and then nothing has changed.
 * The whole table is in machine.test.ts.
 */
export function applyEvent(purchase: Purchase | null, event: PurchaseEvent, id: string): Result<Purchase, 'illegal-transition'> {
  if (purchase === null) return begin(event, id)
  if (purchase.id !== id) return err('illegal-transition')
  const change = transition(purchase, event)
  if (change === null) return err('illegal-transition')
  return ok({ ...purchase, ...change, version: purchase.version + 1, updatedAt: event.at })
}

/** True while money may still move or paid content is still due: such a purchase is watched, and no second one is begun beside it. */
export function isLive(purchase: Purchase): boolean {
  return purchase.state !== 'delivered' && purchase.state !== 'void'
}

function begin(event: PurchaseEvent, id: string): Result<Purchase, 'illegal-transition'> {
  switch (event.type) {
    case 'quoted':
      return ok(newPurchase(event, id, 'quoted'))
    case 'recognised':
      return ok({ ...newPurchase(event, id, 'delivered'), settlement: { at: event.at, transaction: event.transaction } })
    default:
      return err('illegal-transition')
  }
}

function newPurchase(event: EventOf<'quoted' | 'recognised'>, id: string, state: PurchaseState): Purchase {
  return {
    id,
    state,
    terms: event.terms,
    version: 1,
    createdAt: event.at,
    updatedAt: event.at,
    signed: null,
    sentAt: null,
    answer: null,
    interruption: null,
    settlement: null,
    trace: null,
    refunds: [],
    deliveredAt: null,
  }
}

function transition(purchase: Purchase, event: PurchaseEvent): Change {
  switch (event.type) {
    case 'quoted':
    case 'recognised':
      return null
    case 'reserved':
      return purchase.state === 'quoted' ? { state: 'reserved' } : null
    case 'signed':
      return sign(purchase, event)
    case 'sent':
      return send(purchase, event)
    case 'answered':
      return answer(purchase, event)
    case 'interrupted':
      return interrupt(purchase, event)
    case 'settled':
      return settle(purchase, event)
    case 'expired':
      return expire(purchase, event)
    case 'delivered':
      return is(purchase, 'settled', 'undelivered') ? { state: 'delivered', deliveredAt: event.at } : null
    case 'traced':
      return trace(purchase, event)
    case 'refunded':
      return refund(purchase, event)
  }
}

/**
 * First signature, or a renewal. A renewal may not end sooner than the signature it renews: the earlier
 * one is out of our hands, and `expired` must speak for both.
 */
function sign(purchase: Purchase, event: EventOf<'signed'>): Change {
  // Void is over: what it held back may be held by another by now. The next attempt is a new purchase, with the same nonce.
  if (!is(purchase, 'reserved', 'signed', 'refused', 'unknown')) return null
  if (!signsExactly(event, purchase.terms)) return null
  if (purchase.signed !== null && event.authorization.validBefore < purchase.signed.authorization.validBefore) return null
  const { authorization, signature, note } = event
  return { state: 'signed', signed: { authorization, signature, note } }
}

/** True when the signed message pays what was agreed and nothing else: promises 1 and 2 of the design hang on this line. */
function signsExactly({ authorization }: EventOf<'signed'>, terms: PurchaseTerms): boolean {
  return (
    authorization.network === terms.network &&
    authorization.asset === terms.asset &&
    authorization.from === terms.payer &&
    authorization.to === terms.payTo &&
    authorization.value === terms.amount &&
    authorization.nonce === terms.nonce
  )
}

/** A first attempt, another with the same authorization, or, once paid, a free one: the token refuses to charge the nonce again. */
function send(purchase: Purchase, event: EventOf<'sent'>): Change {
  const attempt = { sentAt: event.at, answer: null, interruption: null }
  if (is(purchase, 'signed', 'refused', 'unknown')) return { state: 'sent', ...attempt }
  if (is(purchase, 'settled', 'undelivered')) return { state: 'settled', ...attempt }
  // Owned content is asked for again (the site has forgotten its reader); whatever comes of it, it stays owned.
  return purchase.state === 'delivered' ? attempt : null
}

/** An answer may come late, after a time-out has been noted or the chain has been read. Content that came is never forgotten. */
function answer(purchase: Purchase, event: EventOf<'answered'>): Change {
  const arrived = event.answer.contentArrived
  const facts = { answer: event.answer, deliveredAt: purchase.deliveredAt ?? (arrived ? event.at : null) }
  if (is(purchase, 'sent', 'refused', 'unknown')) return { state: judgeAnswer(event.answer), ...facts }
  if (is(purchase, 'settled', 'undelivered')) return { state: arrived ? 'delivered' : 'undelivered', ...facts }
  return purchase.state === 'delivered' ? facts : null
}

function interrupt(purchase: Purchase, event: EventOf<'interrupted'>): Change {
  if (is(purchase, 'signed', 'sent', 'unknown')) return { state: 'unknown', interruption: event.why }
  if (is(purchase, 'settled', 'undelivered')) return { state: 'undelivered', interruption: event.why }
  return purchase.state === 'delivered' ? { interruption: event.why } : null
}

/** The chain shows the nonce used. It outranks everything a server or an earlier look at the chain said. */
function settle(purchase: Purchase, event: EventOf<'settled'>): Change {
  if (purchase.settlement !== null) return nameTransaction(purchase, event)
  if (purchase.signed === null) return null
  const settlement = { at: event.at, transaction: event.transaction }
  return { state: afterSettlement(purchase), settlement }
}

function afterSettlement(purchase: Purchase): PurchaseState {
  if (purchase.deliveredAt !== null) return 'delivered'
  return purchase.answer !== null || purchase.interruption !== null ? 'undelivered' : 'settled'
}

/** The transaction of a settlement that is known already is found later; it is never exchanged for another. */
function nameTransaction(purchase: Purchase, event: EventOf<'settled'>): Change {
  if (purchase.settlement === null || purchase.settlement.transaction !== null || event.transaction === null) return null
  return { settlement: { at: purchase.settlement.at, transaction: event.transaction } }
}

/** What a transaction shows stays as it is: it is read once, and only of the transaction that settled this purchase. */
function trace(purchase: Purchase, { sender, onward }: EventOf<'traced'>): Change {
  const hasTransaction = purchase.settlement !== null && purchase.settlement.transaction !== null
  return hasTransaction && purchase.trace === null ? { trace: { sender, onward } } : null
}

/** What was paid can come back at any time, in any number of parts; each transfer counts once. */
function refund({ settlement, refunds }: Purchase, { at, refund: came }: EventOf<'refunded'>): Change {
  if (settlement === null || refunds.some((known) => isSameTransfer(known, came))) return null
  return { refunds: [...refunds, { ...came, at }] }
}

/** EIP-3009 lets an authorization be used while block time < validBefore. What was never signed needs no waiting. */
function expire(purchase: Purchase, event: EventOf<'expired'>): Change {
  if (is(purchase, 'quoted', 'reserved')) return { state: 'void' }
  if (!is(purchase, 'signed', 'sent', 'refused', 'unknown') || purchase.signed === null) return null
  return event.at > Number(purchase.signed.authorization.validBefore) * 1000 ? { state: 'void' } : null
}

function is(purchase: Purchase, ...states: readonly PurchaseState[]): boolean {
  return states.includes(purchase.state)
}
