import { assess, type Assessment, type Circumstances } from '../../core/dispute/assess'
import { isOpen } from '../../core/dispute/machine'
import type { Problem } from '../../core/dispute/problem'
import type { SaleTerms } from '../../core/dispute/sale-terms'
import { jsonIn } from '../../core/dispute/signed-texts'
import { parseAtomic } from '../../core/money'
import { canonicalResource } from '../../core/purchase/identity'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import { readOffers, verifyStatement } from '../../core/receipt'
import { verifier } from '../../vault/signatures/verifier'
import type { Books } from '../books'
import { receiptEvidence } from '../payment/evidence'
import { refundedAmount } from '../../core/purchase/refunds'

/** The most payments to one account that are held against each other. */
const mostOthers = 200

export interface Assessed extends Assessment {
  readonly purchase: Purchase
  readonly journal: readonly PurchaseEvent[]
}

/** What the books know of a problem with a purchase. @param terms what the seller said when it was paid */
export async function assessed(books: Books, purchase: Purchase, problem: Problem, terms: SaleTerms | null): Promise<Assessed> {
  const journal = await books.purchases.journal(purchase.id)
  const around: Circumstances = {
    others: problem === 'charged-twice' ? await othersPaid(books, purchase) : [],
    signedPrice: signedPrice(purchase),
    receipt: receiptEvidence(purchase, journal).worth,
    terms,
    refunded: refundedAmount(purchase),
    isDisputed: (await books.disputes.ofPayment(purchase.id)).some(({ dispute }) => isOpen(dispute)),
    now: Date.now(),
  }
  return { purchase, journal, ...assess(purchase, problem, around) }
}

/** The newest other payments to the same account. */
async function othersPaid(books: Books, { id, terms }: Purchase): Promise<readonly Purchase[]> {
  const same = (await books.history.entries()).filter((entry) => entry.id !== id && entry.payTo === terms.payTo && entry.asset === terms.asset && entry.network === terms.network)
  const others = await Promise.all(same.slice(-mostOthers).map(({ id: other }) => books.purchases.get(other)))
  return others.filter((other) => other !== null)
}

/** The price in the challenge that whoever was paid has signed for this very thing. Atomic units; null where they signed none. */
function signedPrice({ terms }: Purchase): bigint | null {
  for (const read of readOffers(jsonIn(terms.challenge))) {
    const verified = read.ok ? verifyStatement(read.value, verifier) : read
    if (!verified.ok || verified.value.signer.address !== terms.payTo) continue
    const { resourceUrl, amount } = verified.value.statement.payload
    if (URL.canParse(resourceUrl) && canonicalResource(resourceUrl) === canonicalResource(terms.resource)) return parseAtomic(amount)
  }
  return null
}
