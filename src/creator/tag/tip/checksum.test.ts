import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { getAddress } from 'viem'
import { expect, it } from 'vitest'
import { checksumSpelling, keccak } from './checksum'

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 135 })
const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => `0x${bytesToHex(bytes)}` as const)

it('is Keccak-256, as another implementation has it', () => {
  const isSame = (text: string): boolean => bytesToHex(keccak(text)) === bytesToHex(keccak_256(utf8ToBytes(text)))
  fc.assert(fc.property(ascii, isSame))
  expect([0, 134, 135].map((length) => isSame('a'.repeat(length)))).toEqual([true, true, true])
})

it('spells addresses as another implementation does', () => {
  fc.assert(fc.property(address, (lower) => checksumSpelling(lower) === getAddress(lower)))
})
