import type { Baseline } from './audit-report'

/**
 * Advisories that somebody has looked at, by their address at GitHub, each with the reason why it does not touch Farthing. It is empty
 * because none was: where this was written, no registry answered audits.
 */
export const baseline: Baseline = {}
