import type { Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { askHonestly, give, page as html, paymentOf } from '../hostile/answers'
import { challengeFor, honestOffer } from '../hostile/challenges'
import { insist, nextApproval } from '../hostile/insist'
import { expect, test } from '../hostile/test'
import type { Reader } from '../support/reader'
import { long } from '../support/long'

const cent = 10_000n
const article = '<h1>The whole piece</h1><p id="part-two">Every word of it.</p>'

const expectArticle = (page: Page) => expect(page.getByRole('heading', { name: 'The whole piece' })).toBeVisible()

/** The popup beside the page in front: a small window, as the toolbar button opens one. */
async function openPopup(reader: Reader): Promise<Page> {
  const opened = reader.extension.context.waitForEvent('page', { predicate: (window) => window.url().includes('popup.html') })
  const worker = await reader.extension.worker()
  await worker.evaluate(() => chrome.windows.create({ url: 'popup.html', type: 'popup', width: 360, height: 600 }))
  return opened
}

/** Presses the popup's button for the page in front, and agrees. */
async function unlockByPopup(reader: Reader): Promise<void> {
  const approval = nextApproval(reader)
  const popup = await openPopup(reader)
  await popup.getByRole('button', { name: /^Unlock for \$0\.01/ }).click()
  await (await approval).pay()
}

/** Goes to a page that Chromium replaces by its own error page. */
async function visitEmpty(reader: Reader, url: string): Promise<Page> {
  const page = await reader.extension.context.newPage()
  await expect(page.goto(url)).rejects.toThrow('ERR_HTTP_RESPONSE_CODE_FAILURE')
  await page.bringToFront()
  return page
}

test.describe('odd pages are paid or refused in words', () => {
  test('a page with a pass-through service worker', long, async ({ reader, evil }) => {
    const register = '<script>navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(() => document.title = "Controlled")</script>'
    evil.serve('/worker.js', ({ response }) => {
      const script = 'onfetch = (event) => event.respondWith(fetch(event.request)); oninstall = () => skipWaiting(); onactivate = () => clients.claim()'
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(script)
    })
    evil.sell('/passed-through', { article, asking: { body: html(`<h1>For sale</h1>${register}`) } })
    const page = await reader.visit(evil.url('/passed-through'))
    await expect(page).toHaveTitle('Controlled')
    await page.reload()
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await reader.spends(cent, () => reader.unlock(page))
    await expectArticle(page)
    expect(evil.payments).toHaveLength(1)
  })

  test('a page whose service worker makes up a 402 of its own: the price is the server’s', async ({ reader, evil }) => {
    const register = '<script>navigator.serviceWorker.register("/liar.js").then(() => navigator.serviceWorker.ready).then(() => document.title = "Controlled")</script>'
    evil.serve('/liar.js', ({ response }) => {
      const lie = 'new Response("<title>Made up</title><h1>Only today: free</h1>", { status: 402, headers: { "content-type": "text/html" } })'
      const script = `onfetch = (event) => event.request.mode === "navigate" && event.respondWith(${lie}); oninstall = () => skipWaiting(); onactivate = () => clients.claim()`
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(script)
    })
    evil.sell('/made-up', { article, asking: { body: html(`<h1>For sale</h1>${register}`) } })
    const page = await reader.visit(evil.url('/made-up'))
    await expect(page).toHaveTitle('Controlled')
    await page.reload()
    await expect(page).toHaveTitle('Made up')
    await reader.spends(cent, () => reader.unlock(page))
    await expectArticle(page)
    expect(evil.payments).toHaveLength(1)
  })

  test('a 402 under a sandbox, in which no script of the wallet is believed, by the popup', async ({ reader, evil }) => {
    evil.sell('/sandboxed', { article, asking: { headers: { 'content-security-policy': 'sandbox' }, body: html('<h1>For sale</h1>') } })
    const page = await reader.visit(evil.url('/sandboxed'))
    await expect(page.getByRole('heading', { name: 'For sale' })).toBeVisible()
    await reader.spends(cent, () => unlockByPopup(reader))
    await expectArticle(page)
    expect(evil.payments).toHaveLength(1)
  })

  test('a 402 that says nothing is left alone, and asked as a program once the reader opens the popup', async ({ reader, evil }) => {
    const asked: string[] = []
    evil.serve('/silent', (exchange) => {
      const { accept = '' } = exchange.request.headers
      asked.push(accept === 'application/json' ? 'data' : 'page')
      if (accept === 'application/json') askHonestly(exchange)
      else exchange.response.writeHead(402, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(html('<h1>Closed</h1>'))
    })
    const page = await reader.visit(evil.url('/silent'))
    await reader.card(page).expectText(words.named.unspecified)
    expect(asked).toEqual(['page'])
    const popup = await openPopup(reader)
    await expect(popup.getByRole('button', { name: /^Unlock for \$0\.01/ })).toBeVisible()
    expect(asked).toEqual(['page', 'page', 'data'])
  })

  test('a page that comes slowly: its price is there before the rest of it', async ({ reader, evil }) => {
    let finish = (): void => undefined
    evil.serve('/slow', ({ response, url }) => {
      response.writeHead(402, { 'payment-required': challengeFor(url, [honestOffer]), 'cache-control': 'no-store', 'content-type': 'text/html' })
      response.write(html('<h1>For sale</h1>'))
      finish = () => response.end('<p>The end of it</p>')
    })
    const page = await reader.extension.context.newPage()
    await page.goto(evil.url('/slow'), { waitUntil: 'commit' })
    await reader.card(page).expectText(/Unlock for \$0\.01/)
    await expect(page.getByText('The end of it')).toHaveCount(0)
    finish()
    await expect(page.getByText('The end of it')).toBeVisible()
    await reader.card(page).expectText(/Unlock for \$0\.01/)
  })

  test('an address with a fragment, which stays in the address', long, async ({ reader, evil }) => {
    evil.sell('/marked', { article })
    const page = await reader.visit(evil.url('/marked#part-two'))
    await reader.spends(cent, () => reader.unlock(page))
    await expectArticle(page)
    expect(page.url()).toBe(evil.url('/marked#part-two'))
    expect(evil.payments).toHaveLength(1)
  })

  test('a 402 out of the cache, whose price has changed: the price of now is shown and paid', async ({ reader, evil }) => {
    const headers = { 'cache-control': 'max-age=3600' }
    evil.sell('/cached', { article, asking: { headers, body: html('<h1>A first teaser</h1>') } })
    await (await reader.visit(evil.url('/cached'))).close()
    evil.sell('/cached', { article, offer: { amount: '20000' }, asking: { headers, body: html('<h1>A later teaser</h1>') } })
    const page = await reader.visit(evil.url('/cached'))
    await expect(page.getByRole('heading', { name: 'A first teaser' })).toBeVisible()
    await reader.spends(2n * cent, async () => {
      const approval = await reader.ask(page)
      await expect(approval.payButton).toHaveText('Pay $0.02')
      await approval.pay()
    })
    await expectArticle(page)
    expect(evil.payments).toHaveLength(1)
  })

  test('a 402 with an empty body, by the popup', long, async ({ reader, evil }) => {
    evil.sell('/empty', { article, asking: { body: '' } })
    const page = await visitEmpty(reader, evil.url('/empty'))
    await reader.spends(cent, () => unlockByPopup(reader))
    await expectArticle(page)
    expect(evil.payments).toHaveLength(1)
  })

  test('a hostile 402 with an empty body, refused in the popup', long, async ({ reader, evil }) => {
    evil.serve('/empty', (exchange) => askHonestly(exchange, { amount: '1e4' }, { body: '' }))
    await visitEmpty(reader, evil.url('/empty'))
    const popup = await openPopup(reader)
    await expect(popup.getByText(words.offer['bad-amount'])).toBeVisible()
    await expect(popup.getByRole('button', { name: /^Unlock/ })).toHaveCount(0)
    expect(await reader.payments()).toEqual([])
  })

  test('a paid request answered by a redirect to another site', async ({ reader, evil }) => {
    evil.serve('/sends-away', (exchange) => {
      if (paymentOf(exchange.request) === null) askHonestly(exchange)
      else exchange.response.writeHead(302, { location: evil.elsewhere }).end()
    })
    const page = await reader.visit(evil.url('/sends-away'))
    const approval = await reader.ask(page)
    await approval.agree()
    await page.waitForURL(evil.elsewhere)
    await expect.poll(() => approval.text()).toContain(words.outcome.unknown)
    expect(evil.payments.map(({ host, path }) => `http://${host}${path}`)).toEqual([evil.url('/sends-away')])

    // Asking again follows the payment that is out, and signs nothing new.
    const later = await reader.visit(evil.url('/sends-away'))
    await reader.card(later).expectText(words.card.checking)
    const again = await insist(reader, later)
    await expect(again.page.getByText(words.outcome.unknown)).toBeVisible()
    await expect(again.payButton).toHaveCount(0)
    expect(evil.payments).toHaveLength(1)
    expect(await reader.balance()).toBe(5_000_000n)
  })

  test('a paid piece of a page answered by a redirect to another site', long, async ({ reader, evil }) => {
    evil.serve('/cut', ({ response }) => give(response, '<h1>Cut</h1><pay-wall src="/cut/rest" title="The rest"></pay-wall>'))
    evil.serve('/cut/rest', (exchange) => {
      if (paymentOf(exchange.request) === null) askHonestly(exchange)
      else exchange.response.writeHead(307, { location: evil.elsewhere }).end()
    })
    const page = await reader.visit(evil.url('/cut'))
    const approval = await reader.ask(page)
    await approval.agree()
    await expect(approval.page.getByText(words.outcome.unknown)).toBeVisible()
    expect(evil.payments.map(({ path }) => path)).toEqual(['/cut/rest'])
    expect(await reader.balance()).toBe(5_000_000n)
  })
})
