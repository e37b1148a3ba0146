import * as v from 'valibot'
import type { Address, Bytes32, Hex } from '../hex'

/** JSON-RPC quantity (Ethereum execution APIs, "uint"): no leading zeros, lower case, below 2^256. */
export const quantity = v.pipe(v.string(), v.maxLength(66), v.regex(/^0x(?:0|[1-9a-f][0-9a-f]*)$/), v.transform((text) => BigInt(text)))

/** One ABI word: 32 bytes. */
export const word = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{64}$/), v.transform((text) => text.toLowerCase() as Bytes32))

export const uint256 = v.pipe(word, v.transform((text) => BigInt(text)))

/** An ABI bool is 0 or 1 and nothing else. */
export const bool = v.pipe(uint256, v.check((value) => value <= 1n), v.transform((value) => value === 1n))

export const addressText = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/), v.transform((text) => text.toLowerCase() as Address))

/** An address as an ABI word, which is also how it stands in a log topic. */
export const addressWord = (address: Address): Bytes32 => `0x${address.slice(2).padStart(64, '0')}`

/** Call data: a four-byte selector and words. */
export const callData = (selector: Hex, ...words: readonly Bytes32[]): Hex => `0x${[selector, ...words].map((part) => part.slice(2)).join('')}`

export const quantityText = (value: bigint): Hex => `0x${value.toString(16)}`
