import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

const folder = fileURLToPath(new URL('./pages', import.meta.url))

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/atom+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

interface Page {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** The files of Ada's site by their addresses, as any server of files gives them. */
export const pages: ReadonlyMap<string, Page> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => {
      const body = readFileSync(join(folder, name))
      const headers = {
        'Content-Type': types[name.split('.').pop() ?? ''] ?? 'application/octet-stream',
        'Cache-Control': 'public, max-age=300',
        ETag: `"${createHash('sha1').update(body).digest('hex')}"`,
        'Last-Modified': statSync(join(folder, name)).mtime.toUTCString(),
        'Accept-Ranges': 'bytes',
      }
      return [`/${name}`.replace(/(index)?\.html$/, ''), { body, headers }]
    }),
)

/** Ada's site as she has written it, before anything is sold: for nobody's eyes but the shop's. */
export function createSite(): Hono {
  const site = new Hono()
  site.get('/essays/ferry/', ({ redirect }) => redirect('/essays/ferry', 301))
  site.get('/sitemap.xml', ({ body }) => body(sitemap(), 200, { 'Content-Type': 'application/xml; charset=utf-8' }))
  site.get('*', ({ req, body }) => {
    const page = pages.get(req.path)
    if (page === undefined) return body(new Uint8Array(pages.get('/404')?.body ?? []), 404, { 'Content-Type': 'text/html; charset=utf-8' })
    if (req.header('if-none-match') === page.headers['ETag']) return body(null, 304, page.headers)
    const [, from, to = ''] = /^bytes=(\d+)-(\d*)$/.exec(req.header('range') ?? '') ?? []
    if (from === undefined) return body(new Uint8Array(page.body), 200, page.headers)
    const end = to === '' ? page.body.length : Math.min(Number(to) + 1, page.body.length)
    return body(new Uint8Array(page.body.subarray(Number(from), end)), 206, { ...page.headers, 'Content-Range': `bytes ${from}-${end - 1}/${page.body.length}` })
  })
  return site
}

const sitemap = (): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...pages.keys()].filter((path) => /^\/(essays\/\w+)?$/.test(path)).map((path) => `<url><loc>https://ada.example${path}</loc></url>`).join('')}</urlset>\n`
