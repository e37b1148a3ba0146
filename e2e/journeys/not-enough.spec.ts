import { ArticlePage } from '../pages/article'
import { password } from '../support/reader'
import { expect, test } from '../support/test'
import { long } from '../support/long'

test('a price beyond the purse is said before there is anything to press', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.beyond)
  const approval = await reader.ask(page)
  await expect(approval.page.getByText('You have $5.00; this costs $2,500.00. You were not charged.')).toBeVisible()
  await expect(approval.payButton).toHaveCount(0)
  await expect(approval.page.getByRole('button', { name: 'Add money' })).toBeVisible()
  await reader.spends(0n, () => approval.close())
  expect(await reader.payments()).toEqual([])
  await new ArticlePage(page).expectClosed()
})

test('what is set aside for one payment cannot be promised to a second', long, async ({ reader, world }) => {
  await reader.allow({ payment: '5000000', siteDay: '5000000' })
  // Leaves $0.08 of the $5: enough for one of two articles at $0.05.
  await world.tellNewspaper('price', { slug: 'paid', usd: '4.92' })
  await world.tellNewspaper('', { slowMs: 4000 })
  try {
    const paid = await reader.visit(world.articles.paid)
    await reader.spends(4_920_000n, async () => {
      const approval = await reader.ask(paid)
      await approval.agree()
      await approval.confirm(password)
      await approval.finished()
    })

    const slow = await reader.visit(world.articles.slow)
    const other = await reader.visit(world.articles.script)
    await reader.spends(50_000n, async () => {
      await (await reader.ask(slow)).agree()
      await reader.expectPayment('sent')
      const refused = await reader.ask(other)
      await expect(refused.page.getByText('You have $0.03; this costs $0.05. You were not charged.')).toBeVisible()
      await new ArticlePage(slow).expectWhole()
    })
    expect(await reader.payments()).toHaveLength(2)
  } finally {
    await world.tellNewspaper('price', { slug: 'paid', usd: '0.05' })
  }
})
