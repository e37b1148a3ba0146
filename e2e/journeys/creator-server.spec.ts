import { chromium } from 'playwright'
import { accounts } from '../../demo/world/accounts'
import { startServerSite, type ServerSite } from '../../demo/sites/server/start'
import { told } from '../../demo/sites/server/secrets'
import { listen } from '../../demo/world/listen'
import { findChromium } from '../../scripts/browser.mjs'
import { buildScripts } from '../../scripts/creator'
import { parseAddress } from '../../src/core/authorization/address'
import { ArticlePage } from '../pages/article'
import { nameServer } from '../support/host-log'
import { unfit } from '../support/looks'
import { expect, test as base } from '../support/test'

const test = base.extend<{ readonly ada: ServerSite }>({
  ada: async ({ world }, use) => {
    await buildScripts()
    const payTo = parseAddress(accounts.partner)
    if (payTo === null) throw new Error('Ada has no account')
    const ada = await startServerSite({ facilitator: world.facilitator, endpoint: world.chain.direct, payTo })
    await nameServer(ada.url, 'a seller: Ada’s Essays')
    await use(ada)
    await ada.stop()
  },
})

const price = 100_000n

test('a reader unlocks a part of a page that its author marked with one tag: paid to the author, with its picture, once', async ({ reader, world, ada }) => {
  const page = await reader.visit(ada.essays.ferry)
  const { paywall } = new ArticlePage(page)
  await expect(paywall.getByText('he must swim')).toBeVisible()
  expect(told(await page.content())).toEqual([])

  await test.step('paying fills the tag, and the money is the author’s', async () => {
    const before = await world.balanceOf(accounts.partner)
    await reader.spends(price, () => reader.unlock(page))
    await expect(paywall.getByText('the use of patience')).toBeVisible()
    await expect(paywall.getByText('he must swim')).toBeVisible()
    await expect(paywall.getByRole('link', { name: /Read the rest/ })).toHaveCount(0)
    expect((await world.balanceOf(accounts.partner)) - before).toBe(price)
    await reader.expectPayment('delivered')
  })

  await test.step('its picture is there, though the part came from another address than the page', async () => {
    const picture = paywall.getByRole('img', { name: /curve of the tide/ })
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  })

  await test.step('coming back costs nothing', async () => {
    await reader.spends(0n, async () => {
      const again = new ArticlePage(await reader.visit(ada.essays.ferry))
      await expect(again.paywall.getByText('the use of patience')).toBeVisible()
    })
  })

  await test.step('the address of the part is a page of its own, paid as any other', async () => {
    const own = await reader.visit(`${ada.url}/farthing/parts/1/essays/well`)
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('What the Well Was For')
    await reader.spends(50_000n, () => reader.unlock(own))
    await expect(own.getByText('the Wetting')).toBeVisible()
    expect(own.url()).toBe(`${ada.url}/farthing/parts/1/essays/well`)
    expect(await own.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none')
  })
})

test('without JavaScript and without a wallet a reader sees the free part, the price, and in words how to pay', async ({ ada }) => {
  const executablePath = findChromium()
  const browser = await chromium.launch(executablePath === null ? {} : { executablePath })
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(ada.essays.ferry)
    await expect(page.getByText('he must swim')).toBeVisible()
    await page.getByRole('link', { name: 'Read the rest ($0.10)' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Six O’Clock Ferry')
    await expect(page.getByText('$0.10', { exact: true })).toBeVisible()
    await expect(page.getByText('It needs JavaScript')).toBeVisible()
    await page.getByRole('link', { name: 'Back to the free part' }).click()
    await expect(page).toHaveURL(ada.essays.ferry)

    const seeing = await browser.newPage()
    await seeing.goto(`${ada.url}/farthing/parts/1/essays/ferry`)
    await expect(seeing.getByText('To pay, you need a wallet')).toBeVisible()
    await expect(seeing.getByText('$0.10', { exact: true })).toHaveCount(1)
    await expect(seeing.getByText('$0.10', { exact: true })).toBeVisible()
    expect(await unfit(seeing)).toEqual([])
    await seeing.emulateMedia({ colorScheme: 'dark' })
    expect(await unfit(seeing)).toEqual([])
  } finally {
    await browser.close()
  }
})

test('who sells checks a page in the wallet, locked as it is: Ada’s has nothing to mend, a careless one is told what', async ({ reader, ada }) => {
  await reader.lock()
  const careless = await listen((request, response) => {
    const isPart = request.url === '/part'
    response.writeHead(isPart && request.headers.range === undefined ? 402 : 200, { 'content-type': 'text/html', 'cache-control': 'public, max-age=600' })
    response.end(isPart ? 'Pay first.' : '<html><title>Swifts</title><pay-wall src="/part" price="0.10"><p>More.</p></pay-wall></html>')
  })
  const url = `http://127.0.0.1:${careless.port}/`
  await nameServer(url, 'a seller: a careless one')
  const desk = await reader.extension.open('dashboard.html#/help/check')
  const look = async (address: string): Promise<void> => {
    await desk.getByLabel('Address of the page').fill(address)
    await desk.getByRole('button', { name: /^Look (at it|again)$/ }).click()
  }

  await look(ada.essays.ferry)
  await expect(desk.getByRole('heading', { name: /All is well|Nothing is wrong/ })).toBeVisible()
  await expect(desk.getByText(/^Good \(\d\d/)).toBeVisible()
  expect(await unfit(desk)).toEqual([])

  await look(url)
  await expect(desk.getByRole('heading', { name: /things to mend/ })).toBeVisible()
  await expect(desk.getByText('No wallet can read this price.')).toBeVisible()
  await expect(desk.getByText('The page does not say in which language it is: screen readers guess.')).toBeVisible()
  await careless.close()

  await look(url)
  await expect(desk.getByText(/does not answer, or not in time/)).toBeVisible()
  await desk.close()
})
