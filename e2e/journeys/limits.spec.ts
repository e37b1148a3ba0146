import { ArticlePage } from '../pages/article'
import { ConfirmDialog } from '../pages/confirm'
import { password } from '../support/reader'
import { cutOff, toTheme, unfit } from '../support/looks'
import { expect, test } from '../support/test'

test('a reader meets a limit, raises it, pays, and lowers it again', async ({ reader, world }) => {
  const { context } = reader.extension
  await reader.allow({ siteDay: '90000' })
  const first = await reader.visit(world.articles.paid)
  const bill = await reader.ask(first)
  await expect(bill.page.getByText('Left of today’s $0.09 on this site')).toBeVisible()
  await reader.spends(50_000n, () => bill.pay())

  const second = await reader.visit(world.articles.script)
  const refused = await reader.ask(second)
  await expect(refused.page.getByText('You were not charged. $0.04 is left of the $0.09 a day that you allow on this site; this costs $0.05.')).toBeVisible()
  await expect(refused.payButton).toHaveCount(0)
  const opened = context.waitForEvent('page', { predicate: (page) => page.url().includes('#/limits') })
  await refused.page.getByRole('button', { name: 'See your limits' }).click()
  const limits = await opened

  await test.step('the page tells what is used, in either theme', async () => {
    await expect(limits.getByRole('heading', { name: 'Sites & limits' })).toBeVisible()
    await expect(limits.getByRole('row', { name: /^Today / })).toContainText('$0.05 of $5.00')
    await expect(limits.getByRole('row', { name: /^news\.localhost/ })).toContainText('$0.05 of $0.09')
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(limits, theme)
      expect(await unfit(limits)).toEqual([])
      expect(await cutOff(limits)).toEqual([])
    }
  })

  await test.step('raising asks who is there', async () => {
    await limits.getByLabel('One site, each day').selectOption('$0.50')
    await new ConfirmDialog(limits).givePassword(password)
    await expect(limits.getByText('Saved.')).toBeVisible()
    await expect(limits.getByRole('row', { name: /^news\.localhost/ })).toContainText('$0.05 of $0.50')
  })

  await test.step('and then the article is a click away', async () => {
    await refused.close()
    await second.bringToFront()
    const approval = await reader.ask(second)
    await expect(approval.page.getByText('You have spent $0.05 on this site today.')).toBeVisible()
    await reader.spends(50_000n, () => approval.pay())
    await new ArticlePage(second).expectWhole()
  })

  await test.step('lowering asks nothing, also below what was spent', async () => {
    await limits.bringToFront()
    await limits.getByLabel('One site, each day').selectOption('Nothing')
    await expect(limits.getByRole('row', { name: /^news\.localhost/ })).toContainText('Left $0.00')
    await expect(new ConfirmDialog(limits).dialog).toHaveCount(0)
  })
})
