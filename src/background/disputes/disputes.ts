import type { SessionEvent } from '../../messaging/views'
import type { OpenBooks } from '../books'
import type { ChainReader, EndpointOf } from '../chain/chain-reader'
import { RefundReader } from '../chain/refund-reader'
import type { PricedSettings } from '../display'
import type { Alarm } from '../watch/alarm'
import { DisputeChores } from './chores'
import { DisputeNews } from './dispute-news'
import { DisputesDesk } from './disputes-desk'
import { DraftsDesk } from './drafts-desk'
import { lastLook } from './refund-view'
import { RefundsDesk } from './refunds-desk'
import { SellerTerms } from './seller-terms'

interface Means {
  readonly open: OpenBooks
  readonly chain: ChainReader
  readonly endpointOf: EndpointOf
  readonly settings: () => Promise<PricedSettings>
  readonly changed: (topic: SessionEvent['topic']) => void
  readonly alarm: Alarm
  /** How much beside disputes waits for the reader. */
  readonly otherwiseDue: () => Promise<number>
}

/** Everything that deals with sales that went wrong. */
export function disputesOf({ open, chain, endpointOf, settings, changed, alarm, otherwiseDue }: Means) {
  const sellerTerms = new SellerTerms(open)
  const disputeNews = new DisputeNews({ open, changed: () => changed('disputes'), alarm, badge: async () => (await settings()).badge, otherwiseDue })
  const refunds: RefundsDesk = new RefundsDesk({ open, chain, reader: new RefundReader(endpointOf), disputed: () => disputes.numbers(), signers: (purchase) => sellerTerms.signers(purchase), settings, changed })
  const chores: DisputeChores = new DisputeChores({
    open,
    lookForRefunds: async (purchase) => lastLook(await refunds.check(purchase)),
    news: disputeNews,
  })
  const disputes = new DisputesDesk({ open, terms: sellerTerms, chores, changed: () => changed('disputes') })
  const disputeDrafts = new DraftsDesk(open)
  const shutDisputes = (): void => {
    sellerTerms.shut()
    chores.shut()
  }
  return { shutDisputes, sellerTerms, disputeDrafts, disputeNews, refunds, chores, disputes }
}
