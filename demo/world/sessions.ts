import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const name = 'read'

/** Cookies that say "this reader has paid for this route", signed with a secret only the server has. */
export class Sessions {
  #secret = randomBytes(32)

  /** A Set-Cookie value. Out of reach of scripts, not sent by other sites' forms, and only to the route that was paid for. */
  cookie(route: string): string {
    return `${name}=${this.#sign(route).toString('base64url')}; Path=${route}; Max-Age=${7 * 24 * 60 * 60}; HttpOnly; SameSite=Lax`
  }

  /** Whether a request's Cookie header holds the cookie of this route. */
  opens(route: string, cookies: string | undefined): boolean {
    const expected = this.#sign(route)
    return readCookies(cookies, name).some((value) => {
      const given = Buffer.from(value, 'base64url')
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
  }

  /** From now on no cookie handed out so far opens anything. */
  forget(): void {
    this.#secret = randomBytes(32)
  }

  #sign(route: string): Buffer {
    return createHmac('sha256', this.#secret).update(route).digest()
  }
}

/** The values of all cookies called `wanted` in a Cookie header (RFC 6265, section 5.4). */
export function readCookies(header: string | undefined, wanted: string): readonly string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.filter((pair) => pair.startsWith(`${wanted}=`)).map((pair) => pair.slice(wanted.length + 1))
}
