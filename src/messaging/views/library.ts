/** An article the reader owns. */
export interface LibraryRow {
  /** Of its purchase. */
  readonly id: string
  readonly at: number
  readonly title: string
  readonly host: string
  /** What its copy takes on this device, in bytes; null where there is none. */
  readonly bytes: number | null
}

export interface LibraryPage {
  readonly rows: readonly LibraryRow[]
  /** Everything that was found, in the window or not. */
  readonly count: number
  /** Older payments are still being looked through. */
  readonly reading: boolean
  /** What all copies of whole pages and pictures take, and may take at most; bytes. */
  readonly used: number
  readonly most: number
}

/** A copy as it was taken: hostile until it was sanitised by whoever shows it. */
export interface CopyView {
  readonly html: string
  /** Addresses in it are meant from here. */
  readonly base: string
  readonly byline: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly savedAt: number
  /** `src` as in the text, `url` is a data: URL of a picture. */
  readonly pictures: readonly { readonly src: string; readonly url: string; readonly width: number; readonly height: number }[]
  /** How many pictures the copy does without. */
  readonly left: number
}

export interface LibraryArticle {
  readonly row: LibraryRow
  readonly copy: CopyView | null
}
