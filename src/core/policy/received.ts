import type { Documents } from './documents'
import type { Held, Trusted } from './trust'

/** What a wallet has kept of what it trusts. Feeds are kept apart: they are large, and old in a week. */
export interface Kept {
  readonly root: Held<Documents['root']>
  readonly policy: Held<Documents['policy']>
}

/**
 * What is trusted: what was kept, unless the release came with something newer. A release is never gone behind, whatever was kept.
 * Policies and feeds that were kept under another root than the one that holds are not believed.
 */
export function trustedFrom(release: Trusted, kept: Kept | null, feeds: Held<Documents['feeds']> | null): Trusted {
  if (kept === null || isBehind(kept.root, release.root)) return release
  const newer = <R extends 'policy' | 'feeds'>(held: Trusted[R] | null, shipped: Trusted[R]): Trusted[R] =>
    held === null || held.document.seq < shipped.document.seq ? shipped : held
  return { root: kept.root, policy: newer<'policy'>(kept.policy, release.policy), feeds: newer<'feeds'>(feeds, release.feeds) }
}

/** An older root, or another one of the same number: no chain of signatures leads there from this release. */
const isBehind = (kept: Trusted['root'], shipped: Trusted['root']): boolean =>
  kept.document.version < shipped.document.version || (kept.document.version === shipped.document.version && kept.hash !== shipped.hash)
