import { findNetwork, type Network } from '../core/networks/networks'

/** The network that options name. @throws where none of that name is known */
export function knownNetwork(id: string): Network {
  const network = findNetwork(id)
  if (network === undefined) throw new Error(`There is no network ${id} here.`)
  return network
}
