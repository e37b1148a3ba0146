import type { Express } from 'express'
import { bench, hut, staircase } from '../articles'
import { articlePage, cutPage, frontPage } from '../page'
import { bookMark, type Paper } from '../paper'
import { refundLinks } from '../refunds/terms'
import { createSite, finishSite } from '../site'
import { controlRoutes } from './control'
import { Desk, dress, type DeskOptions } from './desk'

export const guestBook: Paper = {
  name: 'The Guest Book',
  motto: 'Places worth a second visit',
  look: 'guests',
  mark: bookMark,
  foot: 'The Guest Book sets no cookie. Whoever has paid signs in, and is at home.',
  front: [hut, bench, staircase],
}

/** Sold at a path of their own, as whole pages. */
const whole = [hut, bench]
/** Where the paid part of the cut piece is. */
const cutPath = `/${staircase.slug}/rest`

export interface GuestBook {
  readonly site: Express
  readonly slugs: readonly string[]
  /** Begins to sell: only where the site is to be found is it known what readers sign in to. */
  open(origin: string): void
}

/** The site of a paper that knows its readers by their signing in. */
export function createGuestBook(options: Omit<DeskOptions, 'paper' | 'sales'>): GuestBook {
  const sales = new Map([...whole.map((article) => [`/${article.slug}`, article] as const), [cutPath, staircase]])
  const desk = new Desk({ ...options, paper: guestBook, sales })
  const site = createSite()
  // It takes no requests, but answers letters.
  site.use(refundLinks({ letters: 'mailto:keeper@guestbook.example' }))
  site.use('/control', controlRoutes(desk))
  site.get('/', (_req, res) => res.send(frontPage(guestBook, ({ price }) => price?.first ?? null)))
  site.get(`/${staircase.slug}`, (_req, res) => {
    res.send(cutPage(guestBook, staircase, { src: cutPath, price: staircase.price?.first ?? 0n }))
  })
  site.get(cutPath, ...desk.gate, (req, res) => {
    dress(res)
    // Followed as a link, the rest is a page like any other; asked for by a wallet, it is what goes into the tag.
    res.send(req.get('sec-fetch-dest') === 'document' ? articlePage(guestBook, staircase) : staircase.body)
  })
  for (const article of whole) {
    site.get(`/${article.slug}`, ...desk.gate, (_req, res) => {
      dress(res)
      res.send(articlePage(guestBook, article))
    })
  }
  finishSite(site, guestBook)
  return { site, slugs: guestBook.front.map(({ slug }) => slug), open: (origin) => desk.open(origin) }
}
