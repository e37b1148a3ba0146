import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** A 0x-prefixed lower-case hex string. */
export type Hex = `0x${string}`

/** A 20-byte account or contract address: 0x and 40 lower-case hex digits. Checksummed only for display. */
export type Address = Hex

/** 32 bytes: 0x and 64 lower-case hex digits. */
export type Bytes32 = Hex

/** Bytes as a 0x-prefixed lower-case hex string. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`
}

/** The bytes of a 0x-prefixed hex string in either case, or null when it is not whole bytes of hex. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^0x(?:[0-9a-fA-F]{2})*$/.test(text)) return null
  return hexToBytes(text.slice(2))
}

export const isHex = (text: string): text is Hex => /^0x(?:[0-9a-f]{2})*$/.test(text)

/** True for 0x and 40 lower-case digits. Text from outside goes through parseAddress instead, which knows EIP-55. */
export const isAddress = (text: string): text is Address => /^0x[0-9a-f]{40}$/.test(text)

export const isBytes32 = (text: string): text is Bytes32 => /^0x[0-9a-f]{64}$/.test(text)
