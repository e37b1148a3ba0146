import type { APIResponse, Page, Route } from 'playwright'
import { startServerSite, type ServerSite } from '../../demo/sites/server/start'
import { buildScripts } from '../../scripts/creator'
import { poet, startTipsSite } from '../../demo/sites/tips/start'
import type { World } from '../../demo/world/index'
import { launchWithout } from '../support/extension'
import { nameServer } from '../support/host-log'
import { cutOff, toTheme, unfit } from '../support/looks'
import { givePageWallet, type PageWallet } from '../support/page-wallet'
import { expect, test as base } from '../support/test'

/** A browser without Farthing, in which there is another wallet, and Ada’s site, which knows nothing of either. */
const test = base.extend<{ site: ServerSite; plain: { readonly page: Page; readonly wallet: PageWallet } }>({
  site: async ({ world }, use) => {
    const site = await startServerSite({ facilitator: world.facilitator, endpoint: world.chain.direct, payTo: world.accounts.seller, log: () => undefined })
    await nameServer(site.url, 'a seller: Ada')
    await use(site)
    await site.stop()
  },
  plain: async ({ world }, use) => {
    const { context, dispose } = await launchWithout()
    const wallet = await givePageWallet(context, world, '1')
    await use({ page: await context.newPage(), wallet })
    await dispose()
  },
})

const price = 100_000n
const strict = "default-src 'none'; script-src 'self'; connect-src 'self' https:; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types farthing"
const sold = 'Josiah Venn wrote down every crossing in pencil'
const press = (page: Page, name: string) => page.locator('pay-wall').getByRole('button', { name }).click()
const message = (page: Page) => page.locator('pay-wall').getByRole('status').first()

/** The names of this machine are known to browsers only. */
const answerTo = async (route: Route): Promise<APIResponse> => route.fetch({ url: route.request().url().replace('ada.localhost', '127.0.0.1'), headers: await route.request().allHeaders() })

async function earns(world: World, amount: bigint, act: () => Promise<void>): Promise<void> {
  const before = await world.balanceOf(world.accounts.seller)
  await act()
  expect((await world.balanceOf(world.accounts.seller)) - before).toBe(amount)
}

test('a part of a page is bought with another wallet, under strict rules, and opens again', async ({ world, site, plain: { page, wallet } }) => {
  const complaints: string[] = []
  page.on('console', (line) => {
    // A price is an answer that browsers call an error.
    if (line.type() === 'error' && !line.text().includes('402')) complaints.push(line.text())
  })
  await page.route(site.essays.ferry, async (route) => {
    const response = await answerTo(route)
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': strict } })
  })
  await page.goto(site.essays.ferry)
  const wall = page.locator('pay-wall')
  await expect(wall.getByText('$0.10', { exact: true })).toBeVisible()
  await expect(wall.getByText('yours to keep · money back within 14 days')).toBeVisible()
  await test.step('the panel is fit for everyone', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(page, theme)
      expect(await unfit(page)).toEqual([])
    }
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await cutOff(page)).toEqual([])
  })
  await test.step('a no costs nothing', async () => {
    wallet.refuses.add('eth_signTypedData_v4')
    await earns(world, 0n, async () => {
      await press(page, 'Pay $0.10 with a wallet')
      await expect(message(page)).toHaveText('Nothing was charged. You said no in your wallet.')
    })
    wallet.refuses.clear()
  })
  await test.step('a yes costs the price, and the text stands where it belongs', async () => {
    await earns(world, price, async () => {
      await press(page, 'Pay $0.10 with a wallet')
      await expect(page.getByText(sold)).toBeVisible()
    })
    expect(await wall.evaluate((tag) => document.activeElement === tag.firstElementChild)).toBe(true)
    await expect(wall.getByRole('button')).toHaveCount(0)
  })
  await test.step('the next visit costs nothing', async () => {
    const asked = wallet.asked.length
    await earns(world, 0n, async () => {
      await page.reload()
      await expect(page.getByText(sold)).toBeVisible()
    })
    expect(wallet.asked).toHaveLength(asked)
  })
  expect(complaints).toEqual([])
})

test('an answer that is lost costs nothing more: the same payment is shown again', async ({ world, site, plain: { page, wallet } }) => {
  let paid = 0
  await page.route('**/farthing/parts/**', async (route) => {
    if ((await route.request().headerValue('payment-signature')) === null) return route.continue()
    paid += 1
    if (paid > 1) return route.continue()
    // The seller has taken it, and the way back breaks.
    await answerTo(route)
    await route.abort('connectionreset')
  })
  await earns(world, price, async () => {
    await page.goto(site.essays.ferry)
    await press(page, 'Pay $0.10 with a wallet')
    await expect(message(page)).toHaveText(/^It is not known yet whether you were charged\. Press again: you cannot be charged twice/)
    await page.reload()
    await expect(message(page)).toHaveText('You began to pay for this. Press again: you cannot be charged twice.')
    await press(page, 'Try again')
    await expect(page.getByText(sold)).toBeVisible()
  })
  expect(paid).toBe(2)
  expect(wallet.asked.filter((method) => method === 'eth_signTypedData_v4')).toHaveLength(1)
})

test('a part that is opened by itself is paid for and loaded as a whole page, by a worker that is gone afterwards', async ({ world, site, plain: { page } }) => {
  await page.goto(site.essays.ferry)
  await page.getByRole('link', { name: /Read the rest/ }).click()
  await expect(page.getByRole('heading', { name: 'How to pay' })).toBeVisible()
  expect(await unfit(page)).toEqual([])
  const address = page.url()
  await earns(world, price, async () => {
    await press(page, 'Pay $0.10 with a wallet')
    await expect(page.getByText(sold)).toBeVisible()
  })
  expect(page.url()).toBe(address)
  await expect(page.getByRole('heading', { name: 'The Six O’Clock Ferry' })).toBeVisible()
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  await earns(world, 0n, async () => {
    await page.reload()
    await expect(page.getByText(sold)).toBeVisible()
  })
})

test('a tip is given with another wallet where tips are taken; without the script it is said how', async ({ world, site, plain: { page } }) => {
  await page.route('**/farthing/pay-wall.js', (route) => route.abort())
  await page.goto(`${site.url}/farthing/tip`)
  await expect(page.getByRole('heading', { name: 'How to give' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'open it here' })).toHaveAttribute('href', /^ethereum:0x[0-9a-fA-F]{40}@31337\/transfer\?address=0x/)
  await expect(page.locator('pay-wall').getByRole('button')).toHaveCount(0)
  await page.unroute('**/farthing/pay-wall.js')
  await page.reload()
  await earns(world, 500_000n, async () => {
    await press(page, 'Give $0.50')
    await expect(message(page)).toHaveText('Thank you. Your tip has arrived.')
  })
  expect(await unfit(page)).toEqual([])
})

test('a poet who has nothing but an account is tipped with another wallet, once for one press; without script there is the link', async ({ world, plain: { page, wallet } }) => {
  await buildScripts()
  const poems = await startTipsSite()
  const tag = page.locator('pay-tip')
  const complaints: string[] = []
  page.on('console', (line) => {
    // It has no icon.
    if (line.type() === 'error' && !line.text().includes('404')) complaints.push(line.text())
  })
  const gets = async (amount: bigint, act: () => Promise<void>): Promise<void> => {
    const before = [await world.balanceOf(poet), await world.balanceOf(wallet.account.address)] as const
    await act()
    expect([(await world.balanceOf(poet)) - before[0], before[1] - (await world.balanceOf(wallet.account.address))]).toEqual([amount, amount])
  }
  try {
    await test.step('a no gives nothing', async () => {
      await page.goto(poems.url)
      await expect(tag.getByText('All of it goes to 0x14dC79964da2C08b23698B3D3cc7Ca32193d9955, in dollars (USDC)')).toBeVisible()
      for (const theme of ['light', 'dark'] as const) {
        await toTheme(page, theme)
        expect(await unfit(page)).toEqual([])
      }
      wallet.refuses.add('eth_sendTransaction')
      await gets(0n, async () => {
        await tag.getByRole('button', { name: 'Give $1', exact: true }).click()
        await expect(tag.getByRole('status').first()).toHaveText('Nothing was given. You said no in your wallet.')
      })
      wallet.refuses.clear()
    })
    await test.step('more than there is is not asked for', async () => {
      await gets(0n, async () => {
        await tag.getByRole('button', { name: 'Give $3' }).click()
        await expect(tag.getByRole('status').first()).toHaveText('Nothing was given. Your account has $1.00; this is $3.00.')
      })
    })
    await test.step('a yes gives it, on the right network, and a double click gives it once', async () => {
      wallet.network = 1
      await gets(1_000_000n, async () => {
        await tag.getByRole('button', { name: 'Give $1', exact: true }).dblclick()
        await expect(tag.getByRole('status').first()).toHaveText('Thank you. Your $1 has arrived.')
      })
      expect(wallet.asked.filter((method) => method === 'eth_sendTransaction')).toHaveLength(2)
    })
    expect(complaints).toEqual([])
    await test.step('without script the link is there, with its account and its network', async () => {
      await page.route('**/pay-tip.js', (route) => route.abort())
      await page.reload()
      await expect(page.getByRole('link', { name: 'Leave a tip' })).toHaveAttribute('href', `ethereum:${world.token}@${world.chain.id}/transfer?address=0x14dC79964da2C08b23698B3D3cc7Ca32193d9955`)
      await expect(tag.getByRole('button')).toHaveCount(0)
    })
  } finally {
    await poems.stop()
  }
})
