import type { Result } from '../../core/result'
import { cutPage, type Cut } from './cut'
import { partAddress } from './place'
import type { Fault } from './walls'

/** What is kept at most. */
export interface Bounds {
  readonly pages: number
  /** Bytes, of all together. No page takes more than a quarter of it. */
  readonly bytes: number
}

const usualBounds: Bounds = { pages: 500, bytes: 32 * 1024 * 1024 }
/** Bytes of a letter, at most. */
const letter = 2

/**
 * The pages of one site, cut. Reading a page takes longer than everything else that is done to name a price: as long as it stays as it
 * is, it is cut once. What is kept is found by all that a cut is made of, the whole text of the page among it, and by no sum of that:
 * a page that was changed by one letter is another page.
 */
export class Cuts {
  readonly #origin: string
  readonly #bounds: Bounds
  /** The one that was longest not asked for first. */
  readonly #kept = new Map<string, { readonly cut: Result<Cut, Fault>; readonly bytes: number }>()
  #bytes = 0

  /** @param origin of the site, as readers see it */
  constructor(origin: string, bounds: Bounds = usualBounds) {
    this.#origin = new URL(origin).origin
    this.#bounds = bounds
  }

  /**
   * Cuts a page.
   * @param place where the page is, and `soldAt` where its parts are: path and query
   * @returns a fault where it is in doubt what is for sale
   */
  cut(html: string, place: string, soldAt: string): Result<Cut, Fault> {
    // No address has a line break in it.
    const key = `${place}\n${soldAt}\n${html}`
    const known = this.#kept.get(key)
    if (known !== undefined) {
      this.#kept.delete(key)
      this.#kept.set(key, known)
      return known.cut
    }
    const page = new URL(this.#origin + place)
    const cut = cutPage(html, { page, addressOf: (number) => partAddress(soldAt, number) })
    this.#keep(key, cut)
    return cut
  }

  /** How much is kept. */
  get size(): Bounds {
    return { pages: this.#kept.size, bytes: this.#bytes }
  }

  #keep(key: string, cut: Result<Cut, Fault>): void {
    const bytes = letter * (key.length + (cut.ok ? cut.value.letters : cut.error.length))
    if (bytes > this.#bounds.bytes / 4) return
    this.#kept.set(key, { cut, bytes })
    this.#bytes += bytes
    for (const [oldest, { bytes: freed }] of this.#kept) {
      if (this.#kept.size <= this.#bounds.pages && this.#bytes <= this.#bounds.bytes) return
      this.#kept.delete(oldest)
      this.#bytes -= freed
    }
  }
}
