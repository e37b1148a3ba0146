import type { Express, RequestHandler } from 'express'
import { privateKeyToAccount } from 'viem/accounts'
import { ferry, tides } from './articles'
import type { Trade } from './lantern'
import { articlePage, frontPage } from './page'
import { buoyMark, type Paper } from './paper'
import { refundSite } from './refunds/site'
import { Sales } from './refunds/sales'
import { refundLinks, refundPaths } from './refunds/terms'
import { createSite, finishSite } from './site'
import { Till } from './till'

export const harbour: Paper = {
  name: 'The Harbour Review',
  motto: 'Tides, boats and people who wait for both',
  look: 'harbour',
  mark: buoyMark,
  foot: 'The Harbour Review is a neighbour of The Lantern, and nobody’s branch.',
  front: [tides, ferry],
}

/** Who is written to. */
const letters = 'mailto:letters@harbour.example'

/** Every header that could carry a payment or stand for one. */
const paymentHeaders = ['payment-signature', 'x-payment', 'authorization', 'sign-in-with-x']
/** How many requests are remembered. */
const remembered = 500

interface Seen {
  readonly path: string
  readonly paymentHeaders: readonly string[]
}

/** The partner's site. `GET /control/seen` tells which payment headers reached it, by request. */
export function createHarbour({ sellerKey, ...trade }: Trade): Express {
  const book = new Sales()
  const sales = new Map(harbour.front.map((article) => [`/${article.slug}`, article]))
  const till = new Till({ ...trade, seller: privateKeyToAccount(sellerKey).address, paper: harbour, sales, book })
  const refunds = refundSite({ paper: harbour, purse: { ...trade, key: sellerKey }, sales: book, isWellKnown: false, letters })
  const seen: Seen[] = []
  const site = createSite()
  site.get('/control/seen', (_req, res) => res.json({ requests: seen }))
  site.use(remember(seen))
  site.use(refundLinks({ endpoint: refundPaths.endpoint, letters }))
  site.use(refunds.routes)
  site.get('/', (_req, res) => res.send(frontPage(harbour, (article) => till.prices.of(article))))
  for (const article of harbour.front) {
    site.get(`/${article.slug}`, ...till.gate, (req, res) => {
      till.dress(req, res)
      res.send(articlePage(harbour, article))
    })
  }
  finishSite(site, harbour)
  return site
}

function remember(seen: Seen[]): RequestHandler {
  return (req, _res, next) => {
    seen.push({ path: req.path, paymentHeaders: paymentHeaders.filter((name) => req.headers[name] !== undefined) })
    seen.splice(0, seen.length - remembered)
    next()
  }
}
