import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import { standing } from '../display'
import type { ApprovalView } from '../../messaging/views'

/** How a purchase stands, for the window in which the reader agreed to it. */
export function outcomeOf(purchase: Purchase, head: { readonly host: string; readonly title: string }): ApprovalView {
  const done = (outcome: 'delivered' | 'undelivered' | 'unknown' | 'refused' | 'not-charged', sentence: string): ApprovalView => ({
    state: 'done',
    outcome,
    sentence,
    paymentId: purchase.id,
    tip: purchase.terms.kind === 'tip',
    offer: null,
  })
  switch (purchase.state) {
    case 'quoted':
    case 'reserved':
    case 'signed':
      return { state: 'working', ...head, step: 'paying' }
    case 'sent':
      return { state: 'working', ...head, step: 'sending' }
    case 'settled':
      return { state: 'working', ...head, step: 'delivering' }
    case 'delivered':
      return done('delivered', standing(purchase))
    case 'undelivered':
      return done('undelivered', purchase.terms.kind === 'tip' ? words.tip.undelivered : words.outcome.undelivered)
    case 'void':
      return done('not-charged', words.outcome.notCharged)
    case 'refused':
      return done('refused', words.outcome.refused(reasonInWords(purchase.answer?.claim?.reason ?? null)))
    case 'unknown':
      if (purchase.answer === null) return done('unknown', words.outcome.unknown)
      // What was bought has come: the chain has the last word all the same.
      return { state: 'working', ...head, step: purchase.answer.contentArrived ? 'confirming' : 'checking' }
  }
}

/** The seller's reason, where it is one we know. Its own text is never shown: it is written by a stranger, for programs. */
function reasonInWords(reason: string | null): string | null {
  if (reason === null) return null
  // The seller found the amount too small, not the purse (MPP).
  if (reason.startsWith('payment-insufficient')) return null
  if (reason.includes('insufficient')) return words.refusal.funds
  if (reason.includes('nonce')) return words.refusal.used
  if (/valid_before|valid_after|payment-expired/.test(reason)) return words.refusal.late
  if (/fetch|facilitator|verify failed|unreachable/i.test(reason)) return words.refusal.service
  return null
}
