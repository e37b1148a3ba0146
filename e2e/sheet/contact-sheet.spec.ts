import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright'
import { offered, type Tag } from '../../src/core/words/languages'
import { test as withServer } from '../hostile/test'
import { amiss, speaks } from '../support/languages'
import { toTheme } from '../support/looks'
import { firstPages, ownPages, paying } from '../support/screens'
import { SharedBrowser } from '../support/shared-browser'

/** In the way in which readers see them: each screen is driven in English, and then shown in one language after another. */
const test = withServer.extend<object, { readonly browsers: SharedBrowser }>({
  browsers: [
    async ({}, use) => {
      const browsers = new SharedBrowser({})
      await use(browsers)
      await browsers.close()
    },
    { scope: 'worker' },
  ],
})

const folder = resolve('.cache/contact-sheet')
const wanted = (process.env['FARTHING_LANGUAGES'] ?? '').split(' ').filter((tag): tag is Tag => (offered as readonly string[]).includes(tag))
const tags: readonly Tag[] = wanted.length > 0 ? wanted : offered

interface Shot {
  readonly file: string
  readonly screen: string
  readonly tag: Tag
  readonly amiss: readonly string[]
}
const shots: Shot[] = []

test.beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

test.afterAll(() => {
  const screens = [...new Set(shots.map(({ screen }) => screen))]
  const rows = screens.map((screen) => `<h2>${screen}</h2><div class="row">${shots.filter((shot) => shot.screen === screen).map(figure).join('')}</div>`)
  const style = 'body{font:14px system-ui;margin:24px;background:#ddd}.row{display:flex;gap:16px;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{max-width:640px;border:1px solid #999}.amiss{color:#a00;max-width:400px}'
  writeFileSync(resolve(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Farthing, every screen</title><style>${style}</style>${rows.join('')}`)
  const found = shots.flatMap(({ file, amiss: all }) => all.map((one) => `${file}: ${one}`))
  console.log(`${shots.length} pictures in ${folder}/index.html\n${found.join('\n')}`)
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const figure = ({ file, tag, amiss: all }: Shot): string =>
  `<figure><figcaption>${tag} ${file.includes('-dark') ? 'dark' : 'light'}</figcaption><a href="${file}"><img src="${file}" loading="lazy"></a>${all.map((one) => `<p class="amiss">${escaped(one)}</p>`).join('')}</figure>`

/** One screen in every language and theme: a window as small as it is opened, a page as wide as it is and at 400 pixels as well. */
async function show(page: Page, screen: string, shape: 'page' | 'window'): Promise<void> {
  if (shape === 'window') await page.setViewportSize({ width: 400, height: 640 })
  const size = page.viewportSize()
  for (const tag of tags) {
    await speaks(page, tag)
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

async function shoot(page: Page, screen: string, tag: Tag, theme: string): Promise<void> {
  const file = `${screen.replaceAll(/[^a-z0-9]+/gi, '-')}-${tag}-${theme}.png`
  await page.screenshot({ path: resolve(folder, file), fullPage: true, animations: 'disabled' })
  shots.push({ file, screen, tag, amiss: await amiss(page, tag) })
}

test('first pages', ({ extension }) => firstPages(extension, show))

test('paying', ({ reader, evil }) => paying(reader, evil, show))

test('dashboard', ({ reader }) => ownPages(reader, show))
