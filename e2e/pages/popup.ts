import type { Page } from 'playwright'
import type { Reader } from '../support/reader'
import { extensionUrl } from '../support/extension'
import { ApprovalWindow } from './approval'

/** What the toolbar button opens. Opened in a window of its own, so that the article's tab stays the one the reader looks at. */
export class Popup {
  private constructor(
    private readonly reader: Reader,
    readonly page: Page,
  ) {}

  static async open(reader: Reader): Promise<Popup> {
    const { extension } = reader
    const url = extensionUrl('popup.html')
    const opened = extension.context.waitForEvent('page', { predicate: (page) => page.url() === url })
    const worker = await extension.worker()
    await worker.evaluate(async (popup) => {
      const { chrome } = globalThis as unknown as { chrome: { windows: { create(window: object): Promise<unknown> } } }
      await chrome.windows.create({ type: 'popup', url: popup, width: 400, height: 620, focused: true })
    }, url)
    return new Popup(reader, await opened)
  }

  get thisPage() {
    return this.page.getByRole('region', { name: 'This page' })
  }

  /** Where the page's article is for subscribers only. */
  get wish() {
    return this.thisPage.getByRole('button', { name: 'I would have paid for this article' })
  }

  get undoWish() {
    return this.thisPage.getByRole('button', { name: /^Undo/ })
  }

  /** Has the browser ask for leave for what is sold here, where it wants that by name. */
  async allow(): Promise<void> {
    await this.thisPage.getByRole('button', { name: 'Allow on this site' }).click()
  }

  /** Presses the button that unlocks what the page sells, and gives the approval that opens. */
  async unlock(): Promise<ApprovalWindow> {
    const opened = this.reader.extension.context.waitForEvent('page', { predicate: (page) => page.url().includes('approval.html') })
    await this.thisPage.getByRole('button', { name: /^Unlock for/ }).click()
    return new ApprovalWindow(await opened)
  }
}
