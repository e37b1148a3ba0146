import type { MessageSender } from '../platform/runtime'

/** A document of the extension itself: popup, approval, dashboard, onboarding. */
export interface OwnSender {
  readonly kind: 'own'
}

/** Our content script in the top frame of a web page. The page is hostile; only these facts come from the browser. */
export interface PageSender {
  readonly kind: 'page'
  readonly tabId: number
  readonly windowId: number | null
  readonly origin: string
  /** Without fragment. */
  readonly url: string
}

/**
 * Who sent a message, by what the browser vouches for (docs/ARCHITECTURE.md, "Who is asking").
 * Null means: answer nothing. A framed extension page has our origin but a tab that shows something else,
 * and a sandboxed frame has a truthful-looking url but the origin "null": both are refused here.
 */
export function classifySender(sender: MessageSender, self: { readonly id: string; readonly origin: string }): OwnSender | PageSender | null {
  if (sender.id !== self.id) return null
  const tab = sender.tab
  if (sender.origin === self.origin || (sender.origin === undefined && sender.url?.startsWith(`${self.origin}/`) === true)) {
    const ownDocument = tab === undefined || (sender.frameId === 0 && tab.url?.startsWith(`${self.origin}/`) === true)
    return ownDocument ? { kind: 'own' } : null
  }
  if (tab?.id === undefined || sender.frameId !== 0 || sender.url === undefined) return null
  return pageSender(tab.id, tab.windowId ?? null, sender.url, sender.origin)
}

function pageSender(tabId: number, windowId: number | null, url: string, origin: string | undefined): PageSender | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null
  if (origin !== undefined && origin !== parsed.origin) return null
  parsed.hash = ''
  return { kind: 'page', tabId, windowId, origin: parsed.origin, url: parsed.href }
}

/** True when a message a content script hears comes from the extension and not from another one. */
export function isFromExtension(sender: MessageSender, selfId: string): boolean {
  return sender.id === selfId
}

/** True when an event heard by an own document was sent by the worker, which has no tab. */
export function isFromWorker(sender: MessageSender, selfId: string): boolean {
  return sender.id === selfId && sender.tab === undefined
}
