import type { Disposable, Page } from 'playwright'
import { give } from '../hostile/answers'
import { test as withServer } from '../hostile/test'
import { Popup } from '../pages/popup'
import { cutOff, shifts, unfit, unseen, unseenFocus } from '../support/looks'
import { password, type Reader } from '../support/reader'
import { openedPlace } from '../support/screens'
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
  await expect.poll(() => shifts(page)).not.toEqual([])
  await page.evaluate(() => {
    const long = Object.assign(document.createElement('p'), { textContent: 'long '.repeat(200), className: 'long' })
    long.style.cssText = 'white-space: nowrap; color: #999; background: #aaa'
    document.querySelector('main')?.append(long)
  })
  expect(await cutOff(page)).toContain('p.long')
  expect((await unfit(page)).join()).toContain('color-contrast')
})

test('popup and approval open without anything moving, whatever the page asks for', async ({ reader, world, evil }) => {
  const page = await reader.visit(world.articles.paid)
  await reader.card(page).expectText(/Unlock for/)
  const { page: popup } = await Popup.open(reader)
  await expect(popup.getByText('$5.00', { exact: true })).toBeVisible()
  await expect(popup.getByRole('button', { name: /^Unlock for/ })).toBeVisible()
  expect(await shifts(popup)).toEqual([])
  await popup.close()

  const approval = await reader.ask(page)
  await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
  expect(await shifts(approval.page)).toEqual([])
  await approval.decline()

  const refused = await reader.ask(await reader.visit(world.articles.beyond))
  await expect(refused.page.getByRole('button', { name: 'Add money' })).toBeVisible()
  expect(await shifts(refused.page)).toEqual([])
  await refused.close()

  evil.serve('/walled', ({ response }) => give(response, '<p data-component-name="Paywall">Subscribe</p><meta name="lightning" content="a@b.example">'))
  await reader.visit(evil.url('/walled'))
  const named = await Popup.open(reader)
  await expect(named.page.getByText('$5.00', { exact: true })).toBeVisible()
  await expect(named.wish).toBeVisible()
  expect(await shifts(named.page)).toEqual([])
})

/** What a window of the wallet has been told so far, and the way to let it hear what the reader has set. */
interface Held {
  readonly told: readonly { readonly type: string; readonly state: string }[]
  tellSettings(): void
}

/** From now on the wallet's own windows hear what the reader has set, the currency among it, only when the test says so. */
function holdSettings(reader: Reader): Promise<Disposable> {
  return reader.extension.context.addInitScript(() => {
    if (!/^\/(approval|popup)\.html$/.test(location.pathname)) return
    const { runtime } = chrome
    const send = runtime.sendMessage.bind(runtime)
    const told: { readonly type: string; readonly state: string }[] = []
    let tellSettings = (): void => undefined
    const settings = new Promise<void>((resolve) => (tellSettings = resolve))
    const held = async (message: { readonly type: string }): Promise<unknown> => {
      if (message.type === 'settings.read') await settings
      const answer = (await send(message)) as { readonly value?: { readonly state?: string } | null }
      told.push({ type: message.type, state: answer.value?.state ?? '' })
      return answer
    }
    Object.assign(runtime, { sendMessage: held })
    Object.assign(globalThis, { held: { told, tellSettings } satisfies Held })
  })
}

/** Lets a window hear what the reader has set, once it was told something else. */
async function tellSettingsAfter(page: Page, type: string, state: string): Promise<void> {
  const told = () => page.evaluate(() => (globalThis as unknown as { held: Held }).held.told)
  await expect.poll(told).toContainEqual({ type, state })
  await page.evaluate(() => (globalThis as unknown as { held: Held }).held.tellSettings())
}

test('they open without anything moving where the currency is known last, too', async ({ reader, world }) => {
  const held = await holdSettings(reader)
  try {
    const page = await reader.visit(world.articles.paid)
    const { page: popup } = await Popup.open(reader)
    await tellSettingsAfter(popup, 'account.read', '')
    await expect(popup.getByText('$5.00', { exact: true })).toBeVisible()
    expect(await shifts(popup)).toEqual([])
    await popup.close()
    const approval = await reader.ask(page)
    await tellSettingsAfter(approval.page, 'approval.read', 'ready')
    await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
    expect(await shifts(approval.page)).toEqual([])
  } finally {
    await held.dispose()
  }
})

/** Buys a piece, and makes a purse beside the one that paid: there is a picture of who can join the two. */
async function twoPurses(reader: Reader): Promise<void> {
  await reader.unlock(await reader.visit(reader.world.articles.script))
  await reader.expectPayment('delivered')
  await reader.extension.askGuarded(reader.desk, 'purses.add', { name: 'Newspapers' }, password)
}

test('in forced colours everything drawn is seen, and Tab comes by wherever there is something to press', async ({ reader }) => {
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
