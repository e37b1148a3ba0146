import type { Attempt } from '../../src/core/risk/records'

/** A payment of a simulated reader, with what the seller says it is for. */
export interface Payment extends Attempt {
  readonly kind: 'article' | 'pass' | 'tip'
  /** A pass beside which no piece is offered at what pieces cost there. */
  readonly isAlone?: boolean
  /** The page that asks came without the reader's hand, which the browser tells of. */
  readonly isUnopened?: boolean
}

/** What a tip is worth is for the reader to say: the model has no opinion on it, the guards have. */
export const isScored = ({ kind }: Payment): boolean => kind !== 'tip'

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** When every simulated wallet begins. Any time would do. */
export const start = Date.UTC(2026, 0, 5)
