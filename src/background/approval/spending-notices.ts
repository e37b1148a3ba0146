import type { Address } from '../../core/hex'
import { coveredBy } from '../../core/protocols/covers'
import type { Offer } from '../../core/protocols/dialect'
import type { Allowance } from '../../core/spending/allowance'
import type { Day } from '../../core/spending/day'
import type { Asset } from '../../core/spending/reserved'
import { usualPrice, type SiteMemory } from '../../core/spending/site-memory'
import { spentInMonth, spentOn, sumOf } from '../../core/spending/tally'
import { en as words } from '../../core/words/en'
import type { ApprovalQuote } from '../../messaging/views'
import type { Show } from '../spending/spending-words'

type Notices = ApprovalQuote['notices']

/** From how many times the usual price on a reader is told of it. */
const dearFrom = 3n

/** What the wallet remembers of a site that bears on a price there: dearer than usual, and what was spent there lately. */
export function spendingNotices(offer: Offer, offers: readonly Offer[], site: SiteMemory, day: Day, show: Show): Notices {
  return [...dearer(offer, site, show), ...spentLately(offers, site, day, show)]
}

/** A pass is dearer than an article and may be: it is compared with nothing here. */
function dearer(offer: Offer, site: SiteMemory, show: Show): Notices {
  const usual = usualPrice(site)
  const covers = coveredBy(offer.raw)
  if (usual === null || usual === 0n || covers === 'day' || covers === 'month') return []
  const times = offer.amount / usual
  return times < dearFrom ? [] : [{ level: 'care', sentence: words.notice.dearer(times.toString(), show(usual)) }]
}

/** Where a month or a day is for sale as well, what was spent in one is set beside its price. */
function spentLately(offers: readonly Offer[], site: SiteMemory, day: Day, show: Show): Notices {
  const [today, month] = [sumOf(spentOn(site.days, day)), sumOf(spentInMonth(site.days, day))]
  const passFor = (covering: 'day' | 'month') => offers.find(({ raw }) => coveredBy(raw) === covering)
  const [dayPass, monthPass] = [passFor('day'), passFor('month')]
  if (monthPass !== undefined && month > 0n) return [{ level: 'note', sentence: words.notice.spentBesideMonth(show(month), show(monthPass.amount)) }]
  if (dayPass !== undefined && today > 0n) return [{ level: 'note', sentence: words.notice.spentBesideDay(show(today), show(dayPass.amount)) }]
  return today > 0n ? [{ level: 'note', sentence: words.notice.spentToday(show(today)) }] : []
}

/** What would be paid, to whom, where. */
interface Wanted extends Asset {
  readonly site: string
  readonly payTo: Address
  readonly amount: bigint
}

/** Why a reader who allowed payments on this site without a question is asked after all. */
export function allowanceNotices(allowances: readonly Allowance[], wanted: Wanted, day: Day, show: Show): Notices {
  const at = Date.now()
  const here = allowances.filter((one) => one.site === wanted.site && one.network === wanted.network && one.asset === wanted.asset && at >= one.since && at < one.until)
  const allowance = here.find(({ payTo }) => payTo === wanted.payTo)
  if (allowance === undefined) return here.length === 0 ? [] : [{ level: 'care', sentence: words.notice.allowedAnother }]
  if (wanted.amount > allowance.perPayment) return [{ level: 'note', sentence: words.notice.allowedLess(show(allowance.perPayment)) }]
  const used = sumOf(spentOn(allowance.days, day))
  return used + wanted.amount > allowance.perDay ? [{ level: 'note', sentence: words.notice.allowanceUsedUp(show(used), show(allowance.perDay)) }] : []
}
