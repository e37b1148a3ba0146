import { toRespond } from '../../core/dispute/deadlines'
import type { Filing, Way } from '../../core/dispute/dispute'
import { evidenceOf, type Evidence } from '../../core/dispute/evidence'
import { disputeIdOf, idempotencyKeyOf } from '../../core/dispute/identity'
import { wireReasons, type EvidenceItem, type Problem } from '../../core/dispute/problem'
import { requestBody, type RefundRequest } from '../../core/dispute/request'
import type { SaleTerms } from '../../core/dispute/sale-terms'
import type { Hex } from '../../core/hex'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'

/** What the reader wants to ask. */
export interface Wanted {
  readonly problem: Problem
  /** Atomic units. */
  readonly amount: bigint
  readonly words: string
  readonly share: readonly EvidenceItem[]
}

/** A request as it would be signed. */
export interface Draft {
  readonly request: RefundRequest
  readonly evidence: Evidence
  readonly wanted: Wanted
  readonly terms: SaleTerms | null
  readonly way: Way
}

interface Sale {
  readonly purchase: Purchase
  readonly journal: readonly PurchaseEvent[]
  /** What was said when it was paid; null for nothing. */
  readonly then: SaleTerms | null
  /** Where requests are taken, by what was said then or is said now. */
  readonly way: Way
  /** 1 for the first request about this payment. */
  readonly round: number
}

/** Puts a request together; nothing is signed. @param now milliseconds since 1970 */
export function draftOf({ purchase, journal, then, way, round }: Sale, wanted: Wanted, now: number): Draft {
  const { terms, settlement } = purchase
  const evidence = evidenceOf(purchase, journal, then)
  const disputeId = disputeIdOf({ network: terms.network, payer: terms.payer, nonce: terms.nonce, round })
  const request: RefundRequest = {
    version: 1,
    disputeId,
    network: terms.network,
    transaction: settlement?.transaction ?? '',
    authorizationNonce: terms.nonce,
    asset: terms.asset,
    payTo: terms.payTo,
    payer: terms.payer,
    resourceUrl: terms.resource,
    amount: wanted.amount,
    reason: wireReasons[wanted.problem],
    refundTo: terms.payer,
    evidenceHash: evidence.hash,
    idempotencyKey: idempotencyKeyOf(disputeId),
    issuedAt: Math.floor(now / 1000),
    respondBy: Math.floor((now + toRespond) / 1000),
  }
  return { request, evidence, wanted, terms: then, way }
}

export function filingOf({ request, evidence, wanted, terms, way }: Draft, signature: Hex): Filing {
  const { problem, words, share } = wanted
  return { problem, request, signature, evidence: evidence.statement, items: evidence.items, shared: share.filter((item) => evidence.items[item] !== undefined), words, terms, way }
}

/** The body that goes to the seller. */
export function bodyOf({ request, signature, evidence, items, shared, words }: Omit<Filing, 'problem' | 'terms' | 'way'>): string {
  const shown = Object.fromEntries(shared.flatMap((item) => (items[item] === undefined ? [] : [[item, items[item]]])))
  return requestBody(request, signature, { evidence, items: shown, words, receipt: shared.includes('receipt') ? (items.receipt ?? null) : null })
}
