import type { TransferAuthorization } from '../../core/authorization/transfer'
import type { Address, Hex } from '../../core/hex'
import { findNetwork, type Network } from '../../core/networks/networks'
import { typedData } from './payment'
import type { PurchaseRecord } from './records'
import type { Provider } from './wallets'

/** Why a wallet did not do what it was asked. Nothing has been signed. */
export type WalletFault = 'declined' | 'busy' | 'no-account' | 'wrong-network' | 'failed'

/** What an error of a wallet says (EIP-1193). */
export const faultOf = (error: unknown): WalletFault => {
  const code = codeOf(error)
  return code === 4001 ? 'declined' : code === -32002 ? 'busy' : 'failed'
}

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : null)

/** Asks the reader which of their accounts this site may see. */
export async function accountOf({ request }: Bound): Promise<Address | WalletFault> {
  try {
    const accounts = await request('eth_requestAccounts')
    const first: unknown = Array.isArray(accounts) ? accounts[0] : null
    return typeof first === 'string' && /^0x[0-9a-f]{40}$/i.test(first) ? (first.toLowerCase() as Address) : 'no-account'
  } catch (error) {
    return faultOf(error)
  }
}

/** Brings the wallet to a network, telling it of the network where it knows none. Null when it is there. */
export async function bringTo(network: Network, wallet: Bound): Promise<WalletFault | null> {
  const { request } = wallet
  const chainId: Hex = `0x${network.chainId.toString(16)}`
  try {
    if (await isOn(network, wallet)) return null
    try {
      await request('wallet_switchEthereumChain', { chainId })
    } catch (error) {
      if (faultOf(error) !== 'failed') throw error
      const { label, defaultEndpoint, explorer } = network
      const more = explorer === null ? {} : { blockExplorerUrls: [new URL(explorer).origin] }
      await request('wallet_addEthereumChain', { chainId, chainName: label, nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 }, rpcUrls: [defaultEndpoint], ...more })
    }
    return (await isOn(network, wallet)) ? null : 'wrong-network'
  } catch (error) {
    const fault = faultOf(error)
    return fault === 'failed' ? 'wrong-network' : fault
  }
}

async function isOn({ chainId }: Network, { request }: Bound): Promise<boolean> {
  const current = await request('eth_chainId')
  return typeof current === 'string' && /^0x[0-9a-f]{1,16}$/i.test(current) && BigInt(current) === BigInt(chainId)
}

export async function sign(transfer: TransferAuthorization, { request }: Bound): Promise<{ readonly signature: Hex } | WalletFault> {
  try {
    const signature = await request('eth_signTypedData_v4', transfer.from, typedData(transfer))
    if (typeof signature !== 'string' || !/^0x(?:[0-9a-f]{2}){65,2048}$/i.test(signature)) return 'failed'
    return { signature: withRecovery(signature.toLowerCase() as Hex) }
  } catch (error) {
    return faultOf(error)
  }
}

/** Some devices end a signature with 0 or 1; the token takes 27 or 28. */
function withRecovery(signature: Hex): Hex {
  const ending = signature.length === 132 ? { '00': '1b', '01': '1c' }[signature.slice(130)] : undefined
  return ending === undefined ? signature : (`${signature.slice(0, 130)}${ending}` as Hex)
}

/** The money of an account in atomic units; null where the wallet does not say. */
export async function balanceOf(account: Address, network: Network, wallet: Bound): Promise<bigint | null> {
  return readWord(wallet, network.token.address, `0x70a08231${word(account)}`, 'latest')
}

/**
 * What became of what was signed for a purchase, by the chain as the wallet sees it.
 * - used: it was charged
 * - void: it was not, and never will be
 * - open: it can still be charged
 * - unread: the wallet does not say
 */
export type Fate = 'used' | 'void' | 'open' | 'unread'

export async function fateOf({ network: id, payer, nonce, validBefore }: PurchaseRecord, wallet: Bound): Promise<Fate> {
  const network = findNetwork(id)
  try {
    if (network === undefined || !(await isOn(network, wallet))) return 'unread'
    const block = await wallet.request('eth_getBlockByNumber', 'latest', false)
    const { number, timestamp } = block as { number: unknown; timestamp: unknown }
    if (!isQuantity(number) || !isQuantity(timestamp)) return 'unread'
    // Read in that very block: unused when its time is over is unused for ever.
    const used = await readWord(wallet, network.token.address, `0xe94a0102${word(payer)}${nonce.slice(2)}`, number)
    if (used === null || used > 1n) return 'unread'
    if (used === 1n) return 'used'
    return BigInt(timestamp) >= BigInt(validBefore) ? 'void' : 'open'
  } catch {
    return 'unread'
  }
}

async function readWord({ request }: Bound, to: Address, data: string, block: string): Promise<bigint | null> {
  try {
    const answer = await request('eth_call', { to, data }, block)
    return typeof answer === 'string' && /^0x[0-9a-f]{64}$/i.test(answer) ? BigInt(answer) : null
  } catch {
    return null
  }
}

const isQuantity = (value: unknown): value is Hex => typeof value === 'string' && /^0x[0-9a-f]{1,16}$/i.test(value)
/** An account as one word of a call. */
export const word = (account: Address): string => account.slice(2).padStart(64, '0')

/** A provider whose calls are easily made. */
export interface Bound {
  readonly request: (method: string, ...params: readonly unknown[]) => Promise<unknown>
}

export const bound = (provider: Provider): Bound => ({ request: (method, ...params) => provider.request({ method, params }) })
