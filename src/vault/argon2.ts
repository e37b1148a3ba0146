import { randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { argon2id } from 'hash-wasm'
import * as v from 'valibot'
import { keyLength } from './aead'
import { base64Bytes, toBase64 } from './bytes'

export const saltLength = 16

const memoryKiB = v.pipe(v.number(), v.integer(), v.minValue(19 * 1024), v.maxValue(1024 * 1024))
const iterations = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))

/**
 * Argon2id parameters (RFC 9106) as a key slot stores them. The bounds hold when a record is read:
 * a tampered one can neither weaken the derivation nor make it hang or run out of memory.
 */
export const argon2Schema = v.strictObject({
  algorithm: v.literal('argon2id'),
  memoryKiB,
  iterations,
  parallelism: v.literal(1),
  salt: base64Bytes(saltLength),
})
export type Argon2Params = v.InferOutput<typeof argon2Schema>

/** What may be chosen when a slot is made. */
export const costSchema = v.strictObject({ memoryKiB, iterations })
export type Argon2Cost = Readonly<v.InferOutput<typeof costSchema>>

/** 64 MiB, three passes: about half a second on a laptop. */
export const defaultCost: Argon2Cost = { memoryKiB: 64 * 1024, iterations: 3 }

/** Parameters of this cost with a fresh salt. Throws a ValiError when the cost is outside the bounds of argon2Schema. */
export function newParams(cost: Argon2Cost): Argon2Params {
  const salt = toBase64(randomBytes(saltLength))
  return v.parse(argon2Schema, { algorithm: 'argon2id', memoryKiB: cost.memoryKiB, iterations: cost.iterations, parallelism: 1, salt })
}

/** At least this much of both, never less of either than there was. Null when `params` already have it. */
export function raisedCost(params: Argon2Cost, least: Argon2Cost): Argon2Cost | null {
  if (params.memoryKiB >= least.memoryKiB && params.iterations >= least.iterations) return null
  return { memoryKiB: Math.max(params.memoryKiB, least.memoryKiB), iterations: Math.max(params.iterations, least.iterations) }
}

/**
 * The key a password gives. Passwords are compared in NFKC, so that the same text typed on
 * another keyboard or system opens the same slot.
 */
export async function passwordKey(password: string, params: Argon2Params, salt: Uint8Array): Promise<Uint8Array> {
  const bytes = utf8ToBytes(password.normalize('NFKC'))
  try {
    return await argon2id({
      password: bytes,
      salt,
      iterations: params.iterations,
      parallelism: params.parallelism,
      memorySize: params.memoryKiB,
      hashLength: keyLength,
      outputType: 'binary',
    })
  } finally {
    bytes.fill(0)
  }
}
