import { listen } from '../world/listen'
import { createHarbour } from './harbour'
import { createLantern } from './lantern'
import type { TillOptions } from './till'

export interface NewspaperOptions extends Pick<TillOptions, 'facilitatorUrl' | 'token'> {
  /** 0 takes any free port. */
  readonly port: number
  readonly partnerPort: number
  readonly network: 'eip155:31337'
  readonly seller: `0x${string}`
  /** Who is paid for what the partner sells. Absent: `seller`. */
  readonly partnerSeller?: `0x${string}`
}

export interface Newspaper {
  readonly url: string
  readonly partnerUrl: string
  /** Where each piece is, by slug. */
  readonly articles: Record<string, string>
  stop(): Promise<void>
}

/**
 * Starts The Lantern and, on an origin of its own, The Harbour Review. Both listen on loopback only.
 * @throws the error of `listen`, for example EADDRINUSE
 */
export async function startNewspaper(options: NewspaperOptions): Promise<Newspaper> {
  const { facilitatorUrl, token, network, seller } = options
  const trade = { facilitatorUrl, token, network }
  const partner = await listen(createHarbour({ ...trade, seller: options.partnerSeller ?? seller }), options.partnerPort)
  const partnerUrl = `http://partner.localhost:${partner.port}`
  const lantern = createLantern({ ...trade, seller, partnerUrl })
  try {
    const news = await listen(lantern.site, options.port)
    const url = `http://news.localhost:${news.port}`
    const stop = async () => {
      lantern.close()
      await Promise.all([news.close(), partner.close()])
    }
    return { url, partnerUrl, articles: Object.fromEntries(lantern.slugs.map((slug) => [slug, `${url}/${slug}`])), stop }
  } catch (error) {
    await partner.close()
    throw error
  }
}
