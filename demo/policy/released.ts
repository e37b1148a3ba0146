import { feedsOf, held, noHash, policyOf, rootOf } from '../../src/core/policy/policy.fixtures'
import type { Trusted } from '../../src/core/policy/trust'

const times = { issued: '2026-01-01T00:00:00Z', expires: '2090-01-01T00:00:00Z' }

/** What the build for driven browsers is released with: the keys of the tests, for as long as anybody may run them. */
export const testRelease: Trusted = {
  root: held('root', rootOf(1, times)),
  policy: held('policy', policyOf(1, noHash, times)),
  feeds: held('feeds', feedsOf(1, noHash, times)),
}
