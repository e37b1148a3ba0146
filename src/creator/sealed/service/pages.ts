import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { dollars } from '../../frame/money'
import { escaped } from '../../pages/markup'
import type { Terms } from '../seal'

const style = `:root{color-scheme:light dark}body{max-width:32rem;margin:0 auto;padding:3rem 1.5rem;background:light-dark(#fbf8f3,#17150f);color:light-dark(#211c14,#f1ebdf);font:16px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}h1{margin:0 0 .5rem;font:500 28px/1.2 ui-serif,Georgia,serif}.price{margin:0 0 1.5rem;font:500 40px/1.1 ui-serif,Georgia,serif;font-variant-numeric:tabular-nums}a{color:light-dark(#9a4f16,#e29a5b)}.quiet{color:light-dark(#6a6254,#a89f8e);font-size:14px}:focus-visible{outline:2px solid;outline-offset:2px}`
const policy = `default-src 'none'; style-src 'sha256-${base64.encode(sha256(utf8ToBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The headers of a page of the service's own. It loads nothing and runs nothing. */
export const pageHeaders = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' } as const

/** A page that says one thing. @param body HTML */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`

export const sentencePage = (sentence: string): string => page('Key service', `<p>${escaped(sentence)}</p>`)

/** What people see who come to where a key is sold: what it is, what it costs, and where it is read. @param sentence what became of a payment */
export function salePage({ title, url, price, payTo }: Terms, sentence: string | null): string {
  const isLink = /^https?:/.test(new URL(url).protocol)
  const place = isLink ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(new URL(url).host)}</a>` : escaped(url)
  return page(
    title,
    `${sentence === null ? '' : `<p role="alert">${escaped(sentence)}</p>`}
<h1>${escaped(title)}</h1>
<p class="price">${dollars(price)}</p>
<p>This article is read at ${place}. Open it there with a wallet for the paid web, such as Farthing: it shows the price, and the rest of the article in its place once you have paid.</p>
<p class="quiet">The money goes straight to the author’s account, ${escaped(payTo)}. This service hands out the key and keeps nothing.</p>`,
  )
}
