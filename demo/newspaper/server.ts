import type { Hex } from 'viem'
import { listen } from '../world/listen'
import { createGuestBook } from './guestbook/guestbook'
import { createHarbour } from './harbour'
import { createLantern } from './lantern'
import type { TillOptions } from './till'

export interface NewspaperOptions extends Pick<TillOptions, 'facilitatorUrl' | 'token'> {
  /** 0 takes any free port. */
  readonly port: number
  readonly partnerPort: number
  readonly network: 'eip155:31337'
  /** Of the account that is paid for what The Lantern sells, and pays back. */
  readonly sellerKey: Hex
  /** The same for the partner. */
  readonly partnerKey: Hex
  /** Of the account that is paid for what The Guest Book sells. */
  readonly guestBookKey: Hex
  /** Of an account that The Lantern pays back from, beside its takings. */
  readonly refundsKey: Hex
}

export interface Newspaper {
  readonly url: string
  readonly partnerUrl: string
  readonly guestBookUrl: string
  /** Where The Lantern's people answer those who ask for their money back. */
  readonly refundDesk: string
  /** Where each piece is, by slug. */
  readonly articles: Record<string, string>
  stop(): Promise<void>
}

/**
 * Starts The Lantern and, each on an origin of its own, The Harbour Review and The Guest Book. All listen on loopback only.
 * @throws the error of `listen`, for example EADDRINUSE
 */
export async function startNewspaper(options: NewspaperOptions): Promise<Newspaper> {
  const stops: (() => Promise<void> | void)[] = []
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    return { ...(await openPapers(options, stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openPapers(options: NewspaperOptions, stops: (() => Promise<void> | void)[]): Promise<Omit<Newspaper, 'stop'>> {
  const { facilitatorUrl, token, network, sellerKey, partnerKey } = options
  const trade = { facilitatorUrl, token, network }
  const partner = await listen(createHarbour({ ...trade, sellerKey: partnerKey }), options.partnerPort)
  stops.push(partner.close)
  const partnerUrl = `http://partner.localhost:${partner.port}`

  const guestBook = createGuestBook({ ...trade, payeeKey: options.guestBookKey })
  const guests = await listen(guestBook.site)
  stops.push(guests.close)
  // No name before `localhost`: wallets send sign-ins over http to this device only, and not all know that such names lead here.
  const guestBookUrl = `http://localhost:${guests.port}`
  guestBook.open(guestBookUrl)

  const lantern = createLantern({ ...trade, sellerKey, refundsKey: options.refundsKey, partnerUrl, guestBookUrl })
  const news = await listen(lantern.site, options.port)
  stops.push(news.close, lantern.close)
  const url = `http://news.localhost:${news.port}`
  const articles = { ...placed(url, lantern.slugs), ...placed(guestBookUrl, guestBook.slugs) }
  return { url, partnerUrl, guestBookUrl, refundDesk: `${url}${lantern.refundDesk}`, articles }
}

const placed = (origin: string, slugs: readonly string[]): Record<string, string> =>
  Object.fromEntries(slugs.map((slug) => [slug, `${origin}/${slug}`]))
