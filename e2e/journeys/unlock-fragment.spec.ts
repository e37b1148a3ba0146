import type { Page } from 'playwright'
import { ArticlePage } from '../pages/article'
import { expect, test } from '../support/test'

const price = 100_000n

/** Everything the page's live regions have said, as a screen reader would have heard it. */
async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const statuses = nodes.filter((node) => node.role?.value === 'status')
  const below = (id: string): string => {
    const node = nodes.find(({ nodeId }) => nodeId === id)
    const own = node?.role?.value === 'StaticText' ? String(node.name?.value ?? '') : ''
    return own + (node?.childIds ?? []).map(below).join('')
  }
  return statuses.map(({ nodeId }) => below(nodeId)).join('\n')
}

test('a reader unlocks the rest of an article in place: cleaned, in focus, announced, and free the second time', async ({ reader, world }) => {
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
    await expect.poll(() => heard(page)).toMatch(/^Unlocked, [\d,]+ words$/m)
  })

  await test.step('a second visit shows it without paying', async () => {
    await reader.spends(0n, async () => {
      const again = new ArticlePage(await reader.visit(url))
      await expect.poll(() => again.paywall.locator('p').count()).toBeGreaterThan(4)
    })
    expect(await reader.payments()).toHaveLength(1)
  })
})
