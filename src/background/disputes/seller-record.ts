import { sellerRecordOf } from '../../core/dispute/seller-record'
import { siteOf } from '../../core/protocols/site'
import { en as words } from '../../core/words/en'
import type { SellerRecordView } from '../../messaging/dispute-views'
import type { KeptDispute } from '../../store/disputes'
import type { Books } from '../books'

/** How the seller of something has dealt with the reader's own requests. @param resource what is sold */
export async function recordAt({ disputes }: Pick<Books, 'disputes'>, resource: string): Promise<SellerRecordView> {
  const site = siteAt(resource)
  const here = site === null ? [] : (await disputes.all()).filter(({ dispute }: KeptDispute) => siteAt(dispute.request.resourceUrl) === site)
  const record = sellerRecordOf(here.map(({ dispute }) => dispute))
  if (record === null) return null
  const { requests, refunded, denied, silent } = record
  return words.dispute.record(String(requests), String(refunded), String(denied), String(silent))
}

/** The same for whoever is about to pay there again. */
export async function recordNotices(books: Pick<Books, 'disputes'>, resource: string): Promise<readonly { readonly level: 'note'; readonly sentence: string }[]> {
  const sentence = await recordAt(books, resource)
  return sentence === null ? [] : [{ level: 'note', sentence }]
}

const siteAt = (url: string): string | null => (URL.canParse(url) ? siteOf(new URL(url)) : null)
