/** Seconds a signed authorization stays spendable, at least: settlement comes after a slow page was made (DESIGN 6). */
export const shortestValidity = 30
/** And at most: until then a server that answered nothing could still charge. */
export const longestValidity = 300

/**
 * How long an authorization is made valid, in whole seconds from the moment of signing,
 * when the seller asks for `maxTimeoutSeconds`. Always within 30..300; what is no number gets the shortest.
 */
export function clampValidity(maxTimeoutSeconds: number): number {
  if (Number.isNaN(maxTimeoutSeconds)) return shortestValidity
  return Math.min(longestValidity, Math.max(shortestValidity, Math.floor(maxTimeoutSeconds)))
}
