import type { Page } from 'playwright'
import { expect } from '../support/expect'

/** The dialog that asks for a fresh proof before something that cannot be taken back lightly. */
export class ConfirmDialog {
  constructor(private readonly page: Page) {}

  get dialog() {
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('button', { name: /^Confirm/ }) })
  }

  /** Types the password, and waits until the dialog has gone. The page may close with it. */
  async givePassword(password: string): Promise<void> {
    await this.dialog.getByLabel('Password', { exact: true }).fill(password)
    await this.dialog.getByRole('button', { name: 'Confirm' }).click()
    await expect.poll(async () => this.page.isClosed() || (await this.dialog.count().catch(() => 0)) === 0).toBe(true)
  }
}
