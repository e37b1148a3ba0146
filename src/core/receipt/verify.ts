import type { Address } from '../hex'
import { err, ok, type Result } from '../result'
import { didOf, keyOf, type KeyFault } from './key'
import type { Proof, SignedStatement } from './statement'

/** The curves, which are not for this room. Never throws, whatever the bytes and their lengths. */
export interface Verifier {
  /** Whose key made r, s, v (65 bytes; v is 0, 1, 27 or 28; s low) over a 32-byte digest. Null when it cannot be any key's. */
  recoverAddress(digest: Uint8Array, signature: Uint8Array): Address | null
  /** The address of a secp256k1 key (SEC 1) if it made r, s (64 bytes) over the SHA-256 of the message (RFC 8812), else null. */
  verifyEs256k(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Address | null
  /** Whether an Ed25519 key made the signature (RFC 8032, section 5.1.7, canonical encodings only). */
  verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}

/**
 * Who signed a statement.
 * - address: what EIP-712 recovery gives. It gives one for almost any bytes: an altered statement has the address of
 *   nobody. So this is a name only where it is one that was expected.
 * - key: a key that is in the statement and did sign it. `did` is its own name, not the one it goes by;
 *   `address` is its account, which only secp256k1 keys have.
 */
export type Signer =
  | { readonly by: 'address'; readonly address: Address }
  | { readonly by: 'key'; readonly did: string; readonly address: Address | null }

/** A statement with who made it. Comes from `verifyStatement` only: what was not verified is not judged. */
export interface Verified<Payload> {
  readonly statement: SignedStatement<Payload>
  readonly signer: Signer
}

/**
 * Why nobody can be named as the signer. `unsupported-algorithm`: neither ES256K nor EdDSA, 'none' included.
 * `key-mismatch`: also an algorithm that is not of the key's kind.
 */
export type SignatureFault = 'bad-signature' | 'unsupported-algorithm' | KeyFault

/** Finds out who signed a statement. Says nothing of what it states, nor of the signer's right to state it. */
export function verifyStatement<Payload>(
  statement: SignedStatement<Payload>,
  verifier: Verifier,
): Result<Verified<Payload>, SignatureFault> {
  const signer = signerOf(statement.proof, verifier)
  return signer.ok ? ok({ statement, signer: signer.value }) : signer
}

function signerOf(proof: Proof, verifier: Verifier): Result<Signer, SignatureFault> {
  if (proof.format === 'jws') return keyThatSigned(proof, verifier)
  const address = verifier.recoverAddress(proof.digest, proof.signature)
  return address === null ? err('bad-signature') : ok({ by: 'address', address })
}

/** The algorithms of JWS that are verified, each with the curve of its keys. */
const algorithms = new Map([
  ['ES256K', 'secp256k1'],
  ['EdDSA', 'ed25519'],
])

function keyThatSigned(proof: Extract<Proof, { format: 'jws' }>, verifier: Verifier): Result<Signer, SignatureFault> {
  const curve = algorithms.get(proof.algorithm)
  if (curve === undefined) return err('unsupported-algorithm')
  const key = keyOf(proof.kid, proof.jwk)
  if (!key.ok) return key
  if (key.value.curve !== curve) return err('key-mismatch')
  const { bytes } = key.value
  const { signed, signature } = proof
  const did = didOf(key.value)
  if (curve === 'ed25519') return verifier.verifyEd25519(bytes, signed, signature) ? ok({ by: 'key', did, address: null }) : err('bad-signature')
  const address = verifier.verifyEs256k(bytes, signed, signature)
  return address === null ? err('bad-signature') : ok({ by: 'key', did, address })
}
