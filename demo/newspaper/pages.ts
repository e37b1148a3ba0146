import { fragmentPath, type Article } from './catalogue'
import type { Text } from './text'

/** The paper a page belongs to. */
export interface Paper {
  readonly name: string
  readonly motto: string
  readonly icon: string
  /** Marks the paper's own colours in style.css. */
  readonly theme: 'lantern' | 'harbour'
}

export const theLantern: Paper = { name: 'The Lantern', motto: 'A small paper for long evenings', icon: 'lantern.svg', theme: 'lantern' }
export const theHarbourReview: Paper = { name: 'The Harbour Review', motto: 'Written within sight of the water', icon: 'anchor.svg', theme: 'harbour' }

/** Text made safe inside HTML and inside double-quoted attributes. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** "Free" or "$0.05". */
export const priceLabel = (usd: string): string => (Number(usd) === 0 ? 'Free' : `$${usd.replace(/\B(?=(\d{3})+(?!\d))/g, withoutCents(usd) ? ',' : '')}`)
const withoutCents = (usd: string): boolean => !usd.includes('.')

/** About how long an article takes to read, at 220 words a minute. */
const minutes = (words: number): string => {
  const count = Math.max(1, Math.round(words / 220))
  return count === 1 ? '1 minute' : `${count} minutes`
}

function page(paper: Paper, title: string, body: string, description: string): string {
  return `<!doctype html>
<html lang="en-GB" data-paper="${paper.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<meta name="description" content="${escape(description)}">
<link rel="icon" href="/pictures/${paper.icon}" type="image/svg+xml">
<link rel="preload" href="/fonts/newsreader-latin-opsz-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/style.css">
</head>
<body>
${body}
<footer class="colophon">
<img src="/pictures/${paper.icon}" width="28" height="28" alt="">
<p>${escape(paper.name)} is an imaginary newspaper. It comes with Farthing, the reader’s wallet for the paid web, and lives entirely on this computer: real articles, a real token contract, and money that is worth nothing.</p>
</footer>
</body>
</html>
`
}

const masthead = (paper: Paper, size: 'large' | 'small'): string => {
  const name = `<a href="/"><img src="/pictures/${paper.icon}" width="64" height="64" alt=""><span>${escape(paper.name)}</span></a>`
  return `<header class="masthead masthead-${size}">
${size === 'large' ? `<h1>${name}</h1>` : `<p class="name">${name}</p>`}
<p class="motto">${escape(paper.motto)}</p>
</header>`
}

const picture = ({ picture: file, alt }: Article, eager: boolean): string =>
  `<img src="/pictures/${file}" width="1200" height="675" alt="${escape(alt)}"${eager ? '' : ' loading="lazy"'}>`

/** An article as it stands on a front page. */
export interface Listing {
  readonly article: Article
  readonly href: string
  readonly usd: string
  readonly words: number
}

const price = (usd: string): string => `<span class="price${Number(usd) === 0 ? ' price-free' : ''}">${priceLabel(usd)}</span>`

const card = ({ article, href, usd, words }: Listing, kind: 'lead' | 'second' | 'third'): string => `<article class="story story-${kind}">
<a class="story-picture" href="${escape(href)}" tabindex="-1" aria-hidden="true">${picture(article, kind === 'lead')}</a>
<div class="story-text">
<p class="kicker">${escape(article.section)}</p>
<h2><a href="${escape(href)}">${escape(article.title)}</a></h2>
<p class="standfirst">${escape(article.standfirst)}</p>
<p class="byline">${escape(article.author)} <span class="dot" aria-hidden="true">·</span> ${minutes(words)} <span class="dot" aria-hidden="true">·</span> ${price(usd)}</p>
</div>
</article>`

/** The front page: one lead, two beside it, the others below, and one from the paper next door. */
export function frontPage(listings: readonly Listing[], neighbour: Listing): string {
  const [lead, ...others] = listings
  const second = others.slice(0, 2)
  const third = others.slice(2)
  return page(
    theLantern,
    `${theLantern.name}: ${theLantern.motto.toLowerCase()}`,
    `${masthead(theLantern, 'large')}
<div class="strip"><p>No subscription. No account. Pay for what you read.</p></div>
<main class="front">
${lead === undefined ? '' : card(lead, 'lead')}
<div class="seconds">${second.map((listing) => card(listing, 'second')).join('\n')}</div>
<div class="thirds">${third.map((listing) => card(listing, 'third')).join('\n')}</div>
<section class="neighbour" aria-label="From ${escape(theHarbourReview.name)}">
<p class="neighbour-name">From our neighbours at ${escape(theHarbourReview.name)}</p>
${card(neighbour, 'third')}
</section>
</main>`,
    'Essays worth a few minutes, sold one at a time for a few cents.',
  )
}

const heading = (article: Article, words: number): string => `<header class="article-head">
<p class="kicker">${escape(article.section)}</p>
<h1>${escape(article.title)}</h1>
<p class="standfirst">${escape(article.standfirst)}</p>
<p class="byline">By ${escape(article.author)} <span class="dot" aria-hidden="true">·</span> ${minutes(words)}</p>
</header>
<figure class="plate">${picture(article, true)}</figure>`

const articleIn = (paper: Paper, article: Article, words: number, body: string): string =>
  page(
    paper,
    `${article.title} · ${paper.name}`,
    `${masthead(paper, 'small')}
<main><article class="article">
${heading(article, words)}
<div class="prose">
${body}
</div>
</article></main>`,
    article.standfirst,
  )

const end = '<p class="end" aria-hidden="true">❦</p>'

/** The whole article. */
export const articlePage = (paper: Paper, article: Article, text: Text): string =>
  articleIn(paper, article, text.words, `${text.beginning}\n${text.rest}\n${end}`)

/** The free beginning with the rest for sale in place, declared so that a wallet can find it. */
export const fragmentPage = (paper: Paper, article: Article, text: Text, usd: string): string =>
  articleIn(
    paper,
    article,
    text.words,
    `${text.beginning}
<pay-wall class="paywall" src="${fragmentPath(article)}" price="${usd}" currency="USD" words="${text.words}" keep="forever">
${offer('The rest of this article', usd, `<a href="${fragmentPath(article)}">Open it on a page of its own</a>`)}
</pay-wall>`,
  )

/** What stands where the paid words would be. */
const offer = (what: string, usd: string, more: string): string => `<div class="offer">
<p class="offer-price">${what} costs <strong>${priceLabel(usd)}</strong></p>
<p>Press your wallet’s button in the toolbar to pay and read on: any wallet that speaks x402 will do, and Farthing is one. No account, and nothing to cancel. All of it goes to the paper.</p>
${more === '' ? '' : `<p class="offer-more">${more}</p>`}
</div>`

/**
 * The body of a 402: the beginning of the article and what it costs.
 * @param usd null when the price is not known, as after a settlement that failed.
 * @param notice a sentence about a payment that was refused, or null.
 */
export function refusalPage(paper: Paper, article: Article, text: Text, usd: string | null, notice: string | null): string {
  const told = notice === null ? '' : `<p class="notice" role="status">${escape(notice)}</p>\n`
  const asked = usd === null ? '' : offer('This article', usd, '')
  return articleIn(paper, article, text.words, `${told}<div class="fade">${text.beginning}</div>\n${asked}`)
}

/** The Harbour Review's only other page. */
export const harbourFront = (listing: Listing): string =>
  page(
    theHarbourReview,
    theHarbourReview.name,
    `${masthead(theHarbourReview, 'large')}\n<main class="front">${card(listing, 'lead')}</main>`,
    theHarbourReview.motto,
  )

/** A page for an address where nothing is. */
export const missingPage = (paper: Paper): string =>
  page(
    paper,
    `Not found · ${paper.name}`,
    `${masthead(paper, 'small')}\n<main class="article"><h1>There is nothing on this page</h1><p><a href="/">Back to the front page</a></p></main>`,
    'Nothing here',
  )
