import type { Page } from 'playwright'
import { expect } from '../support/expect'

/** The window that asks whether a site may be told who is back. */
export class SignInWindow {
  constructor(readonly page: Page) {}

  async expectAsked(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: /^You bought this on / })).toBeVisible()
    await expect(this.page.getByRole('button', { name: /^Pay / })).toHaveCount(0)
  }

  async allow(): Promise<void> {
    await this.#press('Open it again')
  }

  async never(): Promise<void> {
    await this.#press('Never on this site')
  }

  /** Waits until the button is armed. The window closes itself, and may be gone before the press is reported as done. */
  async #press(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name })
    await expect(button).not.toHaveAttribute('aria-disabled', 'true')
    const closed = this.page.waitForEvent('close')
    await button.click().catch((fault: unknown) => {
      if (!this.page.isClosed()) throw fault
    })
    await closed
  }
}
