import type { Page } from 'playwright'
import { expect } from '../support/expect'
import { ConfirmDialog } from './confirm'

/** The dashboard's settings: every choice is kept at once, some after the reader has shown to be the reader. */
export class SettingsPage {
  readonly #confirm: ConfirmDialog

  constructor(readonly page: Page) {
    this.#confirm = new ConfirmDialog(page)
  }

  /** The group is there only where something was wished for. */
  get wishes() {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: 'Articles I would have paid for' }) })
  }

  /** Puts the purse on the network of this machine, read at `endpoint`. Each of the three choices is confirmed. */
  async useLocalNetwork(endpoint: string, password: string): Promise<void> {
    const testNetworks = this.page.getByLabel('Offer test networks')
    await testNetworks.click()
    await this.#confirm.givePassword(password)
    await expect(testNetworks).toBeChecked()
    await this.page.getByLabel('Your purse is on').selectOption('Local')
    await this.#confirm.givePassword(password)
    await this.page.getByLabel('Address for Local').fill(endpoint)
    await this.page.getByRole('button', { name: 'Use this' }).click()
    await this.#confirm.givePassword(password)
    await this.page.getByRole('button', { name: 'Back to the usual one' }).waitFor()
  }
}
