import * as v from 'valibot'
import { checksumWriter } from '../../core/authorization/checksums'
import { jsonOf } from '../../core/export/document'
import type { Address } from '../../core/hex'
import { longestLabelNote, longestTag, mostTags, type PaymentLabel } from '../../core/history/label'
import { toDecimal } from '../../core/money'
import { findNetwork } from '../../core/networks/networks'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import { refundedAmount } from '../../core/purchase/refunds'
import { purchaseEventSchema } from '../../store/codec'
import { disputeLogSchema } from '../../store/dispute-codec'
import type { KeptDispute } from '../../store/disputes'

/** A payment with everything that is known of it. */
export interface PaymentRecord {
  readonly purchase: Purchase
  readonly events: readonly PurchaseEvent[]
  readonly label: PaymentLabel
  /** The oldest first. */
  readonly disputes: readonly KeptDispute[]
}

export type PaymentWriter = (record: PaymentRecord) => string

/**
 * Writes lines of the export document. What stands before `events` is for people and programs that only want to read; when the
 * file is taken in again, the payment is told by its events alone.
 * Whoever changes what is written raises the shape of what is kept ready of it (store/export-lines.ts).
 */
export function paymentWriter(): PaymentWriter {
  const checksummed = checksumWriter()
  return (record) => jsonOf(lineOf(record, checksummed))
}

function lineOf({ purchase, events, label, disputes }: PaymentRecord, checksummed: (address: Address) => string) {
  const { id, createdAt, state, version, terms, settlement } = purchase
  const token = findNetwork(terms.network)?.token
  return {
    id,
    at: new Date(createdAt).toISOString(),
    title: terms.title,
    page: terms.page,
    kind: terms.kind,
    state,
    amount: toDecimal(terms.amount, token?.decimals ?? 6),
    refunded: toDecimal(refundedAmount(purchase), token?.decimals ?? 6),
    currency: token?.symbol ?? 'USDC',
    network: terms.network,
    payTo: checksummed(terms.payTo),
    transaction: settlement?.transaction ?? null,
    note: label.note,
    tags: label.tags,
    // A payment whose story is damaged on this device is told, and cannot be taken in anywhere.
    events: events.length === version ? events : null,
    // The same of a dispute whose log was changed.
    ...(disputes.length > 0 && { disputes: disputes.map(({ id: dispute, log, isIntact }) => ({ id: dispute, log: isIntact ? log : null })) }),
  }
}

/** The most events that one payment has: more than any number of tries makes. The same for the log of a dispute. */
const mostEvents = 2_000
/** The most disputes about one payment. */
const mostDisputes = 100

export const paymentRecordSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  note: v.nullable(v.pipe(v.string(), v.maxLength(longestLabelNote))),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestTag))), v.maxLength(mostTags)),
  events: v.nullable(v.pipe(v.array(purchaseEventSchema), v.minLength(1), v.maxLength(mostEvents))),
  disputes: v.optional(v.pipe(v.array(v.strictObject({ id: v.pipe(v.string(), v.uuid()), log: v.nullable(v.pipe(disputeLogSchema, v.minLength(1), v.maxLength(mostEvents))) })), v.maxLength(mostDisputes)), []),
})
