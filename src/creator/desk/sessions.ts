import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from '../state/database'

/** Milliseconds in which a link can be used, and a session lasts. */
const linkTime = 15 * 60_000
export const sessionTime = 12 * 3_600_000

/** 256 bits. */
const secretBytes = 32
const shape = /^[A-Za-z0-9_-]{43}$/

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
const fresh = (): string => randomBytes(secretBytes).toString('base64url')

/** Who may look at the desk: whoever has a link that was made here, once, and then their browser. */
export class Sessions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** A secret that opens one session, once. */
  async makeLink(): Promise<string> {
    const secret = fresh()
    await this.#database.query('insert into farthing_desk_links (hash, expires_at) values ($1, $2)', [hashOf(secret), new Date(Date.now() + linkTime)])
    return secret
  }

  /** Opens a session with a link, which is worth nothing afterwards. @returns the session's secret; null for a link that is none, or not any more */
  async open(link: string): Promise<string | null> {
    const { query } = this.#database
    const now = new Date()
    await query('delete from farthing_desk_links where expires_at <= $1', [now])
    await query('delete from farthing_desk_sessions where expires_at <= $1', [now])
    const used = shape.test(link) ? await query('delete from farthing_desk_links where hash = $1 returning hash', [hashOf(link)]) : []
    if (used.length === 0) return null
    const secret = fresh()
    await query('insert into farthing_desk_sessions (hash, expires_at) values ($1, $2)', [hashOf(secret), new Date(Date.now() + sessionTime)])
    return secret
  }

  async isOpen(secret: string): Promise<boolean> {
    if (!shape.test(secret)) return false
    const found = await this.#database.query('select 1 as found from farthing_desk_sessions where hash = $1 and expires_at > $2', [hashOf(secret), new Date()])
    return found.length === 1
  }

  async end(secret: string): Promise<void> {
    await this.#database.query('delete from farthing_desk_sessions where hash = $1', [hashOf(secret)])
  }
}

/** What every form of a session carries: whoever cannot read its pages cannot send it. */
export const formToken = (session: string): string => createHmac('sha256', session).update('form').digest('base64url')

export function isFormToken(session: string, given: string): boolean {
  const [one, other] = [Buffer.from(formToken(session)), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
