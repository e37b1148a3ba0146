import type { LimitName } from '../../core/spending/limits'
import type { MoneyView } from './money'

/** Spending that counts: held back for payments under way, and paid. */
export interface SpentView {
  readonly held: MoneyView
  readonly paid: MoneyView
  /** What the limit leaves. */
  readonly left: MoneyView
}

/** What the reader allows at most, and what of it is used. */
export interface LimitsView {
  readonly limits: Readonly<Record<LimitName, MoneyView>>
  readonly used: Readonly<Record<'day' | 'month' | 'tipDay', SpentView>>
  /** Sites with purchases today, the most first. `site` is a registrable domain. */
  readonly sites: readonly (SpentView & { readonly site: string })[]
}

/** What a reader allows on one site without a question. */
export interface AllowanceView {
  readonly id: string
  /** Registrable domain. */
  readonly site: string
  readonly perPayment: MoneyView
  readonly perDay: MoneyView
  /** Of today's `perDay`. */
  readonly used: MoneyView
  /** Milliseconds since 1970. */
  readonly until: number
}

/** What the reader may allow after a payment; the amounts are a suggestion, and atomic units. */
export interface AllowanceOfferView {
  readonly site: string
  readonly perPayment: string
  readonly perDay: string
  readonly days: number
}
