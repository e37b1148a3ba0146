import { dollars, plainDollars } from '../frame/money'
import { page as framed } from '../frame/page'
import { html } from '../html'
import { paths } from '../options'

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

/** What somebody reads who opens a part that they have not paid for. @param headers what the till says beside it */
export function refusalPage({ shop, title, price, page, src, sentence }: Asked, status: number, headers: Headers): Response {
  const body = html`<main class="sheet">
<p class="kicker">${shop}</p>
<h1>${title}</h1>
${sentence === null ? null : html`<p class="notice care" role="status">${sentence}</p>`}
<div class="card">
<pay-wall page src="${src}" price="${plainDollars(price)}" currency="USD" title="${title}"><p class="figure">${dollars(price)}</p></pay-wall>
<p>That is all of it, once. It goes straight to ${shop}, and what you have paid for opens again without paying.</p>
</div>
<section>
<h2>How to pay</h2>
<ul>
<li>With <strong>Farthing</strong>, or another wallet for reading: press its button in your browser.</li>
<li>With any other wallet in your browser that holds USDC: a button to pay appears on this page. It needs JavaScript; if there is none, this browser has no wallet.</li>
<li>Without a wallet it cannot be bought here. There is no account to make, and no card to enter.</li>
</ul>
</section>
<p><a href="${page}">Back to the free part</a></p>
</main>`
  return framed(`${title} · ${shop}`, body, { status, headers, script: paths.script })
}

/** Where nothing is sold. */
export const noPartPage = (): Response =>
  framed('Nothing is sold here', said('Nothing is sold here', 'The page may have moved or changed. Nothing was charged.'), { status: 404 })

/** Where something is wrong with a page: it is not said what, to anybody but the author. */
export const brokenPage = (): Response =>
  framed(
    'Something is wrong here',
    said('Something is wrong here', 'This page cannot be shown at the moment. Its author has been told. If you had paid for it, you keep what you paid for: open it again later.'),
    { status: 500 },
  )

const said = (title: string, sentence: string) => html`<main class="sheet">
<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="/">To the front page</a></p>
</main>`
