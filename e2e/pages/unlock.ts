import type { Page } from 'playwright'

/** The form that opens the wallet, wherever it stands. */
export class UnlockForm {
  constructor(private readonly page: Page) {}

  get password() {
    return this.page.getByLabel('Password', { exact: true })
  }

  get code() {
    return this.page.getByLabel('Recovery code')
  }

  /** The button that leads to another way. */
  other(name: 'Use the password' | 'Use a passkey' | 'Use password and passkey' | 'Use a recovery code') {
    return this.page.getByRole('button', { name })
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click()
  }
}
