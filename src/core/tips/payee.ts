import type { Address } from '../hex'
import { networks, type Network } from '../networks/networks'
import { splitLink } from './link'

/** Whom a link gives to. */
export interface Payee {
  readonly network: Network
  readonly to: Address
  /** As wallets spell it. */
  readonly spelling: string
}

/**
 * Why nobody can be given to by a link.
 * - missing, unreadable: there is none, or it names no account and chain
 * - other-network, other-money: not for this tag, but perhaps for another wallet
 * - misspelt: the checksum in it does not fit: a digit may be another person's
 * - nobody: money that is sent there is lost
 */
export type PayeeFault = 'missing' | 'unreadable' | 'other-network' | 'other-money' | 'misspelt' | 'nobody'

/** The EIP-55 spelling of an address, in which the case of its letters is a checksum. */
export type Spell = (address: Address) => string

/**
 * Reads a link of EIP-681. An amount in it is not read: the reader chooses.
 * @param spell passed in: scripts for writers' pages have a smaller one than the wallet
 */
export function readPayee(href: string | null, spell: Spell): Payee | PayeeFault {
  if (href === null) return 'missing'
  const link = splitLink(href)
  if (link === null) return 'unreadable'
  const network = networks.find(({ chainId }) => String(chainId) === link.chain)
  if (network === undefined) return 'other-network'
  const token = network.token.address
  const isTransfer = link.call === 'transfer' && link.target.toLowerCase() === token
  if (link.call !== null && !isTransfer) return 'other-money'
  const spelt = isTransfer ? link.address : link.target
  if (!/^0x[0-9a-f]{40}$/i.test(spelt)) return 'unreadable'
  const to = spelt.toLowerCase() as Address
  if (!fits(spelt, spell) || (isTransfer && !fits(link.target, spell))) return 'misspelt'
  return /^0x0+$/.test(to) || to === token ? 'nobody' : { network, to, spelling: spell(to) }
}

/** All letters small or all large are no checksum, and taken as they are. */
function fits(spelt: string, spell: Spell): boolean {
  const digits = spelt.slice(2)
  return digits === digits.toLowerCase() || digits === digits.toUpperCase() || spelt === spell(spelt.toLowerCase() as Address)
}
