import { request, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** As `RequestInit`, as far as it is needed here. */
export interface LocalRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Statuses that have no body (Fetch, 2.2.3). */
const bodiless = [101, 204, 205, 304]

/**
 * `fetch` for the sites of this world; follows no redirect. Browsers take every name under `localhost` to the loopback
 * interface by themselves (RFC 6761, 6.3); Node asks the system, and many systems know no such names.
 */
export function fetchLocal(url: string, { method = 'GET', headers = {}, body }: LocalRequest = {}): Promise<Response> {
  const { host, port, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: pathname + search, method, agent: false, headers: { ...headers, Host: host } }
    const asking = request(options, (answer) => {
      const status = answer.statusCode ?? 0
      const received = { status, headers: headersOf(answer) }
      const read = (body: Buffer) => resolve(new Response(bodiless.includes(status) ? null : new Uint8Array(body), received))
      buffer(answer).then(read, reject)
    })
    asking.on('error', reject).end(body)
  })
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  return headers
}
