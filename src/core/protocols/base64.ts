import { base64, base64urlnopad } from '@scure/base'

/** The bytes of RFC 4648 section 4 base64: padded, canonical, no white space. Null for anything else. */
export function decodeBase64(text: string): Uint8Array | null {
  try {
    return base64.decode(text)
  } catch {
    return null
  }
}

/** The bytes of RFC 4648 section 5 base64url: not padded, canonical, no white space. Null for anything else. */
function decodeBase64Url(text: string): Uint8Array | null {
  try {
    return base64urlnopad.decode(text)
  } catch {
    return null
  }
}

/** Strict UTF-8: null where a decoder would otherwise put replacement characters. A byte order mark is kept, as data. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The UTF-8 text in RFC 4648 section 5 base64url. Null for anything else. */
export function decodeBase64UrlText(text: string): string | null {
  const bytes = decodeBase64Url(text)
  return bytes === null ? null : decodeUtf8(bytes)
}

/** Base64 of the text's UTF-8 bytes. */
export function encodeBase64(text: string): string {
  return base64.encode(new TextEncoder().encode(text))
}

/** Base64url, not padded, of the text's UTF-8 bytes. */
export function encodeBase64Url(text: string): string {
  return base64urlnopad.encode(new TextEncoder().encode(text))
}
