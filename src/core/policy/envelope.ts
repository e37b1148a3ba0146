import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { canonicalJson } from '../receipt/canonical'
import { err, ok, type Result } from '../result'
import { schemas, type Documents } from './documents'
import type { PolicyFault } from './faults'
import { bounds, type Role } from './roles'

export interface Signature {
  readonly keyid: string
  /** Ed25519, 64 bytes as hex. */
  readonly sig: string
}

/** A document that is what it should be in shape. Nobody has looked at its signatures. */
export interface Envelope<R extends Role> {
  readonly role: R
  readonly signed: Documents[R]
  readonly signatures: readonly Signature[]
  /** What is signed. */
  readonly bytes: Uint8Array
  /** SHA-256 of these, as hex: what the next one names as the one before. */
  readonly hash: string
}

const signatureSchema = v.strictObject({ keyid: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), sig: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)) })
const envelopeSchema = v.strictObject({ signed: v.unknown(), signatures: v.pipe(v.array(signatureSchema), v.maxLength(16)) })

/**
 * What is signed of a document: a prefix that no other use of a key has, and its canonical JSON (RFC 8785).
 * @returns null for what nests deeper than a document does
 */
export function signedBytes(role: Role, signed: unknown): Uint8Array | null {
  const text = canonicalJson(signed)
  return text === null ? null : concatBytes(utf8ToBytes(`farthing-policy/v1/${role}\0`), utf8ToBytes(text))
}

/** The name of a key: the first eight bytes of its SHA-256. */
export const keyIdOf = (key: Uint8Array): string => bytesToHex(sha256(key).subarray(0, 8))

/** The one spelling of an envelope: canonical JSON and a line's end. */
export function writeEnvelope(signed: unknown, given: readonly Signature[]): string | null {
  const text = canonicalJson({ signed, signatures: given })
  return text === null ? null : `${text}\n`
}

/** Reads an envelope as it arrived. Only its one spelling is read: what is said twice, or otherwise, is no document. */
export function readEnvelope<R extends Role>(role: R, text: string): Result<Envelope<R>, PolicyFault> {
  if (utf8ToBytes(text).length > bounds[role].bytes) return err('too-large')
  const outside = v.safeParse(envelopeSchema, parse(text))
  if (!outside.success) return err('malformed')
  const { signed, signatures } = outside.output
  const inside = v.safeParse(schemas[role], signed)
  const bytes = signedBytes(role, signed)
  if (!inside.success || bytes === null || writeEnvelope(signed, signatures) !== text) return err('malformed')
  // Which schema it is, the role says.
  return ok({ role, signed: inside.output as Documents[R], signatures, bytes, hash: bytesToHex(sha256(bytes)) })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
