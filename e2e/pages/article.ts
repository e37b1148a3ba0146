import type { Page } from 'playwright'
import { expect } from '../support/expect'

/** A piece of the paper, as a reader sees it in a tab. */
export class ArticlePage {
  constructor(readonly page: Page) {}

  /** The mark the paper prints under a piece that is there to its end. */
  get end() {
    return this.page.locator('.end')
  }

  get paywall() {
    return this.page.locator('pay-wall')
  }

  async expectWhole(): Promise<void> {
    await expect(this.end).toBeVisible()
  }

  /** Nothing but the free part is there. */
  async expectClosed(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(this.end).toHaveCount(0)
  }

  /** The status of the document in the tab, as the browser received it. */
  status(): Promise<number> {
    return this.page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return entry?.responseStatus ?? 0
    })
  }
}
