import { base64urlnopad } from '@scure/base'
import { decodeUtf8 } from '../protocols/base64'

/** The bytes of unpadded base64url (RFC 7515, section 2), or null. Each byte string has one spelling: anything else is refused. */
export function decodeBase64Url(text: string): Uint8Array | null {
  try {
    const bytes = base64urlnopad.decode(text)
    return base64urlnopad.encode(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

/** The UTF-8 text in base64url, or null. */
export function decodeText(encoded: string): string | null {
  const bytes = decodeBase64Url(encoded)
  return bytes === null ? null : decodeUtf8(bytes)
}

/** The parsed JSON, or undefined, which JSON cannot say. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
