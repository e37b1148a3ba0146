import { html, type Html } from '../html'
import { base } from '../options'

/** The style of these pages: a file, so that it loads under any rules a site has. */
export const stylePath = `${base}/style.css`

/** Nothing from elsewhere, nothing inline, in nobody's frame. Forms lead back to the shop. Where the script runs, it shows wallets by pictures that are data. */
function policy(isScripted: boolean): string {
  const pictures = isScripted ? `'self' data:` : `'self'`
  const rules = `default-src 'none'; style-src 'self'; img-src ${pictures}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
  return isScripted ? `${rules}; script-src 'self'; connect-src 'self'; worker-src 'self'` : rules
}

export interface PageOptions {
  readonly status?: number
  readonly headers?: HeadersInit
  /** Address of a module of this site that the page loads; without one it runs no script. */
  readonly script?: string
}

/** A page of the shop's own, as an answer. @param body what stands in `body` */
export function page(title: string, body: Html, { status = 200, headers = {}, script }: PageOptions = {}): Response {
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${stylePath}">
${script === undefined ? null : html`<script type="module" src="${script}"></script>`}
</head>
<body>
${body}
</body>
</html>
`
  const answer = new Response(text.toString(), { status, headers })
  const own = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(script !== undefined),
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    // With 'no-referrer' browsers would not say where a form comes from, not even here.
    'referrer-policy': 'same-origin',
  }
  for (const [name, value] of Object.entries(own)) answer.headers.set(name, value)
  if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'private, no-store')
  return answer
}
