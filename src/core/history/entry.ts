import { othersShare } from '../fees/breakdown'
import { traced } from '../fees/traced'
import type { Address } from '../hex'
import type { NetworkId } from '../networks/networks'
import type { DeliveryKind, Purchase, PurchaseState } from '../purchase/purchase'
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
  readonly label: PaymentLabel
}

/** @param order the purchase's place in the sequence */
export function entryOf({ id, createdAt, state, terms, signed, settlement, trace }: Purchase, order: number, label: PaymentLabel): HistoryEntry {
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
    label,
  }
}
