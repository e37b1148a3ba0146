/** How an article is sold: not at all, as a document that answers 402, or as a fragment of a page with a free beginning. */
export type Sale = 'free' | 'document' | 'fragment'

/** The name tests and the world's JSON line use for an article: what is particular about buying it. */
export type Slug = 'free' | 'paid' | 'script' | 'fragment' | 'dearer' | 'beyond' | 'slow' | 'leak' | 'partner'

export interface Article {
  readonly slug: Slug
  readonly path: string
  readonly title: string
  readonly standfirst: string
  readonly author: string
  readonly section: string
  readonly sale: Sale
  /** Price in US dollars as a decimal, "0.05". "0" for what is free. */
  readonly usd: string
  /** File in pictures/, and what it shows. */
  readonly picture: string
  readonly alt: string
  /** File in articles/. */
  readonly text: string
}

export const lantern: readonly Article[] = [
  {
    slug: 'paid',
    path: '/articles/the-keepers-ledger',
    title: 'The Keeper’s Ledger',
    standfirst: 'Nineteen years of weather in one very large book, and the single line in it that nobody had asked for.',
    author: 'Ines Calloway',
    section: 'Essay',
    sale: 'document',
    usd: '0.05',
    picture: 'lighthouse.svg',
    alt: 'A lighthouse on a rock at night, its beam over a calm sea',
    text: 'keepers-ledger.html',
  },
  {
    slug: 'fragment',
    path: '/articles/half-asleep-on-the-wing',
    title: 'Half Asleep on the Wing',
    standfirst: 'A swift may go ten months without once sitting down. So when does it close its eyes?',
    author: 'Tobias Renn',
    section: 'Nature',
    sale: 'fragment',
    usd: '0.10',
    picture: 'swifts.svg',
    alt: 'Swifts over the roofs of a town at dusk',
    text: 'swifts.html',
  },
  {
    slug: 'script',
    path: '/articles/a-tax-on-windows',
    title: 'A Tax on Windows',
    standfirst: 'For a century and a half, light was charged by the pane. With a house in which you may try it yourself.',
    author: 'Marguerite Oduya',
    section: 'History',
    sale: 'document',
    usd: '0.05',
    picture: 'windows.svg',
    alt: 'The front of an old house; some of its windows are bricked up, and a cat sits in a lit one',
    text: 'windows.html',
  },
  {
    slug: 'free',
    path: '/articles/the-smallest-coin',
    title: 'The Smallest Coin',
    standfirst: 'What a wren was doing on a quarter of a penny, and what went when it went.',
    author: 'Edith Farrow',
    section: 'Leader',
    sale: 'free',
    usd: '0',
    picture: 'wren.svg',
    alt: 'A wren on a large bronze farthing',
    text: 'smallest-coin.html',
  },
  {
    slug: 'dearer',
    path: '/articles/sold-by-candle',
    title: 'Sold by Candle',
    standfirst: 'The auctioneer was an inch of wax, and it was no use whispering to him. The price rises while you wait.',
    author: 'Jonah Vale',
    section: 'Customs',
    sale: 'document',
    usd: '0.05',
    picture: 'candle.svg',
    alt: 'Bidders in the dark round an inch of candle with a pin in it',
    text: 'candle.html',
  },
  {
    slug: 'slow',
    path: '/articles/the-slow-loaf',
    title: 'The Slow Loaf',
    standfirst: 'A baker on what happens while you wait. This page takes a while to come up, on purpose.',
    author: 'Hanna Brandt',
    section: 'Kitchen',
    sale: 'document',
    usd: '0.05',
    picture: 'loaf.svg',
    alt: 'A dark scored loaf on a cloth, with the moon still in the window',
    text: 'slow-loaf.html',
  },
  {
    slug: 'beyond',
    path: '/articles/what-longitude-was-worth',
    title: 'What Longitude Was Worth',
    standfirst: 'A clockmaker on the dearest idea of the eighteenth century. Priced accordingly.',
    author: 'Caspar Linde',
    section: 'Craft',
    sale: 'document',
    usd: '2500',
    picture: 'chronometer.svg',
    alt: 'A sea-clock lying on a chart with a course drawn across it',
    text: 'longitude.html',
  },
  {
    slug: 'leak',
    path: '/articles/a-letter-sent-on',
    title: 'A Letter Sent On',
    standfirst: 'What the post may forward, and what it must not.',
    author: 'Edith Farrow',
    section: 'Letters',
    sale: 'document',
    usd: '0.05',
    picture: 'letter.svg',
    alt: 'An envelope whose address has been crossed out and written anew',
    text: 'letter.html',
  },
]

/** The one article of the paper next door. */
export const harbour: Article = {
  slug: 'partner',
  path: '/the-knot-that-lets-go',
  title: 'The Knot That Lets Go',
  standfirst: 'Anything holds, if you pile enough of it up. The old hands judged a knot by the morning after.',
  author: 'Rafe Tolliver',
  section: 'From the quay',
  sale: 'document',
  usd: '0.07',
  picture: 'knot.svg',
  alt: 'A bowline round a bollard on the quay',
  text: 'knots.html',
}

/** Where a fragment's paid part is asked for. */
export const fragmentPath = (article: Article): string => `${article.path}/rest`
