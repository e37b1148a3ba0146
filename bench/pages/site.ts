import { listen } from '../../demo/world/listen'

/** A hundred frames, in each of which two hundred nodes, and as many texts in them, are put in and taken out again. */
const mutation = `let frames = 0
const frame = () => {
  board.replaceChildren(...Array.from({ length: 200 }, (_, at) => Object.assign(document.createElement('span'), { textContent: at, title: frames })))
  frames += 1
  if (frames < 100) requestAnimationFrame(frame)
  else performance.mark('still')
}
addEventListener('load', () => requestAnimationFrame(frame))`
const stillAtOnce = "addEventListener('load', () => performance.mark('still'))"

/** Pages on which there is nothing to pay. */
export const pages = {
  light: { name: 'Light: 40 paragraphs', body: article(40) },
  nodes3k: { name: '3,000 nodes', body: article(1000) },
  nodes30k: { name: '30,000 nodes', body: article(10_000) },
  mutation: { name: '40,000 nodes come and go', body: `<div id="board"></div><script>${mutation}</script>` },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly body: string }>>

export type PageName = keyof typeof pages
export const pageNames = Object.keys(pages) as readonly PageName[]

/** Three nodes a line: a paragraph, its text and an element in it. */
function article(count: number): string {
  const paragraphs = Array.from({ length: count }, (_, at) => `<p>Line ${at} of a page that asks for nothing.<i></i></p>`)
  return `${paragraphs.join('\n')}<script>${stillAtOnce}</script>`
}

export interface QuietSite {
  url(page: PageName): string
  close(): Promise<void>
}

export async function openSite(): Promise<QuietSite> {
  const { port, close } = await listen((request, response) => {
    const found = pageNames.find((name) => request.url === `/${name}`)
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end(found === undefined ? '' : `<!doctype html><html lang="en"><head><title>${pages[found].name}</title></head><body>${pages[found].body}</body></html>`)
  })
  return { url: (page) => `http://quiet.localhost:${port}/${page}`, close }
}
