import type { Page } from 'playwright'
import type { Input } from '../../src/messaging/contract'
import { OnboardingPage } from '../pages/onboarding'
import { give } from '../hostile/answers'
import { test as withServer } from '../hostile/test'
import { Popup } from '../pages/popup'
import { cutOff, doubleText, shifted, toTheme, unfit, unseen, unseenFocus } from '../support/looks'
import { password, type Reader } from '../support/reader'
import { SharedBrowser } from '../support/shared-browser'
import { expect } from '../support/test'

/** Real window sizes: a page that is resized by the test would hide what moves in it. */
const test = withServer.extend<object, { readonly browsers: SharedBrowser }>({
  browsers: [
    async ({}, use) => {
      const browsers = new SharedBrowser({ ownSizes: true })
      await use(browsers)
      await browsers.close()
    },
    { scope: 'worker' },
  ],
})

test('the measures measure: what moves, what is cut off and what cannot be read is found', async ({ reader }) => {
  const page = await reader.extension.open('dashboard.html')
  await expect(page.getByText('$5.00').first()).toBeVisible()
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 300px' })))
  await expect.poll(() => shifted(page)).toBeGreaterThan(0)
  await page.evaluate(() => {
    const long = Object.assign(document.createElement('p'), { textContent: 'long '.repeat(200), className: 'long' })
    long.style.cssText = 'white-space: nowrap; color: #999; background: #aaa'
    document.querySelector('main')?.append(long)
  })
  expect(await cutOff(page)).toContain('p.long')
  expect((await unfit(page)).join()).toContain('color-contrast')
})

/** Readable by everyone in light and dark, and nothing cut off. */
async function expectReadable(page: Page): Promise<void> {
  expect(await unfit(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  await toTheme(page, 'dark')
  expect(await unfit(page), 'in the dark').toEqual([])
  await toTheme(page, 'light')
}

/** The same, and whole at twice the size of text: the last that is asked of a page. */
async function expectFit(page: Page): Promise<void> {
  await expectReadable(page)
  await doubleText(page)
  expect(await cutOff(page), 'at 200 % text').toEqual([])
}

test('the popup opens without anything moving, and is fit for everyone', async ({ reader, world }) => {
  const bought = await reader.visit(world.articles.script)
  await reader.unlock(bought)
  const page = await reader.visit(world.articles.paid)
  await reader.card(page).expectText(/Unlock for/)
  const { page: popup } = await Popup.open(reader)
  await expect(popup.getByText('$4.95', { exact: true })).toBeVisible()
  await expect(popup.getByRole('button', { name: /^Unlock for/ })).toBeVisible()
  await expect(popup.getByRole('listitem').filter({ hasText: 'Paid' })).toBeVisible()
  expect(await shifted(popup)).toBe(0)
  await expectFit(popup)
})

test('the popup on a page for subscribers opens without anything moving, and is fit for everyone', async ({ reader, evil }) => {
  evil.serve('/walled', ({ response }) => give(response, '<p data-component-name="Paywall">Subscribe</p><meta name="lightning" content="a@b.example">'))
  await reader.visit(evil.url('/walled'))
  const popup = await Popup.open(reader)
  await expect(popup.page.getByText('$5.00', { exact: true })).toBeVisible()
  await expect(popup.wish).toBeVisible()
  expect(await shifted(popup.page)).toBe(0)
  await popup.wish.click()
  await expect(popup.undoWish).toBeVisible()
  await expectReadable(popup.page)
  const settings = await reader.extension.open('dashboard.html#/settings')
  await expect(settings.getByRole('button', { name: 'Forget these' })).toBeVisible()
  await expectFit(settings)
  await expectFit(popup.page)
})

test('the approval opens without anything moving, and is fit for everyone', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  const approval = await reader.ask(page)
  await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
  expect(await shifted(approval.page)).toBe(0)
  await expectFit(approval.page)
})

test('a refusal and a locked wallet are fit for everyone', async ({ reader, world }) => {
  const refused = await reader.ask(await reader.visit(world.articles.beyond))
  await expect(refused.page.getByRole('button', { name: 'Add money' })).toBeVisible()
  expect(await shifted(refused.page)).toBe(0)
  await expectFit(refused.page)
  await reader.lock()
  const locked = await reader.ask(await reader.visit(world.articles.paid))
  await expect(locked.page.getByLabel('Password', { exact: true })).toBeVisible()
  await expectFit(locked.page)
})

test('every step of the first pages is fit for everyone', async ({ extension }) => {
  const page = await extension.open('onboarding.html')
  const onboarding = new OnboardingPage(page)
  await expect(page.getByRole('button', { name: 'New wallet' })).toBeVisible()
  await expectReadable(page)
  await onboarding.begin()
  await expectReadable(page)
  await onboarding.choosePassword(password)
  const words = await onboarding.readWords()
  await expectReadable(page)
  await onboarding.writtenDown()
  await expect(page.getByLabel(/^Word \d+$/).first()).toBeVisible()
  await expectReadable(page)
  await onboarding.answer(words)
  await expect(page.getByRole('button', { name: /^On every site/ })).toBeVisible()
  await expectReadable(page)
  await onboarding.lookOnEverySite()
  await expect(page.getByRole('button', { name: 'Open my purse' })).toBeVisible()
  await expectFit(page)
})

test('the question for a fresh proof, and a wallet that opens in several ways, are fit for everyone', async ({ reader }) => {
  const { extension, desk } = reader
  await extension.askGuarded(desk, 'slots.addRecovery', {}, password)
  const page = await extension.open('dashboard.html#/security')
  await page.getByRole('button', { name: 'Show the words' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectFit(page)
  await reader.lock()
  const locked = await extension.open('dashboard.html')
  await locked.getByRole('button', { name: 'Use a recovery code' }).click()
  await expect(locked.getByLabel('Recovery code')).toBeVisible()
  await expectFit(locked)
})

/** Buys a piece, and makes a purse beside the one that paid: there is a picture of who can join the two. */
async function twoPurses(reader: Reader): Promise<void> {
  await reader.unlock(await reader.visit(reader.world.articles.script))
  await reader.expectPayment('delivered')
  await reader.extension.askGuarded(reader.desk, 'purses.add', { name: 'Newspapers' }, password)
}

test('every page of the dashboard is fit for everyone', async ({ reader }) => {
  test.slow()
  await twoPurses(reader)
  const [payment] = await reader.payments()
  const year = String(new Date(payment?.at ?? 0).getFullYear())
  const history = ['history', 'history?when=last-year', `history/${payment?.id ?? ''}?at=0`, `history/statement-${year}`]
  for (const place of ['overview', ...history, 'library', `library/${payment?.id ?? ''}`, 'purses', 'security', 'privacy', 'privacy/export', 'policy', 'policy/promises', 'settings', 'help']) {
    const page = await openedPlace(reader, place)
    await test.step(place, () => expectFit(page))
    await page.close()
  }
})

test('what leads to a request for money back, and the request itself, are fit for everyone', async ({ reader, world }) => {
  test.slow()
  await reader.unlock(await reader.visit(world.articles.script))
  await reader.expectPayment('delivered')
  const [payment] = await reader.payments()
  const request: Input<'disputes.file'> = { payment: payment?.id ?? '', problem: 'wrong-price', amount: payment?.amount.atomic ?? '', words: 'Less was said.', share: [] }
  const begun = `disputes/new?payment=${request.payment}`
  const writing = await openedPlace(reader, `${begun}&problem=${request.problem}&step=ask`)
  await writing.getByText('Read it').first().click()
  await expectFit(writing)
  await writing.close()
  const { dispute } = await reader.extension.ask(reader.desk, 'disputes.file', request)
  for (const place of [begun, 'disputes', `disputes/${dispute}`, 'help/paid-but-locked?at=retry']) {
    const page = await openedPlace(reader, place)
    await test.step(place, () => expectFit(page))
    await page.close()
  }
})

async function openedPlace({ extension }: Reader, place: string): Promise<Page> {
  const page = await extension.open(`dashboard.html#/${place}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Just a moment')).toHaveCount(0)
  return page
}

test('in forced colours everything drawn is seen, and so is where the keyboard is', async ({ reader }) => {
  test.slow()
  await twoPurses(reader)
  const drawn = {
    overview: ['.chart canvas', '.share-bar-full', '.chart-key-unlock::before'],
    history: [],
    purses: ['.joined-line', '.joined-box', '.joined-name'],
  }
  for (const [place, pictures] of Object.entries(drawn)) {
    const page = await openedPlace(reader, place)
    await page.emulateMedia({ forcedColors: 'active' })
    await test.step(place, async () => {
      expect(await unfit(page)).toEqual([])
      await expect.poll(() => unseen(page, pictures)).toEqual([])
      const { stops, unseen: lost } = await unseenFocus(page)
      expect(lost).toEqual([])
      expect(stops).toBeGreaterThan(8)
    })
    await page.close()
  }
})

test('what cannot be seen is found: a line in the colour behind it, and a place of the keyboard without a ring', async ({ reader }) => {
  await twoPurses(reader)
  const page = await openedPlace(reader, 'purses')
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.joined-line { stroke: Canvas !important } :focus-visible, :focus-within { outline: none !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  await page.emulateMedia({ forcedColors: 'active' })
  expect((await unseen(page, ['.joined-line', '.joined-box'])).join()).toMatch(/joined-line[^,]*$/)
  const { stops, unseen: lost } = await unseenFocus(page)
  expect(lost).toHaveLength(stops)
})
