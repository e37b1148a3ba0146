import type { Page } from 'playwright'
import { openChain, tokenAbi } from '../../demo/world/chain'
import type { World } from '../../demo/world/index'
import { ArticlePage } from '../pages/article'
import { send } from '../support/extension'
import type { Reader } from '../support/reader'
import { expect, test } from '../support/test'

/** Everything that is bought here, at two sellers, and what it costs in atomic units. */
const pieces = (world: World) =>
  [
    { url: world.articles.paid, price: 50_000n },
    { url: world.articles.script, price: 50_000n },
    { url: world.articles.slow, price: 50_000n },
    { url: world.articles.fragment, price: 100_000n },
    { url: `${world.partner}/tides`, price: 70_000n },
  ] as const

/** Twenty tabs take their time on a busy machine. */
const patience = { timeout: 40_000 }

/** Opens a browser window with a tab for each address, and waits until all of them are shown. */
async function openWindow(reader: Reader, urls: readonly string[]): Promise<readonly Page[]> {
  const { context } = reader.extension
  const before = new Set(context.pages())
  const worker = await reader.extension.worker()
  await worker.evaluate(async (url) => {
    await chrome.windows.create({ type: 'normal', url })
  }, urls)
  const opened = () => context.pages().filter((page) => !before.has(page) && urls.includes(page.url()))
  await expect.poll(() => opened().length, patience).toBe(urls.length)
  // A reader's browser draws the tab in front; a driven one draws them all, and every movement twenty times.
  await Promise.all(opened().map((page) => page.emulateMedia({ reducedMotion: 'reduce' })))
  await Promise.all(opened().map((page) => page.waitForLoadState()))
  return opened()
}

/** Presses the button of the card in every tab, all at once, as the card itself tells the worker. Returns the questions that open. */
async function askEverywhere(reader: Reader, urls: readonly string[]): Promise<readonly string[]> {
  const worker = await reader.extension.worker()
  const pressed = await worker.evaluate(async (shown) => {
    const tabs = (await chrome.tabs.query({})).filter(({ url }) => shown.includes(url))
    const press = async () => {
      for (;;) {
        const card = (await chrome.runtime.sendMessage({ type: 'card.read', input: {} })) as { value: { item: string; action: string | null } | null }
        if (card.value !== null && card.value.action !== null) return chrome.runtime.sendMessage({ type: 'card.open', input: { item: card.value.item } })
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    await Promise.all(tabs.map(({ id }) => chrome.scripting.executeScript({ target: { tabId: id }, func: press })))
    return tabs.length
  }, urls)
  const questions = new Set<string>()
  const take = async (): Promise<number> => {
    for (const page of reader.extension.context.pages()) {
      const approval = /approval\.html\?approval=(.+)$/.exec(page.url())?.[1]
      if (approval === undefined) continue
      questions.add(approval)
      // The window stays and the question with it; drawing twenty of them at once is more than small machines can do.
      await page.goto('about:blank')
    }
    return questions.size
  }
  await expect.poll(take, patience).toBe(pressed)
  return [...questions]
}

/** Waits until every question shows its price. Returns the message that each would have signed. */
async function whenReady({ desk, extension }: Reader, questions: readonly string[]) {
  const shown = new Map<string, string>()
  const look = async (): Promise<readonly string[]> =>
    Promise.all(
      questions.map(async (approval) => {
        const view = await extension.ask(desk, 'approval.read', { approval })
        if (view.state === 'ready') shown.set(approval, view.quote.message)
        return view.state
      }),
    )
  await expect.poll(look, patience).toEqual(questions.map(() => 'ready'))
  return [...shown].map(([approval, message]) => ({ approval, message }))
}

/** The nonces of everything this reader was ever charged for, as the token tells. */
async function charged({ world, address }: Reader): Promise<readonly string[]> {
  const { client } = openChain(world.chain.direct)
  const event = { address: world.token, abi: tokenAbi, eventName: 'AuthorizationUsed', args: { authorizer: address }, fromBlock: 0n } as const
  return (await client.getContractEvents(event)).map(({ args }) => args.nonce ?? '')
}

/** The text that was bought is on this page. */
const isWhole = async (page: Page): Promise<boolean> =>
  (await page.locator('.end').count()) > 0 || (await page.locator('pay-wall p').count()) > 4

/** Loads a page again, unless the wallet, which opens what was bought by itself, is doing so at this moment. */
async function loadAgain(page: Page): Promise<void> {
  await page.reload().catch(() => page.waitForLoadState())
}

/** Buys everything in twenty tabs of two windows, every yes at the same moment, and counts. */
async function buyEverywhere(reader: Reader): Promise<void> {
  const { world, extension, desk } = reader
  const sold = pieces(world)
  const urls = sold.map(({ url }) => url)
  const total = sold.reduce((sum, { price }) => sum + price, 0n)
  const tabs = await test.step('twenty tabs in two windows', async () => {
    const windows = [await openWindow(reader, [...urls, ...urls]), await openWindow(reader, [...urls, ...urls])]
    return windows.flat()
  })
  const yeses = await test.step('each asks', async () => whenReady(reader, await askEverywhere(reader, urls)))
  expect(yeses).toHaveLength(20)

  await test.step('twenty yeses at once are one charge for each article', async () => {
    await reader.spends(total, async () => {
      const replies = await Promise.all(yeses.map((yes) => send(desk, 'approval.agree', yes)))
      expect(replies.filter(({ ok }) => !ok)).toEqual([])
      await expect.poll(async () => (await reader.payments()).map(({ state }) => state), patience).toEqual(sold.map(() => 'delivered'))
    })
    const nonces = await charged(reader)
    expect(nonces).toHaveLength(sold.length)
    expect(new Set(nonces).size).toBe(sold.length)
  })

  await test.step('every window says how it ended, and no tab asks for money any more', async () => {
    const views = await Promise.all(yeses.map(({ approval }) => extension.ask(desk, 'approval.read', { approval })))
    expect(views.map((view) => view.state === 'done' && view.outcome)).toEqual(yeses.map(() => 'delivered'))
    const isFree = async (page: Page) => (await isWhole(page)) || /Open it again, free/.test(await reader.card(page).text())
    await Promise.all(tabs.map((page) => expect.poll(() => isFree(page), patience).toBe(true)))
  })

  await test.step('every tab can be read, for nothing', async () => {
    await reader.spends(0n, async () => {
      await Promise.all(tabs.map(loadAgain))
      await Promise.all(tabs.map((page) => expect.poll(() => isWhole(page), patience).toBe(true)))
    })
    expect(await reader.payments()).toHaveLength(sold.length)
    expect(await charged(reader)).toHaveLength(sold.length)
  })
}

test.describe('never twice, in however many tabs', () => {
  test.describe.configure({ timeout: 180_000 })

  test.beforeEach(async ({ world }) => {
    await world.tellNewspaper('', { slowMs: 1500 })
  })

  test.afterEach(async ({ world }) => {
    const { client } = openChain(world.chain.direct)
    await client.setIntervalMining({ interval: 0 })
    await client.setAutomine(true)
    await client.mine({ blocks: 1 })
  })

  test('twenty tabs in two windows, agreed to at once, are one charge an article', async ({ reader }) => {
    await buyEverywhere(reader)
  })

  test('the same where a block takes two seconds', async ({ reader, world }) => {
    await openChain(world.chain.direct).mineEvery(2)
    await buyEverywhere(reader)
  })

  test('a yes that comes when another tab has the article already is no second purchase', async ({ reader, world, extension }) => {
    const url = world.articles.paid
    const tabs = await openWindow(reader, [url, url])
    const [first, second] = await whenReady(reader, await askEverywhere(reader, [url]))
    if (first === undefined || second === undefined) throw new Error('two questions are asked')
    await reader.spends(50_000n, async () => {
      await extension.ask(reader.desk, 'approval.agree', first)
      await reader.expectPayment('delivered')
      await send(reader.desk, 'approval.agree', second)
    })
    await reader.spends(0n, async () => {
      await Promise.all(tabs.map(loadAgain))
      for (const page of tabs) await new ArticlePage(page).expectWhole()
    })
    expect((await reader.payments()).map(({ state }) => state)).toEqual(['delivered'])
    expect(await charged(reader)).toHaveLength(1)
  })
})
