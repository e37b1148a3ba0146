import type { Wire } from '../wire'

/** A document in a tab, and the wallet's scripts in it. */
export interface Page {
  readonly url: string
  readonly status: number
  /** The card was put into it. */
  card: boolean
  /** What the wallet put into the page, by the address it was bought at. */
  readonly fragments: Map<string, string>
}

export interface Navigation {
  readonly id: string
  readonly url: string
  /** Null while the network says nothing. */
  wire: Wire | null
}

export interface Tab {
  readonly id: number
  readonly windowId: number
  url: string
  page: Page | null
  navigation: Navigation | null
}

/** The tabs of the one ordinary window; the newest is the one the reader looks at. */
export class Tabs {
  readonly #all = new Map<number, Tab>()
  #count = 0

  open(url: string): Tab {
    const tab: Tab = { id: (this.#count += 1), windowId: ordinaryWindow, url, page: null, navigation: null }
    this.#all.set(tab.id, tab)
    return tab
  }

  /** @throws when there is no such tab, in the browser's words */
  get(id: number): Tab {
    const tab = this.#all.get(id)
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`)
    return tab
  }

  has(tab: Tab): boolean {
    return this.#all.get(tab.id) === tab
  }

  close(id: number): Tab | null {
    const tab = this.#all.get(id) ?? null
    this.#all.delete(id)
    return tab
  }

  all(): readonly Tab[] {
    return [...this.#all.values()]
  }

  active(): Tab | null {
    return this.all().at(-1) ?? null
  }
}

export const ordinaryWindow = 1
