import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isAddress, type Address } from '../hex'

/** The EIP-55 spelling of an address, in which the case of the letters is a checksum. For display and for the wire. */
export function toChecksumAddress(address: Address): string {
  const digits = address.slice(2)
  const sum = bytesToHex(keccak_256(utf8ToBytes(digits)))
  const spelt = Array.from(digits, (digit, at) => (parseInt(sum.charAt(at), 16) >= 8 ? digit.toUpperCase() : digit))
  return `0x${spelt.join('')}`
}

/**
 * Reads an address somebody else wrote, or null. All lower and all upper case carry no checksum and are accepted;
 * mixed case must be the EIP-55 spelling, because a wrong checksum means a mistyped or tampered address.
 */
export function parseAddress(text: string): Address | null {
  const lower = text.toLowerCase()
  if (!text.startsWith('0x') || !isAddress(lower)) return null
  const digits = text.slice(2)
  const checksummed = digits !== digits.toLowerCase() && digits !== digits.toUpperCase()
  return checksummed && toChecksumAddress(lower) !== text ? null : lower
}
