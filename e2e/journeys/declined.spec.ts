import { ArticlePage } from '../pages/article'
import { expect, test } from '../support/test'

test('a reader who says "not now" pays nothing and may think again', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)

  await test.step('"not now" closes the window, and nothing was signed', async () => {
    await reader.spends(0n, async () => (await reader.ask(page)).decline())
    expect(await reader.payments()).toEqual([])
    await new ArticlePage(page).expectClosed()
  })

  await test.step('closing the window says the same', async () => {
    await reader.spends(0n, async () => (await reader.ask(page)).page.close())
    expect(await reader.payments()).toEqual([])
  })

  await test.step('so does Escape', async () => {
    const approval = await reader.ask(page)
    await expect(approval.payButton).toBeVisible()
    const closed = approval.page.waitForEvent('close')
    // The window goes while the key is still down, so letting it go may find nobody.
    await Promise.all([closed, approval.page.keyboard.press('Escape').catch(() => undefined)])
    expect(await reader.payments()).toEqual([])
  })

  await test.step('the card is still there, and the next answer may be yes', async () => {
    await reader.spends(50_000n, () => reader.unlock(page))
    await new ArticlePage(page).expectWhole()
  })
})

test('a card that was put away stays away until the page is opened anew', async ({ reader, world }) => {
  const url = world.articles.paid
  const page = await reader.visit(url)
  await reader.card(page).putAway()
  await expect.poll(() => reader.card(page).text()).toBe('')
  await page.reload()
  await reader.card(page).expectText(/Unlock for \$0\.05/)
})
