import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** The headers of a request that can open a piece without paying again. */
export interface Credentials {
  readonly cookie: string | null
  /** The cookie of a day's pass. */
  readonly pass: string | null
  /** The PAYMENT-SIGNATURE header as it came. */
  readonly payment: string | null
}

/**
 * Who has paid for what. A payment is remembered under the server's own path, never under what the payload claims
 * to be for: an authorization is not bound to a URL. Kept in memory, as long as the paper runs.
 */
export class Entitlements {
  #secret = randomBytes(32)
  readonly #settled = new Map<string, string>()
  /** Passes that were paid for, and until when they hold, milliseconds since 1970. */
  readonly #passes = new Map<string, number>()

  /** Remembers a payment that was settled for `path`, with the PAYMENT-RESPONSE header that says so. */
  settle(path: string, payment: string, response: string): void {
    this.#settled.set(keyOf(path, payment), response)
  }

  /** Remembers that a payment was for a pass. */
  settlePass(path: string, payment: string, until: number): void {
    this.#passes.set(keyOf(path, payment), until)
  }

  /** The PAYMENT-RESPONSE of an earlier answer to this very payment, so that a lost answer can be given again. Null: not settled here. */
  answered(path: string, payment: string | null): string | null {
    return payment === null ? null : (this.#settled.get(keyOf(path, payment)) ?? null)
  }

  /** A session cookie's value. It opens nothing until the payment has settled: the handler runs before that. */
  cookie(path: string, payment: string): string {
    const key = keyOf(path, payment)
    return `${key}.${this.#sign(path, key)}`
  }

  /** The value of a pass: like a cookie, for every path. */
  pass(path: string, payment: string): string {
    const key = keyOf(path, payment)
    return `${key}.${this.#sign(everywhere, key)}`
  }

  allows(path: string, { cookie, pass, payment }: Credentials): boolean {
    return this.answered(path, payment) !== null || (cookie !== null && this.#opens(path, cookie)) || (pass !== null && this.#holds(pass))
  }

  /** Makes every cookie handed out so far worthless, as a server does that lost its secret. */
  forget(): void {
    this.#secret = randomBytes(32)
  }

  #opens(path: string, cookie: string): boolean {
    const key = this.#readKey(path, cookie)
    return key !== null && this.#settled.has(key)
  }

  #holds(pass: string): boolean {
    const key = this.#readKey(everywhere, pass)
    return key !== null && (this.#passes.get(key) ?? 0) > Date.now()
  }

  /** What a cookie stands for; null where this paper has not signed it for `path`. */
  #readKey(path: string, cookie: string): string | null {
    const [key = '', signature = ''] = cookie.split('.')
    const expected = Buffer.from(this.#sign(path, key))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected) ? key : null
  }

  #sign(path: string, key: string): string {
    return createHmac('sha256', this.#secret).update(`${path}\n${key}`).digest('base64url')
  }
}

/** In the place of a path. */
const everywhere = '*'

const keyOf = (path: string, payment: string): string => createHash('sha256').update(`${path}\n${payment}`).digest('base64url')
