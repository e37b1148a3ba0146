import type { Address, Bytes32 } from '../hex'
import type { NetworkId } from '../networks/networks'

/**
 * The message of EIP-3009 `transferWithAuthorization`: what a reader's approval signs.
 * Amounts in atomic units of the asset, times in unix seconds.
 */
export interface TransferAuthorization {
  readonly network: NetworkId
  readonly asset: Address
  readonly from: Address
  readonly to: Address
  readonly value: bigint
  readonly validAfter: bigint
  readonly validBefore: bigint
  readonly nonce: Bytes32
}
