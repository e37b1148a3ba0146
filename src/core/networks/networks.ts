import type { Address } from '../hex'

/** CAIP-2 chain identifier, for example "eip155:8453". */
export type NetworkId = `eip155:${number}`

/** A token the wallet pays with. Every field is pinned here and never believed from the wire (docs/ARCHITECTURE.md, "Pinned assets"). */
export interface Token {
  readonly network: NetworkId
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
  /** EIP-712 domain name and version of the token contract. */
  readonly name: string
  readonly version: string
}

export interface Network {
  readonly id: NetworkId
  readonly chainId: number
  readonly label: string
  /** Test money: offered only when the reader has switched test networks on. */
  readonly test: boolean
  /** False on a chain that makes blocks only when there is something to put into them: its latest block may be of any age. */
  readonly keepsTime: boolean
  /** How many blocks have to stand upon another before what it tells of is kept for good. */
  readonly confirmations: bigint
  /** JSON-RPC endpoint used until the reader chooses another. */
  readonly defaultEndpoint: string
  readonly token: Token
  /** Where a settlement can be looked up, or null where there is no public explorer. `{tx}` is replaced. */
  readonly explorer: string | null
}

const usdc = (network: NetworkId, address: Address, name: string): Token => ({
  network,
  address,
  symbol: 'USDC',
  decimals: 6,
  name,
  version: '2',
})

/**
 * The networks Farthing pays on. USDC addresses and EIP-712 names are Circle's; the local one is the address FiatTokenProxy
 * gets on a fresh local chain (demo/world/token.ts).
 */
export const networks: readonly Network[] = [
  {
    id: 'eip155:8453',
    chainId: 8453,
    label: 'Base',
    test: false,
    keepsTime: true,
    confirmations: 12n,
    defaultEndpoint: 'https://mainnet.base.org',
    token: usdc('eip155:8453', '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913', 'USD Coin'),
    explorer: 'https://basescan.org/tx/{tx}',
  },
  {
    id: 'eip155:84532',
    chainId: 84532,
    label: 'Base Sepolia',
    test: true,
    keepsTime: true,
    confirmations: 12n,
    defaultEndpoint: 'https://sepolia.base.org',
    token: usdc('eip155:84532', '0x036cbd53842c5426634e7929541ec2318f3dcf7e', 'USDC'),
    explorer: 'https://sepolia.basescan.org/tx/{tx}',
  },
  {
    id: 'eip155:31337',
    chainId: 31337,
    label: 'Local',
    test: true,
    keepsTime: false,
    confirmations: 0n,
    defaultEndpoint: 'http://127.0.0.1:8545',
    token: usdc('eip155:31337', '0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0', 'USD Coin'),
    explorer: null,
  },
]

export function findNetwork(id: string): Network | undefined {
  return networks.find((network) => network.id === id)
}
