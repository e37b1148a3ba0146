import { hmac } from '@noble/hashes/hmac.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { decodeUtf8 } from '../protocols/base64'

/**
 * The file that holds the paid part of a page on a static host (docs/PROTOCOLS.md, "Sealed parts"):
 * magic, version, 12 bytes iv, AES-256-GCM of a padded text. What is said here is public; what opens it is sold.
 */

/** What a part belongs to. Both are bound to its text: under another title or address it does not open. */
export interface Binding {
  readonly title: string
  /** Where the article is read, absolute. */
  readonly url: string
}

/** WebCrypto, as far as it is needed: of a browser, a worker or a server. */
export type Ciphers = Pick<SubtleCrypto, 'importKey' | 'encrypt' | 'decrypt'>

export const partVersion = 1
/** Bytes of an AES-256 key. */
export const keyLength = 32
/** The largest file, in bytes. */
export const largestPart = 4 * 1024 * 1024
/** A text is padded to a multiple of this, in bytes: the size of a file tells no more of its length. */
export const bucket = 4096

// Not by a library's function: what only opens a part, as the tag for writers' pages does, is to weigh little.
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const magic = utf8('farthing')
const ivLength = 12
const tagLength = 16
const head = magic.length + 1 + ivLength
const lengthBytes = 4

/** The longest text, in bytes of UTF-8. */
export const longestPart = Math.floor((largestPart - head - tagLength) / bucket) * bucket - lengthBytes

/**
 * The key of one part: made from what only its author has, and from what the part is called. It stays when the text is corrected, so
 * that who has bought it reads the correction.
 * @param secret 32 random bytes of the site
 * @param name the part's own name on that site: its address and its number there
 */
export const partKey = (secret: Uint8Array, name: string): Uint8Array => hkdf(sha256, secret, undefined, utf8(`farthing sealed part v1\n${name}`), keyLength)

/**
 * Seals a text. The same text under the same key and binding gives the same bytes: the iv is made from all of them, so that no iv is
 * ever used for two texts.
 * @throws RangeError where the text is longer than `longestPart`
 */
export async function sealPart(ciphers: Ciphers, key: Uint8Array, binding: Binding, html: string): Promise<Uint8Array> {
  const plain = padded(utf8(html))
  const bound = boundTo(binding)
  const iv = hmac(sha256, hkdf(sha256, key, undefined, utf8('farthing sealed iv v1'), keyLength), concatBytes(bound, plain)).slice(0, ivLength)
  const sealed = await ciphers.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, await importKey(ciphers, key, 'encrypt'), plain)
  return concatBytes(magic, Uint8Array.of(partVersion), iv, new Uint8Array(sealed))
}

/** Whether these bytes can be a sealed part at all, as far as that can be told without the key. */
export function isSealedPart(file: Uint8Array): boolean {
  const text = file.length - head - tagLength
  return file.length <= largestPart && text > 0 && text % bucket === 0 && magic.every((byte, at) => file[at] === byte) && file[magic.length] === partVersion
}

/** The text of a part, or null where this key and binding do not open it. Never throws. */
export async function openPart(ciphers: Ciphers, key: Uint8Array, binding: Binding, file: Uint8Array): Promise<string | null> {
  if (key.length !== keyLength || !isSealedPart(file)) return null
  const iv = file.slice(magic.length + 1, head)
  try {
    const plain = await ciphers.decrypt({ name: 'AES-GCM', iv, additionalData: boundTo(binding) }, await importKey(ciphers, key, 'decrypt'), file.slice(head))
    return unpadded(new Uint8Array(plain))
  } catch {
    return null
  }
}

const importKey = (ciphers: Ciphers, key: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  ciphers.importKey('raw', key.slice(), 'AES-GCM', false, [use])

/** Every field with its length before it: no two bindings have the same bytes. */
function boundTo({ title, url }: Binding): Uint8Array<ArrayBuffer> {
  const fields = [title, url].map(utf8).flatMap((bytes) => [...inFourBytes(bytes.length), ...bytes])
  return Uint8Array.from([...magic, partVersion, ...fields])
}

function padded(text: Uint8Array): Uint8Array<ArrayBuffer> {
  if (text.length > longestPart) throw new RangeError('the text is too long for a sealed part')
  const plain = new Uint8Array(Math.ceil((lengthBytes + text.length) / bucket) * bucket)
  plain.set(inFourBytes(text.length))
  plain.set(text, lengthBytes)
  return plain
}

function unpadded(plain: Uint8Array<ArrayBuffer>): string | null {
  const length = new DataView(plain.buffer).getUint32(0)
  return length > plain.length - lengthBytes ? null : decodeUtf8(plain.subarray(lengthBytes, lengthBytes + length))
}

function inFourBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(lengthBytes)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}
