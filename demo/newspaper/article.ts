/** One piece in the paper. All texts are HTML written by the paper itself. */
export interface Article {
  /** Its name in the control endpoints, and its path on the site. */
  readonly slug: string
  readonly title: string
  readonly standfirst: string
  readonly author: string
  /** Where in the paper it stands, for example "Natural history". */
  readonly section: string
  /** Minutes it takes to read. */
  readonly minutes: number
  readonly picture: Picture
  /** The first paragraph or two: what anybody may read. */
  readonly teaser: string
  /** What follows the teaser: what is sold, where the piece is for sale. */
  readonly body: string
  /** Whether tips for it go to its writer alone, or are shared with the paper. Absent: it asks for none. */
  readonly tips?: 'writer' | 'shared'
  /** Absent: free. */
  readonly price?: Price
}

export interface Picture {
  /** File name in `pictures/`. */
  readonly file: string
  /** What it shows, for those who cannot see it. */
  readonly alt: string
  readonly caption: string
}

/** In atomic units of the token (6 decimals: 50000n is $0.05). */
export interface Price {
  readonly first: bigint
  /** What everything on the site costs for a day, where that is for sale beside the piece. */
  readonly dayPass?: bigint
  /** What a visitor is told who asked before and did not buy. Absent: the same. */
  readonly later?: bigint
  /** What of it the paper says it passes on. Absent: it says nothing. */
  readonly passedOn?: Shares
  /** It is paid to a contract that passes that on as the payment arrives. */
  readonly split?: true
}

export interface Shares {
  /** Hundredths of a percent of the price. */
  readonly platformBps: bigint
  /** Atomic units. */
  readonly facilitator: bigint
  /** Whose accounts they go to, where that can be seen. */
  readonly to?: { readonly platform: `0x${string}`; readonly facilitator: `0x${string}` }
}
