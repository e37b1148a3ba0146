import type { Trusted } from '../../core/policy/trust'

/**
 * What this build was released with, or null: no keys have been made yet (docs/POLICY.md, "The first time"), so that there is nobody whose
 * word a wallet could take, and it looks for nothing. The build for driven browsers has keys of the tests in this file's place (webpack.config.ts).
 */
export const release = null as Trusted | null
