import { speech } from '../../core/words/speakable'
import { runtime } from '../../platform/runtime'

/** Colours and measures of the wallet, so that the page is known again; it stands alone and takes nothing from elsewhere. */
const style = `
:root { color-scheme: light dark; --paper: #fbf8f3; --card: #fff; --ink: #211c14; --quiet: #6a6254; --line: #e7e0d3; --good: #2e6b3e; --care: #8a5a00; --stop: #a3261b }
@media (prefers-color-scheme: dark) { :root { --paper: #17150f; --card: #211e17; --ink: #f1ebdf; --quiet: #a89f8e; --line: #353026; --good: #7cc58c; --care: #e9b44c; --stop: #ff8a7a } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, sans-serif }
main { max-width: 720px; margin: 0 auto; padding: 32px 16px 64px }
h1, h2, .amount { font-family: ui-serif, Georgia, serif; font-weight: 500; overflow-wrap: anywhere }
h1 { font-size: 28px }
h2 { margin: 0; font-size: 20px }
.amount { margin: 4px 0 }
.quiet { margin: 4px 0; color: var(--quiet); font-size: 14px }
.summary { font-size: 20px }
.summary.good { color: var(--good) }
.summary.stop { color: var(--stop) }
section { margin-top: 16px; padding: 20px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); break-inside: avoid }
ul { margin: 12px 0; padding: 0; list-style: none }
li { display: flex; gap: 8px; padding: 4px 0 }
li > span:first-child { flex: none; width: 1.25em; font-weight: 600; text-align: center }
li > span:last-child { min-width: 0; overflow-wrap: anywhere }
li.good > span:first-child { color: var(--good) }
li.care > span:first-child { color: var(--care) }
li.stop { color: var(--stop) }
li.none { color: var(--quiet) }
summary { cursor: pointer; font-size: 14px }
dt { color: var(--quiet); font-size: 14px }
dd { margin: 0 0 8px; overflow-wrap: anywhere }
h2, dd, pre { unicode-bidi: plaintext }
pre { font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere }
@media print { details { display: none } }
`

const head = (tag: string, direction: string, title: string, told: object | undefined) => `<!doctype html>
<html lang="${tag}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main></main>
${told === undefined ? '' : `<script id="words" type="application/json">${inPage(JSON.stringify(told))}</script>\n`}<script id="receipts" type="application/json">
`

/** JSON as it may stand in a page: nothing in it ends the element it stands in, and to whoever parses it, it is the same. */
export const inPage = (json: string): string => json.replaceAll('<', '\\u003c')

/**
 * One file with the payments and the program that checks them, to be opened anywhere: it needs neither Farthing nor a network, and
 * speaks the language of who saved it.
 * @param receipts JSON, as `inPage` wrote it
 */
export async function receiptsPage(receipts: Blob): Promise<Blob> {
  const program = await Promise.all(verifier.map(async (file) => withoutEnd(await (await fetch(runtime().getURL(file))).text())))
  const spoken = speech()
  const told = spoken?.words['receiptsPage'] as { readonly title: string } | undefined
  return new Blob([head(spoken?.tag ?? 'en', spoken?.direction ?? 'ltr', told?.title ?? 'Receipts', told), receipts, '</script>\n<script>', program.join('\n'), '</script>\n</body>\n</html>\n'], { type: 'text/html' })
}

/** The program lies in the package in two pieces: what it checks with is the worker's too. */
const verifier = ['proofs.js', 'verifier.js']

/** Inside a string of the program, what would end its element is written otherwise. */
const withoutEnd = (program: string): string => program.replaceAll(/<(\/script|!--)/gi, '\\x3c$1')
