import type { SIWxStorage } from '@x402/extensions/sign-in-with-x'

/**
 * Who has paid for what, by the server's own path, and which sign-ins were used. Kept in memory, as long as the paper runs.
 * The storage of the official sign-in, except for one thing: it is not told by the extension who has paid.
 */
export class Register implements SIWxStorage {
  readonly #admitted = new Map<string, Set<string>>()
  readonly #usedNonces = new Set<string>()

  /** @param path the one whose price was settled */
  admit(path: string, payer: string): void {
    this.#admitted.set(path, (this.#admitted.get(path) ?? new Set()).add(payer.toLowerCase()))
  }

  /** Strikes everybody out. A sign-in that was used stays used. */
  forget(): void {
    this.#admitted.clear()
  }

  hasPaid(path: string, address: string): boolean {
    return this.#admitted.get(path)?.has(address.toLowerCase()) ?? false
  }

  /**
   * Deaf on purpose: the extension's hook passes on the path that the payer has written into the payment, so that the
   * cheapest piece would buy every other, and nothing at all when the payer leaves it out. `admit` is the way in.
   */
  recordPayment(): void {}

  /** Without this and the next, whoever overhears a sign-in can use it for five minutes. */
  hasUsedNonce(nonce: string): boolean {
    return this.#usedNonces.has(nonce)
  }

  recordNonce(nonce: string): void {
    this.#usedNonces.add(nonce)
  }
}
