/**
 * A day as the reader's own calendar names it: YYYY-MM-DD. Days are compared as text, and never by how long they are: one
 * of them may have 23 hours, or be met twice by somebody who travels west.
 */
export type Day = string

export const dayPattern = /^\d{4}-\d\d-\d\d$/

/**
 * The reader's day at a moment.
 * @param at milliseconds since 1970
 * @param minutesEast how far the reader's clock is ahead of UTC at that moment, in minutes
 */
export function dayOf(at: number, minutesEast: number): Day {
  return new Date(at + minutesEast * 60_000).toISOString().slice(0, 10)
}

/** YYYY-MM. Compared as text as well. */
export const monthOf = (day: Day): string => day.slice(0, 7)
