import type { Held } from './stores'

/** Something a thief would like to find. */
export interface Sought {
  readonly name: string
  readonly bytes: Buffer
  /** Found whatever the case of its letters. */
  readonly anyCase: boolean
}

/** Below this, a find would say nothing: such bytes occur by chance. */
const shortest = 5

export const soughtText = (name: string, text: string): Sought => sought(name, Buffer.from(text, 'utf8'), true)
export const soughtBytes = (name: string, bytes: Uint8Array): Sought => sought(name, Buffer.from(bytes), false)

function sought(name: string, bytes: Buffer, anyCase: boolean): Sought {
  if (bytes.length < shortest) throw new Error(`${name} is too short to be looked for`)
  return { name, bytes, anyCase }
}

interface Spelling {
  readonly as: string
  readonly bytes: Buffer
  readonly anyCase: boolean
}

/** As it is, in UTF-16, in hexadecimal and in both alphabets of base64 at each of the three places it can begin; the last three in UTF-16 too. */
function spellings({ bytes, anyCase }: Sought): readonly Spelling[] {
  const texts = [
    { as: 'hex', text: bytes.toString('hex'), anyCase: true },
    ...base64Inside(bytes).flatMap((text) => [
      { as: 'base64', text, anyCase: false },
      { as: 'base64url', text: text.replaceAll('+', '-').replaceAll('/', '_'), anyCase: false },
    ]),
  ]
  return [
    { as: 'plain', bytes, anyCase },
    ...(anyCase ? [{ as: 'UTF-16', bytes: Buffer.from(bytes.toString('utf8'), 'utf16le'), anyCase }] : []),
    ...texts.map(({ as, text, anyCase }) => ({ as, bytes: Buffer.from(text, 'latin1'), anyCase })),
    ...texts.map(({ as, text, anyCase }) => ({ as: `${as} in UTF-16`, bytes: Buffer.from(text, 'utf16le'), anyCase })),
  ]
}

/** What these bytes look like in the base64 of something that contains them, without the letters they share with a neighbour. */
function base64Inside(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes])
    return padded.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((padded.length * 8) / 6))
  })
}

/** Small letters for A to Z, every byte in its place. */
function lower(bytes: Buffer): Buffer {
  const lowered = Buffer.from(bytes)
  for (let at = 0; at < lowered.length; at += 1) {
    const byte = lowered[at] ?? 0
    if (byte >= 0x41 && byte <= 0x5a) lowered[at] = byte + 0x20
  }
  return lowered
}

/** Finds any of many spellings in one walk: only where three bytes begin one of them is looked closer. */
class Finder<T extends { readonly bytes: Buffer }> {
  readonly #begins = new Uint8Array(1 << 24)
  readonly #wanted = new Map<number, T[]>()

  constructor(wanted: readonly T[]) {
    for (const one of wanted) {
      const head = one.bytes.readUIntBE(0, 3)
      this.#begins[head] = 1
      this.#wanted.set(head, [...(this.#wanted.get(head) ?? []), one])
    }
  }

  in(bytes: Buffer): ReadonlySet<T> {
    const found = new Set<T>()
    let head = 0
    for (let at = 0; at < bytes.length; at += 1) {
      head = ((head << 8) | (bytes[at] ?? 0)) & 0xffffff
      if (at < 2 || this.#begins[head] === 0) continue
      for (const one of this.#wanted.get(head) ?? []) if (bytes.subarray(at - 2, at - 2 + one.bytes.length).equals(one.bytes)) found.add(one)
    }
    return found
  }
}

/** Where any of it lies, in whatever spelling: "the password in storage.local (hex)". Empty is good. */
export const search = (held: readonly Held[], things: readonly Sought[]): readonly string[] => searcher(things)(held)

/** The same, made ready to look again and again. */
export function searcher(things: readonly Sought[]): (held: readonly Held[]) => readonly string[] {
  const wanted = things.flatMap((thing) =>
    spellings(thing).map((spelling) => ({ ...spelling, name: thing.name, bytes: spelling.anyCase ? lower(spelling.bytes) : spelling.bytes })),
  )
  const inAnyCase = new Finder(wanted.filter(({ anyCase }) => anyCase))
  const asIs = new Finder(wanted.filter(({ anyCase }) => !anyCase))
  return (held) => {
    const finds = held.flatMap(({ place, bytes }) => [...inAnyCase.in(lower(bytes)), ...asIs.in(bytes)].map(({ name, as }) => `${name} in ${place} (${as})`))
    return [...new Set(finds)]
  }
}

/**
 * Twelve words in every way they could stand beside one another: two neighbours are enough to be found.
 * The last is how the browser's own structured clone writes a list: a quotation mark and the length before each text.
 */
export function soughtWords(words: readonly string[]): readonly Sought[] {
  const pairs = words.slice(1).map((second, at) => [words[at] ?? '', second] as const)
  const joins = [
    (second: string) => ` ${second}`,
    (second: string) => `,${second}`,
    (second: string) => `","${second}`,
    (second: string) => `"${String.fromCharCode(second.length)}${second}`,
  ]
  return joins.flatMap((join) => pairs.map(([first, second]) => soughtText(`words of the wallet: ${first} ${second}`, first + join(second))))
}
