import { parseAddress } from '../authorization/address'
import type { Address } from '../hex'
import type { Network, NetworkId, Token } from '../networks/networks'
import { err, ok, type Result } from '../result'
import type { OfferFault } from './faults'

/** What the wallet is set to pay with. */
export interface PayingContext {
  /** The networks it knows, with the tokens it pays in. */
  readonly networks: readonly Network[]
  /** Whether the reader has switched test money on. */
  readonly testNetworks: boolean
  readonly active: NetworkId
}

/** The token that is paid with on a network a server names (CAIP-2), or why nothing is paid there. */
export function chooseToken(id: string, context: PayingContext): Result<Token, OfferFault> {
  const network = context.networks.find((known) => known.id === id)
  if (network === undefined) return err('unknown-network')
  if (network.test && !context.testNetworks) return err('test-network-off')
  return network.id === context.active ? ok(network.token) : err('other-network')
}

/** An account that can be paid. Null for what is none: the token itself, the zero account, a wrong checksum. */
export function readPayee(text: string, token: Token): Address | null {
  const payee = parseAddress(text)
  if (payee === null || payee === token.address || /^0x0+$/.test(payee)) return null
  return payee
}
