import { Card } from '../pages/card'
import { ArticlePage } from '../pages/article'
import { Popup } from '../pages/popup'
import { isFirefox } from '../support/driven'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

const worksOn = 'only when I click'

test(`${worksOn}: the published build sees a page after a press on its button, pays for it there, and sees no other`, async ({ world }) => {
  const extension = await Extension.launch({ published: true })
  try {
    const worker = await extension.worker()
    const allowed = await worker.evaluate(() => chrome.permissions.getAll())
    expect(allowed.origins ?? []).toEqual([])
    const reader = await Reader.withPurse(extension, world, '5')
    await extension.askGuarded(reader.desk, 'settings.change', { access: 'on-click' }, password)

    const other = await reader.visit(world.articles.staircase)
    const page = await reader.visit(world.articles.paid)
    const card = new Card(reader, page)
    await extension.pressToolbarButton(page)
    if (isFirefox) await card.expectText(/once you allow that/)
    const popup = await Popup.open(reader)
    if (isFirefox) await popup.allow()
    await card.expectText(/Unlock for/)
    expect(await new Card(reader, other).text()).toBe('')

    await expect(popup.thisPage.getByRole('button', { name: /^Unlock for \$0\.05/ })).toBeVisible()
    await reader.spends(50_000n, async () => (await popup.unlock()).pay())
    await new ArticlePage(page).expectWhole()
    expect(await worker.evaluate(() => chrome.declarativeNetRequest.getSessionRules())).toEqual([])
  } finally {
    await extension.dispose()
  }
})
