import { base64 } from '@scure/base'
import * as v from 'valibot'

/**
 * Several texts as one byte string that only these texts give: each is preceded by its length in bytes
 * (four bytes, big-endian). Used wherever bytes are authenticated or hashed, so that no text can borrow
 * from its neighbour.
 */
export function canonicalBytes(texts: readonly string[]): Uint8Array {
  // One array for all of it: every row that is opened is authenticated with this.
  const most = texts.reduce((length, text) => length + lengthBytes + text.length * mostBytes, 0)
  const bytes = new Uint8Array(most)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const text of texts) {
    const { written } = encoder.encodeInto(text, bytes.subarray(at + lengthBytes))
    view.setUint32(at, written)
    at += lengthBytes + written
  }
  return bytes.slice(0, at)
}

const encoder = new TextEncoder()
const lengthBytes = 4
/** What a UTF-16 unit takes at most in UTF-8. */
const mostBytes = 3

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
