import { answers } from '../../src/core/words/answers'
import type { Tag } from '../../src/core/words/languages'
import type { Language } from '../../src/languages/language'
import { ApprovalWindow } from '../pages/approval'
import { ArticlePage } from '../pages/article'
import { Popup } from '../pages/popup'
import { send } from '../support/extension'
import { amiss, foreign, speaks } from '../support/languages'
import { openedPlace } from '../support/screens'
import { expect, test } from '../support/test'

const price = 50_000n

for (const tag of ['ko', 'ar'] as const) {
  test(`a reader chooses "${tag}", and everything from the price to the payment is in it, from a worker that has just woken up`, async ({ reader, world }) => {
    const { default: words } = (await import(`../../src/languages/${tag}/index.ts`)) as { readonly default: Language }
    const settings = await openedPlace(reader, 'settings')
    await settings.getByLabel('Language').selectOption(tag)
    await expect(settings.locator('html')).toHaveAttribute('lang', tag)
    await expect(settings.getByRole('heading', { level: 1 })).toHaveText(words.dashboard.settings.title)
    await reader.extension.killWorker(reader.desk)
    const refused = await send(reader.desk, 'payments.read', { id: 1 } as never)
    expect(refused).toMatchObject({ ok: false, code: 'malformed', sentence: words.answers.malformed })
    expect(words.answers.malformed).not.toBe(answers.malformed)

    const page = await reader.visit(world.articles.paid)
    const unlock = words.card.unlock('').trim()
    await reader.spends(price, async () => {
      const opened = reader.extension.context.waitForEvent('page', { predicate: (window) => window.url().includes('approval.html') })
      await reader.card(page).press(new RegExp(unlock))
      const approval = new ApprovalWindow(await opened)
      const pay = approval.page.locator('.pay')
      await expect(pay).toContainText(words.pages.approval.pay('').trim())
      await expect(approval.page.locator('html')).toHaveAttribute('dir', tag === 'ar' ? 'rtl' : 'ltr')
      expect(await amiss(approval.page, tag)).toEqual([])
      await expect(pay).toHaveAttribute('aria-disabled', 'false')
      await pay.click()
      await new ArticlePage(page).expectWhole()
    })
    const popup = await Popup.open(reader)
    await expect(popup.page.getByRole('listitem')).toHaveCount(1)
    expect(await amiss(popup.page, tag)).toEqual([])
  })
}

/** The two with the longest words: what fits in them fits in all. The contact sheet has the others, and every screen. */
const longest: readonly Tag[] = foreign.filter((tag) => tag === 'de' || tag === 'fr')

test('where words are longest everything fits at 400 pixels', async ({ reader, world }) => {
  await reader.unlock(await reader.visit(world.articles.script))
  await reader.expectPayment('delivered')
  const { id = '' } = (await reader.payments())[0] ?? {}
  for (const place of ['overview', `history/${id}`, `disputes/new?payment=${id}&problem=wrong-price&step=ask`, 'limits', 'security']) {
    const page = await openedPlace(reader, place)
    await page.setViewportSize({ width: 400, height: 800 })
    for (const tag of longest) {
      await speaks(page, tag)
      await expect.poll(() => amiss(page, tag), `${tag}: ${place}`).toEqual([])
    }
    await speaks(page, 'en')
    await page.close()
  }
})
