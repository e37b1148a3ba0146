import type { Address } from '../hex'
import type { NetworkId } from '../networks/networks'
import type { Purchase, PurchaseState } from '../purchase/purchase'

/** A token on its network: amounts of different assets are never added up. */
export interface Asset {
  readonly network: NetworkId
  readonly asset: Address
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

/** Atomic units of one asset held back by all of `purchases`; those in other assets do not count. */
export function reservedTotal(asset: Asset, purchases: Iterable<Purchase>): bigint {
  let total = 0n
  for (const purchase of purchases) {
    if (purchase.terms.network === asset.network && purchase.terms.asset === asset.asset) total += reservedAmount(purchase)
  }
  return total
}

/** What can still be spent of `balance` atomic units of an asset. Never below zero. */
export function available(balance: bigint, asset: Asset, purchases: Iterable<Purchase>): bigint {
  const left = balance - reservedTotal(asset, purchases)
  return left > 0n ? left : 0n
}
