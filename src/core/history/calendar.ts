import type { Day } from '../spending/day'

/**
 * How far the reader's clock is ahead of UTC at a moment, in minutes. The only thing that is known of a time zone here.
 * @param at milliseconds since 1970
 */
export type Zone = (at: number) => number

/** A day of the reader's own calendar, as the number of days after 1 January 1970. Days are counted by it, never by hours. */
export type DayNumber = number

const dayMs = 86_400_000

/** The day that the reader's clock shows at a moment. @param at milliseconds since 1970 */
export const dayNumberAt = (at: number, zone: Zone): DayNumber => Math.floor((at + zone(at) * 60_000) / dayMs)

/** A moment before which nothing is of this day, wherever the reader lives: no clock is a day ahead of UTC. Milliseconds since 1970. */
export const beginningOf = (day: DayNumber): number => (day - 1) * dayMs

export const nameOfDay = (day: DayNumber): Day => new Date(day * dayMs).toISOString().slice(0, 10)

/** Periods that spending is shown for: what each is cut into. */
export const periods = ['days30', 'weeks26', 'months12', 'years'] as const
export type Period = (typeof periods)[number]

/** Whole days, both included. */
export interface Span {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** The month of a day, or one so many months before or after it. */
export function monthAround(day: DayNumber, months = 0): Span {
  const { year, month } = dateOf(day)
  return { from: firstOf(year, month + months), to: firstOf(year, month + months + 1) - 1 }
}

/** More years are not told apart. */
const mostYears = 40

/**
 * What a period is cut into, oldest first, without gaps; today lies in the last one.
 * @param first the first day of which there is anything to show: years begin with it
 */
export function spansOf(period: Period, today: DayNumber, first: DayNumber): readonly Span[] {
  switch (period) {
    case 'days30':
      return lastOnes(30, (ago) => ({ from: today - ago, to: today - ago }))
    case 'weeks26':
      return lastOnes(26, (ago) => ({ from: mondayOf(today) - 7 * ago, to: mondayOf(today) - 7 * ago + 6 }))
    case 'months12':
      return lastOnes(12, (ago) => monthAround(today, -ago))
    case 'years': {
      const { year } = dateOf(today)
      const years = year - dateOf(Math.max(first, firstOf(year - mostYears + 1, 0))).year + 1
      return lastOnes(Math.max(years, 1), (ago) => ({ from: firstOf(year - ago, 0), to: firstOf(year - ago + 1, 0) - 1 }))
    }
  }
}

const lastOnes = (count: number, span: (ago: number) => Span): readonly Span[] => Array.from({ length: count }, (_, at) => span(count - 1 - at))

/** 1 January 1970 was a Thursday. */
const mondayOf = (day: DayNumber): DayNumber => day - ((((day + 3) % 7) + 7) % 7)

function dateOf(day: DayNumber): { readonly year: number; readonly month: number } {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() }
}

/** The first day of a month, which counts from 0 and may lie outside the year. */
const firstOf = (year: number, month: number): DayNumber => Date.UTC(year, month, 1) / dayMs
