import type { GuardId, Level } from '../../core/risk/finding'
import type { MoneyView } from './money'

/** Something the watch has decided, and what became of it. */
export interface WatchEntryView {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Empty where it is about the purse. */
  readonly site: string
  readonly amount: MoneyView
  readonly purchase: string | null
  readonly outcome: 'paid' | 'fine' | 'declined' | 'denied' | 'fraud' | 'fell'
  readonly reasons: readonly string[]
}

export interface WatchView {
  /** The next payment takes a fresh proof, because several were turned down as suspicious. */
  readonly frozen: boolean
  /** Guards whose level is the reader's to set. */
  readonly guards: readonly { readonly guard: GuardId; readonly level: Level | 'off' }[]
  /** Newest first, at most 50. */
  readonly entries: readonly WatchEntryView[]
}

/** A site on which the reader wants nothing paid. */
export interface BlockedSiteView {
  readonly site: string
  /** Milliseconds since 1970. */
  readonly at: number
}
