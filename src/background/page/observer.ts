import { browser, type WebRequest } from '../../platform/browser'
import { carriers } from '../payment/header-rule'

/** One request of a tab. `url` is without fragment; `id` stays the same through redirects. */
export interface Request {
  /** False for what a page loads beside itself. */
  readonly isPage: boolean
  readonly tabId: number
  readonly url: string
  readonly id: string
}

/** Header fields by lower-case name. One that comes on several lines is one list (RFC 9110, 5.2). */
function joined(lines: readonly { readonly name: string; readonly value?: string }[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const { name, value = '' } of lines) {
    const before = fields.get(name.toLowerCase())
    fields.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`)
  }
  return fields
}

/** What the observer tells of the requests of one tab. */
export interface NavigationWatcher {
  /**
   * `headers`: the lower-case names of the fields it left with. `byReader`: the browser says that a person made it leave, by a
   * press, a key or the address bar (Fetch Metadata, Sec-Fetch-User); a page cannot set that field.
   */
  sent(request: Request, headers: ReadonlySet<string>, byReader: boolean): void
  /** The head of an answer. `headers` has lower-case names. */
  head(request: Request, status: number, headers: ReadonlyMap<string, string>): void
  redirected(request: Request): void
  completed(request: Request, status: number): void
  /** @param error in the browser's own words */
  failed(request: Request, error: string): void
  /** A recording in the page itself, in no frame of it, was answered with 402. */
  unpaid(request: Request): void
}

const requestOf = ({ tabId, url, requestId, type }: { tabId: number; url: string; requestId: string; type: string }): Request => ({
  isPage: type === 'main_frame',
  tabId,
  url: url.split('#', 1)[0] ?? url,
  id: requestId,
})

/**
 * Whether a page is fetched only in case somebody should open it (Speculation Rules). In the tab that asked for it the browser
 * tells of it as if it were the page itself.
 */
const isSpeculative = (headers: readonly { readonly name: string; readonly value?: string }[]): boolean =>
  headers.some(({ name, value = '' }) => name.toLowerCase() === 'sec-purpose' && value.includes('prefetch'))

const isByReader = (headers: readonly { readonly name: string; readonly value?: string }[]): boolean =>
  headers.some(({ name, value }) => name.toLowerCase() === 'sec-fetch-user' && value === '?1')

/**
 * The answer has come, and Firefox shows a page of its own in its place (NS_ERROR_NET_ERROR_RESPONSE): an error
 * without a text, or with data that it cannot show.
 * Chromium calls such a request complete.
 */
const answered = 'ERROR_RESPONSE'

/**
 * Chromium shows what its network process adds (Sec-Fetch-User) only to those who ask for it by this name, which Firefox, where
 * it is shown to everybody, does not know. Asked for pages alone: it costs a detour through the browser for each request.
 */
function allRequestHeaders(): WebRequest.OnSendHeadersOptions[] {
  const { OnSendHeadersOptions: options } = browser.webRequest as { readonly OnSendHeadersOptions?: Readonly<Record<string, string>> }
  const extra = options?.['EXTRA_HEADERS']
  return extra === undefined ? ['requestHeaders'] : ['requestHeaders', extra as WebRequest.OnSendHeadersOptions]
}

/**
 * Watches main-frame answers, passively, on sites the reader gave access to. It makes no request and blocks none.
 * Chromium never delivers to a listener that was added before access was given: `listen` again after each grant.
 */
export class NavigationObserver {
  readonly #watcher: NavigationWatcher
  readonly #stop: (() => void)[] = []
  /** Requests for pages that nobody has opened: they say nothing about their tab. */
  readonly #speculative = new Set<string>()

  constructor(watcher: NavigationWatcher) {
    this.#watcher = watcher
  }

  listen(): void {
    for (const stop of this.#stop.splice(0)) stop()
    this.#stop.push(this.#hear({ urls: ['*://*/*'], types: ['main_frame'] }), this.#hearUnpaid())
  }

  /** Hears what a tab loads from one site, too, until the function that is returned is called. */
  follow(tabId: number, url: string): () => void {
    const { protocol, hostname } = new URL(url)
    return this.#hear({ urls: [`${protocol}//${hostname}/*`], types: [...carriers.subresource], tabId })
  }

  /** Recordings have no status in the browser's own list of what a page has loaded: only here it is told (see content/unpaid-parts). */
  #hearUnpaid(): () => void {
    const head = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
      if (details.statusCode === 402 && details.frameId === 0) this.#watcher.unpaid(requestOf(details))
    }
    const { onHeadersReceived } = browser.webRequest
    onHeadersReceived.addListener(head, { urls: ['*://*/*'], types: ['media'] })
    return () => onHeadersReceived.removeListener(head)
  }

  #hear(filter: WebRequest.RequestFilter): () => void {
    const statuses = new Map<string, number>()
    const known = ({ requestId }: { readonly requestId: string }): boolean => !this.#speculative.has(requestId)
    const over = ({ requestId }: { readonly requestId: string }): boolean => {
      statuses.delete(requestId)
      return !this.#speculative.delete(requestId)
    }
    const head = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
      statuses.set(details.requestId, details.statusCode)
      if (known(details)) this.#watcher.head(requestOf(details), details.statusCode, joined(details.responseHeaders ?? []))
    }
    const sent = (details: WebRequest.OnSendHeadersDetailsType): void => {
      const headers = details.requestHeaders ?? []
      if (isSpeculative(headers)) this.#speculative.add(details.requestId)
      else this.#watcher.sent(requestOf(details), new Set(headers.map(({ name }) => name.toLowerCase())), isByReader(headers))
    }
    const redirected = (details: WebRequest.OnBeforeRedirectDetailsType): void => {
      if (known(details)) this.#watcher.redirected(requestOf(details))
    }
    const completed = (details: Pick<WebRequest.OnCompletedDetailsType, 'tabId' | 'url' | 'requestId' | 'type' | 'statusCode'>): void => {
      if (over(details)) this.#watcher.completed(requestOf(details), details.statusCode)
    }
    const failed = (details: WebRequest.OnErrorOccurredDetailsType): void => {
      const statusCode = statuses.get(details.requestId)
      if (statusCode !== undefined && details.error.endsWith(answered)) completed({ ...details, statusCode })
      else if (over(details)) this.#watcher.failed(requestOf(details), details.error)
    }

    const { onSendHeaders, onHeadersReceived, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest
    onSendHeaders.addListener(sent, filter, filter.types?.includes('main_frame') === true ? allRequestHeaders() : ['requestHeaders'])
    onHeadersReceived.addListener(head, filter, ['responseHeaders'])
    onBeforeRedirect.addListener(redirected, filter)
    onCompleted.addListener(completed, filter)
    onErrorOccurred.addListener(failed, filter)
    return () => {
      onSendHeaders.removeListener(sent)
      onHeadersReceived.removeListener(head)
      onBeforeRedirect.removeListener(redirected)
      onCompleted.removeListener(completed)
      onErrorOccurred.removeListener(failed)
    }
  }
}
