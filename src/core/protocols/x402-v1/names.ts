import type { NetworkId } from '../../networks/networks'

/** What version 1 calls the networks the wallet pays on (the enumeration in `x402`, the last package of version 1). */
const shortNames: ReadonlyMap<string, NetworkId> = new Map([
  ['base', 'eip155:8453'],
  ['base-sepolia', 'eip155:84532'],
])

/**
 * The CAIP-2 name of a network as a version 1 server spells it. A name that is not known comes back as it is, because a server
 * may spell CAIP-2 already: `@x402/core` takes any name in version 1. So a test world on a local chain, for which version 1 has
 * no name, is reached as `eip155:31337`. Whatever comes out is still looked up among the wallet's own networks.
 */
export function toNetworkId(spelled: string): string {
  return shortNames.get(spelled) ?? spelled
}
