import { en as words } from '../../src/core/words/en'
import { expect, test } from '../support/test'

test('a day of a site, beside the price of a piece: compared with what was spent, bought, and good for the next piece', async ({ reader, world }) => {
  const [tides, ferry] = ['tides', 'ferry'].map((slug) => `${world.partner}/${slug}`) as [string, string]

  await test.step('one piece is bought, and the day is named beside it', async () => {
    const approval = await reader.ask(await reader.visit(tides))
    await expect(approval.page.getByRole('button', { name: 'Choose a whole day for $0.30 instead' })).toBeVisible()
    await reader.spends(70_000n, () => approval.pay())
    await approval.shut()
  })

  await test.step('at the next one, what was spent stands beside the price of a day, which is chosen', async () => {
    const approval = await reader.ask(await reader.visit(ferry))
    await expect(approval.page.getByText('You have spent $0.07 on this site today. A whole day of it costs $0.30.')).toBeVisible()
    await approval.page.getByRole('button', { name: 'Choose a whole day for $0.30 instead' }).click()
    await expect(approval.payButton).toHaveText('Pay $0.30')
    await expect(approval.page.getByText('The price rose')).toHaveCount(0)
    await expect(approval.page.getByText(words.covers.day)).toBeVisible()
    await reader.spends(300_000n, () => approval.pay())
    await reader.expectPayment('delivered')
    await approval.shut()
    const [payment] = await reader.payments()
    const history = await reader.extension.open(`dashboard.html#/history/${payment?.id ?? ''}`)
    await expect(history.getByText(words.covers.day)).toBeVisible()
    await history.close()
  })

  await test.step('the site knows its reader, and the wallet has nothing to ask', async () => {
    await reader.extension.context.clearCookies({ name: 'read' })
    await reader.spends(0n, async () => {
      const page = await reader.visit(tides)
      await expect(page.getByText('You may be in the first hour.')).toBeVisible()
      expect(await reader.extension.ask(reader.desk, 'tab.read', {})).toMatchObject({ items: [] })
    })
  })

  await test.step('a site that has forgotten the day asks, and the reader is told before paying twice', async () => {
    await reader.extension.context.clearCookies()
    const third = await reader.visit(`${ferry}?again`)
    const approval = await reader.ask(third)
    await expect(approval.page.getByText(words.notice.passHeld.day)).toBeVisible()
    await reader.spends(0n, () => approval.decline())
  })
})
