import type { Dispute } from './dispute'

/** How a seller has dealt with one reader's own requests. Kept here, reckoned from their disputes, told to nobody. */
export interface SellerRecord {
  readonly requests: number
  /** Gave all or part of it back, as the chain shows. */
  readonly refunded: number
  readonly denied: number
  /** Never answered, or promised money that did not come. */
  readonly silent: number
}

/** @param disputes all with one seller. Null where there are none. */
export function sellerRecordOf(disputes: readonly Dispute[]): SellerRecord | null {
  if (disputes.length === 0) return null
  const count = (is: (dispute: Dispute) => boolean): number => disputes.filter(is).length
  const isRefunded = ({ refunded }: Dispute): boolean => refunded > 0n
  const isDenied = (dispute: Dispute): boolean => !isRefunded(dispute) && dispute.answer?.said === 'denied'
  const wasSilent = (dispute: Dispute): boolean => !isRefunded(dispute) && (dispute.state === 'no-response' || dispute.agrees === false || (dispute.outcome === 'lost' && dispute.answer === null))
  return { requests: disputes.length, refunded: count(isRefunded), denied: count(isDenied), silent: count(wasSilent) }
}
