import { setTimeout as pause } from 'node:timers/promises'
import { HTTPFacilitatorClient, type SettleResultContext } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddleware, x402ResourceServer } from '@x402/express'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import * as v from 'valibot'
import { accounts } from '../../demo/world/accounts'
import { chainId } from '../../demo/world/anvil'
import { listen } from '../../demo/world/listen'
import { tokenAddress, tokenDomain } from '../../demo/world/token'
import { nameServer } from '../support/host-log'
import { parts, type Part } from './parts'

/** One request as it reached the server. */
export interface Seen {
  readonly host: string
  readonly method: string
  readonly path: string
  /** Sec-Fetch-Dest: 'document' for a page. */
  readonly dest: string
  /** Sec-Fetch-Site: who asked. */
  readonly from: string
  /** Carried a payment. */
  readonly paying: boolean
}

/** A site whose pages are free and whose pictures, data and recordings cost money, each a price of its own. */
export interface Gallery {
  url(path: string): string
  /** The same, by the address of the machine in the place of a name. */
  bare(path: string): string
  /** The same server under the name of another site. */
  strange(path: string): string
  /** Every request so far, in order. */
  readonly seen: readonly Seen[]
  /** How often a page was loaded into a tab or a frame. */
  loads(path: string): number
  /** Puts a free page at a path. */
  show(path: string, body: string): void
  /** Puts a script at a path. */
  serveScript(path: string, script: string): void
  /** Whether who has paid is known again, by a cookie and by the payment. The protocol's own middleware remembers nobody. */
  remembers: boolean
  /** Milliseconds that a part takes once its payment is there. */
  slowMs: number
  close(): Promise<void>
}

/** Opens it on loopback. @param facilitator base URL of the service that settles its payments */
export async function openGallery(facilitator: string): Promise<Gallery> {
  const seen: Seen[] = []
  const pages = new Map<string, string>()
  const closing = new AbortController()
  const site = express().disable('x-powered-by').disable('etag')
  site.use((req, _res, next) => {
    const { method, path } = req
    const said = (name: string): string => req.get(name) ?? ''
    seen.push({ host: req.hostname, method, path, dest: said('sec-fetch-dest'), from: said('sec-fetch-site'), paying: said('payment-signature') !== '' })
    next()
  })
  site.use((req, res, next) => {
    const page = pages.get(req.path)
    if (page === undefined) next()
    else res.set('Cache-Control', 'no-store').send(`<!doctype html><meta charset="utf-8"><title>Gallery</title>${page}`)
  })
  hang(site, facilitator, { remembers: () => gallery.remembers, slowly: () => pause(gallery.slowMs, undefined, { signal: closing.signal }) })
  const { port, close } = await listen(site)
  await nameServer(`http://gallery.localhost:${port}`, 'a seller: the gallery')

  const gallery: Gallery = {
    url: (path) => `http://gallery.localhost:${port}${path}`,
    bare: (path) => `http://127.0.0.1:${port}${path}`,
    strange: (path) => `http://stranger.localhost:${port}${path}`,
    seen,
    loads: (path) => seen.filter((one) => one.path === path && /^(document|iframe)$/.test(one.dest)).length,
    show: (path, body) => void pages.set(path, body),
    serveScript: (path, script) => void site.get(path, (_req, res) => res.type('text/javascript').send(script)),
    remembers: true,
    slowMs: 0,
    close: async () => {
      closing.abort()
      await close()
    },
  }
  return gallery
}

interface Manners {
  readonly remembers: () => boolean
  readonly slowly: () => Promise<unknown>
}

/** What is sold, behind the protocol's own middleware. Any site's script may ask for it. */
function hang(site: Express, facilitator: string, { remembers, slowly }: Manners): void {
  const settled = new Set<string>()
  const free: RequestHandler = (req, res, next) => {
    res.set({ 'Access-Control-Allow-Origin': req.get('origin') ?? '*', 'Access-Control-Expose-Headers': 'PAYMENT-REQUIRED', 'Cache-Control': 'no-store' })
    const part = Object.values(parts).find(({ path }) => path === req.path)
    if (part !== undefined && req.method !== 'GET') return void res.status(405).end()
    const known = settled.has(req.get('payment-signature') ?? '') || req.get('cookie')?.includes(`bought${part?.cookie ?? ''}`) === true
    if (part !== undefined && known && remembers()) welcome(req, res, part)
    else next()
  }
  const welcome = (req: Request, res: Response, part: Part): void => {
    if (remembers()) res.cookie(`bought${part.cookie}`, '1', { httpOnly: true, sameSite: 'lax' })
    give(req, res, part)
  }
  site.use(free)
  const server = new x402ResourceServer(new HTTPFacilitatorClient({ url: facilitator })).register(`eip155:${chainId}`, new ExactEvmScheme())
  server.onAfterSettle(async ({ result, transportContext }: SettleResultContext) => {
    if (result.success) settled.add(v.parse(settledRequest, transportContext).request.paymentHeader)
  })
  const routes = Object.values(parts).map(({ path, price, title, type }) => [`GET ${path}`, sale(price, title, type)] as const)
  site.use(paymentMiddleware(Object.fromEntries(routes), server))
  for (const part of Object.values(parts)) {
    site.get(part.path, async (req, res) => {
      await slowly().catch(() => undefined)
      welcome(req, res, part)
    })
  }
}

const settledRequest = v.object({ request: v.object({ paymentHeader: v.string() }) })

function sale(price: bigint, description: string, mimeType: string) {
  return {
    accepts: {
      scheme: 'exact',
      network: `eip155:${chainId}` as const,
      payTo: accounts.seller,
      price: { amount: price.toString(), asset: tokenAddress, extra: { name: tokenDomain.name, version: tokenDomain.version } },
      maxTimeoutSeconds: 60,
    },
    description,
    mimeType,
  }
}

/** A part of it where a player asks for a part. */
function give(req: Request, res: Response, { body, type }: Part): void {
  res.set({ 'Content-Type': type, 'Accept-Ranges': 'bytes' })
  const ranges = req.range(body.length)
  const range = Array.isArray(ranges) ? ranges[0] : undefined
  if (range === undefined) res.send(body)
  else res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${body.length}`).send(body.subarray(range.start, range.end + 1))
}
