import type { Purchase } from '../purchase/purchase'
import type { Day } from './day'
import type { Used } from './limits'
import { reservedAmount } from './reserved'
import { addToDay, keptDays, spentInMonth, spentOn, sumOf, type Spent, type Tally } from './tally'

/** Everything that was spent in one asset, by day. Tips are in both tallies. */
export interface Ledger {
  readonly all: Tally
  readonly tips: Tally
  /** Days before this one are forgotten: nothing is written there any more. Null while nothing was forgotten. */
  readonly floor: Day | null
}

export const emptyLedger: Ledger = { all: [], tips: [], floor: null }

/** What a purchase counts for in its day (`terms.day`). Nothing while there is none, and for what has no day. */
function spentBy(purchase: Purchase | null): Spent {
  if (purchase === null || purchase.terms.day === null) return { held: 0n, paid: 0n }
  return { held: reservedAmount(purchase), paid: purchase.settlement === null ? 0n : purchase.terms.amount }
}

/** How what counts changes when a purchase goes on: held back, then paid or let go. Null when it does not. */
export function spendingChange(before: Purchase | null, after: Purchase): Spent | null {
  const [was, is] = [spentBy(before), spentBy(after)]
  const change = { held: is.held - was.held, paid: is.paid - was.paid }
  return change.held === 0n && change.paid === 0n ? null : change
}

/** A day that is forgotten is not written to: letting go of what was held back then would make room that never was. */
export const isForgotten = ({ floor }: Ledger, day: Day): boolean => floor !== null && day < floor

/** A change and the day that it is written to. */
export interface Counted {
  readonly day: Day
  readonly change: Spent
}

/** What a step of a purchase is to change in the ledger; null where it changes nothing there. */
export function counted(ledger: Ledger, before: Purchase | null, after: Purchase): Counted | null {
  const { day } = after.terms
  const change = spendingChange(before, after)
  return day === null || change === null || isForgotten(ledger, day) ? null : { day, change }
}

/** The ledger with a change of one purchase in it. */
export function addToLedger(ledger: Ledger, { day, change }: Counted, isTip: boolean): Ledger {
  const all = addToDay(ledger.all, day, change)
  const isForgetting = all.length === keptDays
  return {
    all,
    tips: isTip ? addToDay(ledger.tips, day, change) : ledger.tips,
    floor: isForgetting ? (all[0]?.day ?? null) : ledger.floor,
  }
}

/** The day that is written down: today, or the oldest day remembered, if the clock says that it is before that. */
export const dayToWrite = ({ floor }: Ledger, today: Day): Day => (floor !== null && floor > today ? floor : today)

/** What counts on a day, all of it and on one site. @param site purchases there, by day */
export function usedOn(ledger: Ledger, site: Tally, day: Day): Used {
  return {
    siteDay: sumOf(spentOn(site, day)),
    tipDay: sumOf(spentOn(ledger.tips, day)),
    day: sumOf(spentOn(ledger.all, day)),
    month: sumOf(spentInMonth(ledger.all, day)),
  }
}
