import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket, { WebSocketServer } from 'ws'
import { ExtensionPages } from './extension-pages'
import { Newcomers } from './newcomers'

/** A message of WebDriver BiDi: a command, its answer, or an event. */
export interface Message {
  readonly id?: number
  readonly type?: 'success' | 'error' | 'event'
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: string
  readonly message?: string
}

type Params = Readonly<Record<string, unknown>>

/** Does what a command asks for, and gives null; or gives what Firefox is to be asked for in its place. */
type Answer = (params: Params) => Promise<Params | null>

interface Waiting {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void
  readonly reject: (fault: Error) => void
}

/** Above every id that Playwright counts to, below the two with which it says goodbye. */
const firstOwnId = 2 ** 50

/**
 * Stands between Playwright and Firefox and passes on what they say. It is there for what Playwright has no words for (installing an
 * add-on, scripts in the browser's own window), and for what this Firefox leaves out of what Playwright waits for.
 */
export class Relay {
  readonly #waiting = new Map<number, Waiting>()
  readonly #newcomers = new Newcomers((message) => this.#tell(message))
  readonly #extensionPages = new ExtensionPages((method, params) => this.send(method, params), (message) => this.#newcomers.hear(message))
  readonly #marks = new Map<string, string>()
  readonly #answers = new Map<string, Answer>()
  #lastId = firstOwnId
  #firefox: WebSocket | null = null
  #playwright: WebSocket | null = null

  private constructor(
    private readonly server: WebSocketServer,
    private readonly profile: string,
  ) {
    server.on('connection', (playwright) => {
      this.#playwright = playwright
      // What is said before Firefox can be reached waits, in order.
      const reached = this.#reach()
      playwright.on('message', (data: Buffer) => void reached.then((firefox) => this.#heard(data.toString(), firefox)))
      playwright.on('close', () => void reached.then((firefox) => firefox.close()))
    })
  }

  /** @param profile of a Firefox that is about to be started */
  static async before(profile: string): Promise<Relay> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
    await once(server, 'listening')
    return new Relay(server, profile)
  }

  get url(): string {
    return `ws://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`
  }

  /** Says something to Firefox in the same session, beside Playwright. */
  send(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#firefox?.send(JSON.stringify({ id, method, params }))
    })
  }

  /** From now on a command of Playwright's comes here first. */
  answers(method: string, answer: Answer): void {
    this.#answers.set(method, answer)
  }

  /** @returns the number of the tab in which Playwright says a mark */
  async overhear(say: (mark: string) => Promise<unknown>): Promise<string> {
    const mark = `overheard-${String(this.#lastId += 1)}`
    this.#marks.set(mark, '')
    await say(mark)
    const tab = this.#marks.get(mark)
    this.#marks.delete(mark)
    if (tab === undefined || tab === '') throw new Error('nothing was heard of that tab')
    return tab
  }

  close(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('Firefox is closed'))
    this.#waiting.clear()
    this.server.close()
  }

  async #reach(): Promise<WebSocket> {
    const firefox = new WebSocket(`${await endpointOf(this.profile)}/session`, { perMessageDeflate: false, maxPayload: 0 })
    await once(firefox, 'open')
    firefox.on('message', (data: Buffer) => this.#fromFirefox(data.toString()))
    firefox.on('close', () => {
      this.#playwright?.close()
      this.close()
    })
    return (this.#firefox = firefox)
  }

  async #heard(text: string, firefox: WebSocket): Promise<void> {
    const { id = 0, method = '', params = {} } = JSON.parse(text) as Message
    const answer = this.#answers.get(method)
    if (answer === undefined) {
      firefox.send(this.#toFirefox(text))
      return
    }
    try {
      const asked = await answer(params)
      if (asked === null) this.#tell({ type: 'success', id, result: {} })
      else firefox.send(JSON.stringify({ id, method, params: asked }))
    } catch (fault) {
      this.#tell({ type: 'error', id, error: 'unknown error', message: String(fault) })
    }
  }

  #toFirefox(text: string): string {
    const { method, params, ...message } = JSON.parse(text) as Message
    const mark = [...this.#marks.keys()].find((one) => text.includes(one))
    if (mark !== undefined) this.#marks.set(mark, (params?.['target'] as { readonly context?: string } | undefined)?.context ?? '')
    // Pages are tabs of one window, as in the other browser, and one of them is in front.
    if (method === 'browsingContext.create') return JSON.stringify({ ...message, method, params: { ...params, type: 'tab' } })
    // Not known to Firefox 153. While it starts preferences say it (firefox.ts), and any question stands here for "done".
    if (method === 'emulation.setMediaFeaturesOverride') return JSON.stringify({ ...message, method: 'session.status', params: {} })
    return text
  }

  #fromFirefox(text: string): void {
    const message = withNumber(JSON.parse(text) as Message)
    const waiting = this.#waiting.get(message.id ?? 0)
    if (waiting === undefined) {
      this.#newcomers.hear(message)
      this.#extensionPages.hear(message)
      return
    }
    this.#waiting.delete(message.id ?? 0)
    if (message.type === 'error') waiting.reject(new Error(`${message.error ?? ''}: ${message.message ?? ''}`))
    else waiting.resolve(message.result ?? {})
  }

  #tell(message: Message): void {
    this.#playwright?.send(JSON.stringify(message))
  }
}

/** A file that a page makes and saves has no navigation, by which Playwright tells one from another: its address is good for that. */
function withNumber(message: Message): Message {
  const isOfFile = message.method === 'browsingContext.downloadWillBegin' || message.method === 'browsingContext.downloadEnd'
  return isOfFile ? { ...message, params: { ...message.params, navigation: message.params?.['navigation'] ?? message.params?.['url'] } } : message
}

/** Firefox writes into its profile where it can be reached. */
async function endpointOf(profile: string): Promise<string> {
  for (;;) {
    try {
      const { ws_host: host, ws_port: port } = JSON.parse(await readFile(join(profile, 'WebDriverBiDiServer.json'), 'utf8')) as Endpoint
      return `ws://${host}:${String(port)}`
    } catch {
      await wait(20)
    }
  }
}

interface Endpoint {
  readonly ws_host: string
  readonly ws_port: number
}
