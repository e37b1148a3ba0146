import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { missingPage } from './page'
import type { Paper } from './paper'

const here = dirname(fileURLToPath(import.meta.url))
const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/newsreader/package.json'))
const font = (style: string): string => join(fonts, 'files', `newsreader-latin-opsz-${style}.woff2`)

/** A web site with the paper's style, pictures and fonts. Only exact paths are pages: no other spelling leads to a priced one. */
export function createSite(): Express {
  const site = express()
  site.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing')
  site.use('/pictures', express.static(join(here, 'pictures'), { index: false }))
  site.get('/style.css', (_req, res) => res.sendFile(join(here, 'style.css')))
  site.get('/fonts/newsreader.woff2', (_req, res) => res.sendFile(font('normal'), { maxAge: '1h' }))
  site.get('/fonts/newsreader-italic.woff2', (_req, res) => res.sendFile(font('italic'), { maxAge: '1h' }))
  return site
}

/** To be called last: what is answered where nothing else did, and where something broke. */
export function finishSite(site: Express, paper: Paper): void {
  site.use((_req, res) => {
    res.status(404).send(missingPage(paper))
  })
  const broken: ErrorRequestHandler = (error, _req, res, next) => {
    if (res.headersSent) next(error)
    else res.status(500).type('text').send('The paper has a fault. You were not charged.')
  }
  site.use(broken)
}
