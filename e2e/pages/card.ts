import type { Page } from 'playwright'
import { expect } from '../support/expect'
import type { Accessible } from '../support/driven'
import type { Reader } from '../support/reader'

/**
 * The card inside a page. Its shadow root is closed, to tests as to the page: it is read through the
 * browser's accessibility tree and pressed with the mouse where the browser says it is.
 */
export class Card {
  constructor(
    private readonly reader: Reader,
    private readonly page: Page,
  ) {}

  /** Everything the card says, as a screen reader would hear it. Empty while there is no card. */
  async text(): Promise<string> {
    const nodes = await this.#nodes()
    return nodes.map((node) => node.name).join('\n')
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.text()).toMatch(text)
  }

  /** Presses the one button that unlocks. @param name what it says, in another language */
  async press(name = /^(Unlock for|Open it again)/): Promise<void> {
    await this.#click(name)
  }

  /** Presses the one button that stops what is about to be paid without a question. */
  async stop(): Promise<void> {
    await this.#click(/^Stop$/)
  }

  async putAway(): Promise<void> {
    await this.#click(/^Put away$/)
  }

  async #click(name: RegExp): Promise<void> {
    const find = async () => (await this.#nodes()).find((node) => node.role === 'button' && name.test(node.name))
    await expect.poll(async () => (await find()) !== undefined).toBe(true)
    const middle = await (await find())?.middle()
    await this.page.mouse.click(middle?.x ?? 0, middle?.y ?? 0)
  }

  async #nodes(): Promise<readonly Accessible[]> {
    const all = await this.reader.extension.accessibles(this.page)
    const root = all.find(({ role, name }) => role === 'complementary' && name === 'Farthing')
    return root === undefined ? [] : withAll(root)
  }
}

const withAll = (accessible: Accessible): readonly Accessible[] => [accessible, ...accessible.children.flatMap(withAll)]
