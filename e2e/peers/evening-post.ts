import { setTimeout as pause } from 'node:timers/promises'
import { Request as NodeRequest } from 'mppx-peer/server/core'
import { dollars } from '../../demo/newspaper/dollars'
import { createSite, finishSite } from '../../demo/newspaper/site'
import { accounts } from '../../demo/world/accounts'
import { listen } from '../../demo/world/listen'
import { nameServer } from '../support/host-log'
import { mppxTill } from './mppx-till'
import { cut, paper, sales, type Sale } from './sales'
import { Subscribers } from './subscribers'

type Piece = 'whole' | 'bare' | 'slow' | 'cut'

/** A second seller: another paper, on an origin of its own, whose till is another implementation of the protocol. */
export interface EveningPost {
  readonly articles: Readonly<Record<Piece, string>>
  /** Who is paid. */
  readonly payee: `0x${string}`
  /** Milliseconds that `slow` takes, once it is paid for. */
  slowMs: number
  /** Makes every cookie handed out so far worthless, as a server does that lost its memory. */
  forget(): void
  stop(): Promise<void>
}

/** Opens it on loopback. @param facilitator base URL of the service that settles its payments */
export async function startEveningPost(facilitator: string): Promise<EveningPost> {
  const till = mppxTill(facilitator, accounts.partner)
  const readers = new Subscribers()
  const closing = new AbortController()

  const answer = async (request: Request, sold: Sale): Promise<Response> => {
    const { path, price, piece } = sold
    if (readers.knows(path, request)) return html(piece)
    const charged = await till(request, dollars(price).slice(1))
    if (!charged.paid) return sold.teaser === undefined ? charged.refusal : inWords(charged.refusal, sold.teaser)
    if (sold === sales.slow) await pause(post.slowMs, undefined, { signal: closing.signal })
    return charged.withReceipt(html(piece, { 'Set-Cookie': readers.welcome(path) }))
  }

  const site = createSite()
  for (const sold of Object.values(sales)) site.get(sold.path, NodeRequest.toNodeListener((request) => answer(request, sold), { onError: broken }))
  site.get(cut.path, (_req, res) => res.send(cut.page))
  finishSite(site, paper)
  const { port, close } = await listen(site)
  await nameServer(`http://post.localhost:${port}`, 'a seller: The Evening Post')
  const at = ({ path }: { readonly path: string }): string => `http://post.localhost:${port}${path}`
  const post: EveningPost = {
    articles: { whole: at(sales.whole), bare: at(sales.bare), slow: at(sales.slow), cut: at(cut) },
    payee: accounts.partner,
    slowMs: 1500,
    forget: () => readers.forget(),
    stop: async () => {
      closing.abort()
      await close()
    },
  }
  return post
}

/** The piece that was being made when the paper closed is not made. */
const broken = (): Response => new Response(null, { status: 500 })

const html = (body: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store', ...headers } })

/** The same refusal, with a page for people in the place of its JSON. */
function inWords(refusal: Response, teaser: string): Response {
  const headers = new Headers(refusal.headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(teaser, { status: refusal.status, headers })
}
