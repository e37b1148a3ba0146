import type { Page } from 'playwright'
import { ArticlePage } from '../pages/article'
import { ConfirmDialog } from '../pages/confirm'
import { SitesPage } from '../pages/sites'
import { allowed, announced, hurries, issue } from '../support/allowance'
import { cutOff, toTheme, unfit } from '../support/looks'
import { password } from '../support/reader'
import { expect, test } from '../support/test'

const five = 50_000n

async function fitInBothThemes(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await toTheme(page, theme)
    expect(await unfit(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
  }
}

test('a reader is asked once, allows small prices on a site, stops one, reads on without a question, and ends it', async ({ reader }) => {
  test.slow()
  await hurries(reader)
  await test.step('nothing is offered after the first purchase', async () => {
    const first = await reader.visit(await issue(reader, 1))
    const bill = await reader.ask(first)
    await reader.spends(five, () => bill.pay())
    await expect.poll(() => bill.page.isClosed()).toBe(true)
  })

  await test.step('after the second it is, and the reader says how much', async () => {
    const bill = await reader.ask(await reader.visit(await issue(reader, 2)))
    await reader.spends(five, () => bill.pay())
    await expect(bill.page.getByRole('heading', { name: 'Pay on news.localhost without being asked?' })).toBeVisible()
    await fitInBothThemes(bill.page)
    await bill.page.getByLabel('In a day, at most').selectOption('$0.10')
    await bill.page.getByLabel('For', { exact: true }).selectOption('7 days')
    await bill.page.getByRole('button', { name: 'Pay up to $0.05 by itself' }).click()
    const confirm = new ConfirmDialog(bill.page)
    await expect(confirm.dialog).toContainText('Pay up to $0.05 on news.localhost without being asked, at most $0.10 a day, for 7 days.')
    await confirm.givePassword(password)
    await expect.poll(() => bill.page.isClosed()).toBe(true)
  })

  await test.step('the next one is announced, and stopped with one press', async () => {
    await reader.spends(0n, async () => {
      const page = await reader.visit(await issue(reader, 3))
      await reader.card(page).expectText(/\$0\.05 is paid in a moment, as you allowed for this site\./)
      await expect.poll(() => announced(reader)).toHaveLength(1)
      await reader.card(page).stop()
      await reader.card(page).expectText(/Unlock for \$0\.05/)
      await reader.expectPayment('void')
      await expect.poll(() => announced(reader)).toEqual([])
      await page.close()
    })
  })

  await test.step('another is left alone: it opens by itself', async () => {
    await reader.spends(five, async () => {
      const page = await reader.visit(await issue(reader, 4))
      await new ArticlePage(page).expectWhole()
    })
    await reader.expectPayment('delivered')
  })

  await test.step('the history tells which nobody was asked about', async () => {
    const [newest] = await reader.payments()
    const history = await reader.extension.open(`dashboard.html#/history/${newest?.id ?? ''}`)
    await expect(history.getByText('Paid without a question, as you had allowed for this site.')).toBeVisible()
    await expect(history.getByText('What you allow on this site covered the price.')).toBeVisible()
    await history.close()
  })

  await test.step('it is listed with what is used of it, and ended with one press', async () => {
    const sites = await SitesPage.open(reader)
    await expect(sites.sites).toContainText('Up to $0.05 each, at most $0.10 a day')
    await expect(sites.sites).toContainText('$0.05 of $0.10 used today.')
    await fitInBothThemes(sites.page)
    await sites.end('news.localhost')
    await expect(sites.sites).toHaveCount(0)
    await expect(sites.page.getByText('You are asked every time.')).toBeVisible()
    await sites.page.close()
  })

  await test.step('from then on the reader is asked again, and not whether to allow it once more', async () => {
    const bill = await reader.ask(await reader.visit(await issue(reader, 5)))
    await reader.spends(five, () => bill.pay())
    await expect.poll(() => bill.page.isClosed()).toBe(true)
  })

  await test.step('until they want to be', async () => {
    const sites = await SitesPage.open(reader)
    await expect(sites.page.getByText('not offered this, on news.localhost.')).toBeVisible()
    await fitInBothThemes(sites.page)
    await sites.page.getByRole('button', { name: 'Offer it there again' }).click()
    await expect(sites.page.getByText('not offered this')).toHaveCount(0)
    await sites.page.close()
    const bill = await reader.ask(await reader.visit(await issue(reader, 6)))
    await reader.spends(five, () => bill.pay())
    await bill.declineAllowance()
  })
})

test('what is allowed in a day is used up: the reader is asked, and told why', async ({ reader }) => {
  await hurries(reader)
  await allowed(reader, { perDay: '100000' })
  for (const number of [3, 4]) {
    const page = await reader.visit(await issue(reader, number))
    await reader.spends(five, () => new ArticlePage(page).expectWhole())
  }
  const bill = await reader.ask(await reader.visit(await issue(reader, 5)))
  await expect(bill.page.getByText('$0.10 of the $0.10 a day that you allow here without being asked is used up.')).toBeVisible()
  await fitInBothThemes(bill.page)
})
