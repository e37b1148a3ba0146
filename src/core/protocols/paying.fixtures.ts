import { networks, type Network, type NetworkId } from '../networks/networks'

/** What a wallet to test with is set to pay with: test money on Base Sepolia. */
export const active: NetworkId = 'eip155:84532'
export const context = { networks, testNetworks: true, active }

function pinned(): Network {
  const network = networks.find((known) => known.id === active)
  if (network === undefined) throw new Error('no such network')
  return network
}
export const { token, chainId } = pinned()
