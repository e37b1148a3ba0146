import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parseFragment, type DefaultTreeAdapterTypes as Types } from 'parse5'
import { elementsWithin, attribute, textOf, isText } from '../../pages/markup'

/** Letters and digits in a row that two texts share only where one was copied from the other. */
const run = 40
/** One of the stretches that are looked for begins after every so many: a copy of run + step letters is found wherever it begins. */
const step = 10
/** Shorter texts are not looked for: they are found anywhere. */
const shortest = 16
/** Bytes of one file that are looked through, unpacked. */
const most = 64 * 1024 * 1024

/** Kinds of files that hold text which cannot be looked into here. */
export const isClosed = (path: string): boolean => /\.(pdf|epub|docx?|odt|zip|7z|tar|tgz|rar)$/i.test(path)

/** Finds what is sold in what is given away. */
export class LeakFinder {
  /** What is looked for, and the part it belongs to. */
  readonly #runs = new Map<string, string>()
  readonly #short = new Map<string, string>()

  /**
   * @param fragment what is sold: an author's markup, its paid parts marked
   * @param name what to call it
   */
  add(fragment: string, name: string): void {
    const tree = parseFragment(fragment)
    const paid = [...elementsWithin(tree)].filter((element) => attribute(element, 'data-paid') !== null)
    // What stands in the teaser as well was given away by its author.
    const teaser = plain(givenAway(tree.childNodes))
    for (const text of paid.map((element) => plain(textOf(element)))) {
      if (text.length < run) {
        if (text.length >= shortest && !teaser.includes(text)) this.#short.set(text, name)
        continue
      }
      const starts = [...Array(Math.ceil((text.length - run + 1) / step)).keys()].map((index) => index * step)
      for (const at of [...starts, text.length - run]) {
        const piece = text.slice(at, at + run)
        if (!teaser.includes(piece)) this.#runs.set(piece, name)
      }
    }
  }

  /** The part whose text a file holds, or null. */
  find(path: string, file: Uint8Array): string | null {
    if (this.#runs.size + this.#short.size === 0) return null
    const bytes = unpacked(path, file)
    // Pictures and fonts.
    if (bytes.subarray(0, 8192).includes(0)) return null
    const text = unescaped(unescaped(new TextDecoder().decode(bytes)))
    return this.#findIn(plain(text)) ?? this.#findIn(plain(text.replace(/<[^<>]{1,4000}>/g, '')))
  }

  #findIn(text: string): string | null {
    for (const [piece, name] of this.#short) if (text.includes(piece)) return name
    for (let at = 0; at + run <= text.length; at += 1) {
      const name = this.#runs.get(text.slice(at, at + run))
      if (name !== undefined) return name
    }
    return null
  }
}

/** What everybody reads of it. */
const givenAway = (nodes: readonly Types.ChildNode[]): string =>
  nodes.map((node) => ('tagName' in node ? (attribute(node, 'data-paid') === null ? givenAway(node.childNodes) : '') : isText(node) ? node.value : '')).join(' ')

/** A text without what it is set in: markup, punctuation and line breaks come and go when texts are copied. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Texts in scripts, data and feeds as they are meant. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrtbf]/g, ' ')
    .replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi, reference)
}

function reference(written: string): string {
  const [node] = parseFragment(written).childNodes
  return node !== undefined && isText(node) ? node.value : written
}

function unpacked(path: string, file: Uint8Array): Uint8Array {
  try {
    if (/\.gz$/i.test(path)) return gunzipSync(file, { maxOutputLength: most })
    if (/\.br$/i.test(path)) return brotliDecompressSync(file, { maxOutputLength: most })
  } catch {
    // It is not what its name says.
  }
  return file.subarray(0, most)
}
