import type { Address, Bytes32, Hex } from '../../../core/hex'
import type { Network } from '../../../core/networks/networks'
import { faultOf, word, type Bound, type WalletFault } from '../account'
import { fieldsOf, isHexOf } from '../border'
import type { BegunTip } from './memory'
import type { Payee } from '../../../core/tips/payee'

const inHex = (value: number): Hex => `0x${value.toString(16)}`

/** The call of ERC-20 `transfer(address,uint256)`. @param amount atomic units, below 2^256 */
export const transferCall = (to: Address, amount: bigint): Hex => `0xa9059cbb${word(to)}${amount.toString(16).padStart(64, '0')}`

/**
 * Has a wallet send a tip: it shows its own question first, and adds the network's fee.
 * @returns the transaction; why nothing was sent; or null where the wallet does not say what it did
 */
export async function send({ network, to }: Payee, { amount, from }: BegunTip, { request }: Bound): Promise<Bytes32 | WalletFault | 'no-fee' | null> {
  try {
    const call = { from, to: network.token.address, value: '0x0', data: transferCall(to, amount), chainId: inHex(network.chainId) }
    const hash = await request('eth_sendTransaction', call)
    const lower = typeof hash === 'string' ? hash.toLowerCase() : null
    return isHexOf(lower, 32) ? lower : null
  } catch (error) {
    const fault = faultOf(error)
    if (fault !== 'failed') return fault
    return (await hasNoCoin(from, { request })) ? 'no-fee' : null
  }
}

async function hasNoCoin(account: Address, { request }: Bound): Promise<boolean> {
  try {
    const coins = await request('eth_getBalance', account, 'latest')
    return typeof coins === 'string' && /^0x0*$/.test(coins)
  } catch {
    return false
  }
}

/**
 * What became of a transaction, by the chain as the wallet sees it.
 * - arrived: the tip is where it was meant to go
 * - reverted: nothing has moved, but the network's fee
 * - other: it went through, and moved something else
 * - unseen: not there, or the wallet does not say
 */
export type Fate = 'arrived' | 'reverted' | 'other' | 'unseen'

export async function fateOf(tip: BegunTip, { network, to }: Payee, { request }: Bound): Promise<Fate> {
  try {
    const { status, logs } = fieldsOf(await request('eth_getTransactionReceipt', tip.hash)) ?? {}
    if (status === '0x0') return 'reverted'
    if (status !== '0x1' || !Array.isArray(logs)) return 'unseen'
    return logs.some((log) => isTransfer(log, network, tip, to)) ? 'arrived' : 'other'
  } catch {
    return 'unseen'
  }
}

/** Of ERC-20 `Transfer(address,address,uint256)`. */
const transferred = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'

function isTransfer(log: unknown, { token }: Network, { from, amount }: BegunTip, to: Address): boolean {
  const { address, topics, data } = fieldsOf(log) ?? {}
  const expected = [token.address, transferred, `0x${word(from)}`, `0x${word(to)}`, `0x${amount.toString(16).padStart(64, '0')}`]
  return Array.isArray(topics) && [address, ...(topics as unknown[]), data].join().toLowerCase() === expected.join()
}
