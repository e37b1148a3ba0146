import type { Answer, Challenge, Dialect, DialectId, PaymentHeader, SettlementClaim, SignedTransfer } from '../../core/protocols/dialect'
import type { ChallengeFault } from '../../core/protocols/faults'
import { dialects, readChallenge } from '../../core/protocols/registry'
import type { PurchaseTerms } from '../../core/purchase/purchase'
import type { Result } from '../../core/result'
import type { Settings } from '../../messaging/views'

/** The dialects, bound to the reader's network settings. */
export interface Protocols {
  /** Null when the answer speaks no dialect the wallet knows. */
  read(answer: Answer, settings: Settings): Result<Challenge, ChallengeFault> | null
  writePayment(terms: PurchaseTerms, signed: SignedTransfer): PaymentHeader
  /** The settlement claim of an answer, with the header it came in. */
  readSettlement(dialect: DialectId, answer: Answer): { readonly claim: SettlementClaim | null; readonly raw: string | null }
}
