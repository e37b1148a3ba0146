import { readHeader } from '../../core/protocols/base64-json'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../../core/purchase/purchase'
import { judgeOffer, judgeReceipt, readOffers, readReceipt, verifyStatement, type OfferVerdict, type ReceiptVerdict } from '../../core/receipt'
import { en as words } from '../../core/words/en'
import type { EvidenceView } from '../../messaging/views'
import { verifier } from '../../vault/signatures/verifier'

type Worth = EvidenceView['worth']

/** Best first: of several statements the one that proves most is shown. */
const ranking: readonly Worth[] = ['seller', 'stranger', 'differs', 'none']

/** What the seller's signed price is worth, read anew from the challenge as it was kept. */
export function offerEvidence({ terms, createdAt }: Purchase): EvidenceView {
  const worth = offerWorth({ ...terms, at: createdAt })
  return { worth, sentence: words.evidence.offer[worth] }
}

/** The same for what is agreed to, or may be. @param offered `challenge`: as it arrived */
export function offerWorth({ challenge: raw, ...offered }: Parameters<typeof judgeOffer>[1] & Pick<PurchaseTerms, 'challenge'>): Worth {
  const challenge = readHeader(raw)
  const statements = challenge.ok ? readOffers(challenge.value) : []
  return best(
    statements.map((statement): Worth => {
      const verified = statement.ok ? verifyStatement(statement.value, verifier) : statement
      return verified.ok ? worthOf(judgeOffer(verified.value, offered)) : 'differs'
    }),
  )
}

/** What the seller's signed receipt is worth: of all answers that were kept, the one that proves most. */
export function receiptEvidence(purchase: Purchase, journal: readonly PurchaseEvent[]): EvidenceView {
  const worths = journal.map((event, at): Worth => {
    if (event.type !== 'answered' || event.answer.rawClaim === null) return 'none'
    const sent = journal.slice(0, at).findLast(({ type }) => type === 'sent')
    return worthOfReceipt(event.answer.rawClaim, purchase, { sentAt: sent?.at ?? event.at, receivedAt: event.at })
  })
  const worth = best(worths)
  return { worth, sentence: words.evidence.receipt[worth] }
}

function worthOfReceipt(rawClaim: string, { terms, settlement }: Purchase, when: { readonly sentAt: number; readonly receivedAt: number }): Worth {
  const response = readHeader(rawClaim)
  const statement = response.ok ? readReceipt(response.value) : null
  if (statement === null) return 'none'
  const verified = statement.ok ? verifyStatement(statement.value, verifier) : statement
  return verified.ok ? worthOf(judgeReceipt(verified.value, { ...terms, transaction: settlement?.transaction ?? null, ...when })) : 'differs'
}

function worthOf(verdict: OfferVerdict | ReceiptVerdict): Worth {
  if (verdict.differs.length > 0 || ('expired' in verdict && verdict.expired)) return 'differs'
  return verdict.signer === 'payee' ? 'seller' : 'stranger'
}

const best = (worths: readonly Worth[]): Worth => ranking.find((worth) => worths.includes(worth)) ?? 'none'
