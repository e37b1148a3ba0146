import { browser, type WebRequest } from '../../platform/browser'

/** What the observer tells of one tab's main-frame navigation. */
export interface NavigationWatcher {
  /** The head of an answer. `headers` has lower-case names. */
  head(tabId: number, url: string, status: number, headers: ReadonlyMap<string, string>): void
  redirected(tabId: number): void
  completed(tabId: number, url: string, status: number): void
  failed(tabId: number): void
}

const stripFragment = (url: string): string => url.split('#', 1)[0] ?? url

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
      this.#watcher.head(details.tabId, stripFragment(details.url), details.statusCode, headers)
    }
    const redirected = (details: WebRequest.OnBeforeRedirectDetailsType): void => this.#watcher.redirected(details.tabId)
    const completed = (details: WebRequest.OnCompletedDetailsType): void =>
      this.#watcher.completed(details.tabId, stripFragment(details.url), details.statusCode)
    const failed = (details: WebRequest.OnErrorOccurredDetailsType): void => this.#watcher.failed(details.tabId)

    const { onHeadersReceived, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest
    onHeadersReceived.addListener(head, filter, ['responseHeaders'])
    onBeforeRedirect.addListener(redirected, filter)
    onCompleted.addListener(completed, filter)
    onErrorOccurred.addListener(failed, filter)
    this.#stop.push(
      () => onHeadersReceived.removeListener(head),
      () => onBeforeRedirect.removeListener(redirected),
      () => onCompleted.removeListener(completed),
      () => onErrorOccurred.removeListener(failed),
    )
  }
}
