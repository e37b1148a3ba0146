import type { Life } from '../life'
import type { Sending, Wire } from '../wire'
import type { Browser } from './index'

/** Statuses whose answers have no body (Fetch, 2.2.3). */
const bodiless = [204, 205, 304]

/** `fetch` as the worker uses it: with text bodies, the reader's cookies where asked for, and never following a redirect. */
export function workerFetch(browser: Browser, life: Life) {
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    await life.effect(`fetch ${new URL(url).pathname} leaves`, () => undefined)
    const cut = browser.gate.takeCut()
    if (cut === 'hang') return hang(init.signal ?? null)
    return life.effect(`fetch ${new URL(url).pathname}`, async () => {
      if (cut === 'cut-before') throw failed()
      const wire = browser.leave(sendingOf(browser, url, init))
      init.signal?.addEventListener('abort', () => wire.cut())
      browser.gate.point('request left')
      if (cut === null) return receive(browser, wire, url, init)
      await wire.over
      throw failed()
    })
  }
}

const failed = (): TypeError => new TypeError('Failed to fetch')

/** No word ever comes; only the worker's own patience ends it. */
function hang(signal: AbortSignal | null): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
  })
}

function sendingOf(browser: Browser, url: string, { method = 'GET', headers, body, credentials }: RequestInit): Sending {
  const cookies = credentials === 'include' ? browser.profile.cookies.header(url) : {}
  const given = Object.fromEntries(new Headers(headers))
  return { url, method, headers: { 'user-agent': 'Mozilla/5.0', ...given, ...cookies }, body: typeof body === 'string' ? body : null }
}

async function receive(browser: Browser, wire: Wire, url: string, { credentials }: RequestInit): Promise<Response> {
  try {
    const { status, headers } = await wire.head
    const body = await wire.body
    // Cookies are the browser's own: kept whether or not the worker still lives.
    if (credentials === 'include') browser.profile.cookies.keep(url, headers)
    return responseOf(status, headers, body)
  } catch {
    throw failed()
  }
}

/** What a worker that asked for no redirect gets to see. */
function responseOf(status: number, headers: readonly (readonly [string, string])[], body: Uint8Array<ArrayBuffer>): Response {
  const redirected = status >= 300 && status < 400 && status !== 304
  if (redirected) return Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })
  const shown = headers.filter(([name]) => name !== 'set-cookie').map(([name, value]): [string, string] => [name, value])
  return new Response(bodiless.includes(status) ? null : body, { status, headers: shown })
}
