import { keptAnswers } from '../../core/purchase/answers'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../../core/purchase/purchase'
import { worthOfOffers, worthOfReceipts, type AgreedOffer, type Worth } from '../../core/receipt'
import { en as words } from '../../core/words/en'
import type { EvidenceView } from '../../messaging/views'
import { verifier } from '../../vault/signatures/verifier'

/** What the seller's signed price is worth, read anew from the challenge as it was kept. */
export function offerEvidence({ terms, createdAt }: Purchase): EvidenceView {
  const worth = offerWorth({ ...terms, at: createdAt })
  return { worth, sentence: words.evidence.offer[worth] }
}

/** The same for what is agreed to, or may be. @param offered `challenge`: as it arrived */
export const offerWorth = ({ challenge, ...offered }: AgreedOffer & Pick<PurchaseTerms, 'challenge'>): Worth => worthOfOffers(challenge, offered, verifier)

/** What the seller's signed receipt is worth: of all answers that were kept, the one that proves most. */
export function receiptEvidence({ terms, settlement }: Purchase, journal: readonly PurchaseEvent[]): EvidenceView {
  const worth = worthOfReceipts(keptAnswers(journal), { ...terms, transaction: settlement?.transaction ?? null }, verifier)
  return { worth, sentence: words.evidence.receipt[worth] }
}
