import { ArticlePage } from '../pages/article'
import { both } from '../support/both'
import { expect, test } from '../support/test'
import { long } from '../support/long'

test('a price raised after the card is shown again, and only the new one is agreed to', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  await reader.card(page).expectText(/Unlock for \$0\.05/)
  await world.tellNewspaper('price', { slug: 'paid', usd: '0.06' })
  try {
    const approval = await reader.ask(page)
    await expect(approval.page.getByText('The price rose from $0.05 to $0.06 since you first saw it.')).toBeVisible()
    await expect(approval.payButton).toHaveText('Pay $0.06')
    await reader.spends(60_000n, () => approval.pay())
    await new ArticlePage(page).expectWhole()
  } finally {
    await world.tellNewspaper('price', { slug: 'paid', usd: '0.05' })
  }
})

test('a seller who is dearer on the second ask is told apart from an honest one', long, async ({ reader, world }) => {
  const page = await reader.visit(world.articles.dearer)
  const approval = await reader.ask(page)
  await expect(approval.page.getByText('The price rose from $0.05 to $0.08 since you first saw it.')).toBeVisible()
  await expect(approval.payButton).toHaveText('Pay $0.08')
  await reader.spends(0n, () => approval.decline())
  expect(await reader.payments()).toEqual([])
})

test('a price raised after the reader agreed is not paid', both, async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  const approval = await reader.ask(page)
  await expect(approval.payButton).toHaveText('Pay $0.05')
  await world.tellNewspaper('price', { slug: 'paid', usd: '0.07' })
  try {
    await reader.spends(0n, async () => {
      await approval.agree()
      await expect(approval.page.getByText(/The seller did not accept the payment/)).toBeVisible()
    })
    await new ArticlePage(page).expectClosed()
    await reader.expectPayment('refused')
  } finally {
    await world.tellNewspaper('price', { slug: 'paid', usd: '0.05' })
  }
})
