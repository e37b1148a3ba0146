interface Cookie {
  readonly host: string
  readonly path: string
  readonly name: string
  readonly value: string
}

/** The cookies of one profile, as far as The Lantern sets any: a name, a value and a path, for its own host (RFC 6265). */
export class Cookies {
  #all: readonly Cookie[] = []

  /** The Cookie header of a request; absent when there is nothing to send. */
  header(url: string): Readonly<Record<string, string>> {
    const { host, pathname } = new URL(url)
    const mine = this.#all.filter((cookie) => cookie.host === host && reaches(cookie.path, pathname))
    return mine.length === 0 ? {} : { cookie: mine.map(({ name, value }) => `${name}=${value}`).join('; ') }
  }

  /** Keeps what an answer sets. */
  keep(url: string, headers: readonly (readonly [string, string])[]): void {
    const { host } = new URL(url)
    for (const [name, value] of headers) {
      if (name === 'set-cookie') this.#set(host, value)
    }
  }

  #set(host: string, header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split('=', 2)
    const path = attributes.find((part) => /^path=/i.test(part))?.slice(5) ?? '/'
    const others = this.#all.filter((one) => one.host !== host || one.path !== path || one.name !== name)
    this.#all = [...others, { host, path, name, value }]
  }
}

const reaches = (path: string, asked: string): boolean => asked === path || asked.startsWith(path.endsWith('/') ? path : `${path}/`)
