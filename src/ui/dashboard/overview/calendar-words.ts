import type { Period } from '../../../core/history/calendar'
import { locale } from '../../../platform/locale'

/** Days arrive named (YYYY-MM-DD) and are written as they are: no time zone moves them. */
function write(day: string, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...how, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The name of a month, for a sentence about this year. */
export const writeMonth = (day: string): string => write(day, { month: 'long' })

const inFull: Record<Period, Intl.DateTimeFormatOptions> = {
  days30: { day: 'numeric', month: 'long' },
  weeks26: { day: 'numeric', month: 'long' },
  months12: { month: 'long', year: 'numeric' },
  years: { year: 'numeric' },
}

const inShort: Record<Period, Intl.DateTimeFormatOptions> = {
  days30: { day: 'numeric', month: 'short' },
  weeks26: { day: 'numeric', month: 'short' },
  months12: { month: 'short' },
  years: { year: 'numeric' },
}

/** A part of a period as it is written in a sentence or a table. @param from its first day */
export const writePart = (period: Period, from: string): string => write(from, inFull[period])

/** The same below a bar, where there is little room. */
export const writePartShort = (period: Period, from: string): string => write(from, inShort[period])

/** A count as this reader writes it. */
export const writeCount = (count: number): string => new Intl.NumberFormat(locale()).format(count)
