import type { KeptAnswer } from '../receipt'
import type { PurchaseEvent } from './purchase'

/** The answers of a purchase that say something about the payment, oldest first. */
export function keptAnswers(journal: readonly PurchaseEvent[]): readonly KeptAnswer[] {
  return journal.flatMap((event, at) => {
    if (event.type !== 'answered' || event.answer.rawClaim === null) return []
    const sent = journal.slice(0, at).findLast(({ type }) => type === 'sent')
    return [{ rawClaim: event.answer.rawClaim, sentAt: sent?.at ?? event.at, receivedAt: event.at }]
  })
}
