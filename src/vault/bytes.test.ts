import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalBytes } from './bytes'

/** The same, spelled out. */
const spelledOut = (texts: readonly string[]): Uint8Array =>
  concatBytes(
    ...texts.flatMap((text) => {
      const bytes = utf8ToBytes(text)
      return [Uint8Array.of(bytes.length >>> 24, bytes.length >>> 16, bytes.length >>> 8, bytes.length), bytes]
    }),
  )

it('texts have one spelling in bytes, each after its length, whatever letters they are of', () => {
  expect(canonicalBytes(['é', '', 'ab'])).toEqual(Uint8Array.of(0, 0, 0, 2, 0xc3, 0xa9, 0, 0, 0, 0, 0, 0, 0, 2, 0x61, 0x62))
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (texts) => {
      expect(canonicalBytes(texts)).toEqual(spelledOut(texts))
    }),
  )
})

it('and no text borrows from its neighbour', () => expect(canonicalBytes(['ab', 'c'])).not.toEqual(canonicalBytes(['a', 'bc'])))
