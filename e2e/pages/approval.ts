import type { Page } from 'playwright'
import { expect } from '../support/expect'
import { ConfirmDialog } from './confirm'

/** The window in which a payment is agreed to. */
export class ApprovalWindow {
  constructor(readonly page: Page) {}

  get payButton() {
    return this.page.getByRole('button', { name: /^Pay / })
  }

  /** Waits until the button is armed, presses it and waits for the outcome. */
  async pay(): Promise<void> {
    await this.agree()
    await this.finished()
  }

  async agree(): Promise<void> {
    await expect(this.payButton).toHaveAttribute('aria-disabled', 'false')
    await this.payButton.click()
  }

  get tipButton() {
    return this.page.getByRole('button', { name: /^Tip / })
  }

  /** Writes a few words with a tip. */
  async write(note: string): Promise<void> {
    await this.page.getByText('Add a note').click()
    await this.page.getByLabel('Your note').fill(note)
  }

  /** Gives the tip on screen, and waits until the window has said thank you. */
  async tip(): Promise<void> {
    await expect(this.tipButton).toHaveAttribute('aria-disabled', 'false')
    await this.tipButton.click()
    await expect.poll(async () => this.page.isClosed() || (await this.page.getByText('Your tip has arrived.').isVisible().catch(() => true))).toBe(true)
  }

  /** Says that what the watch noticed is fine. */
  async sayFine(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^I have read this, and it is fine/ }).check()
  }

  /** Gives the fresh proof that a large sum, or a sum to somebody new, asks for after the press. */
  async confirm(password: string): Promise<void> {
    await new ConfirmDialog(this.page).givePassword(password)
  }

  /** The window says that the article is here, or has closed itself after saying so. */
  async finished(): Promise<void> {
    await expect
      .poll(async () => this.page.isClosed() || (await this.page.getByText(/It is yours to keep\.|It has come with the page\./).isVisible().catch(() => true)))
      .toBe(true)
  }

  async decline(): Promise<void> {
    await this.#leave('Not now')
  }

  /** Answers the question whether the next ones may be paid without one. */
  async declineAllowance(): Promise<void> {
    await this.#leave('Ask me each time')
  }

  /** Closes the window itself, whatever it says, if it has not done so. */
  async shut(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close()
  }

  /** Puts a refusal away. */
  async close(): Promise<void> {
    await this.#leave('Close')
  }

  /** Presses a button that closes the window; it may be gone before the press is reported as done. */
  async #leave(button: string): Promise<void> {
    const closed = this.page.waitForEvent('close')
    await this.page
      .getByRole('button', { name: button })
      .click()
      .catch((fault: unknown) => {
        if (!this.page.isClosed()) throw fault
      })
    await closed
  }

  text(): Promise<string> {
    return this.page.locator('body').innerText()
  }
}
