import type { Hex } from '../core/hex'
import type { InForce } from '../core/policy/consent'
import type { Parameters } from '../core/policy/parameters'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../core/purchase/purchase'
import type { Rules } from '../core/risk/judgement'
import type { WalletRecord } from '../core/risk/records'
import type { SiteMemory } from '../core/spending/site-memory'
import type { SpendingFault } from './spending-book'
import type { Records } from './watch-codec'

/** What is needed to begin a purchase. */
export interface Reservation {
  readonly id: string
  readonly terms: PurchaseTerms
  /** Keyed hash of what is bought: the same for every purchase of it. */
  readonly resourceTag: string
  /** Atomic units of the asset that the purse holds on chain, reserved ones included. */
  readonly balance: bigint
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A purchase as the chain tells of it. */
export interface Recognition {
  readonly id: string
  readonly terms: PurchaseTerms
  readonly resourceTag: string
  readonly transaction: Hex
  /** When it was paid: milliseconds since 1970. */
  readonly at: number
}

export type ReserveFault =
  /** The balance does not cover this price and what live purchases hold back. */
  | { readonly code: 'not-enough' }
  /** A live purchase of the same thing exists: that one is to be joined. */
  | { readonly code: 'already-live'; readonly id: string }
  /** It was paid for by a purchase that is forgotten since these terms were made. */
  | { readonly code: 'forgotten' }
  /** Another purse has signed for this purchase, and that one alone may pay for it (core/purchase/identity). */
  | { readonly code: 'other-purse' }
  /** These terms are older than a purchase that was paid since, or their nonce has paid for one: what they would buy is owned. */
  | { readonly code: 'already-paid'; readonly id: string }
  /** Nothing is paid on its network any more, by the policy that holds. */
  | { readonly code: 'withdrawn' }
  /** What was to be written with it could not be made. */
  | { readonly code: 'unsigned' }
  | SpendingFault

/** What is kept of all payments in an asset, and what the reader has said of them. */
export interface Watched {
  readonly wallet: WalletRecord
  readonly rules: Rules
  /** From where on something is unusual, and what is scored with, by the policy that holds. */
  readonly by: Parameters
  readonly model: InForce['model']
}

/** What is remembered of sites: what was bought there, and what the watch goes by. */
export interface Remembered {
  readonly sites: readonly SiteMemory[]
  readonly records: Records['records']
}

/**
 * 'damaged': neither the snapshot nor the journal can be read. 'allowance': it may not be signed any more under the allowance it
 * was begun with. 'withdrawn': nothing is paid on its network any more. 'counted': what came back counts for another purchase.
 * 'unsigned': what was to be written could not be made.
 */
export type AppendFault = 'illegal-transition' | 'unsigned' | 'not-found' | 'damaged' | 'allowance' | 'withdrawn' | 'counted'

/** Newest first. `next` goes into the next call's `before`; null at the end. */
export interface PurchasePage {
  readonly purchases: readonly Purchase[]
  readonly next: number | null
}

/** In the sequence they were begun in. `next` is the place after which to go on; null at the end. */
export interface PurchaseSlice {
  readonly purchases: readonly { readonly order: number; readonly purchase: Purchase }[]
  readonly next: number | null
}

/** A purchase and its events, oldest first; damaged ones are left out, so that they are fewer than its version says. */
export interface PurchaseStory {
  readonly purchase: Purchase
  readonly events: readonly PurchaseEvent[]
}
