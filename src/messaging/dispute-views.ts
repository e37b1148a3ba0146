import type { DisputeState, EvidenceItem, Outcome, Problem } from '../core/dispute/problem'
import type { MoneyView, PaymentRow } from './views'

/** What helps at once, before anybody is asked for money back. */
export type HelpView =
  /** Fetch it again, free: 'payments.retry'. */
  | { readonly kind: 'retry'; readonly sentence: string }
  /** It is not charged, or that is not certain yet and looked at anew whenever it is assessed. */
  | { readonly kind: 'not-charged'; readonly sentence: string; readonly isCertain: boolean }
  /** What looks like the same purchase. */
  | { readonly kind: 'duplicates'; readonly sentence: string; readonly payments: readonly PaymentRow[] }
  /** Money has come back already. */
  | { readonly kind: 'refunded'; readonly sentence: string }
  /** A dispute about this payment is under way. */
  | { readonly kind: 'dispute'; readonly sentence: string; readonly dispute: string }
  /** Somebody else may have paid with this wallet: the security page. */
  | { readonly kind: 'secure'; readonly sentence: string }

/** What the seller has said about refunds, in words. */
export interface SaleTermsView {
  /** A sentence: what was promised when it was paid, or that nothing was. */
  readonly sentence: string
  /** Host of where requests are taken; null where there is none. */
  readonly endpointHost: string | null
  /** mailto: or https:, for a letter; null where there is none. */
  readonly contact: string | null
  readonly policyUrl: string | null
  /** The seller says something else now than when it was paid. */
  readonly changed: boolean
}

/** How a seller has dealt with this reader's own requests, in a sentence; null where there were none. Told to nobody. */
export type SellerRecordView = string | null

/** What the wallet knows of a problem, and what can be done. */
export interface AssessmentView {
  readonly payment: PaymentRow
  readonly problem: Problem
  /** What the wallet's own records and the chain say about it. The most important first. */
  readonly facts: readonly string[]
  readonly helps: readonly HelpView[]
  readonly ask:
    | {
        readonly possible: true
        /** The most that can be asked back, and what is proposed. */
        readonly most: MoneyView
        readonly proposed: MoneyView
        /** 'endpoint': the wallet sends it. 'letter': the reader sends a text. */
        readonly way: 'endpoint' | 'letter'
        /** Until when it can be asked, in milliseconds since 1970. */
        readonly until: number
      }
    | { readonly possible: false; readonly sentence: string }
  readonly terms: SaleTermsView
  readonly seller: SellerRecordView
}

export interface EvidenceItemView {
  readonly item: EvidenceItem
  /** Exactly what it says, as text. */
  readonly text: string
}

/** What would be sent, before anything is. */
export interface DisputePreviewView {
  /** What there is to show; each is in the bundle, and shown to the seller only if the reader ticks it. */
  readonly items: readonly EvidenceItemView[]
  /** Every byte that would leave, but for the signature. */
  readonly request: string
  /** The same as a letter. */
  readonly letter: string
  /** Until when the seller is asked to answer: milliseconds since 1970. */
  readonly respondBy: number
}

/** A request that the reader has begun to write, and has not sent. */
export interface DisputeDraftView {
  readonly payment: string
  readonly title: string
  readonly problem: Problem
  /** As typed. */
  readonly amount: string
  readonly words: string
  readonly share: readonly EvidenceItem[]
}

export interface DisputeRow {
  readonly id: string
  readonly payment: string
  readonly title: string
  readonly host: string
  readonly problem: Problem
  readonly state: DisputeState
  readonly outcome: Outcome | null
  /** A word or three for the state. */
  readonly status: string
  readonly tone: 'good' | 'quiet' | 'care'
  readonly asked: MoneyView
  /** What has come back, on the chain; null for nothing yet. */
  readonly back: MoneyView | null
  readonly openedAt: number
  /** When something is due next, and what, in a sentence; null where nothing is. */
  readonly next: { readonly at: number; readonly sentence: string } | null
  /** It waits for the reader. */
  readonly waitsForReader: boolean
}

/** A transfer that may be the refund: the wallet cannot tell, the reader may. */
export interface RefundCandidateView {
  /** Names it in 'refunds.answer'. */
  readonly key: string
  readonly amount: MoneyView
  readonly at: number
  readonly explorer: string | null
}

/** Who can be turned to outside, where a seller does not answer. */
export interface OutsideBodyView {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly url: string
}

export interface DisputeDetail extends DisputeRow {
  /** What happens to the money, then why, then what to do. */
  readonly sentence: string
  /** What stands in the way of seeing on the chain whether money came, in a sentence; null for nothing. */
  readonly unseen: string | null
  /** What the seller says; where it speaks of money that came (`isClaim`), whether the chain agrees, null for not known yet. Null before it said anything. */
  readonly answer: { readonly said: string; readonly checked: string; readonly isClaim: boolean; readonly agrees: boolean | null } | null
  readonly way: 'endpoint' | 'letter'
  readonly terms: SaleTermsView
  /** The reader's own words. */
  readonly words: string
  /** The request as it was sent; the letter. */
  readonly request: string
  readonly letter: string
  readonly shared: readonly EvidenceItem[]
  readonly log: readonly { readonly at: number; readonly by: 'reader' | 'seller' | 'wallet' | 'chain'; readonly sentence: string }[]
  /** False where the record was changed or has a gap. */
  readonly isIntact: boolean
  readonly can: {
    readonly refresh: boolean
    readonly markSent: boolean
    readonly markAnswered: boolean
    readonly counter: boolean
    readonly escalate: boolean
    readonly close: boolean
  }
  readonly candidates: readonly RefundCandidateView[]
  /** For a country, by ISO 3166-1 code; null until the reader has named one here. */
  readonly outside: { readonly country: string | null; readonly countries: readonly string[]; readonly bodies: readonly OutsideBodyView[] }
}

/** What was found of money that came back for a payment. */
export interface RefundLookView {
  /** In a sentence. */
  readonly sentence: string
  readonly found: MoneyView | null
  readonly candidates: readonly RefundCandidateView[]
}
