import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright'
import { extensionId } from '../extension-id'
import { nameServer } from '../support/host-log'
import { challengeFor, honestOffer } from './challenges'
import { eavesdrop, tryEverything, type Findings } from './prober-page'

/** What a site can know of one visit: what its page found, and what its server saw. */
export interface Dossier extends Findings {
  /** Each request with all its headers as they came, in the order of their addresses. */
  readonly requests: readonly string[]
  /** Documents that were asked for, in the order they came. */
  readonly documents: readonly string[]
}

/** Pages that look for a wallet by every means a site has. */
export interface Prober {
  /** Asks for no payment, and looks like one that might. */
  readonly quiet: string
  /** The same, where the names that a script would use are taken by elements. */
  readonly clobbered: string
  /** Asks with 402 and with `<pay-wall>` at once. */
  readonly asking: string
  /** Asks with `<pay-wall>` alone. */
  readonly tag: string
  /** Asks for no payment, and only counts the long tasks of its own thread (window.longTasks). */
  readonly plain: string
  /** Opens the page, waits as long as any script of the wallet's could, and collects everything. @param files of the extension's own */
  visit(page: Page, url: string, files: readonly string[]): Promise<Dossier>
  close(): Promise<void>
}

const structured = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}</script>'
const policy = "default-src 'self' 'unsafe-inline'; img-src 'self' data: chrome-extension:; script-src 'self' 'unsafe-inline' chrome-extension:; frame-src 'self' chrome-extension:; connect-src 'self' chrome-extension:"

const bodies = {
  '/quiet': `${structured}<h1>Free</h1><p>All of it.</p><pay-wall>nothing for sale</pay-wall><img src="/missing.png" alt="">`,
  '/clobbered': '<h1>Free</h1><form name="getElementsByTagName"></form><form name="title"></form><img name="readyState" alt=""><form name="addEventListener"></form>',
  '/asking': '<h1>For sale</h1><p>The beginning.</p><pay-wall src="/asking/rest" title="The rest">Pay for the rest</pay-wall>',
  '/tag': '<h1>Half of it</h1><pay-wall src="/asking/rest" title="The rest">Pay for the rest</pay-wall>',
} as const

const counting =
  '<!doctype html><link rel="icon" href="data:,"><script>longTasks = []; new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true })</script><h1>Free</h1>'

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><script>(${eavesdrop.toString()})()</script><title>A page</title></head><body>${body}</body></html>`

/** Starts the prober on loopback. */
export async function startProber(): Promise<Prober> {
  let seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://prober.localhost:${(server.address() as AddressInfo).port}`
  await nameServer(origin, 'a seller: who would like to know whether there is a wallet')

  function answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const path = new URL(url, origin).pathname
    const body = Object.entries(bodies).find(([known]) => known === path)?.[1]
    const headers = { 'content-type': 'text/html', 'cache-control': 'no-store', 'content-security-policy': policy }
    const asks = { 'payment-required': challengeFor(`${origin}${path}`, [honestOffer]) }
    if (path === '/plain') response.writeHead(200, headers).end(counting)
    else if (path.startsWith('/asking')) response.writeHead(402, { ...headers, ...asks }).end(page(body ?? ''))
    else if (body !== undefined) response.writeHead(200, headers).end(page(body))
    else response.writeHead(404).end()
  }

  return {
    quiet: `${origin}/quiet`,
    clobbered: `${origin}/clobbered`,
    asking: `${origin}/asking`,
    tag: `${origin}/tag`,
    plain: `${origin}/plain`,
    visit: async (tab, url, files) => {
      seen = []
      await tab.goto(url)
      await tab.reload()
      const findings = await tab.evaluate(tryEverything, { id: extensionId, files })
      const documents = seen.filter(({ headers }) => headers['sec-fetch-dest'] === 'document').map((request) => request.url ?? '')
      const requests = seen.map(({ method, url: path, rawHeaders }) => `${method ?? ''} ${path ?? ''} ${rawHeaders.join(' ')}`).sort()
      return { ...findings, documents, requests }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
