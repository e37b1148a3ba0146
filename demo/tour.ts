import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { ArticlePage } from '../e2e/pages/article'
import { Extension, extensionUrl } from '../e2e/support/extension'
import type { Reader } from '../e2e/support/reader'
import { buildIfStale } from './build'
import { dollars } from './newspaper/dollars'
import { Camera } from './tour/camera'
import { lookAtHistory, lookAtPopup } from './tour/looks'
import { buy, equal } from './tour/purchase'
import { billLines, Report } from './tour/report'
import { composeScenes } from './tour/scenes'
import { desktop, goLocal, makeWallet } from './tour/wallet'
import { startWorld, toAtomic, type World } from './world/index'

const pocketMoney = '5'
const prices = { paid: toAtomic('0.05'), fragment: toAtomic('0.10') }

/** One reader's whole way, without anybody at the keyboard. Returns the exit code: 0 only if everything held. */
export async function takeTour(): Promise<number> {
  buildIfStale('chrome-granted')
  console.log('\nA reader, a newspaper and a chain, all on this machine. The money is test money.\n')
  const report = new Report()
  const camera = new Camera()
  const tellPlaces = ({ newspaper, chain }: World) => [`newspaper ${newspaper}`, `chain ${chain.id} at ${chain.direct}`]
  const world = await report.step('Started the chain, the token, the facilitator and the newspaper', () => startWorld({ chainPort: 0 }), tellPlaces)
  try {
    const extension = await Extension.launch()
    try {
      await walk(extension, world, report, camera)
    } catch (error) {
      await camera.evidence(extension.context)
      throw error
    } finally {
      await extension.dispose()
    }
  } catch (error) {
    console.error(`\nThis did not hold: ${error instanceof Error ? error.message : String(error)}\nWhat the pages showed is in demo/out/failed-*.png`)
    return 1
  } finally {
    await world.stop()
  }
  console.log('\nEverything held. The pictures are in demo/out.')
  return 0
}

async function walk(extension: Extension, world: World, report: Report, camera: Camera): Promise<void> {
  const dashboard = await report.step('Made a wallet: password, twelve words, three of them asked back', () => makeWallet(extension, camera))
  const reader = await report.step('Switched to the network of this machine', () => goLocal(extension, world, dashboard, camera))
  await report.step('Put money into the purse', () => fund(reader), (balance) => [`purse ${reader.address}`, `balance ${dollars(balance)}, by the chain`])

  const page = await report.step('Opened the newspaper', () => openPaper(reader, camera))
  const { paid, fragment } = world.articles
  await report.step('Unlocked an article', () => unlockArticle(reader, page, paid, camera), billLines)
  await report.step('Opened it again, free', () => openAgain(reader, paid))
  await page.bringToFront()
  await page.goto(fragment)
  await report.step('Looked at the toolbar button’s window', () => lookAtPopup(reader, camera))
  await report.step('Unlocked the rest of another', () => unlockFragment(reader, page, camera), billLines)

  equal('what is left', await reader.balance(), toAtomic(pocketMoney) - prices.paid - prices.fragment)
  await report.step('Read the payments with the network off', () => lookAtHistory(reader, camera), (rows) => rows)
  await composeScenes(extension.context, camera)
}

async function fund(reader: Reader): Promise<bigint> {
  await reader.world.fund(reader.address, pocketMoney)
  const balance = await reader.balance()
  equal('the purse', balance, toAtomic(pocketMoney))
  await reader.desk.goto(extensionUrl('dashboard.html#/overview'))
  await expect(reader.desk.getByText(dollars(balance)).first()).toBeVisible()
  return balance
}

async function openPaper(reader: Reader, camera: Camera): Promise<Page> {
  const page = await reader.visit(reader.world.newspaper)
  await camera.take(page, 'newspaper', desktop)
  return page
}

/** The document in the tab becomes the article itself: same address, scripts and all. */
async function unlockArticle(reader: Reader, page: Page, url: string, camera: Camera) {
  await page.goto(url)
  const article = new ArticlePage(page)
  await article.expectClosed()
  const bill = await buy(reader, page, prices.paid, () => article.expectWhole(), { camera, name: 'article' })
  expect(page.url()).toBe(url)
  await page.locator('figure').evaluate((figure) => figure.scrollIntoView())
  await camera.take(page, 'article-unlocked')
  return bill
}

async function openAgain(reader: Reader, url: string): Promise<void> {
  const before = await reader.balance()
  const page = await reader.visit(url)
  await new ArticlePage(page).expectWhole()
  equal('the purse after a second visit', await reader.balance(), before)
  await page.close()
}

/** The rest of the page is put where its beginning ends. */
async function unlockFragment(reader: Reader, page: Page, camera: Camera) {
  const { paywall } = new ArticlePage(page)
  const whole = () => expect.poll(() => paywall.locator('p').count(), { timeout: 20_000 }).toBeGreaterThan(4)
  const bill = await buy(reader, page, prices.fragment, whole, { camera, name: 'fragment' })
  await paywall.evaluate((tag) => scrollTo({ top: tag.getBoundingClientRect().top + scrollY - 300 }))
  await camera.take(page, 'fragment-unlocked')
  return bill
}
