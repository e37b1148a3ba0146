import type { FeeLineRecord } from '../../core/purchase/purchase'

/** An amount of the network's token. */
export interface MoneyView {
  readonly atomic: string
  readonly decimals: number
  readonly symbol: string
}

export interface FeeLineView {
  readonly kind: FeeLineRecord['kind']
  /** Null: nobody has declared it. */
  readonly amount: MoneyView | null
  readonly paidBy: FeeLineRecord['paidBy']
  readonly known: FeeLineRecord['known']
  readonly account: FeeLineRecord['account']
}

export type BalanceView =
  | { readonly state: 'known'; readonly total: MoneyView; readonly available: MoneyView; readonly reserved: MoneyView }
  | { readonly state: 'unknown'; readonly sentence: string }
