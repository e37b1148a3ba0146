import type { CDPSession, Page } from 'playwright'
import { expect } from '../support/expect'
import type { Reader } from '../support/reader'

/**
 * The card inside a page. Its shadow root is closed, to tests as to the page: it is read through the
 * browser's accessibility tree and pressed with the mouse where the browser says it is.
 */
export class Card {
  #session: Promise<CDPSession> | null = null

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

  /** Presses the one button that unlocks. */
  async press(): Promise<void> {
    await this.#click(/^(Unlock for|Open it again)/)
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
    const button = await find()
    const session = await this.#cdp()
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button?.backendId ?? 0 })
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content
    await this.page.mouse.click((left + right) / 2, (top + bottom) / 2)
  }

  async #nodes(): Promise<readonly { role: string; name: string; backendId: number }[]> {
    const session = await this.#cdp()
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const inCard = new Set<string>()
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const root = nodes.find((node) => node.role?.value === 'complementary' && node.name?.value === 'Farthing')
    const collect = (id: string): void => {
      inCard.add(id)
      for (const child of byId.get(id)?.childIds ?? []) collect(child)
    }
    if (root !== undefined) collect(root.nodeId)
    return nodes
      .filter((node) => inCard.has(node.nodeId) && !node.ignored)
      .map((node) => ({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        backendId: node.backendDOMNodeId ?? 0,
      }))
  }

  #cdp(): Promise<CDPSession> {
    return (this.#session ??= this.reader.extension.context.newCDPSession(this.page))
  }
}
