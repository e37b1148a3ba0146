import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Dexie } from 'dexie'
import * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import type { CopyRow, FarthingDatabase } from './schema'

/** What pictures are kept as: made anew from what was shown, so that nothing of the seller's file is left in them. */
export const pictureTypes = ['image/webp', 'image/png', 'image/jpeg'] as const

/** The longest address that a picture is found by in its text. */
export const longestPictureUrl = 4096
/** The most pictures of one article. */
export const mostPictures = 24
/** The longest text of one article, in characters of HTML. */
export const longestText = 1_000_000

const time = v.pipe(v.number(), v.minValue(0))
const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const card = v.strictObject({
  /** Milliseconds since 1970. */
  savedAt: time,
  /** When it was last opened in the library; null for never. */
  openedAt: v.nullable(time),
  byline: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  /** BCP 47, as the page says it. */
  lang: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  dir: v.nullable(v.picklist(['ltr', 'rtl'])),
  /** In the sequence of their parts, which begins with 1: part 0 is the text. */
  pictures: v.pipe(
    v.array(v.strictObject({ src: v.pipe(v.string(), v.maxLength(longestPictureUrl)), type: v.picklist(pictureTypes), width: pixels, height: pixels })),
    v.maxLength(mostPictures),
  ),
  /** How many pictures of the page could not be taken. */
  left: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

/** What is known of a copy without opening it. */
export type CopyCard = Readonly<v.InferOutput<typeof card>>

/** A copy on its way in. Its text is HTML as it came from the page: sanitised where it is shown, every time. */
export interface NewCopy {
  readonly card: Omit<CopyCard, 'openedAt' | 'pictures'>
  /** Null where the text is a fragment's, which is kept beside the copies. */
  readonly html: string | null
  readonly pictures: readonly (CopyCard['pictures'][number] & { readonly bytes: Uint8Array })[]
}

/** `html` is null where the text is a fragment's. A picture that cannot be read is left out. */
export interface Copy {
  readonly card: CopyCard
  readonly html: string | null
  readonly pictures: readonly (CopyCard['pictures'][number] & { readonly bytes: Uint8Array })[]
}

/** Bytes on the disk, by what was bought. */
export type CopySizes = ReadonlyMap<string, number>

export const copyRepository = (db: FarthingDatabase, sealer: Sealer): CopyRepository => new CopyRepository(db, sealer)

/**
 * Copies of what was bought, by the keyed hash of it: a small card each, and beside it text and pictures in rows of their own,
 * so that a list opens none of them. Everything is sealed; how large a copy is can be seen on the disk anyway.
 * Every method rejects with LockedError once the wallet was locked.
 */
export class CopyRepository {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  /**
   * Keeps a copy in the place of an earlier one, and lets others go, those that were not opened for longest first, until all
   * of them together are within `most` bytes. False where it is larger than that by itself: then nothing has changed.
   * @param owner the purchase it was taken for: where that was forgotten meanwhile, nothing is kept. Null to ask for none
   */
  async save(resourceTag: string, { card: known, html, pictures }: NewCopy, most: number, owner: string | null = null): Promise<boolean> {
    const content: CopyCard = { ...known, openedAt: null, pictures: pictures.map(({ src, type, width, height }) => ({ src, type, width, height })) }
    const parts = [html === null ? null : utf8ToBytes(html), ...pictures.map(({ bytes }) => bytes)].flatMap((plain, part) =>
      plain === null ? [] : [{ resourceTag, part, body: this.#sealer.seal('copyParts', `${resourceTag}/${part}`, plain) }],
    )
    const body = this.#sealer.seal('copies', resourceTag, encodeJson(content))
    const bytes = parts.reduce((sum, part) => sum + part.body.length, body.length)
    if (bytes > most) return false
    const { purchases, copies, copyParts } = this.#db
    return this.#db.transaction('rw', [purchases, copies, copyParts], async () => {
      if (owner !== null && (await purchases.get(owner)) === undefined) return false
      await this.remove(resourceTag)
      await this.#db.copies.add({ resourceTag, bytes, body })
      await this.#db.copyParts.bulkAdd(parts)
      await this.#makeRoom(most, resourceTag)
      return true
    })
  }

  /** Lets copies go until all are within `most` bytes. */
  makeRoom(most: number): Promise<void> {
    return this.#write(() => this.#makeRoom(most, null))
  }

  async has(resourceTag: string): Promise<boolean> {
    return (await this.#db.copies.where('resourceTag').equals(resourceTag).count()) > 0
  }

  /** How large the copies of these are; what has none is left out. */
  async sizes(resourceTags: readonly string[]): Promise<CopySizes> {
    const rows = await this.#db.copies.bulkGet([...resourceTags])
    return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.resourceTag, row.bytes] as const])))
  }

  /** How many bytes all copies take. */
  async total(): Promise<number> {
    let sum = 0
    await this.#db.copies.each(({ bytes }) => (sum += bytes))
    return sum
  }

  /** A copy in full, noted as opened now. Null when there is none, or its card or text is damaged: it can be taken again at no cost. */
  async open(resourceTag: string, at: number): Promise<Copy | null> {
    const row = await this.#db.copies.get(resourceTag)
    const known = row === undefined ? null : this.#card(row)
    if (row === undefined || known === null) return null
    const parts = await this.#parts(resourceTag).toArray()
    const opened = new Map<number, Uint8Array>()
    for (const { part, body } of parts) {
      const plain = this.#sealer.open('copyParts', `${resourceTag}/${part}`, body)
      if (plain.ok) opened.set(part, plain.value)
      else if (part === 0) return null
    }
    const text = opened.get(0)
    const body = this.#sealer.seal('copies', resourceTag, encodeJson({ ...known, openedAt: at }))
    await this.#db.copies.update(resourceTag, { body })
    return {
      card: known,
      html: text === undefined ? null : new TextDecoder().decode(text),
      pictures: known.pictures.flatMap((picture, index) => {
        const bytes = opened.get(index + 1)
        return bytes === undefined ? [] : [{ ...picture, bytes }]
      }),
    }
  }

  /**
   * Removes the copy of one thing that was bought, if there is one: text, pictures and card. What forgets a purchase calls it,
   * also within its own transaction, if that is over `copies` and `copyParts`. The text of a fragment lies in `contents` and is
   * not touched.
   */
  remove(resourceTag: string): Promise<void> {
    return this.#write(async () => {
      await this.#db.copies.delete(resourceTag)
      await this.#parts(resourceTag).delete()
    })
  }

  /** Copies that were taken before a moment, and those of which that cannot be read any more. */
  async savedBefore(at: number): Promise<readonly string[]> {
    const old: string[] = []
    await this.#db.copies.each((row) => {
      if ((this.#card(row)?.savedAt ?? 0) < at) old.push(row.resourceTag)
    })
    return old
  }

  async #makeRoom(most: number, kept: string | null): Promise<void> {
    const rows = await this.#db.copies.toArray()
    let total = rows.reduce((sum, { bytes }) => sum + bytes, 0)
    if (total <= most) return
    const lastUse = (row: CopyRow): number => {
      const known = this.#card(row)
      return known === null ? 0 : (known.openedAt ?? known.savedAt)
    }
    const oldestFirst = rows.map((row) => ({ row, at: lastUse(row) })).sort((a, b) => a.at - b.at)
    for (const { row } of oldestFirst) {
      if (total <= most) return
      if (row.resourceTag === kept) continue
      await this.remove(row.resourceTag)
      total -= row.bytes
    }
  }

  #card({ resourceTag, body }: CopyRow): CopyCard | null {
    const opened = this.#sealer.open('copies', resourceTag, body)
    return opened.ok ? decodeJson(card, opened.value) : null
  }

  #parts(resourceTag: string) {
    return this.#db.copyParts.where('[resourceTag+part]').between([resourceTag, Dexie.minKey], [resourceTag, Dexie.maxKey])
  }

  #write<T>(work: () => Promise<T>): Promise<T> {
    return this.#db.transaction('rw', [this.#db.copies, this.#db.copyParts], work)
  }
}
