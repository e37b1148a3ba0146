import { setTimeout as pause } from 'node:timers/promises'
import type { Express, RequestHandler } from 'express'
import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import * as pieces from './articles'
import { controlRoutes, type Controls } from './control'
import { articlePage, cutPage, frontPage } from './page'
import { lanternMark, type Paper } from './paper'
import { jam } from './jam'
import { refundSite } from './refunds/site'
import { Sales } from './refunds/sales'
import { refundExtension, refundPaths } from './refunds/terms'
import { createSite, finishSite } from './site'
import { tipJars } from './tips'
import { Till, type TillOptions } from './till'

/** Where the paid part of the cut piece is. */
const cutPath = `/${pieces.lighthouse.slug}/rest`
/** The partner's piece, as The Lantern's front page announces it: a link that leads to another origin. */
const announced = { ...pieces.tides, slug: 'partner', section: 'From The Harbour Review' }
/** Those of The Guest Book, which is on an origin of its own, too. */
const fromGuestBook = [pieces.hut, pieces.bench, pieces.staircase].map((article) => ({ ...article, section: 'From The Guest Book' }))

export const lantern: Paper = {
  name: 'The Lantern',
  motto: 'A small paper for long evenings',
  look: 'lantern',
  mark: lanternMark,
  foot: `The Lantern lives on the coins its readers leave. <a href="${refundPaths.policy}">If something goes wrong</a>`,
  front: [pieces.swifts, pieces.wren, pieces.windows, pieces.lighthouse, pieces.clocks, pieces.bread, announced, ...fromGuestBook, pieces.menu],
}

/** Sold at a path of their own, as whole pages. */
const whole = [pieces.swifts, pieces.windows, pieces.clocks, pieces.bread, pieces.menu]

export interface Lantern {
  readonly site: Express
  /** Every piece there is, also those the front page does not name. */
  readonly slugs: readonly string[]
  /** Where the paper's people answer those who ask for their money back: a path that nobody guesses. */
  readonly refundDesk: string
  /** Ends what is still being baked. */
  close(): void
}

/** Where the papers next door are. */
interface Neighbours {
  readonly partnerUrl: string
  readonly guestBookUrl: string
}

/** What a paper needs to sell, and to pay back. */
export interface Trade extends Omit<TillOptions, 'paper' | 'sales' | 'book' | 'refunds' | 'seller'> {
  /** Of the account that is paid. */
  readonly sellerKey: Hex
}

/** The Lantern's site. */
export function createLantern(options: Trade & Neighbours & { readonly refundsKey: Hex }): Lantern {
  const sold = [...whole, pieces.letters]
  const sales = new Map([...sold.map((article) => [`/${article.slug}`, article] as const), [cutPath, pieces.lighthouse]])
  const { sellerKey, refundsKey, ...trade } = options
  const seller = privateKeyToAccount(sellerKey).address
  const book = new Sales()
  const refunds = refundSite({ paper: lantern, purse: { ...trade, key: sellerKey, otherKey: refundsKey }, sales: book, isWellKnown: true, letters: 'mailto:letters@lantern.example', adr: 'https://arbiter.example/' })
  const till = new Till({ ...trade, seller, paper: lantern, sales, book, refunds: refundExtension(refunds.desk) })
  const served = new Map<string, number>()
  const notes: string[] = []
  const controls: Controls = { till, served, notes, articles: [...sold, pieces.lighthouse, pieces.wren], slowMs: 8000, isJammed: false }
  const closing = new AbortController()
  const count = (slug: string) => served.set(slug, (served.get(slug) ?? 0) + 1)

  const site = createSite()
  site.use('/control', controlRoutes(controls))
  site.use(tipJars({ ...trade, seller }, notes))
  site.use(refunds.routes)
  site.use(jam(controls, sales))
  site.get('/', (_req, res) => res.send(frontPage(lantern, (article) => till.prices.of(article))))
  site.get(`/${pieces.wren.slug}`, (_req, res) => {
    count(pieces.wren.slug)
    res.send(articlePage(lantern, pieces.wren))
  })
  site.get(`/${pieces.lighthouse.slug}`, (_req, res) => {
    const price = till.prices.of(pieces.lighthouse) ?? 0n
    res.send(cutPage(lantern, pieces.lighthouse, { src: cutPath, price }))
  })
  site.get(`/${announced.slug}`, (_req, res) => res.redirect(`${options.partnerUrl}/${pieces.tides.slug}`))
  for (const { slug } of fromGuestBook) site.get(`/${slug}`, (_req, res) => res.redirect(`${options.guestBookUrl}/${slug}`))
  site.get(cutPath, ...till.gate, (req, res) => {
    till.dress(req, res)
    count(pieces.lighthouse.slug)
    // Followed as a link, the rest is a page like any other; asked for by a wallet, it is what goes into the tag.
    const asPage = req.get('sec-fetch-dest') === 'document'
    res.send(asPage ? articlePage(lantern, pieces.lighthouse) : `${pieces.lighthouse.body}${pieces.untidy}`)
  })
  site.get(`/${pieces.letters.slug}`, lead(`${options.partnerUrl}/`), ...till.gate)
  for (const article of whole) {
    site.get(`/${article.slug}`, ...till.gate, async (req, res) => {
      const again = till.isPaid(req)
      if (article === pieces.bread && !again) await pause(controls.slowMs, undefined, { signal: closing.signal })
      till.dress(req, res)
      count(article.slug)
      res.send(articlePage(lantern, article))
    })
  }
  finishSite(site, lantern)
  return { site, slugs: [...controls.articles.map(({ slug }) => slug), announced.slug], refundDesk: refunds.deskPath, close: () => closing.abort() }
}

/** A seller who sends a paying visitor elsewhere. A wallet that follows hands the payment to a stranger. */
function lead(elsewhere: string): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET' && req.get('payment-signature') !== undefined) res.redirect(elsewhere)
    else next()
  }
}
