import type { Page } from 'playwright'
import { expect } from 'playwright/test'

/** The dashboard's settings: every choice is kept at once. */
export class SettingsPage {
  constructor(readonly page: Page) {}

  /** Puts the purse on the network of this machine, read at `endpoint`. */
  async useLocalNetwork(endpoint: string): Promise<void> {
    const testNetworks = this.page.getByLabel('Offer test networks')
    await testNetworks.click()
    await expect(testNetworks).toBeChecked()
    await this.page.getByLabel('Your purse is on').selectOption('Local')
    await this.page.getByLabel('Address for Local').fill(endpoint)
    await this.page.getByRole('button', { name: 'Use this' }).click()
    await this.page.getByRole('button', { name: 'Back to the usual one' }).waitFor()
  }
}
