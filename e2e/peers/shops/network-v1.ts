import { EvmNetworkToChainId, NetworkSchema, SupportedEVMNetworks } from 'x402/types'
import { chainId } from '../../../demo/world/anvil'

/** Version 1 has a fixed list of networks. It is taught the local chain, once, by the name that version 2 has for it. */
function teachNetwork() {
  Array.prototype.push.call(NetworkSchema.options, `eip155:${chainId}`)
  const name = NetworkSchema.parse(`eip155:${chainId}`)
  SupportedEVMNetworks.push(name)
  EvmNetworkToChainId.set(name, chainId)
  return name
}

/** The local chain, as version 1 calls it. */
export const network = teachNetwork()
