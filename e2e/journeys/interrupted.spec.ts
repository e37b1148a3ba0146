import { ArticlePage } from '../pages/article'
import { both } from '../support/both'
import { expect, test } from '../support/test'

const price = 50_000n

test('closing the tab in the middle of a slow delivery is recorded, and coming back finishes it for the one price', async ({ reader, world }) => {
  await world.tellNewspaper('', { slowMs: 3000 })
  const url = world.articles.slow
  const page = await reader.visit(url)
  const approval = await reader.ask(page)

  await reader.spends(price, async () => {
    await reader.reachesSeller(() => approval.agree())
    await page.close()
    await expect.poll(async () => ['unknown', 'undelivered'].includes((await reader.payments())[0]?.state ?? '')).toBe(true)

    await test.step('it is said what happened', async () => {
      const [payment] = await reader.payments()
      const detail = await reader.extension.ask(reader.desk, 'payments.read', { id: payment?.id ?? '' })
      expect(detail?.timeline.map(({ sentence }) => sentence)).toContain('The tab was closed before the answer.')
    })

    await test.step('coming back brings the article', async () => {
      await new ArticlePage(await reader.visit(url)).expectWhole()
    })
  })
  await reader.expectPayment('delivered')
  expect(await reader.payments()).toHaveLength(1)
})

test('the worker dies in the middle of a payment: the article comes, and one price is gone', both, async ({ reader, world }) => {
  await world.tellNewspaper('', { slowMs: 3000 })
  const page = await reader.visit(world.articles.slow)
  const approval = await reader.ask(page)
  await reader.spends(price, async () => {
    await reader.reachesSeller(() => approval.agree())
    await reader.extension.killWorker(reader.desk)
    await new ArticlePage(page).expectWhole()
  })
  await reader.expectPayment('delivered')
  expect(await reader.payments()).toHaveLength(1)
})
