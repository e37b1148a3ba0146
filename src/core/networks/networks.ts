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

/** Price feeds on a chain that speak Chainlink's AggregatorV3Interface, in dollars with eight decimals. Only for showing prices. */
export interface Feeds {
  /** Dollars for one token. */
  readonly token: Address
  /** Dollars for one unit of a currency, by ISO 4217. */
  readonly currencies: Readonly<Record<string, Address>>
  /** Tells whether the chain was up: while it was not, feeds stand still. Null where there is none. */
  readonly uptime: Address | null
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
  /** Null where the chain has none. */
  readonly feeds: Feeds | null
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
 * gets on a fresh local chain (demo/world/token.ts). Feeds are Chainlink's (https://data.chain.link); the local ones are
 * where demo/world/feeds.ts puts them.
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
    feeds: {
      token: '0x7e860098f58bbfc8648a4311b374b1d669a2bc6b',
      currencies: {
        EUR: '0xc91d87e81fab8f93699ecf7ee9b44d11e1d53f0f',
        GBP: '0xccea6576904c118037695eb71195a5425e69fa15',
        CHF: '0x3a1d6444fb6a402470098e23dad0b7e86e14252f',
      },
      uptime: '0xbcf85224fc0756b9fa45aa7892530b47e10b6433',
    },
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
    feeds: null,
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
    feeds: {
      token: '0x00000000000000000000000000000000fa270001',
      currencies: { EUR: '0x00000000000000000000000000000000fa270002', GBP: '0x00000000000000000000000000000000fa270003' },
      uptime: null,
    },
    explorer: null,
  },
]

export function findNetwork(id: string): Network | undefined {
  return networks.find((network) => network.id === id)
}
