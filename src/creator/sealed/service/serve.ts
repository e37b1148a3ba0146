import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { KeyService } from './service'

export interface ServeOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Whether whoever asks is named by what stands before this service (`X-Forwarded-For`, its last entry). */
  readonly behindProxy: boolean
}

/** Bytes of all headers of one request. */
const longestHead = 32 * 1024
/** Milliseconds in which a request has to be there. */
const patience = 10_000

/** Puts a key service on a port. @throws the error of `listen`, for example EADDRINUSE */
export async function serve(service: KeyService, { host, port, behindProxy }: ServeOptions): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer({ maxHeaderSize: longestHead, requestTimeout: patience, headersTimeout: patience }, (request, response) => {
    void respond(service, request, response, behindProxy).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => close(server) }
}

async function respond(service: KeyService, incoming: IncomingMessage, outgoing: ServerResponse, behindProxy: boolean): Promise<void> {
  const { method = 'GET', url = '/', headers, socket } = incoming
  const origin = `http://${headers.host ?? 'localhost'}`
  if (!URL.canParse(url, origin)) {
    outgoing.writeHead(400).end()
    return
  }
  const asked = new Headers()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && !name.startsWith(':')) asked.set(name, Array.isArray(value) ? value.join(', ') : value)
  const forwarded = asked.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const from = behindProxy ? forwarded : socket.remoteAddress
  // Nobody sends a body to be sold a key: what comes is not read.
  const answer = await service.handle(new Request(new URL(url, origin), { method: /^(GET|HEAD|OPTIONS)$/.test(method) ? method : 'POST', headers: asked }), from)
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  outgoing.end(Buffer.from(await answer.arrayBuffer()))
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
