import type { Address } from '../hex'
import type { NetworkId } from './networks'

/** Price feeds on a chain that speak Chainlink's AggregatorV3Interface, in dollars with eight decimals. Only for showing prices. */
export interface Feeds {
  /** Dollars for one token. */
  readonly token: Address
  /** Dollars for one unit of a currency, by ISO 4217. */
  readonly currencies: Readonly<Record<string, Address>>
  /** Tells whether the chain was up: while it was not, feeds stand still. Null where there is none. */
  readonly uptime: Address | null
}

/** Chainlink's (https://data.chain.link); the local ones are where demo/world/feeds.ts puts them. */
const feeds: Readonly<Partial<Record<NetworkId, Feeds>>> = {
  'eip155:8453': {
    token: '0x7e860098f58bbfc8648a4311b374b1d669a2bc6b',
    currencies: {
      EUR: '0xc91d87e81fab8f93699ecf7ee9b44d11e1d53f0f',
      GBP: '0xccea6576904c118037695eb71195a5425e69fa15',
      CHF: '0x3a1d6444fb6a402470098e23dad0b7e86e14252f',
    },
    uptime: '0xbcf85224fc0756b9fa45aa7892530b47e10b6433',
  },
  'eip155:31337': {
    token: '0x00000000000000000000000000000000fa270001',
    currencies: { EUR: '0x00000000000000000000000000000000fa270002', GBP: '0x00000000000000000000000000000000fa270003' },
    uptime: null,
  },
}

/** The price feeds of a network; null where there are none. */
export const feedsOn = (network: NetworkId): Feeds | null => feeds[network] ?? null
