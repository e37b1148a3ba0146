import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds: as long as browsers keep one. */
const maxAge = 400 * 24 * 60 * 60

/** Cookies by which somebody is known again who has bought a thing. Each is good for that thing only, and worth nothing without the books. */
export class Cookies {
  readonly #secret: string
  readonly #isSecure: boolean

  /** @param isSecure whether the site is https */
  constructor(secret: string, isSecure: boolean) {
    this.#secret = secret
    this.#isSecure = isSecure
  }

  /** Set-Cookie for each of these paths. */
  write(item: string, sale: bigint, paths: readonly string[]): readonly string[] {
    const value = `${sale}.${this.#sign(item, sale.toString())}`
    const secure = this.#isSecure ? '; Secure' : ''
    // A path with a semicolon in it would say something else of the cookie.
    const sayable = [...new Set(paths)].filter((path) => !path.includes(';'))
    return sayable.map((path) => `${cookieName(item)}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`)
  }

  /** The sale that a request's cookie is for, where this shop has made it for this thing. @param header Cookie, as it came */
  read(item: string, header: string | null): bigint | null {
    for (const value of valuesOf(header, cookieName(item))) {
      const [, sale = '', signature = ''] = /^(\d{1,18})\.([\w-]{43})$/.exec(value) ?? []
      if (sale !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(this.#sign(item, sale)))) return BigInt(sale)
    }
    return null
  }

  #sign(item: string, sale: string): string {
    return createHmac('sha256', this.#secret).update(`${sale}\n${item}`).digest('base64url')
  }
}

/** Several parts of a page have a cookie each. */
export const cookieName = (item: string): string => `farthing-${createHash('sha256').update(item).digest('base64url').slice(0, 12)}`

/** Values of cookies of one name: there are several where one was set for a page and one for what is above it. */
function valuesOf(header: string | null, name: string): readonly string[] {
  return (header ?? '')
    .split(';', 200)
    .map((pair) => pair.trim())
    .flatMap((pair) => (pair.startsWith(`${name}=`) ? [pair.slice(name.length + 1)] : []))
}
