import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright'
import type { World } from '../../demo/world/index'
import { givePageWallet, type PageWallet } from '../../e2e/support/page-wallet'
import { atOnceMs } from './hand'
import { now, noteReading, pressesIn, readable, untilFound } from './look'
import { pressed, type Run } from './run'
import { openStockShop } from './stock-page'

export interface Stock {
  /** @param paceMs how long each press takes (hand.ts) */
  buy(issue: number, paceMs: number): Promise<Run>
  /** Bytes of the page that asks. */
  readonly bytes: number
  close(): Promise<void>
}

/** Sites are new to the wallet every time: what the page has kept of it is gone. It is one that the page's program has a button for. */
const asNew = `globalThis.__name ??= (one) => one
if (location.protocol.startsWith('http')) localStorage.clear()
addEventListener('eip6963:announceProvider', ({ detail: { provider } }) => {
  Object.assign(provider, { isRabby: true, on() {}, removeListener() {} })
  window.ethereum ??= provider
})`

/** A person with another wallet on the stock page. It answers every question at once; where presses take their time, in a window of its own. */
export async function openStock(world: World, context: BrowserContext): Promise<Stock> {
  await context.addInitScript(asNew)
  await noteReading(context)
  const wallet = await givePageWallet(context, world, '100')
  const shop = await openStockShop(world)
  const asked = await fetch(shop.url(0).replace('stock.localhost', '127.0.0.1'), { headers: { accept: 'text/html', 'user-agent': 'Mozilla/5.0' } })
  return { buy: (issue, paceMs) => buy(context, wallet, shop.url(issue), paceMs), bytes: (await asked.arrayBuffer()).byteLength, close: shop.close }
}

async function buy(context: BrowserContext, wallet: PageWallet, url: string, paceMs: number): Promise<Run> {
  wallet.asked.length = 0
  wallet.before = paceMs === atOnceMs ? null : (method) => (isQuestion(method) ? agreeTo(context, method, paceMs) : Promise.resolve())
  const page = await context.newPage()
  const began = now()
  await page.goto(url, { waitUntil: 'commit' })
  for (const words of ['Connect wallet', 'Rabby']) await press(page, words, paceMs)
  // The button is there before the page has found the wallet, and then says that it is not available: it is pressed again at once,
  // and what came to nothing is not counted.
  let inVain = -1
  do {
    await press(page, 'Pay now', paceMs)
    inVain += 1
  } while (await isOffered(page, 'Pay now'))
  const there = await readable(page)
  const presses = (await pressesIn(page)).toSpliced(2, inVain)
  await page.close()
  return pressed(began, presses, there, 0)
}

/** Whether a button still waits for a press, where one that does something takes it away. */
const isOffered = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((wanted) => [...document.querySelectorAll('button')].some((one) => one.innerText.trim() === wanted && !one.disabled), words)

/** What every wallet asks its person about. */
const isQuestion = (method: string): boolean => ['eth_requestAccounts', 'eth_signTypedData_v4'].includes(method)

/** The window in which a wallet asks, with nothing in it but a button: no wallet's own is there sooner. */
async function agreeTo(context: BrowserContext, method: string, paceMs: number): Promise<void> {
  const asking = context.pages().at(-1)
  const question = await context.newPage()
  await question.setContent(`<h1>${method}</h1><button>Yes</button>`)
  await press(question, 'Yes', paceMs)
  await question.close()
  await asking?.bringToFront()
}

/** Presses a button once it is there, and stands still. */
async function press(page: Page, words: string, paceMs: number): Promise<void> {
  const at = await untilFound(
    page,
    (wanted) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === wanted && !one.disabled)
      if (button === undefined) return null
      const { x, y, width, height } = button.getBoundingClientRect()
      const middle = { x: x + width / 2, y: y + height / 2 }
      return button.contains(document.elementFromPoint(middle.x, middle.y)) ? middle : null
    },
    words,
  )
  await pause(paceMs)
  await page.mouse.click(at.x, at.y)
}
