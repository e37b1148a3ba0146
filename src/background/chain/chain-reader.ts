import type { ChainFault } from '../../core/chain/faults'
import type { Address, Bytes32, Hex } from '../../core/hex'
import { findNetwork, type Network, type NetworkId } from '../../core/networks/networks'
import { err, ok, type Result } from '../../core/result'
import { postJson } from './endpoint'

/** Which endpoint to ask for a network: the reader's own, or the network's default. */
export type EndpointOf = (network: Network) => Promise<string>
