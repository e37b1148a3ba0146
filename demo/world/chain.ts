import {
  createTestClient,
  defineChain,
  getAbiItem,
  http,
  parseAbi,
  publicActions,
  toHex,
  walletActions,
  type Address,
  type Hex,
} from 'viem'
import { accounts } from './accounts'
import { chainId } from './anvil'
import { tokenAddress } from './token'

/** The local chain as viem describes one. */
export const localChain = defineChain({
  id: chainId,
  name: 'Local',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
})

/** The part of the token the world reads and writes: ERC-20 and EIP-3009. */
export const tokenAbi = parseAbi([
  'function balanceOf(address account) view returns (uint256)',
  'function transfer(address to, uint256 amount) returns (bool)',
  'function mint(address to, uint256 amount) returns (bool)',
  'function authorizationState(address authorizer, bytes32 nonce) view returns (bool)',
  'event AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce)',
  'event Transfer(address indexed from, address indexed to, uint256 value)',
])

const clientOf = (url: string) =>
  createTestClient({ mode: 'anvil', chain: localChain, transport: http(url), pollingInterval: 50, cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions)

export type Chain = ReturnType<typeof openChain>

/**
 * Enough for any one of the issuer's transactions, and three fit into a block. Left out, the node would estimate,
 * which goes wrong when the transaction before is not mined yet: a call to a contract that is not there costs little.
 */
const issuerGas = 10_000_000n

/** The local chain, and the few things the world and its tests do with it. Amounts are atomic units of the token. */
export function openChain(url: string) {
  const client = clientOf(url)
  const token = { address: tokenAddress, abi: tokenAbi } as const

  /** Waits for a transaction. @throws when it was reverted. */
  const succeeded = async (hash: Hex) => {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`reverted: ${hash}`)
    return receipt
  }

  /** A plain transfer by whoever, without their key. Returns the transaction. */
  const transfer = async (from: Address, to: Address, amount: bigint): Promise<Hex> => {
    await client.impersonateAccount({ address: from })
    await client.setBalance({ address: from, value: 10n ** 18n })
    const hash = await client.writeContract({ ...token, functionName: 'transfer', args: [to, amount], account: from })
    await succeeded(hash)
    await client.stopImpersonatingAccount({ address: from })
    return hash
  }

  return {
    url,
    client,
    succeeded,
    balanceOf: (address: Address): Promise<bigint> => client.readContract({ ...token, functionName: 'balanceOf', args: [address] }),
    /** EIP-3009: whether the payer's nonce is spent (or cancelled). */
    authorizationState: (payer: Address, nonce: Hex): Promise<boolean> =>
      client.readContract({ ...token, functionName: 'authorizationState', args: [payer, nonce] }),
    /** The transaction in which `nonce` moved exactly `value` from payer to payee, or null if there is none. */
    findTransfer: async (payer: Address, nonce: Hex, to: Address, value: bigint): Promise<Hex | null> => {
      const event = getAbiItem({ abi: tokenAbi, name: 'AuthorizationUsed' })
      const [used] = await client.getLogs({ address: tokenAddress, event, args: { authorizer: payer, nonce }, fromBlock: 0n })
      if (used === undefined) return null
      const transfers = await client.getContractEvents({
        ...token,
        eventName: 'Transfer',
        args: { from: payer, to },
        blockHash: used.blockHash,
      })
      const paid = transfers.some((log) => log.transactionHash === used.transactionHash && log.args.value === value)
      return paid ? used.transactionHash : null
    },
    /** New money for an address. Returns when it is there. */
    mint: async (to: Address, amount: bigint): Promise<void> => {
      const hash = await client.writeContract({ ...token, functionName: 'mint', args: [to, amount], account: accounts.issuer })
      await succeeded(hash)
    },
    transfer,
    /** Money leaves an address as if somebody else had its key. */
    takeFrom: async (from: Address, amount: bigint): Promise<void> => {
      await transfer(from, accounts.issuer, amount)
    },
    mine: (blocks: number): Promise<void> => client.mine({ blocks }),
    /** From now on one block every `seconds`, as a public chain has it, instead of one a transaction. */
    mineEvery: async (seconds: number): Promise<void> => {
      await client.setIntervalMining({ interval: seconds })
    },
    sendAsIssuer: (transaction: { readonly to?: Address; readonly data: Hex }): Promise<Hex> =>
      client.sendTransaction({ ...transaction, account: accounts.issuer, gas: issuerGas }),
    setCode: (address: Address, bytecode: Hex): Promise<void> => client.setCode({ address, bytecode }),
    setStorage: (address: Address, slot: bigint, value: Hex): Promise<void> => client.setStorageAt({ address, index: toHex(slot, { size: 32 }), value }),
    /** What deploying `initCode` would leave behind. @throws when that is nothing. */
    runtimeCode: async (initCode: Hex): Promise<Hex> => {
      const { data } = await client.call({ data: initCode })
      if (data === undefined) throw new Error('the code deploys nothing')
      return data
    },
  }
}
