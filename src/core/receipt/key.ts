import { concatBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import * as v from 'valibot'
import { err, ok, type Result } from '../result'
import { decodeBase64Url, decodeText, parseJson } from './encoding'

/** A key that signs JWS. Only its length is checked here; whether it is a point on its curve, the verifier says. */
export interface PublicKey {
  readonly curve: 'secp256k1' | 'ed25519'
  /** secp256k1: SEC 1, compressed (33 bytes) or not (65). ed25519: 32 bytes (RFC 8032). */
  readonly bytes: Uint8Array
}

/**
 * - unsupported-key: a key that would have to be looked up (did:web and others), of another curve, or damaged
 * - key-mismatch: the header carries one key and names another
 */
export type KeyFault = 'unsupported-key' | 'key-mismatch'

type Reading<Fault> = Result<PublicKey, Fault>

/** Multicodec prefixes of did:key: the varints of 0xe7 and 0xed. */
const prefixes = { secp256k1: Uint8Array.of(0xe7, 0x01), ed25519: Uint8Array.of(0xed, 0x01) }
const lengths = { secp256k1: 33, ed25519: 32 }
const curves = ['secp256k1', 'ed25519'] as const

/** Base58 takes time that grows with the square of the length; a key has 48 digits. */
const maxDidKeyLength = 64

/**
 * The key a JWS was signed with, by its header: the one that `kid` holds (did:key, did:jwk), or the one beside it
 * where `kid` is a name that only a network could resolve. Nothing is looked up. What the key may speak for is
 * another question: a seller's name in `kid` is a claim like any other.
 */
export function keyOf(kid: string, jwk: unknown): Reading<KeyFault> {
  const named = keyOfDid(kid)
  if (jwk === undefined) return named ?? err('unsupported-key')
  const carried = keyOfJwk(jwk)
  if (named === null || !carried.ok) return carried
  if (!named.ok) return named
  return didOf(named.value) === didOf(carried.value) ? carried : err('key-mismatch')
}

/** The key's own name, a did:key: the same key has the same name however it was written. */
export function didOf({ curve, bytes }: PublicKey): string {
  return `did:key:z${base58.encode(concatBytes(prefixes[curve], curve === 'secp256k1' ? compressed(bytes) : bytes))}`
}

/** SEC 1, 2.3.3: 02 or 03 for an even or odd y, then x. */
function compressed(point: Uint8Array): Uint8Array {
  const odd = (point.at(-1) ?? 0) & 1
  return point.length === 33 ? point : concatBytes(Uint8Array.of(2 + odd), point.subarray(1, 33))
}

/** The key inside a DID, whatever comes after `#`; null when the DID holds none. */
function keyOfDid(kid: string): Reading<'unsupported-key'> | null {
  const did = kid.split('#', 1)[0] ?? ''
  if (did.startsWith('did:key:')) return keyOfMultibase(did.slice('did:key:'.length))
  if (!did.startsWith('did:jwk:')) return null
  return keyOfJwk(parseJson(decodeText(did.slice('did:jwk:'.length))))
}

function keyOfMultibase(text: string): Reading<'unsupported-key'> {
  const bytes = text.startsWith('z') && text.length <= maxDidKeyLength ? decodeBase58(text.slice(1)) : null
  const curve = bytes === null ? undefined : curves.find((known) => prefixes[known].every((byte, at) => byte === bytes[at]))
  if (bytes === null || curve === undefined) return err('unsupported-key')
  const key = bytes.subarray(prefixes[curve].length)
  return key.length === lengths[curve] ? ok({ curve, bytes: key }) : err('unsupported-key')
}

function decodeBase58(text: string): Uint8Array | null {
  try {
    return base58.decode(text)
  } catch {
    return null
  }
}

const coordinate = v.pipe(
  v.string(),
  v.maxLength(43),
  v.transform(decodeBase64Url),
  v.instance(Uint8Array),
  v.check((bytes) => bytes.length === 32),
)
/** With its private part published, a key is everybody's: what it signed says nothing. */
const published = { d: v.optional(v.never()) }

/** RFC 7518 section 6.2, RFC 8812 section 3.1, RFC 8037 section 2. */
const jsonWebKey = v.variant('kty', [
  v.object({ kty: v.literal('EC'), crv: v.literal('secp256k1'), x: coordinate, y: coordinate, ...published }),
  v.object({ kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: coordinate, ...published }),
])

function keyOfJwk(json: unknown): Reading<'unsupported-key'> {
  const parsed = v.safeParse(jsonWebKey, json)
  if (!parsed.success) return err('unsupported-key')
  const key = parsed.output
  if (key.kty === 'OKP') return ok({ curve: 'ed25519', bytes: key.x })
  return ok({ curve: 'secp256k1', bytes: concatBytes(Uint8Array.of(4), key.x, key.y) })
}
