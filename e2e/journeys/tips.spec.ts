import { fetchLocal } from '../../demo/newspaper/fetch-local'
import { Popup } from '../pages/popup'
import { hurries } from '../support/allowance'
import { tipService } from '../support/host-log'
import { cutOff, toTheme, unfit } from '../support/looks'
import { askToTip } from '../support/tipping'
import { password } from '../support/reader'
import { give } from '../hostile/answers'
import { expect, test } from '../hostile/test'
import { ConfirmDialog } from '../pages/confirm'

const cents = (count: number): bigint => BigInt(count) * 10_000n

test('a reader tips a writer: three suggestions, an amount of their own, and who is tipped is confirmed once', async ({ reader, world }) => {
  test.slow()
  await hurries(reader)
  const page = await reader.visit(world.articles.free)

  await test.step('a new account takes a tick before anything can be given', async () => {
    const tip = await askToTip(reader, 'Tip ')
    await expect(tip.page.getByRole('button', { name: '$0.10', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await expect(tip.page.getByText('A gift: nothing is delivered for it, and it is not given back')).toBeVisible()
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(tip.page, theme)
      expect(await unfit(tip.page)).toEqual([])
      expect(await cutOff(tip.page)).toEqual([])
    }
    await reader.spends(0n, async () => {
      await expect(tip.tipButton).toHaveAttribute('aria-disabled', 'true')
      await tip.tipButton.click({ force: true })
    })
    await tip.page.getByRole('button', { name: '$0.50', exact: true }).click()
    await expect(tip.page.getByRole('button', { name: '$0.50', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await tip.page.getByRole('checkbox', { name: /You have not paid this account before/ }).check()
    await reader.spends(cents(50), () => tip.tip())
    await reader.expectPayment('delivered')
  })

  await test.step('the next time it does not, and an amount of one’s own is asked for and given', async () => {
    await page.bringToFront()
    const tip = await askToTip(reader, 'Tip ')
    await expect(tip.page.getByRole('button', { name: '$1.00', exact: true })).toBeVisible()
    await expect(tip.page.getByRole('checkbox')).toHaveCount(0)
    await tip.page.getByLabel('Another amount, in dollars').fill('nonsense')
    await tip.page.getByRole('button', { name: 'Use it' }).click()
    await expect(tip.page.getByText('Type an amount like 1.50.')).toBeVisible()
    await tip.write('  For the swifts 🐦 ')
    await tip.page.getByLabel('Another amount, in dollars').fill('0,75')
    await tip.page.getByRole('button', { name: 'Use it' }).click()
    await expect(tip.page.getByRole('button', { name: 'Tip $0.75' })).toBeVisible()
    await expect(tip.page.getByText('Whoever gets it can read it')).toBeVisible()
    await reader.spends(cents(75), () => tip.tip())
    await reader.expectPayment('delivered')
  })

  await test.step('what was written with it has reached the paper, and stands in the history', async () => {
    const { notes } = (await (await fetchLocal(new URL('/control', world.articles.free).href)).json()) as { readonly notes: readonly string[] }
    expect(notes).toEqual(['For the swifts 🐦'])
    const [payment] = await reader.payments()
    const history = await reader.extension.open(`dashboard.html#/history/${payment?.id ?? ''}`)
    await expect(history.getByText('You wrote with it: For the swifts 🐦')).toBeVisible()
    await history.close()
  })

  await test.step('the same again is another tip, and no second purchase', async () => {
    await page.bringToFront()
    const tip = await askToTip(reader, 'Tip ')
    await tip.page.getByRole('button', { name: '$0.50', exact: true }).click()
    await expect(tip.page.getByRole('button', { name: 'Tip $0.50' })).toBeVisible()
    expect(await tip.text()).not.toContain('You bought this')
    await reader.spends(cents(50), () => tip.tip())
  })

  await test.step('tips count in limits of their own, and the history calls them tips', async () => {
    await expect.poll(async () => (await reader.payments()).map(({ kind, state }) => [kind, state])).toEqual([1, 2, 3].map(() => ['tip', 'delivered']))
    const { used, sites } = await reader.extension.ask(reader.desk, 'limits.read', {})
    expect(used.tipDay.paid.atomic).toBe(cents(175).toString())
    expect(sites).toEqual([])
    const history = await reader.extension.open('dashboard.html#/history')
    await expect(history.getByText(/^Tip .*$/).first()).toBeVisible()
    await history.getByRole('link', { name: /^Tip/ }).first().click()
    await expect(history.getByText('Your tip has arrived.')).toBeVisible()
  })
})

test('a tip that is shared says between whom before it is given, and afterwards what the payment shows', async ({ reader, world }) => {
  await reader.visit(world.articles.script)
  const tip = await askToTip(reader, 'Tip Ottoline Marsh and The Lantern')
  await expect(tip.page.getByRole('row', { name: /^Platform share/ })).toContainText('0.01')
  await tip.page.getByRole('checkbox').check()
  await reader.spends(cents(10), () => tip.tip())
  await reader.expectPayment('delivered')
  await expect
    .poll(async () => {
      const [newest] = await reader.payments()
      const detail = await reader.extension.ask(reader.desk, 'payments.read', { id: newest?.id ?? '' })
      return detail?.feeLines.filter(({ known }) => known === 'chain').length
    })
    .toBeGreaterThan(0)
})

test('a tip stays within its own limit, and a limit is said before there is anything to press', async ({ reader, world }) => {
  await reader.allow({ tip: '400000' })
  await reader.visit(world.articles.free)
  const tip = await askToTip(reader, 'Tip ')
  await tip.page.getByRole('button', { name: '$0.50', exact: true }).click()
  await expect(tip.page.getByRole('button', { name: 'See your limits' })).toBeVisible()
  await expect(tip.tipButton).toHaveCount(0)
  expect(await reader.balance()).toBe(5_000_000n)
})

test('a page that names only an account: nothing without a payment service of the reader’s choice, and with one the tip arrives', async ({ reader, world, evil }) => {
  test.slow()
  const ada = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65'
  evil.serve('/essay', ({ response }) => give(response, `<h1>An essay</h1><a href="ethereum:${world.token}@31337/transfer?address=${ada}&uint256=1e6" title="Tip Ada">Tip me</a>`))
  const page = await reader.visit(evil.url('/essay'))

  await test.step('none is set by itself, and that is said', async () => {
    const tip = await askToTip(reader, 'Tip Ada')
    await expect(tip.page.getByText('This page names only an account.')).toBeVisible()
    const opened = reader.extension.context.waitForEvent('page', { predicate: (one) => one.url().includes('#/settings') })
    await tip.page.getByRole('button', { name: 'Open settings' }).click()
    const settings = await opened
    await settings.getByLabel('Address of the payment service').fill(tipService(world))
    await settings.getByRole('button', { name: 'Send tips through it' }).click()
    await new ConfirmDialog(settings).givePassword(password)
    await expect(settings.getByText('Saved.')).toBeVisible()
    await settings.close()
    await tip.close()
  })

  await test.step('its suggestions are the wallet’s own, and any other amount goes too', async () => {
    await page.bringToFront()
    const tip = await askToTip(reader, 'Tip Ada')
    await expect(tip.page.getByRole('button', { name: '$1.00', exact: true })).toBeVisible()
    await tip.page.getByLabel('Another amount, in dollars').fill('0.35')
    await tip.page.getByRole('button', { name: 'Use it' }).click()
    await expect(tip.page.getByRole('button', { name: 'Tip $0.35' })).toBeVisible()
    await tip.write('For the essay')
    await expect(tip.page.getByText('It stays in your own history')).toBeVisible()
    await tip.page.getByRole('checkbox', { name: new RegExp(ada, 'i') }).check()
    const before = await world.balanceOf(ada)
    await reader.spends(cents(35), () => tip.tip())
    expect(await world.balanceOf(ada)).toBe(before + cents(35))
    await reader.expectPayment('delivered')
  })

  await test.step('a service that fails takes nothing, and that is found out', async () => {
    await world.setFacilitator({ settle: '500' })
    await page.bringToFront()
    const tip = await askToTip(reader, 'Tip Ada')
    await expect(tip.tipButton).toHaveAttribute('aria-disabled', 'false')
    await reader.spends(0n, async () => {
      await tip.tipButton.click()
      await expect.poll(async () => (await reader.payments())[0]?.state).toMatch(/^(refused|unknown|void)$/)
    })
    await world.setFacilitator({ settle: 'none' })
  })
})

test('a page that links to a funding.json: the account in it is tipped, and one that names none says so', async ({ reader, world, evil }) => {
  const ada = '0x976ea74026e726554db657fa54763abd0c3a0aa9'
  const manifest = (...addresses: readonly string[]) => ({
    version: 'v1.0.0',
    entity: { type: 'individual', role: 'owner', name: 'Ada Byron', email: 'ada@ada.example', description: 'Writes programs.' },
    funding: { channels: addresses.map((address, at) => ({ guid: `way-${String(at)}`, type: 'other', address })), plans: [] },
  })
  const asked: string[] = []
  const serve = (json: unknown) => {
    evil.serve('/funding.json', ({ request, response }) => {
      asked.push(request.headers.cookie ?? 'no cookie')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
  }
  evil.serve('/about', ({ response }) => give(response, '<h1>About</h1><p>Ways to give are in <a href="/funding.json">funding.json</a>.'))
  await reader.extension.askGuarded(reader.desk, 'settings.change', { tipService: tipService(world) }, password)
  await reader.extension.context.addCookies([{ name: 'who', value: 'me', url: evil.url('/') }])
  const page = await reader.visit(evil.url('/about'))

  await test.step('nothing in it can be paid', async () => {
    serve(manifest('IBAN CH93 0076 2011 6238 5295 7', 'https://opencollective.com/ada', `eip155:1:${ada}`))
    const popup = await Popup.open(reader)
    const button = popup.thisPage.getByRole('button', { name: /^Tip the writer/ })
    await expect(button).toBeVisible()
    expect(asked).toEqual([])
    await button.click()
    await expect(popup.page.getByRole('alert')).toContainText('Farthing finds none in it that it can pay')
    expect(asked).toEqual(['no cookie'])
    await popup.page.close()
  })

  await test.step('an account in it is', async () => {
    serve(manifest('https://opencollective.com/ada', `eip155:31337:${ada}`))
    await page.bringToFront()
    const tip = await askToTip(reader, 'Tip the writer')
    await expect(tip.page.getByRole('heading', { name: 'Tip Ada Byron' })).toBeVisible()
    await tip.page.getByRole('checkbox', { name: new RegExp(ada, 'i') }).check()
    const before = await world.balanceOf(ada)
    await reader.spends(cents(10), () => tip.tip())
    expect(await world.balanceOf(ada)).toBe(before + cents(10))
  })
})
