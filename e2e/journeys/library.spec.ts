import type { Page } from 'playwright'
import { expect, test } from '../hostile/test'
import { ArticlePage } from '../pages/article'
import type { Reader } from '../support/reader'

/** Buys something and waits until its copy, with a picture, is there. Returns its title. */
async function buy(reader: Reader, url: string): Promise<string> {
  const page = await reader.visit(url)
  await reader.unlock(page)
  const pictures = async () => {
    const [newest] = await reader.payments()
    const article = await reader.extension.ask(reader.desk, 'library.read', { id: newest?.id ?? '' })
    return article?.copy?.pictures.length ?? 0
  }
  await expect.poll(pictures, { timeout: 20_000 }).toBeGreaterThan(0)
  await page.close()
  return (await reader.payments())[0]?.title ?? ''
}

/** A picture is there when it has a size that comes from itself. */
const hasPictures = (page: Page) => page.locator('.reading img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 100))

test('what was bought is read without a network, pictures and all, given up, and opened again where it was bought', async ({ reader, world }) => {
  const document = await buy(reader, world.articles.paid)
  const fragment = await buy(reader, world.articles.fragment)

  await reader.extension.context.setOffline(true)
  world.setEndpoint({ down: true })
  const library = await reader.extension.open('dashboard.html#/library')
  try {
    for (const title of [document, fragment]) {
      const row = library.getByRole('row').filter({ hasText: title })
      await expect(row).toContainText(/\d (kB|MB)/)
      await row.getByRole('link').click()
      await expect(library.getByRole('article')).toContainText(/\w+/)
      expect((await library.getByRole('article').textContent())?.length).toBeGreaterThan(1000)
      await expect.poll(() => hasPictures(library)).toContain(true)
      await library.getByRole('link', { name: 'All articles' }).click()
    }
    await library.getByLabel('Search titles and sites').fill(document.slice(0, 12))
    await library.getByRole('row').filter({ hasText: document }).getByRole('link').click()
    await library.getByRole('button', { name: 'Remove the copy' }).click()
    await expect(library.getByText('There is no copy of this article on this device.')).toBeVisible()
  } finally {
    world.setEndpoint({ down: false })
    await reader.extension.context.setOffline(false)
  }

  await reader.spends(0n, async () => {
    const opened = reader.extension.context.waitForEvent('page')
    await library.getByRole('button', { name: /^Open at/ }).click()
    await new ArticlePage(await opened).expectWhole()
    await library.getByRole('button', { name: 'Keep a copy' }).click()
    await expect(library.getByRole('article')).toBeVisible({ timeout: 20_000 })
  })
})

test('a copy that the end of the worker cut short is taken by the next one', async ({ reader, evil }) => {
  const release: (() => void)[] = []
  evil.serve('/held', ({ response }) => void release.push(() => void response.end()))
  const sentence = 'The wren sang again, and each time it was heard, by whoever was there, in the hedge, at dawn, and further off, too. '
  // The page is busy with one request until that is answered, and so no script can run in it.
  const held = "addEventListener('load', () => setTimeout(() => { const one = new XMLHttpRequest(); one.open('GET', '/held', false); one.send() }))"
  evil.sell('/busy-article', { article: `<article><h1>Wrens</h1>${`<p>${sentence.repeat(9)}</p>`.repeat(3)}</article><script>${held}</script>` })
  const stored = async () => (await reader.extension.ask(reader.desk, 'library.list', { text: '', sort: 'newest', offset: 0, limit: 10 })).rows[0]?.bytes ?? null

  await reader.unlock(await reader.visit(evil.url('/busy-article')))
  await reader.expectPayment('delivered')
  await expect.poll(() => release.length).toBe(1)
  const begun = async () => (await reader.extension.worker()).evaluate(async () => JSON.stringify((await chrome.storage.session.get(null))['arrivals']))
  await expect.poll(begun).toContain('"tries":1')
  expect(await stored()).toBeNull()

  await reader.extension.killWorker(reader.desk)
  for (const answer of release) answer()
  await expect.poll(stored, { timeout: 20_000 }).not.toBeNull()
  expect(await begun()).toBe('[]')
})

test('a hostile article shows its text, and asks for nothing', async ({ reader, evil }) => {
  const spy = evil.elsewhere
  const sentence = 'The wren sang again, and each time it was heard, by whoever was there, in the hedge, at dawn, and further off, too. '
  evil.sell('/hostile-article', {
    article: `<meta http-equiv="refresh" content="900;url=${spy}refresh"><base target="_top"><article><h1>Wrens</h1>
      <p style="position:fixed;inset:0;background:url(${spy}css)">${sentence.repeat(9)}</p><p onclick="document.title='ran'">${sentence.repeat(9)}</p>
      <script>document.body.dataset.sold = 'x'</script><img src="/broken.png" onerror="document.title='ran'"><img src="${spy}image" srcset="${spy}set 2x">
      <svg><use href="${spy}use#a"/></svg><iframe src="${spy}frame"></iframe><form action="${spy}form"><input name="cloneNode"><button>Unlock</button></form>
      <p>${sentence.repeat(9)} <a href="${spy}link">A link</a></p></article>`,
  })
  const page = await reader.visit(evil.url('/hostile-article'))
  await reader.unlock(page)
  await reader.expectPayment('delivered')
  const stored = async () => (await reader.extension.ask(reader.desk, 'library.list', { text: '', sort: 'newest', offset: 0, limit: 10 })).rows[0]?.bytes ?? null
  await expect.poll(stored, { timeout: 20_000 }).not.toBeNull()
  await page.close()

  const asked: string[] = []
  const library = await reader.extension.open('dashboard.html#/library')
  reader.extension.context.on('request', (request) => void asked.push(request.url()))
  await library.getByRole('row').getByRole('link').click()
  const article = library.getByRole('article')
  await expect(article).toContainText('The wren sang again')
  await expect(article.locator('script, style, iframe, form, input, button, svg, meta, base, [style], [class]:not(.reading-missing), [onclick], [src^="http"], [srcset]')).toHaveCount(0)
  await expect(library.getByRole('button', { name: 'Print' })).toBeInViewport()
  await article.locator('p').first().click()
  await expect(library).toHaveTitle(/^(?!ran)/)
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([])
  await expect(article.getByRole('link', { name: 'A link' })).toHaveAttribute('rel', 'noopener noreferrer')
})
