import { ApprovalWindow } from '../pages/approval'
import { ArticlePage } from '../pages/article'
import { Popup } from '../pages/popup'
import { password } from '../support/reader'
import { expect, test } from '../support/test'

test('the popup shows what the page asks and what is in the purse; the menu of the page opens the same question', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  await reader.card(page).expectText(/Unlock for/)
  const popup = await Popup.open(reader)
  await expect(popup.thisPage.getByText(new URL(page.url()).host)).toBeVisible()
  await expect(popup.thisPage.getByRole('button', { name: /^Unlock for \$0\.05/ })).toBeVisible()
  await expect(popup.page.getByText('$5.00', { exact: true })).toBeVisible()

  const next = (what: string) => reader.extension.context.waitForEvent('page', { predicate: (opened) => opened.url().includes(what) })
  const asked = next('approval.html')
  await reader.extension.chooseInMenu(page, 'cost')
  await reader.spends(50_000n, async () => new ApprovalWindow(await asked).pay())
  await new ArticlePage(page).expectWhole()

  await test.step('afterwards it lists the payment and the smaller purse', async () => {
    const after = await Popup.open(reader)
    await expect(after.page.getByText('$4.95', { exact: true })).toBeVisible()
    await expect(after.page.getByRole('listitem').filter({ hasText: 'Paid' })).toHaveCount(1)
  })

  await test.step('the menu finds the site in the history, and the address does not say which', async () => {
    const opened = next('dashboard.html')
    await reader.extension.chooseInMenu(page, 'site')
    const history = await opened
    await expect(history.getByLabel('Search')).toHaveValue(new URL(page.url()).hostname)
    await expect(history).toHaveURL(/#\/history\?said=\w+$/)
  })
})

test('with cards switched off, the popup still finds the price, and a bought fragment still takes its place', async ({ reader, world }) => {
  await reader.extension.ask(reader.desk, 'settings.change', { cardInPages: false })
  const page = await reader.visit(world.articles.fragment)
  const popup = await Popup.open(reader)
  await expect(popup.thisPage.getByRole('button', { name: /^Unlock for \$0\.10/ })).toBeVisible()
  expect(await reader.card(page).text()).toBe('')
  await reader.spends(100_000n, async () => (await popup.unlock()).pay())
  await expect.poll(() => new ArticlePage(page).paywall.locator('p').count()).toBeGreaterThan(4)
  expect(await reader.card(page).text()).toBe('')
})

test('a page that sells nothing is said to sell nothing', async ({ reader, world }) => {
  await reader.visit(world.articles.free)
  const popup = await Popup.open(reader)
  await expect(popup.thisPage.getByText(/Nothing to pay on /)).toBeVisible()
})

test('a locked popup shows no balance and no history until it is unlocked', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  await reader.spends(50_000n, () => reader.unlock(page))
  await reader.lock()
  const popup = await Popup.open(reader)
  const field = popup.page.getByLabel('Password', { exact: true })
  await expect(field).toBeFocused()
  expect(await popup.page.locator('body').innerText()).not.toMatch(/\$|Paid/)
  await field.fill(password)
  await field.press('Enter')
  await expect(popup.page.getByText('$4.95', { exact: true })).toBeVisible()
})
