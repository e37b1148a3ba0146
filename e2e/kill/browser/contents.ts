import * as v from 'valibot'
import type { Input } from '../../../src/messaging/contract'
import { extension, PortClosed, type Browser, type Sender } from './index'
import type { Tab } from './tabs'

/** What a page has for sale beside itself: its tags, by its address. */
export type Declared = (url: string) => Input<'page.found'>['tags']

const fragmentEvent = v.object({ event: v.literal('fragment'), item: v.string(), src: v.string(), html: v.string() })

/** The wallet's scripts in pages, as the worker knows them: they tell what a page asks for, and put fragments in their place. */
export class Contents {
  readonly #browser: Browser
  readonly #declared: Declared

  constructor(browser: Browser, declared: Declared) {
    this.#browser = browser
    this.#declared = declared
  }

  /** A page is there: the detector looks at it. */
  loaded(tab: Tab): void {
    const { page } = tab
    if (page === null) return
    const tags = page.status === 200 ? this.#declared(page.url) : []
    if (page.status === 402 || tags.length > 0) this.#tell(tab, { type: 'page.found', input: { status: page.status, tellsPrograms: false, title: 'An article', tags, parts: [] } })
  }

  /** The card's script is put into the page: it asks for what to show. */
  inject(tab: Tab): void {
    if (tab.page === null || tab.page.card) return
    tab.page.card = true
    this.#tell(tab, { type: 'card.read', input: {} })
  }

  /** The worker tells the page something. @throws when nothing listens there */
  hear(tab: Tab, event: unknown): void {
    if (tab.page?.card !== true) throw new Error('Could not establish connection. Receiving end does not exist.')
    const fragment = v.safeParse(fragmentEvent, event)
    if (!fragment.success) return
    const { item, src, html } = fragment.output
    tab.page.fragments.set(src, html)
    this.#tell(tab, { type: 'fragment.inserted', input: { item } })
  }

  /** A page that hears no answer asks nobody else. */
  async #send(message: unknown, tab: Tab): Promise<void> {
    try {
      await this.#browser.send(message, senderOf(tab))
    } catch (fault) {
      if (!(fault instanceof PortClosed)) throw fault
    }
  }

  /** As soon as the script runs. */
  #tell(tab: Tab, message: unknown): void {
    const end = this.#browser.stillness.begin()
    setImmediate(() => {
      end()
      if (this.#browser.running && this.#browser.tabs.has(tab)) void this.#send(message, tab)
    })
  }
}

function senderOf({ id, url, windowId }: Tab): Sender {
  return { id: extension.id, url, origin: new URL(url).origin, frameId: 0, tab: { id, url, windowId } }
}
