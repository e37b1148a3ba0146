import { randomUUID } from 'node:crypto'
import { readCookie } from '../../demo/newspaper/cookies'

/** Who may come back: a cookie is handed out with every paid piece, and is all that this paper remembers of a sale. */
export class Subscribers {
  readonly #known = new Set<string>()

  /** The Set-Cookie header that goes out with a piece. */
  welcome(path: string): string {
    const name = randomUUID()
    this.#known.add(key(path, name))
    return `reader=${name}; Path=${path}; HttpOnly; SameSite=Lax`
  }

  knows(path: string, request: Request): boolean {
    const name = readCookie(request.headers.get('cookie') ?? undefined, 'reader')
    return name !== null && this.#known.has(key(path, name))
  }

  /** Makes every cookie handed out so far worthless. */
  forget(): void {
    this.#known.clear()
  }
}

const key = (path: string, name: string): string => `${path} ${name}`
