import { coveredBy, passOf } from '../../core/protocols/covers'
import type { Offer } from '../../core/protocols/dialect'
import { allowanceFault, holdsAt, isOnSameSite, isSamePlace, type Allowance, type Wanted } from '../../core/spending/allowance'
import type { Day } from '../../core/spending/day'
import type { SiteMemory } from '../../core/spending/site-memory'
import { spentInMonth, spentOn, sumOf } from '../../core/spending/tally'
import { en as words } from '../../core/words/en'
import type { ApprovalQuote } from '../../messaging/views'
import type { Show } from '../spending/spending-words'

type Notices = ApprovalQuote['notices']

/** What the wallet remembers of a site that bears on a price there: a pass, and what was spent there lately. */
export function spendingNotices(offer: Offer, offers: readonly Offer[], site: SiteMemory, day: Day, show: Show): Notices {
  return [...alreadyCovered(offer, site), ...spentLately(offers, site, day, show)]
}

/** Whoever has a pass is not asked where the site knows them: one that asks has forgotten, or never meant it. */
function alreadyCovered(offer: Offer, { pass }: SiteMemory): Notices {
  const isMore = pass?.kind === 'day' && passOf(offer.raw) === 'month'
  if (pass === null || pass.until <= Date.now() || isMore) return []
  return [{ level: 'care', sentence: words.notice.passHeld[pass.kind] }]
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

/** Why a reader who allowed payments on this site without a question is asked after all. Tips are always asked about. */
export function allowanceNotices(allowances: readonly Allowance[], wanted: Wanted, day: Day, show: Show): Notices {
  const at = Date.now()
  const here = allowances.filter((one) => holdsAt(one, at) && isOnSameSite(one, wanted))
  if (here.length === 0 || wanted.kind === 'tip') return []
  const allowance = here.find((one) => isSamePlace(one, wanted))
  if (allowance === undefined) return [{ level: 'care', sentence: words.notice.allowedAnother }]
  switch (allowanceFault(allowance, wanted, day, at)) {
    case 'too-dear':
      return [{ level: 'note', sentence: words.notice.allowedLess(show(allowance.perPayment)) }]
    case 'used-up':
      return [{ level: 'note', sentence: words.notice.allowanceUsedUp(show(sumOf(spentOn(allowance.days, day))), show(allowance.perDay)) }]
    default:
      return []
  }
}
