import { fold, signed, sent, settled, quoted, reserved, terms as sold, transaction } from '../purchase/machine.fixtures'
import type { Purchase, PurchaseEvent } from '../purchase/purchase'
import type { Filing } from './dispute'
import { disputeIdOf } from './identity'
import type { RefundRequest } from './request'
import type { SaleTerms } from './sale-terms'

/** A payment that was made, and what was asked about it. */
export const paidJournal: readonly PurchaseEvent[] = [quoted, reserved, signed, sent, settled]

export function paidPurchase(more: readonly PurchaseEvent[] = []): Purchase {
  const purchase = fold([...paidJournal, ...more])
  if (purchase === null) throw new Error('these events make no purchase')
  return purchase
}

export const asked = 1_760_000_100_000

export const request: RefundRequest = {
  version: 1,
  disputeId: disputeIdOf({ network: sold.network, payer: sold.payer, nonce: sold.nonce, round: 1 }),
  network: sold.network,
  transaction,
  authorizationNonce: sold.nonce,
  asset: sold.asset,
  payTo: sold.payTo,
  payer: sold.payer,
  resourceUrl: sold.resource,
  amount: sold.amount,
  reason: 'service_not_delivered',
  refundTo: sold.payer,
  evidenceHash: `0x${'77'.repeat(32)}`,
  idempotencyKey: '9f3b1c2d-4e5f-8a7b-8c9d-0e1f2a3b4c5d',
  issuedAt: asked / 1000,
  respondBy: asked / 1000 + 7 * 86_400,
}

export const saleTerms: SaleTerms = {
  source: 'challenge',
  endpoint: 'https://news.example/refunds',
  windowSeconds: 30 * 86_400,
  partialRefunds: true,
  policyUrl: null,
  contact: null,
  signers: [],
  adr: null,
  raw: '{}',
}

export const filing: Filing = {
  problem: 'not-delivered',
  request,
  signature: `0x${'cd'.repeat(65)}`,
  evidence: '{"type":"x402-evidence","v":1}',
  items: { challenge: '{}' },
  shared: [],
  words: '',
  terms: saleTerms,
  way: { kind: 'endpoint', url: 'https://news.example/refunds' },
}
