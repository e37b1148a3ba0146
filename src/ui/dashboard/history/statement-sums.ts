import type { DeliveryKind } from '../../../core/purchase/purchase'
import type { HistoryRow } from '../../../messaging/views'

/** Payments that belong together. Amounts are atomic units. */
export interface Total<Name> {
  readonly name: Name
  readonly count: number
  readonly amount: bigint
}

export interface Month extends Total<number> {
  readonly rows: readonly HistoryRow[]
}

export interface Sums {
  readonly count: number
  readonly amount: bigint
  /** What came back of these payments, whenever that was, and of how many. */
  readonly back: { readonly count: number; readonly amount: bigint }
  /** Named by their place in the year, from 0; in the year's sequence, without those that nothing was paid in. */
  readonly months: readonly Month[]
  /** The most first. */
  readonly sites: readonly Total<string>[]
  readonly kinds: readonly Total<DeliveryKind>[]
}

/** Adds up the paid payments of one year and one token, the oldest first. */
export function sumUp(rows: readonly HistoryRow[]): Sums {
  const months = Array.from({ length: 12 }, (_, month) => month)
    .map((month) => ({ name: month, rows: rows.filter(({ at }) => new Date(at).getMonth() === month) }))
    .filter((month) => month.rows.length > 0)
    .map((month) => ({ ...month, count: month.rows.length, amount: amountOf(month.rows) }))
  return { count: rows.length, amount: amountOf(rows), back: backOf(rows), months, sites: totals(rows, ({ host }) => host), kinds: totals(rows, ({ kind }) => kind) }
}

const amountOf = (rows: readonly HistoryRow[]): bigint => rows.reduce((sum, { amount }) => sum + BigInt(amount.atomic), 0n)

function backOf(rows: readonly HistoryRow[]): Sums['back'] {
  const back = rows.map(({ refunded }) => refunded).filter((refunded) => refunded !== null)
  return { count: back.length, amount: back.reduce((sum, { atomic }) => sum + BigInt(atomic), 0n) }
}

function totals<Name extends string>(rows: readonly HistoryRow[], nameOf: (row: HistoryRow) => Name): readonly Total<Name>[] {
  const sums = new Map<Name, Total<Name>>()
  for (const row of rows) {
    const name = nameOf(row)
    const { count, amount } = sums.get(name) ?? { count: 0, amount: 0n }
    sums.set(name, { name, count: count + 1, amount: amount + BigInt(row.amount.atomic) })
  }
  return [...sums.values()].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : b.count - a.count))
}
