import type { Retention } from '../../core/privacy/retention'

/** What is kept, by what it is. 'memory': what only lives until the browser is closed. */
export type KeptKind = 'payments' | 'copies' | 'sites' | 'watch' | 'limits' | 'payees' | 'disputes' | 'signIns' | 'wishes' | 'door' | 'wallet' | 'settings' | 'others' | 'memory'

export interface KeptView {
  readonly kind: KeptKind
  /** Null where it is one thing. */
  readonly count: number | null
  /** As it lies on the disk, sealed. */
  readonly bytes: number
  /** From when the oldest of it is, in milliseconds since 1970; null where that is not written down. */
  readonly since: number | null
}

/** A site that is written down somewhere in the wallet. */
export interface KnownSiteView {
  /** Registrable domain. */
  readonly site: string
  /** Payments that reached it, tips apart. */
  readonly payments: number
  readonly firstAt: number | null
  readonly lastAt: number | null
  readonly tipped: boolean
  /** It may be told who is back. */
  readonly recognises: boolean
}

/** What is kept on this device, and who has received what. Reckoned from the books, here. */
export interface PrivacyView {
  readonly kept: readonly KeptView[]
  /** How long the reader wants what kept, in days; null for good. */
  readonly retention: Retention
  /** False where sizes are reckoned from a part of what there is. */
  readonly isExact: boolean
  /** What the browser says that all of it takes on the disk, in bytes; null where it says nothing. */
  readonly onDisk: number | null
  /** Those that received something, the latest first, then others that are only written down. */
  readonly sites: readonly KnownSiteView[]
  /** Who is asked for balances and payments, and learns the purse's address thereby. */
  readonly endpoint: { readonly host: string; readonly own: boolean; readonly networkLabel: string }
  /** Who is asked about one purse and no other, by the name of the purse. */
  readonly purseEndpoints: readonly { readonly name: string; readonly host: string }[]
  /** Who brings tips for bare accounts to the chain: a host. */
  readonly tipService: string | null
  /** Who is asked for signed policies: a host. */
  readonly policyHost: string | null
}

/** What forgetting takes, or took. */
export interface ForgettingView {
  readonly payments: number
  /** Payments that stay, because their money may still move, or what they paid for is on its way. */
  readonly underWay: number
}
