import { expect, test } from '../support/test'

test('the list of payments, and each payment in full, open without a network', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  await reader.spends(50_000n, () => reader.unlock(page))
  await reader.expectPayment('delivered')
  const [payment] = await reader.payments()

  await reader.extension.context.setOffline(true)
  world.setEndpoint({ down: true })
  try {
    const purse = await reader.extension.open('dashboard.html#/history')
    const row = purse.getByRole('row').filter({ hasText: payment?.title ?? '' })
    await expect(row).toContainText('Paid')
    await expect(row).toContainText('$0.05')

    await row.getByRole('link').click()
    await expect(purse.getByText('Paid. It is yours to keep.')).toBeVisible()
    await expect(purse.getByText('The payment was taken.')).toBeVisible()

    await purse.getByRole('link', { name: 'Overview' }).click()
    await expect(purse.getByText('Your balance cannot be read right now.')).toBeVisible()
  } finally {
    world.setEndpoint({ down: false })
    await reader.extension.context.setOffline(false)
  }
})
