import type { Trusted } from '../../core/policy/trust'
import released from './released.json'

/**
 * What this build was released with, or null: no keys have been made yet (docs/POLICY.md, "Turning it on"), so that there is nobody whose
 * word a wallet could take, and it looks for nothing. The build for driven browsers has keys of the tests in this file's place (webpack.config.ts).
 */
export const release = released.release as Trusted | null
