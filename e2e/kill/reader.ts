import { setTimeout as pause } from 'node:timers/promises'
import type { Input, MessageType, Output, Reply } from '../../src/messaging/contract'
import type { ApprovalView, PaymentRow } from '../../src/messaging/views'
import { ownDocument, PortClosed, type Browser } from './browser/index'

/** How often a reader looks whether a price has come. */
const looks = 20

/** A person with this browser. Asks the worker through the wallet's own pages, and has patience with one that dies. */
export class KillReader {
  readonly browser: Browser
  /** How often this person said yes. */
  yeses = 0

  constructor(browser: Browser) {
    this.browser = browser
  }

  /** Sends a message as a page of the wallet does. Null when the worker died of it, or refuses. */
  async try<K extends MessageType>(type: K, input: Input<K>): Promise<Output<K> | null> {
    const reply = await this.reply(type, input)
    return reply?.ok === true ? reply.value : null
  }

  async reply<K extends MessageType>(type: K, input: Input<K>): Promise<Reply<K> | null> {
    try {
      return (await this.browser.time.until(this.browser.send({ type, input }, ownDocument))) as Reply<K>
    } catch (fault) {
      if (!(fault instanceof PortClosed)) throw fault
      return null
    }
  }

  /** The same for what cannot be refused. */
  async ask<K extends MessageType>(type: K, input: Input<K>): Promise<Output<K>> {
    const reply = await this.reply(type, input)
    if (reply?.ok !== true) throw new Error(`${type}: ${reply === null ? 'no answer' : `${reply.code}: ${reply.sentence}`}`)
    return reply.value
  }

  async visit(url: string): Promise<void> {
    this.browser.open(url)
    await this.browser.time.still()
  }

  /** Asks for the one thing on the page in front, and waits for its price. Null where nothing has to be agreed to. */
  async wantsIt(): Promise<{ readonly approval: string; readonly view: ApprovalView & { readonly state: 'ready' } } | null> {
    const item = (await this.try('tab.read', {}))?.items[0]?.item
    const approval = item === undefined ? null : ((await this.try('tab.open', { item }))?.approval ?? null)
    if (approval === null) return null
    for (let look = 0; look < looks; look += 1) {
      const view = await this.try('approval.read', { approval })
      if (view?.state === 'ready') return { approval, view }
      if (view?.state !== 'loading') return null
      await this.browser.time.still()
      await pause(1)
    }
    return null
  }

  /** The yes. Nobody waits for its answer here: the worker may be dead before it comes. */
  async agrees(approval: string, view: ApprovalView & { readonly state: 'ready' }): Promise<void> {
    this.yeses += 1
    await this.try('approval.agree', { approval, message: view.quote.message })
  }

  async payments(): Promise<readonly PaymentRow[]> {
    return (await this.try('payments.list', { before: null, limit: 100 }))?.rows ?? []
  }
}
