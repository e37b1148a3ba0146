import type { Page } from 'playwright'
import { ArticlePage } from '../pages/article'
import { SitesPage } from '../pages/sites'
import { allowed, announced, hurries, issue } from '../support/allowance'
import { password, type Reader } from '../support/reader'
import { expect, test } from '../support/test'
import { moveClock } from '../support/worker-clock'

const five = 50_000n
const month = 31 * 24 * 60 * 60_000

/** Opens something the reader has allowed, and waits until it is announced: from here on only the wallet's own wait is between it and the money. */
async function announcedPage(reader: Reader, number: number): Promise<Page> {
  const page = await reader.visit(await issue(reader, number))
  await expect.poll(() => announced(reader)).toHaveLength(1)
  await reader.expectPayment('reserved')
  return page
}

/** Something is announced, and this happens to it: it is let go, and the page asks as every page does. */
async function expectLetGo(reader: Reader, number: number, happens: (page: Page) => Promise<unknown>): Promise<void> {
  await reader.spends(0n, async () => {
    const page = await announcedPage(reader, number)
    await happens(page)
    await reader.expectPayment('void')
    await expect.poll(() => announced(reader)).toEqual([])
    await page.bringToFront()
    await new ArticlePage(page).expectClosed()
    await page.close()
  })
}

/** A page is opened, and asked about: nothing is announced, and nothing set aside. */
async function expectAsked(reader: Reader, open: () => Promise<Page>, price = /Unlock for \$0\.05/, because: string | null = null): Promise<void> {
  const before = (await reader.payments()).length
  await reader.spends(0n, async () => {
    const page = await open()
    await reader.card(page).expectText(price)
    const bill = await reader.ask(page)
    // The question has its price by now: what would have been paid without one would have been set aside before.
    await expect(bill.payButton).toBeVisible()
    if (because !== null) await expect(bill.page.getByText(because)).toBeVisible()
    expect(await announced(reader)).toEqual([])
    expect(await reader.payments()).toHaveLength(before)
    await bill.decline()
    await page.close()
  })
}

test('what is announced is let go when its reader turns away, locks, ends it, or when the worker dies', async ({ reader }) => {
  test.slow()
  await allowed(reader)
  const { extension, desk } = reader
  await hurries(reader)

  await test.step('another tab in front', () => expectLetGo(reader, 10, () => desk.bringToFront()))
  await test.step('another page in the tab, and back', () => expectLetGo(reader, 11, async (page) => {
    await page.goto(reader.world.articles.free)
    await reader.expectPayment('void')
    await expect.poll(() => announced(reader)).toEqual([])
    await page.goBack()
    await reader.card(page).expectText(/Unlock for/)
  }))
  await test.step('a dead worker', () => expectLetGo(reader, 12, () => extension.killWorker(desk)))
  await test.step('a locked wallet', () => expectLetGo(reader, 13, async () => {
    await reader.lock()
    await expect.poll(() => announced(reader)).toEqual([])
    await reader.open()
  }))
  await test.step('a month that is over in between', () => expectLetGo(reader, 14, async () => {
    await moveClock(await extension.worker(), month)
    await reader.expectPayment('void')
    await moveClock(await extension.worker(), 0)
  }))
  await test.step('the reader ends what was allowed', () => expectLetGo(reader, 15, async () => {
    const [held] = await extension.ask(desk, 'allowances.read', {})
    await extension.ask(desk, 'allowances.end', { id: held?.id ?? '' })
  }))
  await test.step('and from then on nothing is paid without a question', () => expectAsked(reader, async () => reader.visit(await issue(reader, 16))))
})

test('nothing is paid without a question that the reader did not open, see, or allow', async ({ reader, world }) => {
  test.slow()
  await allowed(reader)
  await hurries(reader)
  const { context } = reader.extension

  await test.step('a page that sends itself to what is for sale', () =>
    expectAsked(
      reader,
      async () => {
        const url = await issue(reader, 20)
        const trap = new URL('/trap', url).href
        await context.route(trap, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>location.replace(${JSON.stringify(url)})</script>` }))
        const page = await reader.visit(trap)
        await page.waitForURL(url)
        return page
      },
      undefined,
      'your browser does not say that you opened this page yourself',
    ))

  await test.step('a tab behind the one in front', () =>
    expectAsked(reader, async () => {
      const url = await issue(reader, 21)
      const worker = await reader.extension.worker()
      const opened = context.waitForEvent('page', { predicate: (page) => page.url() === url || page.url() === 'about:blank' })
      await worker.evaluate((address) => chrome.tabs.create({ url: address, active: false }), url)
      const page = await opened
      await reader.card(page).expectText(/Unlock for/)
      await page.bringToFront()
      return page
    }))

  await test.step('a price that rose since it was seen', () =>
    expectAsked(
      reader,
      async () => {
        await reader.extension.askGuarded(reader.desk, 'allowances.add', { purchase: (await reader.payments())[0]?.id ?? '', perPayment: '100000', perDay: '500000', days: 30 }, password)
        return reader.visit(world.articles.dearer)
      },
      /Unlock for \$0\.0[58]/,
    ))

  await test.step('another account on the same site', () => expectAsked(reader, () => reader.visit(world.articles.script)))
  await test.step('a price above what is allowed', () => expectAsked(reader, () => reader.visit(world.articles.staircase), /Unlock for \$0\.12/))

  await test.step('a system that shows nothing', async () => {
    const worker = await reader.extension.worker()
    await worker.evaluate(() => {
      chrome.notifications.create = () => Promise.reject(new Error('nothing is shown'))
    })
    await expectAsked(reader, async () => reader.visit(await issue(reader, 22)))
  })
})

test('of two windows with the same piece one pays, once', async ({ reader }) => {
  test.slow()
  await allowed(reader)
  await hurries(reader)
  const { context } = reader.extension
  const url = await issue(reader, 30)
  await reader.spends(five, async () => {
    const worker = await reader.extension.worker()
    const both = [1, 2].map(() => worker.evaluate((address) => chrome.windows.create({ url: address, focused: true }), url))
    await Promise.all(both)
    await expect.poll(() => context.pages().filter((page) => page.url() === url).length).toBe(2)
    // The newest that was delivered may still be one of the two before.
    await expect.poll(async () => (await reader.payments()).filter(({ unasked, state }) => unasked && state === 'delivered')).toHaveLength(1)
  })
  const sites = await SitesPage.open(reader)
  await expect(sites.sites).toContainText('$0.05 of $0.25 used today.')
})
