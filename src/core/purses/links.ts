import type { Address } from '../hex'

/** What is known of one purse that others can know as well. */
export interface PurseTraces {
  /** Which account of the twelve words it is. */
  readonly purse: number
  /** Registrable domains that were paid from it. */
  readonly sites: readonly string[]
  /** Accounts that were paid from it. */
  readonly payees: readonly Address[]
  /** Host of the chain endpoint that is asked about it. */
  readonly endpoint: string
}

/**
 * Why two purses can be known to be one reader's: a 'site' was paid from both, an account was paid from both (and by whom can be
 * looked up by anybody), or one 'endpoint' is asked about both.
 */
export type LinkReason = 'site' | 'payee' | 'endpoint'

/** Purses that somebody can join, and by what: the name of a site, the account, the host. */
export interface Link {
  readonly purses: readonly number[]
  readonly why: LinkReason
  readonly about: string
}

/**
 * Everything by which purses can be joined, as far as the wallet itself can know it: whence they were filled it cannot. Each thing
 * that they share is one link, with all the purses that share it. What joins for certain comes first.
 */
export function linksBetween(traces: readonly PurseTraces[]): readonly Link[] {
  return [
    ...shared(traces, 'site', ({ sites }) => sites),
    ...shared(traces, 'payee', ({ payees }) => payees),
    ...shared(traces, 'endpoint', ({ endpoint }) => [endpoint]),
  ]
}

function shared(traces: readonly PurseTraces[], why: LinkReason, of: (traces: PurseTraces) => readonly string[]): readonly Link[] {
  const purses = new Map<string, number[]>()
  for (const one of traces) {
    for (const about of new Set(of(one))) purses.set(about, [...(purses.get(about) ?? []), one.purse])
  }
  return [...purses].filter(([, all]) => all.length > 1).map(([about, all]) => ({ purses: all.toSorted((one, other) => one - other), why, about }))
}
