import { toEventSelector, type Hex } from 'viem'
import { privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { findNetwork, type Network } from '../../core/networks/networks'
import type { Provider } from './wallets'

const found = findNetwork('eip155:31337')
if (found === undefined) throw new Error('no local network')
export const local: Network = found

/** A site's storage, which can be full. For tests. */
export class FakeStorage implements Storage {
  readonly #entries = new Map<string, string>()
  isFull = false
  get length(): number {
    return this.#entries.size
  }
  clear(): void {
    this.#entries.clear()
  }
  getItem(name: string): string | null {
    return this.#entries.get(name) ?? null
  }
  key(index: number): string | null {
    return [...this.#entries.keys()][index] ?? null
  }
  removeItem(name: string): void {
    this.#entries.delete(name)
  }
  setItem(name: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
    this.#entries.set(name, value)
  }
}

/** What a wallet was asked to sign, parsed. */
export interface Signed {
  readonly domain: object
  readonly message: { readonly nonce: string; readonly value: string }
}

/** A wallet with one account of a well-known test key, on a chain whose latest block is of now. For tests. */
export interface TestWallet {
  readonly provider: Provider
  readonly account: PrivateKeyAccount
  readonly asked: string[]
  readonly signed: Signed[]
  /** Nonces that the chain shows as used. */
  readonly used: Set<string>
  usesAll: boolean
  chainId: number
  staysPut: boolean
  balance: bigint
  /** Error code by method. */
  fails: Record<string, number>
  /** In the place of a true one. */
  signature: unknown
  onSign: () => void
  /** What it was asked to send. */
  readonly calls: Call[]
  /** In the place of a true hash. */
  hash: unknown
  /** What the chain says of what was sent; null while it says nothing. */
  receipt: (call: Call) => unknown
  /** The chain's own coin, for its fee. */
  coins: bigint
}

/** A transaction, as a page asks for it. */
export interface Call {
  readonly from: string
  readonly to: string
  readonly data: Hex
  readonly value: string
  readonly chainId: string
}

const wordOf = (value: string): string => `0x${value.slice(2).toLowerCase().padStart(64, '0')}`

/** The receipt of a transfer of the token that went through, by the arguments of the call. */
export function receiptOf({ from, to, data }: Call): { readonly status: string; readonly logs: readonly { address: string; topics: readonly string[]; data: string }[] } {
  const topics = [toEventSelector('Transfer(address,address,uint256)'), wordOf(from), `0x${data.slice(10, 74)}`]
  return { status: '0x1', logs: [{ address: to, topics, data: `0x${data.slice(74)}` }] }
}

interface WalletOptions {
  readonly now: () => number
  readonly key?: `0x${string}`
  readonly used?: Set<string>
}

export function walletOn({ now, key = '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d', used = new Set() }: WalletOptions): TestWallet {
  const wallet: TestWallet = {
    provider: { request: ({ method, params }) => answer(wallet, now, method, params ?? []) },
    account: privateKeyToAccount(key),
    asked: [],
    signed: [],
    used,
    usesAll: false,
    chainId: local.chainId,
    staysPut: false,
    balance: 10_000_000_000_000n,
    fails: {},
    signature: undefined,
    onSign: () => undefined,
    calls: [],
    hash: `0x${'A1'.repeat(32)}`,
    receipt: receiptOf,
    coins: 1n,
  }
  return wallet
}

async function answer(wallet: TestWallet, now: () => number, method: string, params: readonly unknown[]): Promise<unknown> {
  wallet.asked.push(method)
  const code = wallet.fails[method]
  if (code !== undefined) throw Object.assign(new Error(method), { code })
  switch (method) {
    case 'eth_requestAccounts':
      return [wallet.account.address]
    case 'eth_chainId':
      return `0x${wallet.chainId.toString(16)}`
    case 'wallet_switchEthereumChain':
    case 'wallet_addEthereumChain':
      if (!wallet.staysPut) wallet.chainId = local.chainId
      return null
    case 'eth_getBlockByNumber':
      return { number: '0x10', timestamp: `0x${Math.floor(now() / 1000).toString(16)}` }
    case 'eth_call': {
      const { data } = params[0] as { data: string }
      const value = data.startsWith('0x70a08231') ? wallet.balance : wallet.usesAll || wallet.used.has(`0x${data.slice(-64)}`) ? 1n : 0n
      return `0x${value.toString(16).padStart(64, '0')}`
    }
    case 'eth_signTypedData_v4': {
      wallet.onSign()
      const typed = JSON.parse(params[1] as string) as Signed
      wallet.signed.push(typed)
      return wallet.signature === undefined ? wallet.account.signTypedData(typed as unknown as Parameters<PrivateKeyAccount['signTypedData']>[0]) : wallet.signature
    }
    case 'eth_sendTransaction':
      wallet.calls.push(params[0] as Call)
      return wallet.hash
    case 'eth_getTransactionReceipt': {
      const sent = wallet.calls.at(-1)
      return sent === undefined ? null : wallet.receipt(sent)
    }
    case 'eth_getBalance':
      return `0x${wallet.coins.toString(16)}`
    default:
      throw Object.assign(new Error(method), { code: 4200 })
  }
}
