import type { LoggedTransfer } from '../chain/queries'
import type { Address } from '../hex'
import { isLive } from '../purchase/machine'
import type { Purchase, Refund } from '../purchase/purchase'
import { isSameTransfer, refundedAmount, unrefunded } from '../purchase/refunds'

/** What is known when it is asked whether money came back for a purchase. */
export interface SeenOnChain {
  /** The block of the purchase's own settlement; null where that is not known. */
  readonly settledIn: bigint | null
  /** Accounts that the seller said it refunds from when it was paid, beside the one that was paid. */
  readonly signers: readonly Address[]
  /** Accounts that it has named since: anybody's, for all the wallet knows, so that what comes from them by no number is asked about. */
  readonly namedSince: readonly Address[]
  /** What was moved by a number that was made for a dispute about this purchase, and for nothing else. */
  readonly numbered: readonly LoggedTransfer[]
  /** What the token moved to the payer, from whom it may be. */
  readonly transfers: readonly LoggedTransfer[]
  /** Whether a transfer counts for a purchase already, or is spoken for by a number made for another one. */
  readonly isTaken: (transfer: LoggedTransfer) => boolean
  /** Whether the reader has said that it is not for this purchase. */
  readonly isDenied: (transfer: LoggedTransfer) => boolean
  /** The wallet's other purchases. */
  readonly others: readonly Purchase[]
}

export interface Match {
  readonly certain: readonly Refund[]
  /** It may be: the reader is asked. */
  readonly ambiguous: readonly LoggedTransfer[]
}

/**
 * Which transfers are refunds of a purchase. A number that was made from a dispute tells it for certain, whatever the amount. Without
 * one, a transfer is taken for a refund only where nothing else is possible: it is the only one that could be it, this is the only
 * purchase it could be for, and no more comes back than was paid. All else is asked, and what cannot be it is left alone.
 */
export function matchRefunds(purchase: Purchase, seen: SeenOnChain): Match {
  const { settlement, refunds, terms } = purchase
  if (settlement === null) return { certain: [], ambiguous: [] }
  const isNew = (transfer: LoggedTransfer): boolean => transfer.amount > 0n && transfer.to === terms.payer && !refunds.some((known) => isSameTransfer(known, transfer)) && !seen.isTaken(transfer)
  const numbered = eachOnce(seen.numbered).filter(isNew)
  const left = terms.amount - refundedAmount(purchase) - sum(numbered)
  const plain = eachOnce(seen.transfers).filter((one) => isNew(one) && !numbered.some((known) => isSameTransfer(known, one)) && isPlausible(one, purchase, seen) && one.amount <= left)
  const certain = numbered.map((transfer) => refundOf(transfer, 'number'))
  const [only] = plain
  if (only !== undefined && plain.length === 1 && !seen.namedSince.includes(only.from) && seen.settledIn !== null && !seen.isDenied(only) && !seen.others.some((other) => mayBeFor(other, only, purchase, seen))) {
    return { certain: [...certain, refundOf(only, 'transfer')], ambiguous: [] }
  }
  return { certain, ambiguous: plain.filter((transfer) => !seen.isDenied(transfer)) }
}

export const refundOf = ({ transaction, logIndex, amount, block }: LoggedTransfer, how: Refund['how']): Refund => ({ transaction, logIndex, amount, block, how })

function isPlausible({ from, block }: LoggedTransfer, { terms }: Purchase, { settledIn, signers, namedSince }: SeenOnChain): boolean {
  const isSeller = from === terms.payTo || signers.includes(from) || namedSince.includes(from)
  return isSeller && from !== terms.payer && (settledIn === null || block > settledIn)
}

/** Whether a transfer could be another purchase's as well: paid, or perhaps paid, by the same purse to who sent it, with as much left to come back. */
function mayBeFor(other: Purchase, transfer: LoggedTransfer, { id, terms }: Purchase, { signers, namedSince }: SeenOnChain): boolean {
  const { network, asset, payer, payTo } = other.terms
  const isSame = network === terms.network && asset === terms.asset && payer === terms.payer && [terms.payTo, ...signers, ...namedSince].includes(payTo)
  return other.id !== id && isSame && mayComeBack(other) >= transfer.amount
}

function mayComeBack(purchase: Purchase): bigint {
  if (purchase.settlement !== null) return unrefunded(purchase)
  return purchase.signed !== null && isLive(purchase) ? purchase.terms.amount : 0n
}

const sum = (transfers: readonly LoggedTransfer[]): bigint => transfers.reduce((all, { amount }) => all + amount, 0n)

const eachOnce = (transfers: readonly LoggedTransfer[]): readonly LoggedTransfer[] => transfers.filter((one, at) => transfers.findIndex((other) => isSameTransfer(one, other)) === at)
