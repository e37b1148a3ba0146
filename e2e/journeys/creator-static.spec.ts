import { chromium } from 'playwright'
import { startKeys, startStaticSite, type Keys, type StaticSite } from '../../demo/sites/static/start'
import { accounts } from '../../demo/world/accounts'
import { findChromium } from '../../scripts/browser.mjs'
import { buildScripts } from '../../scripts/creator'
import { parseAddress } from '../../src/core/authorization/address'
import { ArticlePage } from '../pages/article'
import { launchWithout } from '../support/extension'
import { nameServer } from '../support/host-log'
import { givePageWallet } from '../support/page-wallet'
import { expect, test as base } from '../support/test'

const account = (text: string) => parseAddress(text) ?? '0x'

/** Two authors on hosts that serve files only, and one key service for both. */
const test = base.extend<{ readonly keys: Keys; readonly stand: StaticSite; readonly other: StaticSite }>({
  keys: async ({ world }, use) => {
    const keys = await startKeys({ facilitator: world.facilitator, endpoint: world.chain.direct })
    await nameServer(keys.address, 'a seller: a key service')
    await use(keys)
    await keys.stop()
  },
  stand: async ({ keys }, use) => {
    await buildScripts()
    // The first service it names is not running.
    const gone = { ...keys, address: 'http://gone.localhost:9' }
    const stand = await startStaticSite({ payTo: account(accounts.seller), price: 150_000n, services: [gone, keys] })
    await nameServer(stand.url, 'a seller: The Repair Stand')
    await nameServer(gone.address, 'a seller: a key service that is not running')
    await use(stand)
    await stand.stop()
  },
  other: async ({ keys }, use) => {
    const other = await startStaticSite({ name: 'copy', payTo: account(accounts.partner), price: 250_000n, services: [keys] })
    await nameServer(other.url, 'a seller: somebody who sells The Repair Stand too')
    await use(other)
    await other.stop()
  },
})

const sold = 'a bored harpist'

test('what is sealed on a static host is sold by a key service, and opens again when that is gone', async ({ reader, world, keys, stand, other }) => {
  const url = `${stand.url}/truing`
  const page = await reader.visit(url)
  const { paywall } = new ArticlePage(page)
  await expect(paywall.getByText('Put the key down')).toBeVisible()

  await test.step('the question says who sells for whom; the price reaches the author, and the text its place', async () => {
    const before = await world.balanceOf(accounts.seller)
    await reader.spends(100_000n, async () => {
      const approval = await reader.ask(page)
      await expect(approval.page.getByText(`Sold by ${new URL(keys.address).host}, for a page of ${new URL(stand.url).host}.`)).toBeVisible()
      await approval.pay()
    })
    expect((await world.balanceOf(accounts.seller)) - before).toBe(100_000n)
    await expect(paywall.getByText(sold)).toBeVisible()
    await expect(paywall.getByRole('link', { name: /Read the rest/ })).toHaveCount(0)
    await reader.expectPayment('delivered')
  })

  await test.step('the same service sells for another author, at another price', async () => {
    const theirs = await reader.visit(`${other.url}/gears`)
    const before = await world.balanceOf(accounts.partner)
    await reader.spends(250_000n, () => reader.unlock(theirs))
    expect((await world.balanceOf(accounts.partner)) - before).toBe(250_000n)
    await expect(new ArticlePage(theirs).paywall.getByText('children in a queue')).toBeVisible()
  })

  await test.step('without the service it opens again, and costs nothing', async () => {
    await keys.stop()
    await reader.spends(0n, async () => {
      const again = new ArticlePage(await reader.visit(url))
      await expect(again.paywall.getByText(sold)).toBeVisible()
    })
  })
})

test('without Farthing another wallet buys it through the tag, from the service that answers', async ({ world, keys, stand }) => {
  const { context, dispose } = await launchWithout()
  try {
    await givePageWallet(context, world, '1')
    const page = await context.newPage()
    await page.goto(`${stand.url}/truing`)
    const wall = page.locator('pay-wall')
    const before = await world.balanceOf(accounts.seller)
    await wall.getByRole('button', { name: 'Pay $0.10 with a wallet' }).click()
    await expect(wall.getByText(sold)).toBeVisible()
    expect((await world.balanceOf(accounts.seller)) - before).toBe(100_000n)
    await keys.stop()
    await page.reload()
    await expect(wall.getByText(sold)).toBeVisible()
    expect((await world.balanceOf(accounts.seller)) - before).toBe(100_000n)
  } finally {
    await dispose()
  }
})

test('who comes to the key service themselves is not asked for money: a key alone cannot be read', async ({ reader, stand }) => {
  const page = await reader.visit(`${stand.url}/brakes`)
  const also = await page.locator('pay-wall').getAttribute('also')
  const own = await reader.visit(also ?? '')
  await expect(own.getByText('This article is read at')).toBeVisible()
  await expect(own.locator('html > *')).toHaveCount(2)
})

test('where the ciphertext is gone nothing can be paid; where there are no scripts there are words', async ({ reader, keys, other }) => {
  await other.remove('gears.1.sealed')
  const page = await reader.visit(`${other.url}/gears`)
  await reader.spends(0n, async () => {
    const approval = await reader.ask(page)
    await expect(approval.page.getByText('there would be nothing to open')).toBeVisible()
    await expect(approval.page.getByRole('button', { name: /^Pay/ })).toHaveCount(0)
  })

  const executablePath = findChromium()
  const browser = await chromium.launch(executablePath === null ? {} : { executablePath })
  try {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await plain.goto(`${other.url}/truing`)
    await expect(plain.getByText('Put the key down')).toBeVisible()
    await plain.getByRole('link', { name: 'Read the rest ($0.10)' }).click()
    expect(plain.url().startsWith(keys.address)).toBe(true)
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText('A Wheel Comes True Slowly')
    await plain.getByRole('link', { name: new URL(other.url).host }).click()
    await expect(plain).toHaveURL(`${other.url}/truing.html`)
    expect(await plain.content()).not.toContain(sold)
  } finally {
    await browser.close()
  }
})
