/* What comes from outside is looked at by hand here: a library for it would weigh as much as all the rest of the script. */

export type Fields = Readonly<Record<string, unknown>>

/** An object that is no list; null for anything else. */
export const fieldsOf = (value: unknown): Fields | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null)

export const isText = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest

/** 0x and that many bytes in lower-case hex. */
export const isHexOf = (value: unknown, bytes: number): value is `0x${string}` => isText(value, 2 + 2 * bytes) && value.length === 2 + 2 * bytes && /^0x[0-9a-f]+$/.test(value)

/** JSON of up to that many characters; null for anything else. */
export function readJson(text: string, longest: number): Fields | null {
  try {
    return text.length > longest ? null : fieldsOf(JSON.parse(text))
  } catch {
    return null
  }
}

/** Base64 of the UTF-8 bytes of a text. */
export function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}

/** The bytes of base64; null for what is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
