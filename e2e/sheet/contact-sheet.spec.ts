import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright'
import type { Tag } from '../../src/core/words/languages'
import { test } from '../hostile/test'
import { expect } from '../support/expect'
import { everyScreen } from '../support/every-screen'
import { send } from '../support/extension'
import { amiss, lookedAt, speaks } from '../support/languages'
import { toTheme } from '../support/looks'
import { receiptsFile } from '../support/more-screens'
import type { Reader } from '../support/reader'

const folder = resolve('.cache/contact-sheet')
interface Shot {
  readonly file: string
  readonly screen: string
  readonly tag: Tag
  readonly amiss: readonly string[]
}
/** On the disk: after a test that fails, the others are run by another process. */
const taken = resolve(folder, 'shots.jsonl')
const allShots = (): readonly Shot[] => readFileSync(taken, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Shot)

test.afterAll(() => {
  const shots = allShots()
  const screens = [...new Set(shots.map(({ screen }) => screen))]
  const rows = screens.map((screen) => `<h2>${screen}</h2><div class="row">${shots.filter((shot) => shot.screen === screen).map(figure).join('')}</div>`)
  const style = 'body{font:14px system-ui;margin:24px;background:#ddd}.row{display:flex;gap:16px;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{max-width:640px;border:1px solid #999}.amiss{color:#a00;max-width:400px}'
  writeFileSync(resolve(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Farthing, every screen</title><style>${style}</style>${rows.join('')}`)
  console.log(`${shots.length} pictures in ${folder}/index.html`)
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const figure = ({ file, tag, amiss: all }: Shot): string =>
  `<figure><figcaption>${tag} ${file.includes('-dark') ? 'dark' : 'light'}</figcaption><a href="${file}"><img src="${file}" loading="lazy"></a>${all.map((one) => `<p class="amiss">${escaped(one)}</p>`).join('')}</figure>`

/** One screen in every language and theme: a window as small as it is opened, a page as wide as it is and at 400 pixels as well. */
async function show(page: Page, screen: string, shape: 'page' | 'window'): Promise<void> {
  if (shape === 'window') await page.setViewportSize({ width: 400, height: 640 })
  const size = page.viewportSize()
  for (const tag of lookedAt) {
    await speaks(page, tag)
    await askAnew(page)
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(page, theme)
      await shoot(page, screen, tag, theme)
    }
    await toTheme(page, 'light')
    if (shape === 'page' && size !== null) {
      await page.setViewportSize({ width: 400, height: 800 })
      await shoot(page, `${screen}, narrow`, tag, 'light')
      await page.setViewportSize(size)
    }
  }
  await speaks(page, 'en')
}

/** What is asked there was put into words when it was asked, in English. */
const ofTheirMoment: ReadonlySet<string> = new Set(['Fresh proof', 'Fresh proof, narrow'])

/** What is in one language from its beginning: each time anew. @param isOurs false for another's page with something of ours on it, which is looked at and not measured */
async function showAnew({ desk }: Reader, screen: string, isOurs: boolean, open: () => Promise<Page>): Promise<void> {
  for (const tag of lookedAt) {
    await speaks(desk, tag)
    const page = await open()
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(page, theme)
      await shoot(page, screen, tag, theme, isOurs)
    }
    await page.close()
  }
  await speaks(desk, 'en')
}

/** A question was put in the language of its moment: it is put once more. What was unfolded is so again. */
async function askAnew(page: Page): Promise<void> {
  const approval = new URL(page.url()).searchParams.get('approval')
  if (approval === null) return
  const unfolded = await page.evaluate(() => [...document.querySelectorAll('details')].map(({ open }) => open))
  await send(page, 'approval.refresh', { approval })
  await expect(page.locator('.waiting')).toHaveCount(0)
  await page.evaluate((open) => document.querySelectorAll('details').forEach((one, at) => (one.open = open[at] ?? false)), unfolded)
}

async function shoot(page: Page, screen: string, tag: Tag, theme: string, isMeasured = true): Promise<void> {
  const file = `${screen.replaceAll(/[^a-z0-9]+/gi, '-')}-${tag}-${theme}.png`
  await page.screenshot({ path: resolve(folder, file), fullPage: isMeasured, animations: 'disabled' })
  const found = (isMeasured ? await amiss(page, tag) : []).filter((one) => !(ofTheirMoment.has(screen) && one.startsWith('is in English')))
  appendFileSync(taken, `${JSON.stringify({ file, screen, tag, amiss: found } satisfies Shot)}\n`)
}

everyScreen(show)

test('the card in a page', async ({ reader, world }) => {
  const { articles } = world
  for (const [screen, url] of [['Card', articles.fragment], ['Card, refused', articles.beyond]] as const) {
    await showAnew(reader, screen, false, async () => {
      const page = await reader.visit(url)
      await expect.poll(() => reader.card(page).text()).not.toBe('')
      await page.waitForLoadState('networkidle')
      return page
    })
  }
})

test('receipts in a file', async ({ reader }) => showAnew(reader, 'Receipts', true, await receiptsFile(reader)))

test('everything fits, and nothing is left in English', () => {
  expect(allShots().flatMap(({ file, amiss: all }) => all.map((one) => `${file}: ${one}`))).toEqual([])
})
