import type { Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { give } from '../hostile/answers'
import { expect, test } from '../hostile/test'
import { Popup } from '../pages/popup'
import { SettingsPage } from '../pages/settings'
import { afterLastLook } from '../support/last-look'
import type { Reader } from '../support/reader'

const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'What the tides know', isAccessibleForFree: false }
const teaser = `<h1>What the tides know</h1><p>The rest is for subscribers.</p>
  <script type="application/ld+json">${JSON.stringify(article)}</script><link rel="license" type="application/rsl+xml" href="/rsl.xml">`

/** The names of the messages that the worker hears from pages, from now on, oldest first. */
async function hearPages(reader: Reader): Promise<() => Promise<readonly string[]>> {
  const worker = await reader.extension.worker()
  await worker.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    chrome.runtime.onMessage.addListener((message, sender) => {
      if (sender.tab?.url?.startsWith('http') === true) heard.push((message as { type: string }).type)
    })
  })
  return () => worker.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard)
}

/** What a page can see of itself: its text, and its names, those of the driver apart. */
const seenFromInside = (page: Page) => page.evaluate(() => ({ html: document.documentElement.outerHTML, names: Object.keys(window).filter((name) => !name.startsWith('__pw_')) }))

test('an article for subscribers only: nothing happens until the reader asks; then it is said, and a wish can be noted', async ({ reader, evil }) => {
  const asked: string[] = []
  evil.serve('/tides', ({ request, response }) => {
    asked.push(request.method ?? '')
    give(response, teaser)
  })
  const heard = await hearPages(reader)
  const page = await reader.visit(evil.url('/tides'))
  const before = await seenFromInside(page)

  await test.step('by itself, Farthing says and does nothing', async () => {
    await afterLastLook(page)
    expect(await reader.card(page).text()).toBe('')
    expect(await heard()).toEqual([])
    expect(await seenFromInside(page)).toEqual(before)
  })

  const popup = await Popup.open(reader)

  await test.step('the reader clicks the button, and is told', async () => {
    await expect(popup.thisPage.getByText(words.named['declared-paywall'])).toBeVisible()
    await expect(popup.thisPage.getByText(words.named.rsl)).toBeVisible()
    await expect(popup.thisPage.getByText(/Nothing to pay/)).toHaveCount(0)
    expect(await heard()).toEqual(['page.hints'])
  })

  await test.step('the wish is noted, undone, and noted again', async () => {
    await popup.wish.click()
    await expect(popup.thisPage.getByText('Noted.')).toBeVisible()
    await popup.undoWish.click()
    await expect(popup.wish).toBeVisible()
    await expect(popup.thisPage.getByText('Noted.')).toHaveCount(0)
    await popup.wish.click()
    await expect(popup.undoWish).toBeFocused()
    await popup.page.close()
  })

  await test.step('it is still noted when the popup is opened again', async () => {
    const again = await Popup.open(reader)
    await expect(again.undoWish).toBeVisible()
    await again.page.close()
  })

  await test.step('the page has learned nothing', async () => {
    expect(await reader.card(page).text()).toBe('')
    expect(await heard()).toEqual(['page.hints'])
    expect(await seenFromInside(page)).toEqual(before)
    expect(asked).toEqual(['GET'])
  })

  await test.step('it is listed in the settings, and forgotten there', async () => {
    const settings = new SettingsPage(await reader.extension.open('dashboard.html#/settings'))
    await expect(settings.wishes.getByRole('listitem')).toHaveText(['evil.localhost On one day'])
    await settings.wishes.getByRole('button', { name: 'Forget these' }).click()
    await expect(settings.wishes).toHaveCount(0)
    await settings.page.reload()
    await expect(settings.page.getByLabel('Show prices in')).toBeVisible()
    await expect(settings.wishes).toHaveCount(0)
  })
})

test('an article that says it is not free and sells itself is offered, and nothing else is said', async ({ reader, evil }) => {
  evil.sell('/both', { article: '<h1>All of it</h1>', asking: { body: teaser } })
  const page = await reader.visit(evil.url('/both'))
  await reader.card(page).expectText(/Unlock for/)
  const popup = await Popup.open(reader)
  await expect(popup.thisPage.getByRole('button', { name: /^Unlock for \$0\.01/ })).toBeVisible()
  await expect(popup.thisPage.getByText(words.named['declared-paywall'])).toHaveCount(0)
  await expect(popup.wish).toHaveCount(0)
})

test('where an answer cannot be paid, what else the page says is told beside the refusal', async ({ reader, evil }) => {
  evil.serve('/vague', ({ response }) => void response.writeHead(402, { 'content-type': 'text/html' }).end(teaser))
  await reader.visit(evil.url('/vague'))
  const popup = await Popup.open(reader)
  await expect(popup.thisPage.getByText(words.named.unspecified)).toBeVisible()
  await expect(popup.thisPage.getByText(words.named['declared-paywall'])).toBeVisible()
  await expect(popup.wish).toBeVisible()
})
