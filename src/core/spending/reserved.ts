import type { Address } from '../hex'
import type { NetworkId } from '../networks/networks'
import type { Purchase, PurchaseState } from '../purchase/purchase'

/** A token on its network: amounts of different assets are never added up. */
export interface Asset {
  readonly network: NetworkId
  readonly asset: Address
}

/** What one purse holds of an asset: purses do not pay for one another. */
export interface Holding extends Asset {
  readonly payer: Address
}

export const isSameAsset = (one: Asset, other: Asset): boolean => one.network === other.network && one.asset === other.asset

/**
 * Whether a purchase holds its amount back from the balance: from the moment it is reserved until the chain shows the
 * authorization used (then the balance itself is smaller) or expired unused.
 */
export function holdsBack(state: PurchaseState): boolean {
  switch (state) {
    case 'reserved':
    case 'signed':
    case 'sent':
    case 'refused':
    case 'unknown':
      return true
    case 'quoted':
    case 'settled':
    case 'delivered':
    case 'undelivered':
    case 'void':
      return false
  }
}

/** Atomic units that a purchase holds back. */
export const reservedAmount = ({ state, terms }: Purchase): bigint => (holdsBack(state) ? terms.amount : 0n)

/** Atomic units held back from one purse by all of `purchases`; those in other assets, or of other purses, do not count. */
export function reservedTotal(holding: Holding, purchases: Iterable<Purchase>): bigint {
  let total = 0n
  for (const purchase of purchases) {
    if (isSameAsset(purchase.terms, holding) && purchase.terms.payer === holding.payer) total += reservedAmount(purchase)
  }
  return total
}

/** What a purse that holds `balance` atomic units can still spend of them. Never below zero. */
export function available(balance: bigint, holding: Holding, purchases: Iterable<Purchase>): bigint {
  const left = balance - reservedTotal(holding, purchases)
  return left > 0n ? left : 0n
}
