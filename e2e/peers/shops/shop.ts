import type { Express } from 'express'
import { bread, lighthouse, windows } from '../../../demo/newspaper/articles'
import { articlePage, cutPage, teaserPage } from '../../../demo/newspaper/page'
import { buoyMark, type Paper } from '../../../demo/newspaper/paper'
import { createSite, finishSite } from '../../../demo/newspaper/site'
import { accounts } from '../../../demo/world/accounts'
import type { World } from '../../../demo/world/index'
import { listen } from '../../../demo/world/listen'
import { nameServer } from '../../support/host-log'

/** What every shop has: two whole pages, and a page whose rest is sold as a fragment. */
export type Piece = 'whole' | 'other' | 'cut'

/** A seller on an origin of its own, with the server somebody published for sellers, and nothing of ours before it. */
export interface Shop {
  readonly name: string
  /** What each piece costs, in atomic units of the token. */
  readonly price: bigint
  /** Who is paid. */
  readonly payee: `0x${string}`
  url(piece: Piece): string
  /** Whether its pages tell a browser neither a price nor where to ask for one. Such a shop is asked when the reader opens the popup. */
  readonly isSilent: boolean
  /** The payment header that came last, as anybody could send it again. Null before the first. */
  lastPayment(): SentPayment | null
  stop(): Promise<void>
}

/** Opens a shop in a world: it settles with that world's facilitator, on its chain. */
export type OpenShop = (world: World) => Promise<Shop>

export interface SentPayment {
  readonly url: string
  readonly name: string
  readonly value: string
}

/** One thing that is sold at a path of its own. */
export interface Good {
  readonly path: string
  readonly title: string
  /** HTML for whoever has paid. */
  readonly piece: string
  /** A page for people who have not. */
  readonly teaser: string
}

export const price = 50_000n
export const payee = accounts.partner

const paper: Paper = { name: 'The Kiosk', motto: 'Each of them paid in its own way', look: 'harbour', mark: buoyMark, foot: 'Printed to be paid.', front: [windows] }

const page = (article: typeof windows, path = `/${article.slug}`): Good => ({
  path,
  title: article.title,
  piece: articlePage(paper, article),
  teaser: teaserPage(paper, article, price),
})
const rest: Good = { ...page(lighthouse, `/${lighthouse.slug}/rest`), piece: lighthouse.body }
const sold = { whole: page(windows), other: page(bread) } as const

export const goods: readonly Good[] = [sold.whole, sold.other, rest]

const paths: Readonly<Record<Piece, string>> = { whole: sold.whole.path, other: sold.other.path, cut: `/${lighthouse.slug}` }

/** The fields in which a payment may come, in any dialect. */
const paymentFields = ['payment-signature', 'x-payment', 'authorization'] as const

/**
 * Opens a shop on loopback, at a name of its own.
 * @param fit puts the till before the paths of `goods`; what it lets through is handed out
 */
export async function openShop(name: string, fit: (site: Express) => void, { isSilent = false } = {}): Promise<Shop> {
  let last: SentPayment | null = null
  const site = createSite()
  site.use((req, _res, next) => {
    for (const field of paymentFields) {
      const value = req.get(field)
      if (value !== undefined) last = { url: `${origin}${req.path}`, name: field, value }
    }
    next()
  })
  fit(site)
  for (const { path, piece } of goods) site.get(path, (_req, res) => void res.type('html').send(piece))
  site.get(paths.cut, (_req, res) => void res.send(cutPage(paper, lighthouse, { src: rest.path, price })))
  finishSite(site, paper)
  const { port, close } = await listen(site)
  const origin = `http://${name}.localhost:${port}`
  await nameServer(origin, 'a seller: a shop with a server that somebody published')
  return { name, price, payee, isSilent, url: (piece) => `${origin}${paths[piece]}`, lastPayment: () => last, stop: close }
}
