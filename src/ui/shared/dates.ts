import { locale } from '../../platform/locale'

/** To make one takes longer than to write a list of dates with it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function write(at: number, style: Intl.DateTimeFormatOptions): string {
  // A format keeps the time zone that it was made in, and readers travel.
  const key = JSON.stringify([locale(), style, new Date(at).getTimezoneOffset()])
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), style)
  formats.set(key, format)
  return format.format(at)
}

/** A day and minute as this reader writes them. @param at milliseconds since 1970 */
export function writeMoment(at: number): string {
  return write(at, { dateStyle: 'medium', timeStyle: 'short' })
}

/** A day as this reader writes it. @param at milliseconds since 1970 */
export function writeDay(at: number): string {
  return write(at, { dateStyle: 'medium' })
}

/** A day with its month in full, for a sentence. @param at milliseconds since 1970 */
export function writeFullDay(at: number): string {
  return write(at, { dateStyle: 'long' })
}

/** Since when something is so: the hour and minute alone where that is today. @param at and @param now milliseconds since 1970 */
export function writeSince(at: number, now: number): string {
  const moment = new Date(at)
  if (moment.toDateString() !== new Date(now).toDateString()) return writeMoment(at)
  return write(at, { timeStyle: 'short' })
}

/** A day and minute to the second, where the order of things matters. @param at milliseconds since 1970 */
export function writeInstant(at: number): string {
  return write(at, { dateStyle: 'medium', timeStyle: 'medium' })
}

/** A day and minute with its time zone, for paper that is read elsewhere. @param at milliseconds since 1970 */
export function writeStamp(at: number): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const
  return new Date(at).toLocaleString(locale(), parts)
}

/** A time of day, with seconds because waits can be short. @param at milliseconds since 1970 */
export function writeTime(at: number): string {
  return write(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' })
}

/** For `<time datetime>`. @param at milliseconds since 1970 */
export const machineTime = (at: number) => new Date(at).toISOString()

/** A month and its year: "March 2026". @param at milliseconds since 1970 */
export function writeMonth(at: number): string {
  return write(at, { month: 'long', year: 'numeric' })
}

/** How many of something, as this reader groups digits. */
export function writeCount(count: number): string {
  return count.toLocaleString(locale())
}
