import { HTTPFacilitatorClient } from '@x402/core/server'
import type { PaymentRequirements } from '@x402/core/types'
import { authorizationTypes } from '@x402/evm'
import { privateKeyToAccount } from 'viem/accounts'
import { isBytes32, type Address, type Bytes32, type Hex } from '../../core/hex'
import type { Network } from '../../core/networks/networks'

/** Milliseconds a payment service has for one answer. */
export const facilitatorPatience = 15_000
/** Seconds a signed refund has to reach the chain; until then no other amount can be sent for the same dispute. */
export const validity = 120

/** The account that pays back. */
export interface Purse {
  readonly key: Hex
  readonly network: Network
  /** Base address of a payment service. */
  readonly facilitator: string
}

export interface Refund {
  readonly to: Address
  /** Atomic units. */
  readonly amount: bigint
  /** The token takes each once, so that a refund that is sent twice is paid once. */
  readonly nonce: Bytes32
  /** Milliseconds since 1970. */
  readonly validBefore: number
}

export const accountOf = ({ key }: Pick<Purse, 'key'>): Address => privateKeyToAccount(key).address.toLowerCase() as Address

/**
 * Pays a reader as readers pay: by EIP-3009 through the payment service, which pays for the gas. Never throws.
 * @returns the transaction that the service claims, or null. Either is hearsay: what happened the chain says
 */
export async function send({ key, network, facilitator }: Purse, { to, amount, nonce, validBefore }: Refund): Promise<Bytes32 | null> {
  const { address: asset, name, version } = network.token
  const account = privateKeyToAccount(key)
  const authorization = { from: account.address, to, value: amount, validAfter: 0n, validBefore: BigInt(Math.floor(validBefore / 1000)), nonce }
  const requirements: PaymentRequirements = {
    scheme: 'exact',
    network: network.id,
    asset,
    amount: amount.toString(),
    payTo: to,
    maxTimeoutSeconds: validity,
    extra: { name, version },
  }
  try {
    const signature = await account.signTypedData({
      domain: { name, version, chainId: network.chainId, verifyingContract: asset },
      types: authorizationTypes,
      primaryType: 'TransferWithAuthorization',
      message: authorization,
    })
    const onWire = { ...authorization, value: amount.toString(), validAfter: '0', validBefore: authorization.validBefore.toString() }
    const service = new HTTPFacilitatorClient({ url: facilitator, timeoutMs: facilitatorPatience })
    const { success, transaction } = await service.settle({ x402Version: 2, accepted: requirements, payload: { signature, authorization: onWire } }, requirements)
    const claimed = transaction.toLowerCase()
    return success && isBytes32(claimed) ? claimed : null
  } catch {
    return null
  }
}
