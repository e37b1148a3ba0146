import type { Page } from 'playwright'
import { expect } from '../support/expect'
import type { Reader } from '../support/reader'

/** The wallet's page "Sites & limits", as far as it is about what is paid without a question. */
export class SitesPage {
  private constructor(readonly page: Page) {}

  static async open(reader: Reader): Promise<SitesPage> {
    const page = await reader.extension.open('dashboard.html#/limits')
    await expect(page.getByRole('heading', { name: 'Paid without a question' })).toBeVisible()
    return new SitesPage(page)
  }

  get sites() {
    return this.page.locator('.allowance-line')
  }

  /** Ends what is allowed on a site, with the one press it takes. */
  async end(site: string): Promise<void> {
    await this.page.getByRole('button', { name: `End: ask me again on ${site}` }).click()
  }
}
