import type { Address } from '../hex'
import { toChecksumAddress } from './address'

/** Writes addresses with their checksum (EIP-55), each reckoned once: among many payments few accounts are paid over and over. */
export function checksumWriter(): (address: Address) => string {
  const known = new Map<Address, string>()
  return (address) => {
    const written = known.get(address) ?? toChecksumAddress(address)
    known.set(address, written)
    return written
  }
}
