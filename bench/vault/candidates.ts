/** One way to make a key from a password. */
export type Candidate =
  | { readonly kind: 'argon2id'; readonly name: string; readonly memoryKiB: number; readonly iterations: number }
  | { readonly kind: 'pbkdf2'; readonly name: string; readonly rounds: number }

/**
 * OWASP's smallest Argon2id, RFC 9106's second recommendation (with one lane: a worker has one), and twice its memory.
 * 600,000 rounds is OWASP's advice for PBKDF2-SHA256; 900,000 is what MetaMask's and Rabby's vaults use.
 */
export const candidates: readonly Candidate[] = [
  { kind: 'argon2id', name: 'Argon2id 19 MiB, t=2', memoryKiB: 19 * 1024, iterations: 2 },
  { kind: 'argon2id', name: 'Argon2id 64 MiB, t=3', memoryKiB: 64 * 1024, iterations: 3 },
  { kind: 'argon2id', name: 'Argon2id 128 MiB, t=3', memoryKiB: 128 * 1024, iterations: 3 },
  { kind: 'pbkdf2', name: 'PBKDF2-SHA256 600,000', rounds: 600_000 },
  { kind: 'pbkdf2', name: 'PBKDF2-SHA256 900,000', rounds: 900_000 },
]

/** What the others are compared with. */
export const baseline = 'PBKDF2-SHA256 900,000'
