import { parseAddress } from '../authorization/address'
import type { Address } from '../hex'
import { networks, type Network } from '../networks/networks'
import { encodeBase64 } from '../protocols/base64'
import { longestLink, splitLink } from './link'

/** An account that a page names to be tipped, without a server that could be asked. */
export interface TipAccount {
  readonly network: Network
  readonly to: Address
}

/**
 * Reads a link of EIP-681 that asks for the token of a network the wallet knows, or names an account there. Null for everything
 * else: other coins, other calls, other chains, and the main chain that is meant where none is named. An amount in it is not read:
 * the reader chooses.
 */
export function readAccountLink(href: string): TipAccount | null {
  const link = splitLink(href)
  if (link === null) return null
  const network = networks.find(({ chainId }) => String(chainId) === link.chain)
  const target = parseAddress(link.target)
  if (network === undefined || target === null) return null
  if (link.call === null) return { network, to: target }
  if (link.call !== 'transfer' || target !== network.token.address) return null
  const to = parseAddress(link.address)
  return to === null ? null : { network, to }
}

/** `eip155:<chain>:<account>` (CAIP-10). */
const accountId = /^eip155:([1-9][0-9]{0,9}):(0x[0-9a-fA-F]{40})$/

/** Reads an account as CAIP-10 writes it, on a network the wallet knows. Null for everything else. */
export function readAccountId(text: string): TipAccount | null {
  const [, chain = '', account = ''] = accountId.exec(text.trim().slice(0, longestLink)) ?? []
  const network = networks.find(({ chainId }) => String(chainId) === chain)
  const to = parseAddress(account)
  return network === undefined || to === null ? null : { network, to }
}

/** The one spelling of such an account: what a tip to it is known by. */
export const accountLink = ({ network, to }: TipAccount): string => `ethereum:${network.token.address}@${String(network.chainId)}/transfer?address=${to}`

export const isAccountLink = (resource: string): boolean => resource.startsWith('ethereum:')

/** What is suggested where nobody suggests anything, in atomic units: 10 cents, 50 cents, a dollar. */
const suggested = [100_000n, 500_000n, 1_000_000n] as const

/** How long a payment service has, in seconds. */
const maxTimeoutSeconds = 120

/**
 * What a server would answer that sold such tips: a challenge of x402 v2, made here and read like any other, so that nothing of a
 * tip to an account is checked less than what a server says. @param amount of the reader's own, atomic units @param page the page that names the account
 */
export function accountChallenge({ network, to }: TipAccount, page: string, title: string, amount: bigint | null): string {
  const { address, name, version } = network.token
  const accepts = (amount === null ? suggested : [amount]).map((one) => ({
    scheme: 'exact',
    network: network.id,
    amount: one.toString(),
    asset: address,
    payTo: to,
    maxTimeoutSeconds,
    extra: { name, version },
  }))
  return encodeBase64(JSON.stringify({ x402Version: 2, resource: { url: page, description: title }, accepts }))
}
