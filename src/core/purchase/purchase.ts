import type { TransferAuthorization } from '../authorization/transfer'
import type { Address, Bytes32, Hex } from '../hex'
import type { ShownRate } from '../money'
import type { NetworkId } from '../networks/networks'
import type { DialectId } from '../protocols/dialect'
import type { Day } from '../spending/day'

/**
 * The life of a purchase (DESIGN 5):
 * quoted -> reserved -> signed -> sent -> settled | refused | unknown
 * settled -> delivered | undelivered
 * signed, sent, refused and unknown turn void once the authorization has expired unused on chain,
 * or settled once the chain shows it used. Void is over; the next attempt is a new purchase with the same nonce.
 * `refused` is what a server said; only the chain can say that no money moved.
 * `settled` is paid with delivery still under way.
 */
export const purchaseStates = ['quoted', 'reserved', 'signed', 'sent', 'settled', 'refused', 'unknown', 'delivered', 'undelivered', 'void'] as const
export type PurchaseState = (typeof purchaseStates)[number]

/**
 * How what was bought arrives: as the page itself, as a piece of HTML put into one, or as something a page loads
 * (an image, a recording, data that its scripts fetch).
 */
export const deliveryKinds = ['document', 'fragment', 'subresource', 'tip'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

/** What is bought, from whom and for how much: fixed when the reader agrees. */
export interface PurchaseTerms {
  readonly dialect: DialectId
  readonly kind: DeliveryKind
  /** The URL that answers 402, without fragment. */
  readonly resource: string
  /** The page the reader was on. Equal to `resource` for documents. */
  readonly page: string
  /** Where the ciphertext is that the answer opens; absent where the answer is what was bought. */
  readonly sealed?: string
  readonly title: string
  readonly network: NetworkId
  readonly asset: Address
  readonly payTo: Address
  /** Atomic units of the asset. */
  readonly amount: bigint
  readonly payer: Address
  /** Derived from network, asset, resource and counter; the same for every renewal. */
  readonly nonce: Bytes32
  /** 0 for the first purchase of this resource, one more for each deliberate repeat. */
  readonly counter: number
  readonly feeLines: readonly FeeLineRecord[]
  /** `Challenge.raw`: the challenge as it arrived, kept as evidence. */
  readonly challenge: string
  /** `Challenge.rawResource` and `Offer.raw`: what a payment header echoes, so that it can be written again after a restart. */
  readonly rawResource: string
  readonly offer: string
  /** The `Link` header that came with the challenge, as it arrived; absent where there was none. */
  readonly link?: string
  /** The reader's day on which it was agreed to, YYYY-MM-DD: it counts in that day's limits. Null where it was begun before there were any. */
  readonly day: Day | null
  /** The allowance it is paid under, without a question; null where the reader was asked. */
  readonly allowance: string | null
  /** What the price was converted with where the reader saw it; null where it was shown in dollars, and for payments from before rates were kept. */
  readonly rate: ShownRate | null
}

export const feeKinds = ['content', 'platform', 'facilitator', 'network', 'escrow', 'onward', 'funding'] as const
export const feePayers = ['reader', 'seller', 'service', 'earlier'] as const

/**
 * How a fee line is known.
 * - agreed: what is signed bounds it
 * - signed, declared: the seller says so, with or without the signature of the account that is paid
 * - chain: the settlement itself shows it
 * - reader: the reader's own figure
 * - undeclared: nobody says
 */
export const knownHow = ['agreed', 'signed', 'declared', 'chain', 'reader', 'undeclared'] as const

/** One line of what a price is made of. What stands in the terms was shown before the reader agreed. */
export interface FeeLineRecord {
  readonly kind: (typeof feeKinds)[number]
  /** Atomic units; null where nobody has declared them. */
  readonly amount: bigint | null
  /** 'reader': part of the signed value. 'seller': passed on out of it. 'service': whoever brought the payment to the chain. 'earlier': the reader, elsewhere and before, so that it is no part of the total. */
  readonly paidBy: (typeof feePayers)[number]
  readonly known: (typeof knownHow)[number]
  /** Who is said to get it; null where nobody says. */
  readonly account: Address | null
}

/** What the settlement shows besides the payment itself. */
export interface Trace {
  /** Who brought it to the chain, and paid the network for that. */
  readonly sender: Address
  /** What went on from the payee in the same transaction, in the same token; atomic units. */
  readonly onward: readonly { readonly to: Address; readonly amount: bigint }[]
}

/** What came back for a paid request. */
export interface AnswerFacts {
  readonly status: number
  /** True when the article itself arrived (2xx with a body that was shown or kept). */
  readonly contentArrived: boolean
  readonly claim: { readonly success: boolean; readonly transaction: Hex | null; readonly reason: string | null } | null
  /** The settlement header as it arrived, kept as evidence. */
  readonly rawClaim: string | null
}

export type Interruption = 'tab-closed' | 'network' | 'timeout' | 'redirected' | 'restarted'

/**
 * How a refund was told from other money that came.
 * - number: it used the number that was derived from the dispute
 * - transfer: there was one transfer it could be, and one purchase it could be for
 * - reader: the reader said so
 */
export const refundMarks = ['number', 'transfer', 'reader'] as const

/** Money that came back: one transfer of the token, known by its transaction and its place there. */
export interface Refund {
  readonly transaction: Bytes32
  /** The place of the token's log in its block. */
  readonly logIndex: number
  /** Atomic units of the asset; what the chain shows, and not held to what was paid. */
  readonly amount: bigint
  readonly block: bigint
  readonly how: (typeof refundMarks)[number]
}

/** `at` is milliseconds since 1970 everywhere. */
export type PurchaseEvent =
  | { readonly type: 'quoted'; readonly at: number; readonly terms: PurchaseTerms }
  | { readonly type: 'reserved'; readonly at: number }
  /**
   * Signed, or signed again for the same nonce. Journalled before the signature leaves the wallet. `note`: what the reader wrote with
   * it, sent along where whoever is paid takes notes.
   */
  | { readonly type: 'signed'; readonly at: number; readonly authorization: TransferAuthorization; readonly signature: Hex; readonly note: string | null }
  /** The signature is about to leave, for the first time or again. */
  | { readonly type: 'sent'; readonly at: number }
  /** The server answered. Says nothing yet about the money. */
  | { readonly type: 'answered'; readonly at: number; readonly answer: AnswerFacts }
  /** No answer: tab closed, network cut, time-out. */
  | { readonly type: 'interrupted'; readonly at: number; readonly why: Interruption }
  /** Read from the token contract. `transaction` is the settlement if it could be found; it may be added by a second event. */
  | { readonly type: 'settled'; readonly at: number; readonly transaction: Hex | null }
  /** The chain shows the nonce unused and the authorization expired; or nothing was ever signed and the reservation is let go. */
  | { readonly type: 'expired'; readonly at: number }
  | { readonly type: 'delivered'; readonly at: number }
  /** Read from the settlement's transaction, once. Changes nothing about the money. */
  | ({ readonly type: 'traced'; readonly at: number } & Trace)
  /**
   * Paid by this purse before this journal began: another device, or a wallet that was brought back from its words. Read from
   * the chain, `at` its block's time: the first event of such a purchase, which was never signed here. Whether its content
   * arrived is not known: it is owned, `deliveredAt` is null.
   */
  | { readonly type: 'recognised'; readonly at: number; readonly terms: PurchaseTerms; readonly transaction: Hex }
  /** Read from the chain, `at` its block's time: money came back. Changes neither the state nor what was paid. */
  | { readonly type: 'refunded'; readonly at: number; readonly refund: Refund }

export interface Purchase {
  readonly id: string
  readonly state: PurchaseState
  readonly terms: PurchaseTerms
  /** Number of journal events applied; the next event's sequence number. */
  readonly version: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly signed: { readonly authorization: TransferAuthorization; readonly signature: Hex; readonly note: string | null } | null
  /** When the latest attempt was sent. */
  readonly sentAt: number | null
  /** What the server answered to the latest attempt. */
  readonly answer: AnswerFacts | null
  /** What cut the latest attempt short. */
  readonly interruption: Interruption | null
  readonly settlement: { readonly at: number; readonly transaction: Hex | null } | null
  /** Null while nobody has looked, or where there is nothing to look at. */
  readonly trace: Trace | null
  /** In the order they were found; `at` is the time of the block, in milliseconds since 1970. */
  readonly refunds: readonly (Refund & { readonly at: number })[]
  /** When the content first arrived, whether or not the settlement was known by then. */
  readonly deliveredAt: number | null
}
