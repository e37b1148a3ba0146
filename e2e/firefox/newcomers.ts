import type { Message } from './relay'

/** A window that never goes anywhere is told of all the same. Milliseconds. */
const patienceMs = 2_000

interface Newcomer {
  readonly created: Message
  /** What has happened in it meanwhile, in order. */
  readonly since: Message[]
  readonly realms: Set<unknown>
}

/**
 * Firefox tells of a new window before it is on its way anywhere, and Playwright hands it to tests at once, which know windows by
 * their addresses. So each is told of when it has arrived, with all that has happened in it by then.
 */
export class Newcomers {
  readonly #held = new Map<unknown, Newcomer>()

  constructor(private readonly tell: (message: Message) => void) {}

  hear(message: Message): void {
    const { method, params = {} } = message
    if (method === 'browsingContext.contextCreated' && params['parent'] === null) {
      this.#hold(message)
      return
    }
    // A tab that Playwright has asked for is waited for by its number.
    if (message.type === 'success') this.#release(message.result?.['context'])
    const context = this.#whose(message)
    const newcomer = this.#held.get(context)
    if (newcomer === undefined) {
      this.tell(message)
      return
    }
    newcomer.since.push(message)
    if (method === 'script.realmCreated') newcomer.realms.add(params['realm'])
    if (method === 'browsingContext.contextDestroyed') this.#release(context)
    if (method === 'browsingContext.navigationCommitted' && params['url'] !== 'about:blank') this.#release(context, params['url'])
  }

  #hold(created: Message): void {
    const context = created.params?.['context']
    this.#held.set(context, { created, since: [], realms: new Set() })
    setTimeout(() => this.#release(context), patienceMs).unref()
  }

  #whose({ method, params = {} }: Message): unknown {
    if (method === 'script.realmDestroyed') return [...this.#held].find(([, { realms }]) => realms.has(params['realm']))?.[0]
    return params['context'] ?? (params['source'] as { readonly context?: unknown } | undefined)?.context
  }

  #release(context: unknown, url?: unknown): void {
    const newcomer = this.#held.get(context)
    if (newcomer === undefined) return
    this.#held.delete(context)
    const { created, since } = newcomer
    this.tell(url === undefined ? created : { ...created, params: { ...created.params, url } })
    for (const message of since) this.tell(message)
  }
}
