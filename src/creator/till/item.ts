import type { Address } from '../../core/hex'

/** Something that is for sale at one address of a shop. */
export interface Item {
  /**
   * The shop's own name for it, made from its own route: the page's path, and which part of it ("/essays/ferry#1"). Purchases are
   * kept under it. What a payment claims to be for is never asked.
   */
  readonly id: string
  readonly kind: 'article' | 'tip'
  /** As readers see it, up to 300 characters. */
  readonly title: string
  /** Atomic units, each above 0. Several are a price list (tips): which one it is, the payment says. */
  readonly prices: readonly [bigint, ...bigint[]]
  /**
   * The address that asks for the money, as readers see it: absolute, at the shop's origin, without fragment. Wallets compare what is
   * signed with the address that answered.
   */
  readonly url: string
  /** The page it is part of, where that is another address: what is bought is known again there, too. */
  readonly page?: string
  /** Other than the shop's own account, where a piece belongs to somebody else. */
  readonly payTo?: Address
  /** What of the price goes to others (docs/PROTOCOLS.md, "Where the money goes"). Empty: nothing does, and that is declared. Absent: nothing is said. */
  readonly shares?: readonly Share[]
}

/** A part of a price that the seller passes on. */
export interface Share {
  readonly kind: 'platform' | 'facilitator' | 'network' | 'escrow'
  /** Atomic units. */
  readonly amount: bigint
  readonly account?: Address
}
