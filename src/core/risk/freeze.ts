import { shippedParameters } from '../policy/parameters'

/** A few payments that were turned down as suspicious, within so long, and the purse stays shut until it is proved who is there. */
const within = 3_600_000

/**
 * Whether suspicious payments have come in such numbers that the next one takes a fresh proof. It does not thaw by itself.
 * @param denied when something suspicious was declined, denied or called a fraud, in milliseconds since 1970, in any order
 * @param freedAt when it was last proved who is there; 0 for never
 * @param denials how many of them, above 0
 */
export function isFrozen(denied: readonly number[], freedAt: number, denials = shippedParameters['freeze.denials']): boolean {
  const since = denied.filter((at) => at > freedAt).sort((one, other) => one - other)
  return since.some((at, index) => (since[index + denials - 1] ?? Infinity) - at <= within)
}
