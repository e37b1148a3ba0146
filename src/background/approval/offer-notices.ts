import { formatPercent, pegOff } from '../../core/money'
import { findNetwork } from '../../core/networks/networks'
import type { Offer } from '../../core/protocols/dialect'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { en as words } from '../../core/words/en'
import type { ApprovalQuote } from '../../messaging/views'
import { locale } from '../../platform/locale'
import { hostOf, inWords, type PricedSettings } from '../display'
import { placeOf, type Approval } from './approval-state'

/** What there is to say of an offer by itself: a price that moved, a dollar that is worth none, how and by whom it is sold. */
export function offerNotices(asked: Approval, challenge: ChosenChallenge, offer: Offer, settings: PricedSettings): ApprovalQuote['notices'] {
  const notices: ApprovalQuote['notices'][number][] = []
  const show = (atomic: bigint): string => inWords(atomic, offer.token.decimals, settings)
  // Another than the first was chosen here, at the price that stood beside it: that is no rise.
  const seen = asked.seenAmount === null || offer !== challenge.offers[0] ? offer.amount : BigInt(asked.seenAmount)
  if (offer.amount > seen) notices.push({ level: 'care', sentence: words.notice.rose(show(seen), show(offer.amount)) })
  const off = pegOff(settings.rates, Date.now())
  if (off !== null) notices.push({ level: 'care', sentence: off < 0n ? words.notice.pegBelow(formatPercent(-off, locale())) : words.notice.pegAbove(formatPercent(off, locale())) })
  if (offer.flow === 'upfront') notices.push({ level: 'care', sentence: words.notice.upfront })
  const { host } = placeOf(asked)
  if (asked.sealed !== null && hostOf(asked.page) !== host) notices.push({ level: 'note', sentence: words.sealed.soldBy(host, hostOf(asked.page)) })
  if (hostOf(challenge.resource.url) !== host) notices.push({ level: 'note', sentence: words.notice.namedElsewhere })
  if (offer.amount < seen) notices.push({ level: 'note', sentence: words.notice.fell(show(seen), show(offer.amount)) })
  if (findNetwork(offer.token.network)?.test === true) notices.push({ level: 'note', sentence: words.notice.testMoney })
  return notices
}
