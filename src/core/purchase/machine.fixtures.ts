import type { TransferAuthorization } from '../authorization/transfer'
import type { Hex } from '../hex'
import { applyEvent } from './machine'
import type { AnswerFacts, Purchase, PurchaseEvent, PurchaseTerms } from './purchase'

/** A purchase to test with: $0.05 on the local network, agreed at `start`. */
export const start = 1_760_000_000_000
export const nonce: Hex = `0x${'ab'.repeat(32)}`
export const signature: Hex = `0x${'cd'.repeat(65)}`
export const transaction: Hex = `0x${'ef'.repeat(32)}`

export const terms: PurchaseTerms = {
  dialect: 'x402-v2',
  kind: 'document',
  resource: 'https://news.example/article',
  page: 'https://news.example/article',
  title: 'The wren',
  network: 'eip155:31337',
  asset: `0x${'11'.repeat(20)}`,
  payTo: `0x${'22'.repeat(20)}`,
  amount: 50_000n,
  payer: `0x${'33'.repeat(20)}`,
  nonce,
  counter: 0,
  feeLines: [{ kind: 'content', amount: 50_000n, paidBy: 'reader', known: 'agreed', account: null }],
  challenge: '{}',
  rawResource: '{}',
  offer: '{}',
  day: '2025-10-09',
  allowance: null,
  rate: null,
}

export const authorization: TransferAuthorization = {
  network: terms.network,
  asset: terms.asset,
  from: terms.payer,
  to: terms.payTo,
  value: terms.amount,
  validAfter: 0n,
  validBefore: BigInt(start / 1000) + 120n,
  nonce,
}

/** One millisecond after the authorization above has expired. */
export const afterExpiry = Number(authorization.validBefore) * 1000 + 1

export const facts = (status: number, more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  status,
  contentArrived: false,
  claim: null,
  rawClaim: null,
  ...more,
})

export const quoted = { type: 'quoted', at: start, terms } as const satisfies PurchaseEvent
export const reserved = { type: 'reserved', at: start + 1 } as const satisfies PurchaseEvent
export const signed = { type: 'signed', at: start + 2, authorization, signature, note: null } as const satisfies PurchaseEvent
export const sent = { type: 'sent', at: start + 3 } as const satisfies PurchaseEvent
export const interrupted = { type: 'interrupted', at: start + 4, why: 'timeout' } as const satisfies PurchaseEvent
export const settled = { type: 'settled', at: start + 5, transaction } as const satisfies PurchaseEvent
export const delivered = { type: 'delivered', at: start + 6 } as const satisfies PurchaseEvent
export const refunded = { type: 'refunded', at: start + 60_000, refund: { transaction: `0x${'ba'.repeat(32)}`, logIndex: 7, amount: terms.amount, block: 90n, how: 'transfer' } } as const satisfies PurchaseEvent
export const expired = { type: 'expired', at: afterExpiry } as const satisfies PurchaseEvent
export const answered = (answer: AnswerFacts): PurchaseEvent => ({ type: 'answered', at: start + 4, answer })

/** Folds a journal, skipping what the machine refuses. */
export function fold(events: readonly PurchaseEvent[], from: Purchase | null = null): Purchase | null {
  return events.reduce<Purchase | null>((purchase, event) => {
    const next = applyEvent(purchase, event, 'p1')
    return next.ok ? next.value : purchase
  }, from)
}
