import { authorizationTypes } from '@x402/evm'
import { privateKeyToAccount } from 'viem/accounts'
import type { Address, Bytes32, Hex } from '../../core/hex'
import type { Network } from '../../core/networks/networks'
import type { Facilitator, Settled } from '../till/facilitator'

/** Milliseconds a payment service has for one answer. */
export const facilitatorPatience = 15_000
/** Seconds a signed refund has to reach the chain; until then no other amount can be sent for the same dispute. */
export const validity = 120

/** The account that pays back. */
export interface Purse {
  readonly key: Hex
  readonly network: Network
  readonly facilitator: Facilitator
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
 * @returns what the service says. It is hearsay: what happened the chain says
 */
export async function send({ key, network, facilitator }: Purse, { to, amount, nonce, validBefore }: Refund): Promise<Settled> {
  const { address: asset, name, version } = network.token
  const account = privateKeyToAccount(key)
  const authorization = { from: account.address, to, value: amount, validAfter: 0n, validBefore: BigInt(Math.floor(validBefore / 1000)), nonce }
  const signature = await account.signTypedData({
    domain: { name, version, chainId: network.chainId, verifyingContract: asset },
    types: authorizationTypes,
    primaryType: 'TransferWithAuthorization',
    message: authorization,
  })
  const onWire = { ...authorization, value: amount.toString(), validAfter: '0', validBefore: authorization.validBefore.toString() }
  const requirements = { scheme: 'exact', network: network.id, asset, amount: amount.toString(), payTo: to, maxTimeoutSeconds: validity, extra: { name, version } }
  return facilitator.settle({ x402Version: 2, accepted: requirements, payload: { signature, authorization: onWire } }, requirements)
}
