import { readHeader } from '../protocols/base64-json'
import { judgeOffer, judgeReceipt, type AgreedOffer, type OfferVerdict, type PaidPurchase, type ReceiptVerdict } from './judge'
import { readOffers, readReceipt } from './read'
import { verifyStatement, type Verifier } from './verify'

/**
 * What a signed statement of the seller is worth. 'seller': signed by whoever was paid, and it says what was agreed.
 * 'stranger': signed by somebody else. 'differs': it says something else, or its signature is false. 'none': there is none.
 */
export type Worth = 'seller' | 'stranger' | 'differs' | 'none'

/** Best first: of several statements the one that proves most is shown. */
const ranking: readonly Worth[] = ['seller', 'stranger', 'differs', 'none']

/** An answer as it was kept, and when the attempt that it answers was sent; milliseconds since 1970. */
export interface KeptAnswer {
  readonly rawClaim: string
  readonly sentAt: number
  readonly receivedAt: number
}

/** What the seller's signed price is worth. @param challenge as it arrived */
export function worthOfOffers(challenge: string, agreed: AgreedOffer, verifier: Verifier): Worth {
  const read = readHeader(challenge)
  const statements = read.ok ? readOffers(read.value) : []
  return best(
    statements.map((statement): Worth => {
      const verified = statement.ok ? verifyStatement(statement.value, verifier) : statement
      return verified.ok ? worthOf(judgeOffer(verified.value, agreed)) : 'differs'
    }),
  )
}

/** What the seller's signed receipt is worth: of all answers that were kept, the one that proves most. */
export function worthOfReceipts(answers: readonly KeptAnswer[], paid: Omit<PaidPurchase, 'sentAt' | 'receivedAt'>, verifier: Verifier): Worth {
  return best(
    answers.map(({ rawClaim, sentAt, receivedAt }): Worth => {
      const response = readHeader(rawClaim)
      const statement = response.ok ? readReceipt(response.value) : null
      if (statement === null) return 'none'
      const verified = statement.ok ? verifyStatement(statement.value, verifier) : statement
      return verified.ok ? worthOf(judgeReceipt(verified.value, { ...paid, sentAt, receivedAt })) : 'differs'
    }),
  )
}

function worthOf(verdict: OfferVerdict | ReceiptVerdict): Worth {
  if (verdict.differs.length > 0 || ('expired' in verdict && verdict.expired)) return 'differs'
  return verdict.signer === 'payee' ? 'seller' : 'stranger'
}

const best = (worths: readonly Worth[]): Worth => ranking.find((worth) => worths.includes(worth)) ?? 'none'
