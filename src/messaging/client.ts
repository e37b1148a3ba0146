import { runtime, type MessageSender } from '../platform/runtime'
import type { Input, MessageType, Reply } from './contract'
import { isFromExtension, isFromWorker } from './sender'
import type { CardView, PageEvent, SessionEvent } from './views'

/** What content scripts, which may import this file only, need of the contract. */
export type { CardView, Input, PageEvent }

/** Said in the place of a worker that cannot be reached. The wallet's own pages say it in the reader's language (src/ui/shared/mount.tsx). */
export const silence = { sentence: 'Farthing did not answer. Try again in a moment.' }

/** Sends a message to the worker. Never throws: a worker that cannot be reached is a failed reply. */
export async function send<K extends MessageType>(type: K, input: Input<K>): Promise<Reply<K>> {
  try {
    const reply: unknown = await runtime().sendMessage({ type, input })
    if (isReply<K>(reply)) return reply
  } catch {
    // The worker is being replaced, or the extension was reloaded under this page.
  }
  return { ok: false, code: 'failed', ...silence }
}

function isReply<K extends MessageType>(reply: unknown): reply is Reply<K> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply
}

/** Hears that something the worker shows has changed. Returns the way to stop. For the extension's own pages. */
export function onChanged(listener: (topic: SessionEvent['topic']) => void): () => void {
  return listen((message, sender) => {
    if (isFromWorker(sender, runtime().id) && isSessionEvent(message)) listener(message.topic)
  })
}

/** Hears what the worker tells one page: its card, or a fragment that was bought. For content scripts. */
export function onPageEvent(listener: (event: PageEvent) => void): () => void {
  return listen((message, sender) => {
    if (isFromExtension(sender, runtime().id) && isPageEvent(message)) listener(message)
  })
}

function listen(hear: (message: unknown, sender: MessageSender) => void): () => void {
  // Returns nothing, so that it never answers a message meant for somebody else.
  const listener = (message: unknown, sender: MessageSender): undefined => {
    hear(message, sender)
  }
  runtime().onMessage.addListener(listener)
  return () => runtime().onMessage.removeListener(listener)
}

const hasEvent = (message: unknown): message is { readonly event: unknown } =>
  typeof message === 'object' && message !== null && 'event' in message
const isSessionEvent = (message: unknown): message is SessionEvent => hasEvent(message) && message.event === 'changed'
const isPageEvent = (message: unknown): message is PageEvent =>
  hasEvent(message) && (message.event === 'card' || message.event === 'fragment')
