import { setTimeout as wait } from 'node:timers/promises'
import type { Message, Relay } from './relay'

/** How often it is asked whether a page without a document is closed, or on its way elsewhere: milliseconds. */
const everyMs = 25

/**
 * What Firefox leaves out when a page of an extension comes or goes, because that changes the process of its tab: that it has loaded,
 * and that it is closed. Both are asked for, and told in its place.
 */
export class ExtensionPages {
  /** The document that each tab shows: its realm. */
  readonly #documents = new Map<unknown, unknown>()

  constructor(
    private readonly send: Relay['send'],
    private readonly tell: (message: Message) => void,
  ) {}

  hear({ method, params = {} }: Message): void {
    const { context, realm, url } = params
    if (method === 'browsingContext.navigationCommitted' && String(url).startsWith('moz-extension:')) void this.#loaded(params)
    if (method === 'script.realmCreated' && params['type'] === 'window' && params['sandbox'] === undefined) {
      if (String(params['origin']).startsWith('moz-extension:')) this.#documents.set(context, realm)
      else this.#documents.delete(context)
    }
    if (method === 'script.realmDestroyed') {
      const [tab] = [...this.#documents].find(([, document]) => document === realm) ?? []
      if (tab !== undefined) void this.#closed(tab, realm)
    }
  }

  async #loaded(params: NonNullable<Message['params']>): Promise<void> {
    const loaded = await this.send('script.evaluate', { expression: whenLoaded, target: { context: params['context'] }, awaitPromise: true }).catch(() => null)
    if (loaded === null) return
    for (const event of ['domContentLoaded', 'load']) this.tell({ type: 'event', method: `browsingContext.${event}`, params })
  }

  async #closed(context: unknown, realm: unknown): Promise<void> {
    while (this.#documents.get(context) === realm) {
      const tree = await this.send('browsingContext.getTree', { root: context, maxDepth: 0 }).catch(() => null)
      if (tree === null) {
        this.#documents.delete(context)
        this.tell({ type: 'event', method: 'browsingContext.contextDestroyed', params: { context, parent: null, children: [], url: '', userContext: 'default', originalOpener: null } })
      }
      await wait(everyMs)
    }
  }
}

const whenLoaded = `new Promise((resolve) => document.readyState === 'complete' ? resolve() : addEventListener('load', () => resolve(), { once: true }))`
