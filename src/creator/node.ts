import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/**
 * A request that came to a Node server, as the web knows it.
 * @param origin of the site, as readers see it. What the request says of its host is not believed
 * @returns null for addresses that are no path, and for methods that browsers do not use
 */
export function requestFrom(message: IncomingMessage, path: string, origin: string): Request | null {
  if (!path.startsWith('/') || !URL.canParse(origin + path)) return null
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const method = message.method ?? 'GET'
  // What the web's requests cannot be is answered by nobody.
  if (/^(TRACE|CONNECT|TRACK)$/i.test(method)) return null
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? { body: Readable.toWeb(message), duplex: 'half' } : {}
  return new Request(origin + path, { method, headers, ...body } as RequestInit)
}

/** Sends an answer through a Node server. Ends the connection where the answer breaks off. */
export async function send(answer: Response, response: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(answer.headers)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  response.writeHead(answer.status, headers)
  if (answer.body === null) {
    response.end()
    return
  }
  await pass(answer.body, response)
}

/** Writes a body as fast as it is taken, and reads no more of it where nobody takes it any more. Streams of Node made of it take three times as long. */
async function pass(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader()
  const gone = new AbortController()
  response.once('close', () => {
    gone.abort()
    void reader.cancel().catch(() => undefined)
  })
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (!response.write(piece.value)) await once(response, 'drain', { signal: gone.signal })
    }
    response.end()
  } catch {
    response.destroy()
  }
}

/**
 * Puts something that answers requests of the web behind a Node server: `http.createServer(listener(app.fetch, 'https://ada.example'))`.
 * @param origin of the site, as readers see it
 */
export function listener(answer: (request: Request) => Promise<Response> | Response, origin: string): RequestListener {
  return (message, response) => {
    const request = requestFrom(message, message.url ?? '', origin)
    if (request === null) {
      response.writeHead(400).end()
      return
    }
    void Promise.resolve(answer(request)).then(
      (given) => send(given, response),
      () => response.writeHead(500).end('This page cannot be shown at the moment.'),
    )
  }
}
