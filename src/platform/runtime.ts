/**
 * The few extension functions a content script needs, without the polyfill's weight:
 * Manifest V3 gives promises under both names (`browser` in Firefox and newer Chromium, `chrome` in all Chromium).
 */
export interface MessageSender {
  readonly id?: string
  readonly url?: string
  readonly origin?: string
  readonly frameId?: number
  readonly tab?: { readonly id?: number; readonly url?: string; readonly windowId?: number }
}

type Listener = (message: unknown, sender: MessageSender) => undefined

interface Runtime {
  readonly id: string
  getURL(path: string): string
  sendMessage(message: unknown): Promise<unknown>
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void }
}

declare const browser: { readonly runtime: Runtime } | undefined
declare const chrome: { readonly runtime: Runtime } | undefined

export function runtime(): Runtime {
  if (typeof browser !== 'undefined') return browser.runtime
  if (typeof chrome !== 'undefined') return chrome.runtime
  throw new Error('not an extension context')
}
