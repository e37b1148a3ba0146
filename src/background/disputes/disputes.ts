import type { SessionEvent } from '../../messaging/views'
import type { OpenBooks } from '../books'
import type { ChainReader, EndpointOf } from '../chain/chain-reader'
import { RefundReader } from '../chain/refund-reader'
import type { PricedSettings } from '../display'
import { DisputeChores } from './chores'
import { DisputeNews } from './dispute-news'
import { DisputesDesk } from './disputes-desk'
import { lastLook } from './refund-view'
import { RefundsDesk } from './refunds-desk'
import { SellerTerms } from './seller-terms'

interface Means {
  readonly open: OpenBooks
  readonly chain: ChainReader
  readonly endpointOf: EndpointOf
  readonly settings: () => Promise<PricedSettings>
  readonly changed: (topic: SessionEvent['topic']) => void
}

/** Everything that deals with sales that went wrong. */
export function disputesOf({ open, chain, endpointOf, settings, changed }: Means) {
  const sellerTerms = new SellerTerms(open)
  const disputeNews = new DisputeNews(open, () => changed('disputes'))
  const refunds: RefundsDesk = new RefundsDesk({ open, chain, reader: new RefundReader(endpointOf), disputed: () => disputes.numbers(), settings, changed })
  const chores: DisputeChores = new DisputeChores({
    open,
    lookForRefunds: async (purchase) => {
      // Where the seller pays back from is asked when it matters; it may be said elsewhere than at the payment, or later.
      const signers = await sellerTerms.signers(purchase)
      const own = (await disputes.numbers()).filter(({ payment }) => payment === purchase.id)
      return lastLook(await refunds.check(purchase, own.flatMap((number) => signers.map((authorizer) => ({ ...number, authorizer })))))
    },
    news: disputeNews,
  })
  const disputes = new DisputesDesk({ open, terms: sellerTerms, chores, changed: () => changed('disputes') })
  const shutDisputes = (): void => {
    sellerTerms.shut()
    chores.shut()
  }
  return { shutDisputes, sellerTerms, disputeNews, refunds, chores, disputes }
}
