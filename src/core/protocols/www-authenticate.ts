/** One challenge of a WWW-Authenticate header (RFC 9110, section 11.3). */
export interface AuthChallenge {
  /** In lower case: schemes are compared without regard to case. */
  readonly scheme: string
  /** Names in lower case, values without their quotes. Of a name that comes twice the first value, and `wellFormed` is false. */
  readonly params: ReadonlyMap<string, string>
  /** False where something in it is not of the grammar: what it says may then be incomplete. */
  readonly wellFormed: boolean
}

/**
 * Reads a WWW-Authenticate header, or several joined by commas (RFC 9110, sections 5.6 and 11.6.1): challenges and their
 * parameters share the comma, so each list element is looked at for itself. A name before "=" goes on with the challenge
 * begun last; anything else begins a new one. What is not of the grammar spoils the challenge it stands in and none of its neighbours.
 * Several headers arrive as one, joined by commas, or by line feeds in Firefox, over which no quoted string goes on.
 * Linear in the header's length; never throws. A token68 is passed over.
 *
 * In quoted text `\uXXXX` is one UTF-16 code unit: the one known server (mppx) writes what is above U+00FF so, and nobody
 * has a reason to write a "u" with a backslash.
 */
export function parseChallenges(header: string): readonly AuthChallenge[] {
  return header.split('\n').flatMap((line) => new HeaderReader(line).challenges())
}

interface OpenChallenge {
  readonly scheme: string
  readonly params: Map<string, string>
  wellFormed: boolean
}

const separators = /[ \t,]*/y
const spaces = /[ \t]*/y
const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]*/y
const token68 = /[A-Za-z0-9._~+/-]+=*/y
const upToQuoteOrComma = /[^",]*/y
const plain = /[^"\\]*/y
const codeUnit = /u[0-9A-Fa-f]{4}/y

class HeaderReader {
  readonly #text: string
  readonly #found: OpenChallenge[] = []
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  challenges(): readonly AuthChallenge[] {
    this.#take(separators)
    while (!this.#ended) {
      if (!this.#element() || !this.#elementEnds()) this.#recover()
      this.#take(separators)
    }
    return this.#found
  }

  /** One element of the list. False where it is not of the grammar. */
  #element(): boolean {
    const name = this.#take(token)
    if (name === '') return false
    const gap = this.#take(spaces)
    if (this.#next === '=') return this.#value(name)
    if (gap === '' && this.#next !== ',' && !this.#ended) return false
    this.#found.push({ scheme: name.toLowerCase(), params: new Map(), wellFormed: true })
    return gap === '' || this.#next === ',' || this.#ended || this.#argument()
  }

  /** What follows a scheme in the same element: a token68 or the first parameter. */
  #argument(): boolean {
    const start = this.#at
    if (this.#take(token68) !== '' && this.#elementEnds()) return true
    this.#at = start
    const name = this.#take(token)
    this.#take(spaces)
    return name !== '' && this.#next === '=' && this.#value(name)
  }

  /** The rest of a parameter, from its "=" on. */
  #value(name: string): boolean {
    this.#at += 1
    this.#take(spaces)
    const quoted = this.#next === '"'
    const value = quoted ? this.#quoted() : this.#take(token)
    const params = this.#found.at(-1)?.params
    if (value === null || (!quoted && value === '') || params === undefined || params.has(name.toLowerCase())) return false
    params.set(name.toLowerCase(), value)
    return true
  }

  /** A quoted string, from its first quote on; null where it never ends. */
  #quoted(): string | null {
    this.#at += 1
    let value = ''
    for (;;) {
      value += this.#take(plain)
      if (this.#ended) return null
      const closing = this.#next === '"'
      this.#at += 1
      if (closing) return value
      value += this.#escaped()
    }
  }

  /** What stands behind a backslash. */
  #escaped(): string {
    const unit = this.#take(codeUnit)
    if (unit !== '') return String.fromCharCode(parseInt(unit.slice(1), 16))
    const character = this.#next
    this.#at += 1
    return character
  }

  /** True when nothing but spaces stands before the next comma or the end. */
  #elementEnds(): boolean {
    this.#take(spaces)
    return this.#ended || this.#next === ','
  }

  /** Goes on behind what cannot be read: at the next comma that is not in quotes. */
  #recover(): void {
    const broken = this.#found.at(-1)
    if (broken !== undefined) broken.wellFormed = false
    do this.#take(upToQuoteOrComma)
    while (this.#next === '"' && this.#quoted() !== null)
  }

  /** What matches here, taken; empty where nothing does. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const [taken = ''] = pattern.exec(this.#text) ?? []
    this.#at += taken.length
    return taken
  }

  /** The next character; empty at the end. */
  get #next(): string {
    return this.#text.charAt(this.#at)
  }

  get #ended(): boolean {
    return this.#at >= this.#text.length
  }
}
