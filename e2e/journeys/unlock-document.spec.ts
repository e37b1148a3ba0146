import { splitterAddress } from '../../demo/world/splitter'
import { ArticlePage } from '../pages/article'
import { both } from '../support/both'
import { expect, test } from '../support/test'

const price = 50_000n

test('a reader unlocks an article once: its script works, and coming back costs nothing', both, async ({ reader, world }) => {
  const url = world.articles.script
  const page = await reader.visit(url)
  const article = new ArticlePage(page)

  await test.step('before paying, only the beginning is there', async () => {
    await article.expectClosed()
    expect(await article.status()).toBe(402)
  })

  await test.step('paying moves exactly the price and brings the article to the same address', async () => {
    const { platform, facilitator } = world.accounts
    const shares = () => Promise.all([splitterAddress, platform, facilitator].map((account) => world.balanceOf(account)))
    const before = await shares()
    await reader.spends(price, () => reader.unlock(page))
    await article.expectWhole()
    expect(await article.status()).toBe(200)
    expect(page.url()).toBe(url)
    // This piece is paid to a contract, which divides what comes: nothing of it goes anywhere else.
    const came = (await shares()).map((balance, at) => balance - (before[at] ?? 0n))
    expect(came.reduce((sum, share) => sum + share, 0n)).toBe(price)
    await reader.expectPayment('delivered')
  })

  await test.step('it is a true document: its own script runs and answers clicks', async () => {
    const house = page.locator('[data-bricked]')
    await expect(house).toHaveAttribute('data-bricked', '0')
    await page.getByRole('button', { name: 'Brick one up' }).click()
    await expect(house).toHaveAttribute('data-bricked', '1')
  })

  await test.step('reloading costs nothing', async () => {
    await reader.spends(0n, () => page.reload())
    await article.expectWhole()
  })

  await test.step('a second visit in a new tab costs nothing', async () => {
    await reader.spends(0n, async () => new ArticlePage(await reader.visit(url)).expectWhole())
    expect(await reader.payments()).toHaveLength(1)
  })
})

test('what was bought opens again, free, after the site has forgotten its reader', async ({ reader, world }) => {
  const url = world.articles.paid
  const page = await reader.visit(url)
  await reader.spends(price, () => reader.unlock(page))
  await world.tellNewspaper('forget', {})

  await reader.spends(0n, async () => new ArticlePage(await reader.visit(url)).expectWhole())
  const payments = await reader.payments()
  expect(payments.map(({ state }) => state)).toEqual(['delivered'])
})

test('an unpaid article that is free carries no card', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.free)
  await new ArticlePage(page).expectWhole()
  expect(await reader.card(page).text()).toBe('')
  expect(await reader.payments()).toEqual([])
})
