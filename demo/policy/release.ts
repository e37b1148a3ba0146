import type { Trusted } from '../../src/core/policy/trust'
import released from './released.json'

/** Stands in the place of src/background/policy/release.ts in the build for driven browsers: public keys of the tests. */
export const release = released as unknown as Trusted | null
