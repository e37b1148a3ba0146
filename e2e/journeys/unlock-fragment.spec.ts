import type { Page } from 'playwright'
import { ArticlePage } from '../pages/article'
import type { Accessible } from '../support/driven'
import type { Reader } from '../support/reader'
import { both } from '../support/both'
import { expect, test } from '../support/test'

const price = 100_000n

/** Everything the page's live regions have said, as a screen reader would have heard it. */
async function heard({ extension }: Reader, page: Page): Promise<string> {
  const below = ({ role, name, children }: Accessible): string => (role === 'StaticText' ? name : children.map(below).join(''))
  const statuses = (await extension.accessibles(page)).filter(({ role }) => role === 'status')
  return statuses.map(below).join('\n')
}

test('a reader unlocks the rest of an article in place: cleaned, in focus, announced, and free the second time', both, async ({ reader, world }) => {
  const url = world.articles.fragment
  const page = await reader.visit(url)
  const { paywall } = new ArticlePage(page)
  await expect(paywall).toBeVisible()

  await test.step('paying moves exactly the price and fills the tag', async () => {
    await reader.spends(price, () => reader.unlock(page))
    await expect.poll(() => paywall.locator('p').count()).toBeGreaterThan(4)
    expect(page.url()).toBe(url)
    await reader.expectPayment('delivered')
  })

  await test.step('nothing the seller left in it runs', async () => {
    await expect(paywall.locator('script, [onerror]')).toHaveCount(0)
    const ran = await page.evaluate(() => Object.keys(document.documentElement.dataset).filter((name) => name.startsWith('fragment')))
    expect(ran).toEqual([])
  })

  await test.step('focus stands at the beginning of the new text, and screen readers are told', async () => {
    const focused = await paywall.evaluate((tag) => document.activeElement === tag.firstElementChild)
    expect(focused).toBe(true)
    await expect.poll(() => heard(reader, page)).toMatch(/^Unlocked, [\d,]+ words$/m)
  })

  await test.step('a second visit shows it without paying', async () => {
    await reader.spends(0n, async () => {
      const again = new ArticlePage(await reader.visit(url))
      await expect.poll(() => again.paywall.locator('p').count()).toBeGreaterThan(4)
    })
    expect(await reader.payments()).toHaveLength(1)
  })
})
