import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import * as v from 'valibot'

/**
 * Several texts as one byte string that only these texts give: each is preceded by its length in bytes
 * (four bytes, big-endian). Used wherever bytes are authenticated or hashed, so that no text can borrow
 * from its neighbour.
 */
export function canonicalBytes(texts: readonly string[]): Uint8Array {
  return concatBytes(...texts.flatMap((text) => [lengthOf(utf8ToBytes(text)), utf8ToBytes(text)]))
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return length
}

export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes)

/** Padded standard base64 (RFC 4648), or null. Each byte string has one spelling: anything else is refused. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = base64.decode(text)
    return base64.encode(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

/** Schema of base64 text of exactly `length` bytes. */
export const base64Bytes = (length: number) =>
  v.pipe(v.string(), v.maxLength(Math.ceil(length / 3) * 4), v.check((text) => fromBase64(text)?.length === length))
