import { HTTPFacilitatorClient } from '@x402/core/server'
import type { PaymentRequirements } from '@x402/core/types'
import { authorizationTypes } from '@x402/evm'
import type { Address, Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { facilitatorPatience, type TillOptions } from '../till'

/** Seconds a signed refund may take to reach the chain. */
const validity = 300

export interface Purse extends Pick<TillOptions, 'facilitatorUrl' | 'token' | 'network'> {
  /** Of the account that pays back. */
  readonly key: Hex
  /** Of another that may, where the paper keeps one for that. */
  readonly otherKey?: Hex
}

export interface Refund {
  readonly to: Address
  /** Atomic units. */
  readonly amount: bigint
  /** The token takes each once, so that a refund that is sent twice is paid once. */
  readonly nonce: Hex
}

/** 'spent': a refund with this nonce was paid before. 'failed': it may not have been, and can be sent again. */
export type Sent = { readonly transaction: Hex } | 'spent' | 'failed'

/** Pays a reader as readers pay: by EIP-3009 through the facilitator, which pays for the gas. */
export async function payBack({ facilitatorUrl, token, network, key }: Purse, { to, amount, nonce }: Refund): Promise<Sent> {
  const account = privateKeyToAccount(key)
  const requirements: PaymentRequirements = {
    scheme: 'exact',
    network,
    asset: token.address,
    amount: amount.toString(),
    payTo: to,
    maxTimeoutSeconds: validity,
    extra: { name: token.name, version: token.version },
  }
  const validBefore = Math.floor(Date.now() / 1000) + validity
  const authorization = { from: account.address, to, value: amount, validAfter: 0n, validBefore: BigInt(validBefore), nonce }
  const signature = await account.signTypedData({
    domain: { name: token.name, version: token.version, chainId: BigInt(network.slice('eip155:'.length)), verifyingContract: token.address as Address },
    types: authorizationTypes,
    primaryType: 'TransferWithAuthorization',
    message: authorization,
  })
  const onWire = { ...authorization, value: amount.toString(), validAfter: '0', validBefore: String(validBefore) }
  try {
    const facilitator = new HTTPFacilitatorClient({ url: facilitatorUrl, timeoutMs: facilitatorPatience })
    const settled = await facilitator.settle({ x402Version: 2, accepted: requirements, payload: { signature, authorization: onWire } }, requirements)
    if (settled.success) return { transaction: settled.transaction as Hex }
    return settled.errorReason?.endsWith('nonce_already_used') === true ? 'spent' : 'failed'
  } catch {
    return 'failed'
  }
}
