import type { PrivateKeyAccount } from 'viem/accounts'
import { privateKeyToAccount } from 'viem/accounts'
import { parseAddress } from '../../core/authorization/address'
import type { Address, Hex } from '../../core/hex'
import type { Network } from '../../core/networks/networks'
import { knownNetwork } from '../network'
import type { ShopOptions } from '../options'
import type { Item } from './item'

/** Whose till it is, checked once. */
export interface Seller {
  readonly name: string
  /** As browsers write it. */
  readonly origin: string
  readonly network: Network
  readonly payTo: Address
  /** Signs what is said of prices and sales; null where the shop has no key. */
  readonly signer: { readonly account: PrivateKeyAccount; readonly address: Address; readonly key: Hex } | null
}

/** Seconds in which a payment has to be settled: wallets sign for no longer. */
export const maxTimeoutSeconds = 120

/** @throws where the options cannot be meant */
export function readSeller({ name, origin, network, payTo, key }: ShopOptions): Seller {
  const address = parseAddress(payTo)
  if (address === null) throw new Error(`${payTo} is not an account.`)
  const url = new URL(origin)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`${origin} is not the address of a site.`)
  const signer = key === undefined ? null : signerWith(key)
  if (signer !== null && signer.address !== address) throw new Error('The key is not that of the account that is paid: nobody would believe what it signs.')
  return { name, origin: url.origin, network: knownNetwork(network), payTo: address, signer }
}

function signerWith(key: Hex): Seller['signer'] {
  const account = privateKeyToAccount(key)
  const address = parseAddress(account.address)
  return address === null ? null : { account, address, key }
}

/** Who is paid for a thing. */
export const payeeOf = (seller: Seller, item: Item): Address => item.payTo ?? seller.payTo

/** The key with which something can be said about a thing: only whoever is paid for it is believed. */
export const signerFor = (seller: Seller, payee: Address): Seller['signer'] => (seller.signer?.address === payee ? seller.signer : null)
