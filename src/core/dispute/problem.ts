/** What can go wrong with a sale, as the reader says it. */
export const problems = ['not-delivered', 'charged-twice', 'wrong-price', 'wrong-payee', 'not-as-described', 'not-me', 'withdrawal'] as const
export type Problem = (typeof problems)[number]

/** The same for the seller: the reasons of x402's refund extension. */
export type WireReason = 'service_not_delivered' | 'service_defective' | 'duplicate_payment' | 'overcharge' | 'customer_request' | 'other'

export const wireReasons: Readonly<Record<Problem, WireReason>> = {
  'not-delivered': 'service_not_delivered',
  'charged-twice': 'duplicate_payment',
  'wrong-price': 'overcharge',
  'wrong-payee': 'other',
  'not-as-described': 'service_defective',
  'not-me': 'other',
  withdrawal: 'customer_request',
}

/**
 * Parts of the evidence that the reader may show to the seller or keep. Whatever is kept is still bound by its hash.
 * - challenge: what the seller asked for, as it arrived
 * - offer, receipt: the seller's signed price and receipt
 * - settlement: what the seller said of the payment
 * - response: what came back for the payment
 * - timeline: when what happened
 * - terms: what the seller said about refunds when it was paid
 */
export const evidenceItems = ['challenge', 'offer', 'receipt', 'settlement', 'response', 'timeline', 'terms'] as const
export type EvidenceItem = (typeof evidenceItems)[number]

/** The most characters of the reader's own words to a seller. */
export const longestWords = 500

/**
 * filed → acknowledged → accepted → refunded | partly-refunded
 * filed | acknowledged → denied → countered → finally-denied
 * filed | acknowledged | countered → no-response
 * anything but closed → escalated; anything → closed. Money that comes back is seen in every state, closed included.
 */
export const disputeStates = ['filed', 'acknowledged', 'accepted', 'partly-refunded', 'refunded', 'denied', 'countered', 'finally-denied', 'no-response', 'escalated', 'closed'] as const
export type DisputeState = (typeof disputeStates)[number]

/** How a dispute ended. */
export const outcomes = ['refunded', 'partly-refunded', 'settled', 'lost', 'abandoned'] as const
export type Outcome = (typeof outcomes)[number]
