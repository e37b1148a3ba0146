import { monthOf, type Day } from './day'

/** What counts of one purchase, or of many: atomic units held back, and atomic units that the chain has shown to be paid. */
export interface Spent {
  readonly held: bigint
  readonly paid: bigint
}

export const nothingSpent: Spent = { held: 0n, paid: 0n }

export interface DaySpent extends Spent {
  readonly day: Day
}

/** Spending by day, oldest first, each day once, and no day without any. */
export type Tally = readonly DaySpent[]

/** Days that a tally remembers: two whole months, however they were begun. */
export const keptDays = 62

export const sumOf = ({ held, paid }: Spent): bigint => held + paid

/** Adds to one day of a tally; what is added may be negative. Only the newest days are kept (`keptDays`). */
export function addToDay(tally: Tally, day: Day, added: Spent): Tally {
  const before = tally.find((one) => one.day === day) ?? nothingSpent
  const after = { day, held: before.held + added.held, paid: before.paid + added.paid }
  const others = tally.filter((one) => one.day !== day)
  const all = sumOf(after) === 0n ? others : [...others, after].sort((a, b) => (a.day < b.day ? -1 : 1))
  return all.slice(-keptDays)
}

/**
 * What counts on a day: that day's spending and any of a later one. Later ones there are only where a clock was set back, or
 * the reader went to where it is still yesterday; counted, neither gives anything away.
 */
export const spentOn = (tally: Tally, day: Day): Spent => total(tally.filter((one) => one.day >= day))

/** What counts in the month of a day: that month's spending, and any of a later one. */
export const spentInMonth = (tally: Tally, day: Day): Spent => total(tally.filter((one) => monthOf(one.day) >= monthOf(day)))

function total(days: readonly Spent[]): Spent {
  return days.reduce<Spent>((sum, { held, paid }) => ({ held: sum.held + held, paid: sum.paid + paid }), nothingSpent)
}
