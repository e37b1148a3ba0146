import { ArticlePage } from '../pages/article'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

test.use({ newlyInstalled: true })

test('the browser is closed in the middle of a payment: the next day the payment is known and the article opens, free', async ({ reader, world }) => {
  await world.tellNewspaper('', { slowMs: 2500 })
  const url = world.articles.slow
  const page = await reader.visit(url)
  await reader.spends(50_000n, async () => {
    const approval = await reader.ask(page)
    await reader.reachesSeller(() => approval.agree())
    await reader.extension.quit()
  })

  const nextDay = await Extension.launch({ profile: reader.extension.profile })
  try {
    const desk = await nextDay.open('dashboard.html')
    expect(await nextDay.ask(desk, 'wallet.read', {})).toMatchObject({ state: 'locked' })
    await nextDay.ask(desk, 'wallet.unlock', { factor: { kind: 'password', password } })
    const back = await Reader.at(nextDay, world, desk)
    await back.expectPayment('undelivered')
    await back.spends(0n, async () => new ArticlePage(await back.visit(url)).expectWhole())
    await back.expectPayment('delivered')
    expect(await back.payments()).toHaveLength(1)
  } finally {
    await nextDay.quit()
  }
})
