import type { SignInAsk, SignInFault } from './ask'
import { readTime } from './spelling'

const minute = 60_000
/** As old as servers themselves let a sign-in become (x402, sign-in-with-x). */
const oldest = 5 * minute
/** Clocks differ by seconds all the time. */
const clockSlack = minute
/** A sign-in opens what was bought to whoever holds it: for a visit, not for weeks. */
const longest = 24 * 60 * minute

/** Why an ask is not meant for `now` (milliseconds since 1970); null when it is. A time that cannot be read is 'bad-time'. */
export function timingFault(ask: SignInAsk, now: number): SignInFault | null {
  const issued = readTime(ask.issuedAt)
  // Without these two an ask begins when it was issued, and ends when the server finds it old.
  const expires = ask.expirationTime === null ? now + oldest : readTime(ask.expirationTime)
  const begins = ask.notBefore === null ? now : readTime(ask.notBefore)
  if (issued === null || expires === null || begins === null) return 'bad-time'
  if (issued < now - oldest) return 'too-old'
  if (issued > now + clockSlack) return 'from-the-future'
  if (expires <= now) return 'expired'
  if (expires > now + longest) return 'too-long'
  return begins > now ? 'not-yet' : null
}
