import { dayOf, type Day } from '../core/spending/day'

/** The reader's day at a moment, by this device's clock and time zone. @param at milliseconds since 1970 */
export const dayAt = (at: number): Day => dayOf(at, -new Date(at).getTimezoneOffset())
