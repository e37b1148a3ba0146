import { passwordKey } from '../../src/vault/argon2'
import type { Candidate } from './candidates'

declare global {
  /** Makes one key and returns how long that took, in milliseconds. */
  var derive: (candidate: Candidate) => Promise<number>
}

const password = 'wren on a copper coin 1821'
const salt = crypto.getRandomValues(new Uint8Array(16))

/** The code that opens the wallet, with its own WebAssembly. */
async function argon2id(memoryKiB: number, iterations: number): Promise<unknown> {
  return passwordKey(password, { algorithm: 'argon2id', memoryKiB, iterations, parallelism: 1, salt: '' }, salt)
}

async function pbkdf2(rounds: number): Promise<unknown> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits'])
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, 256)
}

globalThis.derive = async (candidate) => {
  const began = performance.now()
  await (candidate.kind === 'argon2id' ? argon2id(candidate.memoryKiB, candidate.iterations) : pbkdf2(candidate.rounds))
  return performance.now() - began
}
