import type { Zone } from '../core/history/calendar'
import { dayOf, type Day } from '../core/spending/day'

/** This device's time zone. */
export const zone: Zone = (at) => -new Date(at).getTimezoneOffset()

/** The reader's day at a moment, by this device's clock and time zone. @param at milliseconds since 1970 */
export const dayAt = (at: number): Day => dayOf(at, zone(at))
