import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Duplex, PassThrough, Readable } from 'node:stream'
import type { Application, RequestHandler } from 'express'
import { requestFrom, send } from './node'
import type { Shop } from './shop'

/**
 * A shop in front of an Express site. To be used before everything else:
 * `app.use(farthing(shop, app))`.
 */
export function farthing(shop: Shop, app: Application): RequestHandler {
  /** Requests of the shop's to the site behind it. */
  const inside = new WeakSet<IncomingMessage>()
  const site = async (request: Request): Promise<Response> => {
    const message = messageFrom(request)
    inside.add(message)
    return answerOf(app, message)
  }
  return (req, res, next) => {
    if (inside.has(req)) {
      next()
      return
    }
    const request = requestFrom(req, req.originalUrl, shop.origin)
    if (request === null) res.status(400).end()
    else shop.handle(request, site).then((answer) => send(answer, res), next)
  }
}

/** A request as Node's server would have handed it over. */
function messageFrom(request: Request): IncomingMessage {
  const { pathname, search, host } = new URL(request.url)
  const message = new IncomingMessage(new Socket())
  message.method = request.method
  message.url = pathname + search
  message.headers = { host, ...Object.fromEntries(request.headers) }
  message.rawHeaders = Object.entries(message.headers).flatMap(([name, value]) => [name, String(value)])
  // What is answered in the manner of HTTP/1.0 ends with the connection, and is in no pieces.
  message.httpVersionMajor = 1
  message.httpVersionMinor = 0
  message.httpVersion = '1.0'
  if (request.body === null) {
    message.push(null)
    message.complete = true
    return message
  }
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  message._read = () => undefined
  body.on('data', (piece: Buffer) => message.push(piece))
  body.on('error', (error) => message.destroy(error))
  body.on('end', () => {
    message.complete = true
    message.push(null)
  })
  return message
}

/** What an Express site answers, as its head is written. */
function answerOf(app: Application, message: IncomingMessage): Promise<Response> {
  return new Promise((resolve, reject) => {
    const response = new ServerResponse(message)
    const body = new PassThrough()
    const wire = new Wire(body, () => {
      const { statusCode: status } = response
      const headers = new Headers()
      for (const [name, value] of Object.entries(response.getHeaders())) for (const one of [value ?? []].flat()) headers.append(name, String(one))
      headers.delete('connection')
      const hasBody = message.method !== 'HEAD' && ![204, 205, 304].includes(status)
      resolve(new Response(hasBody ? (Readable.toWeb(body) as ReadableStream) : null, { status, headers }))
    })
    body.on('error', () => wire.destroy())
    body.on('close', () => wire.destroy())
    response.on('finish', () => body.end())
    response.on('close', () => {
      if (response.writableFinished) return
      reject(new Error('The site broke off its answer.'))
      body.destroy(new Error('The site broke off its answer.'))
    })
    // It writes to a wire as to a connection; nothing more is asked of it.
    response.assignSocket(wire as unknown as Socket)
    app(message as Parameters<Application>[0], response as Parameters<Application>[1])
  })
}

/** Takes an answer as it goes over a connection: its head, and then the body, which is passed on. */
class Wire extends Duplex {
  #head: Buffer | null = Buffer.alloc(0)

  constructor(
    readonly body: PassThrough,
    readonly onHead: () => void,
  ) {
    super()
  }

  override _read(): void {
    // Nothing comes back on it.
  }

  override _write(piece: Buffer | string, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, encoding) : piece
    if (this.#head === null) {
      this.body.write(bytes, done)
      return
    }
    this.#head = Buffer.concat([this.#head, bytes])
    const end = this.#head.indexOf('\r\n\r\n')
    if (end === -1) {
      done()
      return
    }
    const rest = this.#head.subarray(end + 4)
    this.#head = null
    this.onHead()
    if (rest.length === 0) done()
    else this.body.write(rest, done)
  }
}
