import { ArticlePage } from '../pages/article'
import { Popup } from '../pages/popup'
import { openMpp } from '../peers/shops/mppx'
import { both } from '../support/both'
import { expect, test } from '../support/test'

test('a seller that asks with data instead of a page, for which Firefox shows an error of its own, is paid from the toolbar’s button', both, async ({ reader, world }) => {
  const shop = await openMpp(world)
  try {
    const page = await reader.extension.context.newPage()
    // Firefox says that the navigation has failed, and shows that too.
    await page.goto(shop.url('whole')).catch(() => undefined)
    const popup = await Popup.open(reader)
    const approval = await popup.unlock()
    await reader.spends(shop.price, () => approval.pay())
    await new ArticlePage(page).expectWhole()
    expect(page.url()).toBe(shop.url('whole'))
    await reader.expectPayment('delivered')
  } finally {
    await shop.stop()
  }
})
