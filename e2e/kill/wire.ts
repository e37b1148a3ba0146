import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { loopback } from '../../demo/world/listen'

export interface Sending {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** The head of an answer. */
export interface Head {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
}

/** One request that has left. Follows no redirect. Every name under `localhost` is this computer. */
export class Wire {
  /** Reject when the connection breaks. */
  readonly head: Promise<Head>
  readonly body: Promise<Uint8Array<ArrayBuffer>>
  /** Fulfilled when nothing more comes, whatever came. */
  readonly over: Promise<void>
  readonly #request: ClientRequest

  constructor({ url, method, headers, body }: Sending) {
    const { host, port, pathname, search } = new URL(url)
    this.#request = request({ host: loopback, port, path: pathname + search, method, agent: false, headers: { ...headers, host } })
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      this.#request.on('response', resolve).on('error', reject)
    })
    this.head = answer.then(headOf)
    this.body = answer.then(async (message) => new Uint8Array(await buffer(message)))
    this.over = this.body.then(ended, ended)
    this.head.catch(ended)
    this.#request.end(body ?? undefined)
  }

  /** Breaks the connection. The seller may have got everything, or nothing. */
  cut(): void {
    this.#request.destroy(new Error('cut'))
  }
}

const ended = (): void => undefined

function headOf({ statusCode = 0, headersDistinct }: IncomingMessage): Head {
  const headers = Object.entries(headersDistinct).flatMap(([name, values]) => (values ?? []).map((value) => [name, value] as const))
  return { status: statusCode, headers }
}
