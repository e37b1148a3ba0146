import { en as words } from '../../src/core/words/en'
import type { PaymentRow } from '../../src/messaging/views'
import { en as screens } from '../../src/ui/words/en'
import { ArticlePage } from '../pages/article'
import { enter, shops, type Shop, type ShopName } from '../peers/shops/index'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

/**
 * One seller of each dialect that is not x402 version 2, which is in second-seller.spec.ts, and what is known at once when its service
 * fails: version 1 says that nothing was taken, mppx only that something broke. Neither remembers its readers.
 */
const sellers = {
  'x402-express, version 1': 'refused',
  'mppx, with the Payment scheme alone': 'unknown',
} as const satisfies Partial<Record<ShopName, PaymentRow['state']>>

/** Paid and never delivered: said so, and coming back neither charges nor pretends. */
async function expectHonestReturn(reader: Reader, url: string): Promise<void> {
  await reader.expectPayment('undelivered')
  await reader.spends(0n, async () => reader.card(await reader.visit(url)).expectText(words.sentence.undelivered))
  expect(await reader.payments()).toHaveLength(1)
}

for (const name of Object.keys(sellers) as (keyof typeof sellers)[]) {
  test.describe(`cut short at ${name}`, () => {
    const whenServiceFails = sellers[name]
    // The servers print what broke in them: that is what is wanted here.
    const { error } = console
    let shop: Shop
    test.beforeEach(async ({ world }) => {
      console.error = () => undefined
      shop = await shops[name](world)
      await world.setFacilitator({ settle: 'slow', slowMs: 3000 })
    })
    test.afterEach(async ({ world }) => {
      console.error = error
      await world.setFacilitator({ verify: 'none', settle: 'none' })
      await shop.stop()
    })

    test('the worker dies in the middle: the article comes, and one price is gone', async ({ reader }) => {
      const page = await enter(reader, shop, 'whole')
      const approval = await reader.ask(page)
      await reader.spends(shop.price, async () => {
        await reader.reachesSeller(() => approval.agree())
        await reader.extension.killWorker(reader.desk)
        await new ArticlePage(page).expectWhole()
      })
      await reader.expectPayment('delivered')
      expect(await reader.payments()).toHaveLength(1)
    })

    test('the worker dies while the rest of an article is on its way: one price is gone, and the reader is told', async ({ reader }) => {
      const page = await reader.visit(shop.url('cut'))
      const approval = await reader.ask(page)
      await reader.spends(shop.price, async () => {
        await reader.reachesSeller(() => approval.agree())
        await reader.extension.killWorker(reader.desk)
        await reader.expectPayment('undelivered')
      })
      await expectHonestReturn(reader, shop.url('cut'))
    })

    for (const fault of ['500', 'down'] as const) {
      test(`the service fails (${fault}) before it has looked at a payment for the rest of an article: said, and nothing is lost`, async ({ reader, world }) => {
        await world.setFacilitator({ verify: fault })
        const before = await reader.balance()
        const approval = await reader.ask(await reader.visit(shop.url('cut')))
        await approval.agree()
        await reader.expectPayment(whenServiceFails)
        const said = whenServiceFails === 'refused' ? words.outcome.refused(null) : screens.approval.working.checking
        await expect.poll(() => approval.text()).toContain(said)
        await world.setFacilitator({ verify: 'none' })
        await reader.spends(0n, () => reader.visit(shop.url('cut')))
        expect(await reader.balance()).toBe(before)
        expect(await reader.payments()).toHaveLength(1)
      })
    }

    test('the tab is closed before the money has moved: it is not known, then found out, and never paid twice', async ({ reader }) => {
      const url = shop.url('whole')
      const page = await enter(reader, shop, 'whole')
      const approval = await reader.ask(page)
      await reader.spends(shop.price, async () => {
        await reader.reachesSeller(() => approval.agree())
        await page.close()
        await reader.expectPayment('unknown')
        await reader.card(await reader.visit(url)).expectText(words.card.checking)
        await reader.expectPayment('undelivered')
      })
      await expectHonestReturn(reader, url)
    })

    test('the browser is closed in the middle: the next day the payment is known, and nothing is paid again', async ({ reader, world }) => {
      const url = shop.url('whole')
      const page = await enter(reader, shop, 'whole')
      await reader.spends(shop.price, async () => {
        const approval = await reader.ask(page)
        await reader.reachesSeller(() => approval.agree())
        await reader.extension.quit()
      })
      const nextDay = await Extension.launch({ profile: reader.extension.profile })
      try {
        const desk = await nextDay.open('dashboard.html')
        await nextDay.ask(desk, 'wallet.unlock', { factor: { kind: 'password', password } })
        await expectHonestReturn(await Reader.at(nextDay, world, desk), url)
      } finally {
        await nextDay.quit()
      }
    })
  })
}
