import { vi, type Mock } from 'vitest'
import type { Input, MessageType, Reply } from '../../messaging/contract'
import type { SessionEvent } from '../../messaging/views'

export type Answers = { [K in MessageType]?: (input: Input<K>) => Reply<K> | Promise<Reply<K>> }
type Listener = (message: unknown, sender: unknown) => unknown

const extensionId = 'farthing'

/** There before any page is imported: the polyfill looks for it while it loads, and keeps it. */
const api: object = { runtime: { id: extensionId } }
Object.assign(globalThis, { browser: api, chrome: api })

/** What a test sees of the worker it plays. */
export interface FakeWorker {
  readonly sent: readonly { readonly type: string; readonly input: unknown }[]
  readonly permissions: Readonly<Record<'request' | 'contains' | 'remove', Mock<() => Promise<boolean>>>>
  /** Messages of one type, oldest first. */
  inputs(type: MessageType): readonly unknown[]
  /** Says that something changed, as the worker does. */
  changed(topic: SessionEvent['topic']): void
}

/**
 * Puts an extension API under the page under test in which the worker gives these answers.
 * Anything not answered fails as an unreachable worker does. Import this file before any page.
 */
export function fakeWorker(answers: Answers): FakeWorker {
  const sent: { type: string; input: unknown }[] = []
  const listeners = new Set<Listener>()
  const permissions = { request: vi.fn(async () => true), contains: vi.fn(async () => true), remove: vi.fn(async () => true) }
  const sendMessage = async (message: { type: MessageType; input: never }) => {
    sent.push(message)
    return (answers[message.type] as ((input: never) => unknown) | undefined)?.(message.input)
  }
  Object.assign(api, {
    runtime: {
      id: extensionId,
      getURL: (path: string) => `chrome-extension://${extensionId}/${path}`,
      sendMessage,
      onMessage: { addListener: (listener: Listener) => listeners.add(listener), removeListener: (listener: Listener) => listeners.delete(listener) },
    },
    i18n: { getUILanguage: () => 'en-GB' },
    storage: { local: { get: vi.fn(async () => ({})), set: vi.fn(async () => undefined), remove: vi.fn(async () => undefined) } },
    permissions,
    commands: { getAll: vi.fn(async () => [{ name: '_execute_action', shortcut: 'Alt+Shift+F' }, { name: 'history', shortcut: '' }]) },
    tabs: { create: vi.fn(async () => ({})) },
  })
  return {
    sent,
    permissions,
    inputs: (type) => sent.filter((message) => message.type === type).map(({ input }) => input),
    changed: (topic) => {
      for (const listener of [...listeners]) listener({ event: 'changed', topic }, { id: extensionId })
    },
  }
}

export const reply = <T>(value: T) => ({ ok: true as const, value })
