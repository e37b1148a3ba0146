import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { ConfirmDialog } from './confirm'

/** The page on which payments leave in files, and come back. */
export class BooksFilesPage {
  readonly #confirm: ConfirmDialog

  constructor(readonly page: Page) {
    this.#confirm = new ConfirmDialog(page)
  }

  /** Comes here from the history, as readers do. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'History' }).click()
    await this.page.getByRole('link', { name: 'Save or take in your payments' }).click()
    await this.page.getByRole('heading', { name: 'Take your books with you' }).waitFor()
  }

  /** @param button what it says @param known the password that confirms it */
  async save(button: string, known: string): Promise<{ readonly name: string; readonly text: string }> {
    const saved = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: button, exact: true }).click()
    await this.#confirm.givePassword(known)
    const download = await saved
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }

  async takeIn(path: string, known: string, rules: boolean): Promise<void> {
    await this.page.getByLabel('The file').setInputFiles(path)
    await this.page.getByLabel('Its settings, limits and exceptions as well').setChecked(rules)
    await this.page.getByRole('button', { name: 'Take it in', exact: true }).click()
    await this.#confirm.givePassword(known)
  }
}
