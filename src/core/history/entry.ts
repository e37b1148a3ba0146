import { othersShare, type FeeLine } from '../fees/breakdown'
import { traced } from '../fees/traced'
import type { Address, Hex } from '../hex'
import type { ShownRate } from '../money'
import type { NetworkId } from '../networks/networks'
import { feeKinds, type DeliveryKind, type FeeLineRecord, type Purchase, type PurchaseState } from '../purchase/purchase'
import type { PaymentLabel } from './label'

/** What the history knows of one payment. Times are milliseconds since 1970, amounts atomic units of the asset. */
export interface HistoryEntry {
  readonly id: string
  /** 1, 2, 3…: the sequence in which payments were begun. */
  readonly order: number
  /** When it was begun. */
  readonly at: number
  /** When the chain showed it paid; null where it has not. */
  readonly paidAt: number | null
  readonly title: string
  /** Where the reader was. */
  readonly host: string
  /** The path of that page, without query and fragment. */
  readonly path: string
  readonly kind: DeliveryKind
  readonly state: PurchaseState
  readonly amount: bigint
  readonly network: NetworkId
  readonly asset: Address
  readonly payTo: Address
  /** Nobody was asked: the reader had allowed it. */
  readonly unasked: boolean
  /** What the reader wrote with it, to whoever was paid. */
  readonly note: string | null
  /** What of the amount went to others than the creator; null where that is not declared. */
  readonly toOthers: bigint | null
  /** What came back, and when: its block's time. In the order it was found. */
  readonly refunds: readonly CameBack[]
  readonly label: PaymentLabel
}

export interface CameBack {
  readonly at: number
  readonly amount: bigint
}

/** All that came back of a payment. */
export const backOf = ({ refunds }: Pick<HistoryEntry, 'refunds'>): bigint => refunds.reduce((sum, { amount }) => sum + amount, 0n)

/** What a table of payments tells beside that. It is kept with the entries on the disk, and with none of them in memory. */
export interface HistoryRecord extends HistoryEntry {
  /** The page's whole address. */
  readonly page: string
  /** What the reader was shown it to be worth then. */
  readonly rate: ShownRate | null
  /** Each kind of fee that it has, all lines of a kind together; null where some of that is not declared. */
  readonly fees: readonly (readonly [FeeLineRecord['kind'], bigint | null])[]
  /** Where it was settled. */
  readonly transaction: Hex | null
}

/** @param order the purchase's place in the sequence */
export function recordOf(purchase: Purchase, order: number, label: PaymentLabel): HistoryRecord {
  const { terms, settlement, trace } = purchase
  const lines = traced(terms.feeLines, trace, terms.payTo)
  const kinds = feeKinds.filter((kind) => lines.some((line) => line.kind === kind))
  return {
    ...entryOf(purchase, order, label),
    page: terms.page,
    rate: terms.rate,
    fees: kinds.map((kind) => [kind, sumOf(lines.filter((line) => line.kind === kind))]),
    transaction: settlement?.transaction ?? null,
  }
}

/** What stays in memory of a payment. */
export function entryOnly({ id, order, at, paidAt, title, host, path, kind, state, amount, network, asset, payTo, unasked, note, toOthers, refunds, label }: HistoryRecord): HistoryEntry {
  return { id, order, at, paidAt, title, host, path, kind, state, amount, network, asset, payTo, unasked, note, toOthers, refunds, label }
}

/** What nobody declared is not added up with what somebody did. */
const sumOf = (lines: readonly FeeLine[]): bigint | null => lines.reduce<bigint | null>((sum, { amount }) => (sum === null || amount === null ? null : sum + amount), 0n)

/** @param order the purchase's place in the sequence */
export function entryOf({ id, createdAt, state, terms, signed, settlement, trace, refunds }: Purchase, order: number, label: PaymentLabel): HistoryEntry {
  const page = URL.canParse(terms.page) ? new URL(terms.page) : null
  const lines = traced(terms.feeLines, trace, terms.payTo)
  const isDeclared = lines.every(({ amount }) => amount !== null)
  return {
    id,
    order,
    at: createdAt,
    paidAt: settlement?.at ?? null,
    title: terms.title,
    host: page?.host ?? terms.page,
    path: page?.pathname ?? '',
    kind: terms.kind,
    state,
    amount: terms.amount,
    network: terms.network,
    asset: terms.asset,
    payTo: terms.payTo,
    unasked: terms.allowance !== null,
    note: signed?.note ?? null,
    toOthers: isDeclared ? othersShare(lines) : null,
    refunds: refunds.map(({ at, amount }) => ({ at, amount })),
    label,
  }
}
