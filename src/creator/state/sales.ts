import type { Address, Hex } from '../../core/hex'
import type { NetworkId } from '../../core/networks/networks'

/** A sale whose money is on the chain. */
export interface Sale {
  readonly id: bigint
  /** See till/item.ts. */
  readonly item: string
  readonly kind: 'article' | 'tip'
  readonly title: string
  readonly url: string
  readonly dialect: 'x402' | 'mpp'
  readonly network: NetworkId
  /** The token, lower case like all accounts here. */
  readonly asset: Address
  readonly payer: Address
  readonly payTo: Address
  /** Atomic units. */
  readonly amount: bigint
  readonly nonce: Hex
  readonly transaction: Hex
  /** Milliseconds since 1970. */
  readonly settledAt: number
  /** What the reader wrote to the creator, one line of up to 200 characters. */
  readonly note: string | null
}
