import type { Page } from 'playwright'
import { expect } from '../support/expect'
import type { Reader } from '../support/reader'

/** The wallet's pages about a sale that went wrong. */
export class DisputePages {
  private constructor(readonly page: Page) {}

  /** From the page of a payment, as a reader comes. */
  static async begin(reader: Reader, payment: string): Promise<DisputePages> {
    const page = await reader.extension.open(`dashboard.html#/history/${payment}`)
    await page.getByRole('link', { name: 'Something went wrong' }).click()
    await expect(page.getByRole('heading', { name: 'What went wrong?' })).toBeVisible()
    return new DisputePages(page)
  }

  /** Says what happened. */
  async choose(problem: string): Promise<void> {
    await this.page.getByRole('radio', { name: problem }).check()
    await this.page.getByRole('button', { name: 'Go on' }).click()
    await expect(this.page.getByText('What Farthing knows')).toBeVisible()
  }

  async openRequest(): Promise<void> {
    await this.page.getByRole('link', { name: 'Ask for the money back' }).click()
    await expect(this.sendButton).toHaveAttribute('aria-disabled', 'false')
  }

  get sendButton() {
    return this.page.getByRole('button', { name: 'Ask for the money back' })
  }

  /** What the page says would be sent. */
  get request() {
    return this.page.getByLabel('This is what will be sent')
  }

  async write(words: string): Promise<void> {
    await this.page.getByLabel('Your own words').fill(words)
  }

  async show(item: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: item }).check()
  }

  async send(): Promise<void> {
    await expect(this.sendButton).toHaveAttribute('aria-disabled', 'false')
    await this.sendButton.click()
    await expect(this.page).toHaveURL(/#\/disputes\/[0-9a-f-]{36}$/)
  }

  /** Asks the seller and the chain again, as often as it takes. */
  async refreshUntil(text: string | RegExp): Promise<void> {
    await expect(async () => {
      const button = this.page.getByRole('button', { name: 'Ask again now' })
      // It goes away once there is nothing left to ask: a press that comes too late is no fault.
      if (await button.isVisible()) await button.click({ timeout: 2_000 })
      await expect(this.page.getByText(text).first()).toBeVisible({ timeout: 2_000 })
    }).toPass()
  }

  async counter(words: string): Promise<void> {
    await this.page.getByLabel('Your answer').fill(words)
    await this.page.getByRole('button', { name: 'Send this answer' }).click()
  }
}

/** The newspaper's side: a page for the people who answer. */
export class RefundDeskPage {
  private constructor(readonly page: Page) {}

  static async open({ extension, world }: Reader): Promise<RefundDeskPage> {
    const page = await extension.context.newPage()
    // A request arrives a moment after its reader has pressed the button, and the page shows what was there when it was loaded.
    await expect(async () => {
      await page.goto(world.refundDesk)
      await expect(page.locator('.asked').first()).toBeVisible({ timeout: 2_000 })
    }).toPass()
    return new RefundDeskPage(page)
  }

  /** The newest request. */
  get first() {
    return this.page.locator('.asked').first()
  }

  async payBack(): Promise<void> {
    await this.first.getByRole('button', { name: /^Pay back \$/ }).click()
    await expect(this.first.getByText(/was paid back\.$/)).toBeVisible()
  }

  async decline(note: string): Promise<void> {
    await this.page.reload()
    await this.first.getByLabel('What you tell the reader').fill(note)
    await this.first.getByRole('button', { name: 'Decline' }).click()
    await expect(this.first.getByText(/^Declined\./)).toBeVisible()
  }
}
