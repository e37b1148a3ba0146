import type { Hex } from '../hex'
import type { AnswerFault, SellerAnswer } from './answer'
import type { DisputeState, EvidenceItem, Outcome, Problem } from './problem'
import type { RefundRequest } from './request'
import type { SaleTerms } from './sale-terms'

/** How a request gets to the seller: by the wallet, or by the reader's own letter. */
export type Way = { readonly kind: 'endpoint'; readonly url: string } | { readonly kind: 'letter' }

/** What is sent to a seller. Each is sent until it was answered, and counts as one. */
export type Sending = 'request' | 'reminder' | 'counter'

export type SendingFault = 'unreachable' | 'too-slow' | 'redirected' | 'refused'

/** What was asked, and with what: fixed when the reader asks. */
export interface Filing {
  readonly problem: Problem
  readonly request: RefundRequest
  readonly signature: Hex
  /** `Evidence.statement`, and the texts that it names. */
  readonly evidence: string
  readonly items: Readonly<Partial<Record<EvidenceItem, string>>>
  /** Which of them the seller is shown. */
  readonly shared: readonly EvidenceItem[]
  /** In the reader's own words; may be empty. */
  readonly words: string
  /** What the seller said when it was paid. */
  readonly terms: SaleTerms | null
  readonly way: Way
}

/** Times stand beside the events, in the log. Amounts are atomic units. */
export type DisputeEvent =
  | { readonly type: 'filed'; readonly filing: Filing }
  /** About to leave, for the first time or again. Written before it does. */
  | { readonly type: 'sending'; readonly what: Sending }
  | { readonly type: 'not-sent'; readonly what: Sending; readonly why: SendingFault }
  /** It has arrived: the seller answered something, or the reader sent the letter. */
  | { readonly type: 'sent'; readonly what: Sending }
  | { readonly type: 'answered'; readonly answer: SellerAnswer }
  /** Told by the reader: the seller answered elsewhere. */
  | { readonly type: 'told'; readonly said: 'accepted' | 'denied' }
  | { readonly type: 'unreadable'; readonly why: AnswerFault }
  /** What the chain says of a seller that says it has paid. */
  | { readonly type: 'checked'; readonly agrees: boolean }
  /** Money has come back. */
  | { readonly type: 'refund'; readonly amount: bigint; readonly transaction: Hex; readonly logIndex: number }
  | { readonly type: 'terms-changed' }
  | { readonly type: 'countered'; readonly words: string }
  | { readonly type: 'silent' }
  | { readonly type: 'escalated'; readonly to: string }
  | { readonly type: 'closed'; readonly outcome: Outcome }

/** What a transfer that came back is called. */
export const refundPlace = ({ transaction, logIndex }: { readonly transaction: Hex; readonly logIndex: number }): string => `${transaction} ${logIndex}`

/** A request and its whole life: the fold of its log (machine.ts). Times are milliseconds since 1970. */
export interface Dispute extends Filing {
  readonly state: DisputeState
  readonly outcome: Outcome | null
  readonly openedAt: number
  readonly updatedAt: number
  /** What has to be sent, and is not known to have arrived. */
  readonly unsent: Sending | null
  /** How often that was tried, and when last. */
  readonly tries: number
  readonly triedAt: number | null
  readonly sentAt: number | null
  readonly remindedAt: number | null
  readonly answer: SellerAnswer | null
  readonly answeredAt: number | null
  /** What the seller said last could not be read. */
  readonly unreadable: AnswerFault | null
  /** Whether the chain agrees with what the seller says of money; null where it says nothing of it, or nobody has looked. */
  readonly agrees: boolean | null
  readonly counter: string | null
  readonly escalatedTo: readonly string[]
  readonly refunded: bigint
  /** The transfers that make that up, as `refundPlace` names them: each counts once, however often it is told of. */
  readonly counted: readonly string[]
  readonly termsChanged: boolean
}
