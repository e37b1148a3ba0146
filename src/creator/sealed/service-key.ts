import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlnopad } from '@scure/base'
import * as v from 'valibot'

/** Seals are HPKE (RFC 9180, base mode): P-256, HKDF-SHA256 and AES-256-GCM, which every WebCrypto has. */
export const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** Bytes of a public key: an uncompressed point. */
export const publicKeyLength = 65
/** Bytes of the name that a seal calls its key by. */
export const keyIdLength = 8

/** What a key service opens seals with. */
export interface ServiceKey {
  readonly pair: CryptoKeyPair
  readonly publicKey: Uint8Array
  readonly id: Uint8Array
}

/** What an author has to know of a key service. */
export interface KeyService {
  /** Where it is asked, without a slash at the end: "https://keys.example". */
  readonly address: string
  readonly publicKey: Uint8Array
}

export const keyIdOf = (publicKey: Uint8Array): Uint8Array => sha256(publicKey).slice(0, keyIdLength)

export async function generateServiceKey(): Promise<string> {
  const pair = await suite.kem.generateKeyPair()
  return JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey))
}

const jwk = v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string(), d: v.string() })

/** Reads the text that `generateServiceKey` made. @throws where it is none */
export async function readServiceKey(text: string): Promise<ServiceKey> {
  const { x, y, ...secret } = v.parse(jwk, JSON.parse(text))
  const privateKey = await suite.kem.importKey('jwk', { ...secret, x, y, key_ops: ['deriveBits'] }, false)
  const raw = Uint8Array.of(4, ...base64urlnopad.decode(x), ...base64urlnopad.decode(y))
  const publicKey = await suite.kem.deserializePublicKey(raw)
  return { pair: { privateKey, publicKey }, publicKey: raw, id: keyIdOf(raw) }
}

/** Where a service says its public keys. */
export const wellKnown = '/.well-known/farthing-keys.json'
const longestKeys = 16 * 1024

const keysFile = v.strictObject({ v: v.literal(1), keys: v.pipe(v.array(v.strictObject({ publicKey: v.string() })), v.minLength(1), v.maxLength(16)) })

export const writeKeysFile = ({ publicKey }: ServiceKey): string => JSON.stringify({ v: 1, keys: [{ publicKey: base64urlnopad.encode(publicKey) }] })

/** The public key to seal to: the first a service names. Null for anything else. */
export function readKeysFile(text: string): Uint8Array | null {
  if (text.length > longestKeys) return null
  try {
    const [first] = v.parse(keysFile, JSON.parse(text)).keys
    return first === undefined ? null : readPublicKey(first.publicKey)
  } catch {
    return null
  }
}

/** A public key in base64url. Null for anything else; whether it is a point is told when something is sealed to it. */
export function readPublicKey(text: string): Uint8Array | null {
  try {
    const bytes = base64urlnopad.decode(text)
    return bytes.length === publicKeyLength && bytes[0] === 4 ? bytes : null
  } catch {
    return null
  }
}
