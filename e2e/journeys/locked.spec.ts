import { ArticlePage } from '../pages/article'
import { password } from '../support/reader'
import { both } from '../support/both'
import { expect, test } from '../support/test'

test('a locked wallet keeps the question, and goes on after unlocking in the same window', both, async ({ reader, world }) => {
  await reader.lock()
  const page = await reader.visit(world.articles.paid)
  const approval = await reader.ask(page)
  const field = approval.page.getByLabel('Password', { exact: true })

  await test.step('nothing about the purse is shown, and there is nothing to agree to', async () => {
    await expect(field).toBeFocused()
    await expect(approval.payButton).toHaveCount(0)
    expect(await approval.text()).not.toContain('Left in your purse')
  })

  await test.step('a wrong password says so and opens nothing', async () => {
    await field.fill('not the password')
    await field.press('Enter')
    await expect(approval.page.getByText('That is not the password.')).toBeVisible()
    await expect(approval.payButton).toHaveCount(0)
  })

  await test.step('the right one leads straight to the price, and paying works', async () => {
    await field.fill(password)
    await field.press('Enter')
    await expect(approval.payButton).toBeVisible()
    await reader.spends(50_000n, () => approval.pay())
    await new ArticlePage(page).expectWhole()
  })
})

test('a payment that settles while the wallet is locked is written down when it opens', async ({ reader, world }) => {
  await world.tellNewspaper('', { slowMs: 2500 })
  const page = await reader.visit(world.articles.slow)
  const approval = await reader.ask(page)
  await reader.spends(50_000n, async () => {
    await reader.reachesSeller(() => approval.agree())
    await reader.lock()
    await new ArticlePage(page).expectWhole()
  })
  await reader.open()
  await reader.expectPayment('delivered')
})
