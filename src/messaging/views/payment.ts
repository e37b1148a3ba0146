import type { DeliveryKind, PurchaseState } from '../../core/purchase/purchase'
import type { FeeLineView, MoneyView } from './money'

/**
 * What a signed statement of the seller is worth. 'seller': signed by whoever was paid, and it says what was agreed.
 * 'stranger': signed by somebody else. 'differs': it says something else, or its signature is false. 'none': there is none.
 */
export interface EvidenceView {
  readonly worth: 'seller' | 'stranger' | 'differs' | 'none'
  readonly sentence: string
}

export interface PaymentRow {
  readonly id: string
  readonly at: number
  readonly title: string
  readonly host: string
  readonly kind: DeliveryKind
  readonly amount: MoneyView
  readonly state: PurchaseState
  /** What happened, in a few words: "Paid", "Not charged", "Checking". */
  readonly status: string
  readonly tone: 'good' | 'quiet' | 'care'
  /** Nobody was asked: the reader had allowed it. */
  readonly unasked: boolean
}

/** What the reader wrote beside a payment, for themselves. */
export interface LabelView {
  /** Null for nothing. */
  readonly label: string | null
  readonly tags: readonly string[]
}

export interface PaymentDetail extends PaymentRow, LabelView {
  /** What happened to the money, then why, then what to do. */
  readonly sentence: string
  readonly page: string
  readonly networkLabel: string
  readonly payee: string
  readonly feeLines: readonly FeeLineView[]
  readonly transaction: string | null
  readonly explorer: string | null
  readonly nonce: string
  /** The seller's signed price, and the seller's signed receipt. */
  readonly offer: EvidenceView
  readonly receipt: EvidenceView
  readonly timeline: readonly { readonly at: number; readonly sentence: string }[]
  /** The reader has called it a fraud. */
  readonly reported: boolean
  /** What the reader wrote with it, and whether it was sent along; null for nothing. */
  readonly note: { readonly text: string; readonly sent: boolean } | null
  /** What the seller says it is for, where that is more than one piece; null otherwise. */
  readonly covers: string | null
  /** What the reader saw the price converted to, and with which rate: an estimate, in a sentence. Null where it was shown in dollars. */
  readonly converted: string | null
  /** True when trying again costs nothing. */
  readonly canRetry: boolean
  /** What has come back of it, as the chain shows; null for nothing. */
  readonly refunded: MoneyView | null
  /** The newest dispute about it. */
  readonly dispute: { readonly id: string; readonly status: string } | null
}
