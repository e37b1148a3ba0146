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
  sent(request: Request): void
  /** The head of an answer. `headers` has lower-case names. */
  head(request: Request, status: number, headers: ReadonlyMap<string, string>): void
  redirected(request: Request): void
  completed(request: Request, status: number): void
  failed(request: Request): void
}

const requestOf = ({ tabId, url, requestId, type }: { tabId: number; url: string; requestId: string; type: string }): Request => ({
  isPage: type === 'main_frame',
  tabId,
  url: url.split('#', 1)[0] ?? url,
  id: requestId,
})

/**
 * Watches main-frame answers, passively, on sites the reader gave access to. It makes no request and blocks none.
 * Chromium never delivers to a listener that was added before access was given: `listen` again after each grant.
 */
export class NavigationObserver {
  readonly #watcher: NavigationWatcher
  readonly #stop: (() => void)[] = []

  constructor(watcher: NavigationWatcher) {
    this.#watcher = watcher
  }

  listen(): void {
    for (const stop of this.#stop.splice(0)) stop()
    this.#stop.push(this.#hear({ urls: ['*://*/*'], types: ['main_frame'] }))
  }

  /** Hears what a tab loads from one site, too, until the function that is returned is called. */
  follow(tabId: number, url: string): () => void {
    const { protocol, hostname } = new URL(url)
    return this.#hear({ urls: [`${protocol}//${hostname}/*`], types: [...carriers.subresource], tabId })
  }

  #hear(filter: WebRequest.RequestFilter): () => void {
    const head = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
      this.#watcher.head(requestOf(details), details.statusCode, joined(details.responseHeaders ?? []))
    }
    const sent = (details: WebRequest.OnSendHeadersDetailsType): void => this.#watcher.sent(requestOf(details))
    const redirected = (details: WebRequest.OnBeforeRedirectDetailsType): void => this.#watcher.redirected(requestOf(details))
    const completed = (details: WebRequest.OnCompletedDetailsType): void =>
      this.#watcher.completed(requestOf(details), details.statusCode)
    const failed = (details: WebRequest.OnErrorOccurredDetailsType): void => this.#watcher.failed(requestOf(details))

    const { onSendHeaders, onHeadersReceived, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest
    onSendHeaders.addListener(sent, filter)
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
