import type { Article } from './article'
import { dollars } from './dollars'
import type { Paper } from './paper'
import { tipPaths } from './tip-paths'

/* Every text on these pages is the paper's own: nothing a visitor sends is ever printed, so nothing needs escaping. refunds/page.ts is the exception. */

/** The front page. `priceOf` gives what a newcomer pays now, in atomic units, or null for a free piece. */
export function frontPage(paper: Paper, priceOf: (article: Article) => bigint | null): string {
  const [lead, ...others] = paper.front
  const rows = others.map((article) => item(article, priceOf(article))).join('\n')
  const top = lead === undefined ? '' : leadItem(lead, priceOf(lead))
  return layout(paper, paper.name, `${masthead(paper)}<main>${top}<section class="rows">${rows}</section></main>`)
}

/** A whole piece, for a reader who may read it. */
export function articlePage(paper: Paper, article: Article): string {
  return piece(paper, article, `<div class="measure">${opening(article)}\n${article.body}<p class="end" aria-hidden="true">❧</p></div>`)
}

/**
 * What stands in the place of a piece that has not been paid for.
 * @param price atomic units
 * @param notice said first, when an attempt to pay was refused
 */
export function teaserPage(paper: Paper, article: Article, price: bigint, notice?: string): string {
  const teaser = `<div class="measure fading">${opening(article)}</div>`
  return piece(paper, article, `${teaser}${counter(dollars(price), notice)}`)
}

/** A piece whose first part is free and whose rest is sold as a fragment. */
export function cutPage(paper: Paper, article: Article, cut: Cut): string {
  const { src, price } = cut
  const usd = dollars(price).slice(1)
  const open = `<pay-wall class="paywall" src="${src}" price="${usd}" currency="USD" words="${wordsIn(article.body)}" keep="forever">`
  const link = `<a href="${src}">Read the rest (${dollars(price)})</a>`
  const wall = `${open}${counter(dollars(price), undefined, link)}</pay-wall>`
  return piece(paper, article, `<div class="measure">${opening(article)}${wall}</div>`)
}

/** Where a piece is cut, and what lies behind. */
export interface Cut {
  readonly src: string
  /** Atomic units. */
  readonly price: bigint
}

/** For every address nothing is printed at. */
export function missingPage(paper: Paper): string {
  const text = `<h1>Nothing is printed here</h1>
<p class="standfirst">The page may have been moved, or never written. <a href="/">Back to the front page</a></p>`
  return layout(paper, 'Nothing is printed here', `${smallMasthead(paper)}<main class="piece"><header>${text}</header></main>`)
}

const wordsIn = (html: string): number => html.replace(/<[^>]*>/g, ' ').split(/\s+/).filter(Boolean).length

const opening = (article: Article): string => article.teaser.replace('<p>', '<p class="opening">')

function counter(price: string, notice?: string, link?: string): string {
  const said = notice === undefined ? '' : `<p class="notice">${notice}</p>`
  const rest = link === undefined ? '' : `<p>${link}</p>`
  return `<aside class="counter">${said}<p class="price">This article costs ${price}</p>${rest}
<p>It goes straight to the paper. You pay once and may come back.</p>
<p class="small">To read on, open your wallet: any that pays web pages (x402) will do.
No account, no subscription, no advertising.</p></aside>`
}

function piece(paper: Paper, article: Article, text: string): string {
  const { picture } = article
  const body = `${smallMasthead(paper)}<main><article class="piece"><header>
<p class="kicker">${article.section}</p><h1>${article.title}</h1>
<p class="standfirst">${article.standfirst}</p><p class="small">By ${article.author} · ${article.minutes} minutes</p></header>
<figure>${plate(picture.file, picture.alt)}<figcaption class="measure">${picture.caption}</figcaption></figure>
${text}</article></main>`
  return layout(paper, `${article.title} · ${paper.name}`, body, tipLink(paper, article))
}

const leadItem = (article: Article, price: bigint | null): string =>
  `<article class="lead item">${pictureLink(article)}<div>${words(article, price)}</div></article>`

const item = (article: Article, price: bigint | null): string =>
  `<article class="item">${pictureLink(article)}${words(article, price)}</article>`

/** For the pointer only: the title beside it is the same link. */
const pictureLink = ({ slug, picture }: Article): string =>
  `<a href="/${slug}" tabindex="-1" aria-hidden="true">${plate(picture.file, '')}</a>`

const plate = (file: string, alt: string): string => `<img class="plate" src="/pictures/${file}" alt="${alt}" width="1200" height="560">`

function words(article: Article, price: bigint | null): string {
  const cost = price === null ? 'free' : dollars(price)
  return `<p class="kicker">${article.section}</p><h2><a href="/${article.slug}">${article.title}</a></h2>
<p class="standfirst">${article.standfirst}</p>
<p class="small">${article.author} · ${article.minutes} minutes · <span class="cost">${cost}</span></p>`
}

function masthead(paper: Paper): string {
  const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(new Date())
  return `<header class="masthead"><h1 class="name">${paper.mark}<span>${paper.name}</span></h1>
<p class="motto">${paper.motto}</p><p class="dateline small"><span>${today}</span>
<span class="wide">No advertising, no accounts</span><span>Pay for what you read</span></p></header>`
}

export const smallMasthead = (paper: Paper): string => `<header class="masthead lesser">
<a class="name" href="/">${paper.mark}<span>${paper.name}</span></a><span class="small">${paper.motto}</span></header>`

/** Where wallets, feed readers and crawlers find whom to tip. */
function tipLink({ name }: Paper, { author, tips }: Article): string {
  if (tips === undefined) return ''
  return `<link rel="payment" href="${tipPaths[tips]}" title="Tip ${author}${tips === 'shared' ? ` and ${name}` : ''}">\n`
}

export function layout(paper: Paper, title: string, body: string, more = ''): string {
  return `<!doctype html>
<html lang="en-GB" data-paper="${paper.look}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/pictures/${paper.look}.svg">
<link rel="stylesheet" href="/style.css">
${more}</head>
<body>
${body}
<footer class="small"><p>${paper.foot}</p><p>Set in Newsreader</p></footer>
</body>
</html>
`
}
