import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nameServer } from '../support/host-log'
import { ask, seller, type Answerer, type Sale } from './answers'
import { hostileChallenges } from './challenges'

/** A request that carried a payment. */
export interface SeenPayment {
  /** "evil.localhost:1234" */
  readonly host: string
  readonly path: string
  readonly header: string
}

export interface HostileServer {
  /** `/hostile/<name>` asks with that challenge; other paths are what `serve` put there. */
  url(path: string): string
  /** Another site of the same attacker, where redirects lead. Has an ear for payments too. */
  readonly elsewhere: string
  /** Every payment that reached the attacker by any way, in order. */
  readonly payments: readonly SeenPayment[]
  /** Answers requests for `path` (without query) from now on. */
  serve(path: string, page: Answerer): void
  /** Sells something at `path` in earnest: takes the money, then gives the article. */
  sell(path: string, sale: Sale): void
  close(): Promise<void>
}

/** Larger than any header the wallet sends. */
const maxHeaderSize = 128 * 1024

/** Starts the attacker's server on loopback, at two origins. @param facilitator where what may be paid is settled */
export async function startHostileServer(facilitator: string): Promise<HostileServer> {
  const payments: SeenPayment[] = []
  const pages = new Map<string, Answerer>()
  const server = createServer({ maxHeaderSize }, (request, response) => {
    const host = request.headers.host ?? ''
    const path = new URL(request.url ?? '/', 'http://evil.localhost').pathname
    const header = request.headers['payment-signature']
    if (typeof header === 'string') payments.push({ host, path, header })
    void answer(request, response, path).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://evil.localhost:${port}`
  await nameServer(origin, 'a seller: the attacker')
  const elsewhere = `http://elsewhere.localhost:${port}/`

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const url = `http://${request.headers.host ?? ''}${request.url ?? '/'}`
    const hostile = Object.entries(hostileChallenges).find(([name]) => path === `/hostile/${name}`)
    const page = pages.get(path)
    if (hostile !== undefined) ask(response, hostile[1](url))
    else if (page !== undefined) await page({ request, response, url })
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title><p>Nothing for sale.')
  }

  return {
    url: (path) => `${origin}${path}`,
    elsewhere,
    payments,
    serve: (path, page) => void pages.set(path, page),
    sell: (path, sale) => void pages.set(path, seller(facilitator, sale)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
