import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toHex, type Hex } from '../hex'
import type { Purchase } from '../purchase/purchase'
import { isSameTransfer } from '../purchase/refunds'
import type { Dispute } from './dispute'
import { isStatedIn } from './evidence'
import { disputeIdOf, idempotencyKeyOf } from './identity'
import { firstBreak, type LogEntry } from './log'
import { disputeOf } from './machine'
import { evidenceItems } from './problem'
import { refundRequestDigest } from './request'
import { couldBeTermsOf, isEndpointOf } from './sale-terms'

/** More requests about one payment than anybody makes. */
const mostRounds = 100

/** Whether whoever paid has made a signature over these 32 bytes. */
export type IsPayers = (digest: Uint8Array, signature: Hex) => boolean

/**
 * The dispute that a log tells, if it can be one of this wallet about this purchase. A log that somebody else wrote can be chained as
 * well as any: it is told apart by the request, which the payer has signed, and by leading nowhere but to the seller that was paid;
 * money stands in it only where it stands in the payment's own journal. What it says that the seller said is believed as little as ever.
 */
export function ownDispute(log: readonly LogEntry[], purchase: Purchase, isPayers: IsPayers): Dispute | null {
  const dispute = firstBreak(log) === null ? disputeOf(log) : null
  return dispute !== null && isAbout(dispute, purchase) && isSound(dispute, purchase) && hasRefundsOf(log, purchase) && isPayers(refundRequestDigest(dispute.request), dispute.signature) ? dispute : null
}

function isAbout({ request }: Dispute, { terms }: Purchase): boolean {
  const { network, payer, nonce } = terms
  const isRound = Array.from({ length: mostRounds }, (_, at) => at + 1).some((round) => disputeIdOf({ network, payer, nonce, round }) === request.disputeId)
  return (
    isRound &&
    request.idempotencyKey === idempotencyKeyOf(request.disputeId) &&
    request.network === network &&
    request.asset === terms.asset &&
    request.payTo === terms.payTo &&
    request.payer === payer &&
    request.refundTo === payer &&
    request.authorizationNonce === nonce &&
    request.resourceUrl === terms.resource &&
    request.amount <= terms.amount
  )
}

function isSound({ request, evidence, items, terms, way }: Dispute, { terms: { resource } }: Purchase): boolean {
  const leadsToSeller = way.kind === 'letter' || isEndpointOf(way.url, resource)
  const areTermsHis = terms === null || couldBeTermsOf(terms, resource)
  const areStated = evidenceItems.every((item) => isStatedIn(evidence, item, items[item]))
  return leadsToSeller && areTermsHis && areStated && toHex(sha256(utf8ToBytes(evidence))) === request.evidenceHash
}

const hasRefundsOf = (log: readonly LogEntry[], { refunds }: Purchase): boolean =>
  log.every(({ event }) => event.type !== 'refund' || refunds.some((refund) => isSameTransfer(refund, event) && refund.amount === event.amount))
