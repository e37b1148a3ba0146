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

declare const globalThis: { readonly browser?: { readonly runtime: Runtime }; readonly chrome?: { readonly runtime: Runtime } }

export function runtime(): Runtime {
  const api = globalThis.browser ?? globalThis.chrome
  if (api === undefined) throw new Error('not an extension context')
  return api.runtime
}
