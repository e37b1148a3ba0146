import { browser, type WebRequest } from '../../platform/browser'

/** One main-frame request. `url` is without fragment; `id` stays the same through redirects. */
export interface Request {
  readonly tabId: number
  readonly url: string
  readonly id: string
}

/** What the observer tells of one tab's main-frame navigation. */
export interface NavigationWatcher {
  /** The head of an answer. `headers` has lower-case names. */
  sent(request: Request): void
  head(request: Request, status: number, headers: ReadonlyMap<string, string>): void
  redirected(request: Request): void
  completed(request: Request, status: number): void
  failed(request: Request): void
}

const requestOf = ({ tabId, url, requestId }: { tabId: number; url: string; requestId: string }): Request => ({
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
    const filter: WebRequest.RequestFilter = { urls: ['*://*/*'], types: ['main_frame'] }
    const head = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
      const headers = new Map((details.responseHeaders ?? []).map(({ name, value }) => [name.toLowerCase(), value ?? '']))
      this.#watcher.head(requestOf(details), details.statusCode, headers)
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
    this.#stop.push(
      () => onSendHeaders.removeListener(sent),
      () => onHeadersReceived.removeListener(head),
      () => onBeforeRedirect.removeListener(redirected),
      () => onCompleted.removeListener(completed),
      () => onErrorOccurred.removeListener(failed),
    )
  }
}
