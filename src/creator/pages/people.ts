import { base, paths } from '../options'
import { escaped } from './markup'
import { priceInWords } from './words'

/** The style of the pages below: a file, so that it loads under any rules a site has. */
export const stylePath = `${base}/pages.css`

export interface Asked {
  readonly shop: string
  readonly title: string
  /** Atomic units. */
  readonly price: bigint
  /** Path of the page it is part of. */
  readonly page: string
  /** Path of the part. */
  readonly src: string
  /** What became of a payment; null where none was shown. */
  readonly sentence: string | null
}

/** What somebody reads who opens a part that they have not paid for. */
export function refusalPage({ shop, title, price, page, src, sentence }: Asked): { readonly html: string; readonly headers: Headers } {
  const costs = priceInWords(price)
  const said = sentence === null ? '' : `\n<p class="said" role="status">${escaped(sentence)}</p>`
  const html = document(`${title} · ${shop}`, `<script type="module" src="${paths.script}"></script>`, `<p class="shop">${escaped(shop)}</p>
<h1>${escaped(title)}</h1>${said}
<pay-wall page src="${escaped(src)}" price="${escaped(costs.replace(/[$,]/g, ''))}" currency="USD" title="${escaped(title)}"><p class="price">${costs}</p></pay-wall>
<p>That is all of it, once. It goes straight to ${escaped(shop)}, and what you have paid for opens again without paying.</p>
<h2>How to pay</h2>
<ul>
<li>With <b>Farthing</b>, or another wallet for reading: press its button in your browser.</li>
<li>With any other wallet in your browser that holds USDC: a button to pay appears on this page. It needs JavaScript; if there is none, this browser has no wallet.</li>
<li>Without a wallet it cannot be bought here. There is no account to make, and no card to enter.</li>
</ul>
<p class="back"><a href="${escaped(page)}">Back to the free part</a></p>`)
  return { html, headers: pageHeaders() }
}

/** Where nothing is sold. */
export function noPartPage(): Response {
  const html = document('Nothing is sold here', '', `<h1>Nothing is sold here</h1>
<p>The page may have moved or changed. Nothing was charged.</p>
<p class="back"><a href="/">To the front page</a></p>`)
  return new Response(html, { status: 404, headers: pageHeaders() })
}

/** Where something is wrong with a page: it is not said what, to anybody but the author. */
export function brokenPage(): Response {
  const html = document('Something is wrong here', '', `<h1>Something is wrong here</h1>
<p>This page cannot be shown at the moment. Its author has been told. If you had paid for it, you keep what you paid for: open it again later.</p>
<p class="back"><a href="/">To the front page</a></p>`)
  return new Response(html, { status: 500, headers: pageHeaders() })
}

const pageHeaders = (): Headers =>
  new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'same-origin',
  })

const document = (title: string, head: string, main: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${stylePath}">${head}
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`
