import type { RequestListener } from 'node:http'
import { Hono } from 'hono'
import { farthing } from '../../../src/creator/hono'
import { listener } from '../../../src/creator/node'
import type { ShopOptions } from '../../../src/creator/options'
import { openShop, type Shop } from '../../../src/creator/shop'
import { listen } from '../../world/listen'
import { createSite } from './site'

export interface ServerSiteOptions extends Pick<ShopOptions, 'facilitator' | 'endpoint' | 'payTo'>, Partial<Pick<ShopOptions, 'key' | 'books' | 'network' | 'log'>> {
  /** 0, and by itself, takes any free port. */
  readonly port?: number
}

export interface ServerSite {
  /** Without a path. */
  readonly url: string
  readonly essays: Readonly<Record<'ferry' | 'well' | 'clock', string>>
  /** Opens Ada's desk, once. */
  deskLink(): Promise<string>
  stop(): Promise<void>
}

/** What Ada suggests: 10 cents, 50 cents, a dollar. */
const tips = { title: 'Tip Ada', prices: [100_000n, 500_000n, 1_000_000n] } as const

/** Opens Ada's Essays on loopback: a site of files behind Hono, sold with the kit. @throws the error of `listen`, and of the books */
export async function startServerSite({ port = 0, books = 'memory://', network = 'eip155:31337', ...options }: ServerSiteOptions): Promise<ServerSite> {
  // Its own address is part of every price: known only once it listens.
  let answer: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = await listen((request, response) => answer(request, response), port)
  const url = `http://ada.localhost:${server.port}`
  try {
    const shop = await openShop({ name: 'Ada’s Essays', origin: url, network, books, refunds: { windowSeconds: 14 * 24 * 60 * 60, partialRefunds: true }, tips, ...options })
    const site = createSoldSite(shop)
    answer = listener((request) => site.fetch(request), url)
    const stop = async (): Promise<void> => {
      await server.close()
      await shop.close()
    }
    return { url, essays: { ferry: `${url}/essays/ferry`, well: `${url}/essays/well`, clock: `${url}/essays/clock` }, deskLink: () => shop.deskLink(), stop }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** The site with a shop before it. */
export function createSoldSite(shop: Shop): Hono {
  const site = new Hono()
  site.use(farthing(shop, site))
  site.route('/', createSite())
  return site
}
