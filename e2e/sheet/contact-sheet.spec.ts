import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright'
import { offered, type Tag } from '../../src/core/words/languages'
import type { Input } from '../../src/messaging/contract'
import { give } from '../hostile/answers'
import { test as withServer } from '../hostile/test'
import { OnboardingPage } from '../pages/onboarding'
import { Popup } from '../pages/popup'
import { amiss, speaks } from '../support/languages'
import { toTheme } from '../support/looks'
import { password, type Reader } from '../support/reader'
import { SharedBrowser } from '../support/shared-browser'
import { expect } from '../support/test'

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

/** One screen in every language and theme, as wide as it is or at 400 pixels as well. */
async function show(page: Page, screen: string, isNarrowToo = true): Promise<void> {
  const size = page.viewportSize()
  for (const tag of tags) {
    await speaks(page, tag)
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(page, theme)
      await shoot(page, screen, tag, theme)
    }
    await toTheme(page, 'light')
    if (isNarrowToo && size !== null) {
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

test('first pages', async ({ extension }) => {
  const page = await extension.open('onboarding.html')
  const onboarding = new OnboardingPage(page)
  await show(page, 'First page')
  await onboarding.begin()
  await show(page, 'Password')
  await onboarding.choosePassword(password)
  const words = await onboarding.readWords()
  await show(page, 'Twelve words')
  await onboarding.writtenDown()
  await expect(page.getByLabel(/^Word \d+$/).first()).toBeVisible()
  await show(page, 'Three words')
  await onboarding.answer(words)
  await show(page, 'Where to look')
  await onboarding.lookOnEverySite()
  await show(page, 'Money in')
})

test('paying', async ({ reader, world, evil }) => {
  const bought = await reader.visit(world.articles.script)
  const asked = await reader.ask(bought)
  await expect(asked.payButton).toBeVisible()
  await small(asked.page, 'Approval')
  await asked.pay()
  await reader.expectPayment('delivered')
  const page = await reader.visit(world.articles.paid)
  await reader.card(page).expectText(/Unlock for/)
  const popup = await Popup.open(reader)
  await expect(popup.page.getByRole('button', { name: /^Unlock for/ })).toBeVisible()
  await small(popup.page, 'Popup')
  await popup.page.close()
  const refused = await reader.ask(await reader.visit(world.articles.beyond))
  await expect(refused.page.getByRole('button', { name: 'Add money' })).toBeVisible()
  await small(refused.page, 'Approval, refused')
  evil.serve('/walled', ({ response }) => give(response, '<p data-component-name="Paywall">Subscribe</p>'))
  await reader.visit(evil.url('/walled'))
  const named = await Popup.open(reader)
  await expect(named.wish).toBeVisible()
  await small(named.page, 'Popup, subscribers only')
  await reader.lock()
  await small(named.page, 'Popup, locked')
})

async function small(page: Page, screen: string): Promise<void> {
  await page.setViewportSize({ width: 400, height: 640 })
  await show(page, screen, false)
}

test('dashboard', async ({ reader, world }) => {
  await reader.unlock(await reader.visit(world.articles.script))
  await reader.expectPayment('delivered')
  await reader.extension.askGuarded(reader.desk, 'purses.add', { name: 'Newspapers' }, password)
  await reader.extension.askGuarded(reader.desk, 'slots.addRecovery', {}, password)
  const [payment] = await reader.payments()
  const id = payment?.id ?? ''
  const request: Input<'disputes.file'> = { payment: id, problem: 'wrong-price', amount: payment?.amount.atomic ?? '', words: '', share: [] }
  const begun = `disputes/new?payment=${id}`
  const before = ['overview', 'history', `history/${id}?at=0`, `history/statement-${String(new Date(payment?.at ?? 0).getFullYear())}`, 'library', `library/${id}`, 'limits', 'purses', 'security', 'privacy', 'privacy/export', 'policy', 'policy/promises', 'policy/terms', 'policy/privacy', 'settings', 'help', 'help/paid-but-locked', 'help/paid-but-locked?at=retry', 'disputes', begun, `${begun}&problem=wrong-price`, `${begun}&problem=wrong-price&step=ask`]
  for (const place of before) await showPlace(reader, place, id)
  const { dispute } = await reader.extension.ask(reader.desk, 'disputes.file', request)
  for (const place of ['disputes', `disputes/${dispute}`]) await showPlace(reader, place, dispute)
  const security = await opened(reader, 'security')
  await security.getByRole('button', { name: 'Show the words' }).click()
  await expect(security.getByRole('dialog')).toBeVisible()
  await show(security, 'Fresh proof')
  await reader.lock()
  const door = await reader.extension.open('dashboard.html')
  await expect(door.getByLabel('Password', { exact: true })).toBeVisible()
  await show(door, 'Locked')
})

async function showPlace(reader: Reader, place: string, id: string): Promise<void> {
  const page = await opened(reader, place)
  await show(page, place.replace(id, 'one'))
  await page.close()
}

async function opened({ extension }: Reader, place: string): Promise<Page> {
  const page = await extension.open(`dashboard.html#/${place}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Just a moment')).toHaveCount(0)
  return page
}
