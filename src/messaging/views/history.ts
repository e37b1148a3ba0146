import type { Period } from '../../core/history/calendar'
import type { NetworkId } from '../../core/networks/networks'
import type { MoneyView } from './money'
import type { LabelView, PaymentRow } from './payment'

export interface HistoryRow extends PaymentRow, LabelView {
  readonly network: NetworkId
  /** What has come back of it, as the chain shows; null for nothing. */
  readonly refunded: MoneyView | null
}

/** What was found in the history. */
export interface HistoryView {
  readonly rows: readonly HistoryRow[]
  /** Everything that was found, in the window or not. */
  readonly count: number
  /** What was paid of that, by token; without those that nothing was paid in. */
  readonly sums: readonly (MoneyView & { readonly network: NetworkId; readonly networkLabel: string })[]
  /** Sites and tags of what was found, or would be if none was chosen: the most frequent first, at most 200. */
  readonly hosts: readonly { readonly host: string; readonly count: number }[]
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  /** Payments that were looked through so far, while there are more; null when it was all of them. */
  readonly reading: { readonly done: number; readonly total: number } | null
}

/** Money of so many payments. */
export interface SumView {
  readonly money: MoneyView
  readonly payments: number
}

/** Where the money of one token went. Days are YYYY-MM-DD, in the reader's own calendar. All but month, held, ever and elsewhere is about the period that was asked for. */
export interface TotalsView {
  readonly period: Period
  readonly spent: SumView
  /** Oldest first, without gaps; together they are `spent`. Both days are included. */
  readonly buckets: readonly { readonly from: string; readonly to: string; readonly unlock: MoneyView; readonly tip: MoneyView; readonly payments: number; readonly cameBack: MoneyView }[]
  readonly kinds: Readonly<Record<'unlock' | 'tip', SumView>>
  /** The most first; the rest together. */
  readonly sites: readonly (SumView & { readonly host: string })[]
  readonly otherSites: SumView & { readonly sites: number }
  /** What came back in that time, by the day it came; no part of what was spent, and not taken off it. */
  readonly cameBack: SumView
  /** What is known to have gone to others than the creators. */
  readonly toOthers: SumView
  /** Payments of which nobody says that, with their whole amounts. */
  readonly undeclared: SumView
  /** This month so far, and the last: up to the same day, and whole. `first` is the first day of each. */
  readonly month: { readonly first: string; readonly spent: SumView; readonly cameBack: SumView; readonly before: { readonly first: string; readonly toSameDay: SumView; readonly whole: SumView } }
  /** Held back for payments under way. */
  readonly held: SumView
  readonly ever: SumView
  /** What was ever paid in tokens that prices are not in now. */
  readonly elsewhere: readonly (SumView & { readonly network: string; readonly test: boolean })[]
}
