import { accounts } from '../../demo/world/accounts'
import { en as words } from '../../src/core/words/en'
import { give } from '../hostile/answers'
import type { HostileServer } from '../hostile/server'
import { expect, test } from '../hostile/test'
import { ConfirmDialog } from '../pages/confirm'
import type { ApprovalWindow } from '../pages/approval'
import { alarmed } from '../support/allowance'
import { extensionUrl } from '../support/extension'
import { cutOff, toTheme, unfit } from '../support/looks'
import { password, type Reader } from '../support/reader'
import { moveClock } from '../support/worker-clock'

const cent = 10_000n
const found = words.watch.found
const article = '<h1>The whole piece</h1>'

/** A site of the attacker's, by the name in front of `.localhost`. */
const site = (evil: HostileServer, name: string, path: string): string => evil.url(path).replace('//evil.', `//${name}.`)

/** Buys a piece of its own for one cent, which nothing is found about. */
async function buy(reader: Reader, evil: HostileServer, name: string, path: string): Promise<void> {
  evil.sell(path, { article })
  const page = await reader.visit(site(evil, name, path))
  const approval = await reader.ask(page)
  await expect(approval.payButton).toBeVisible()
  await expect(approval.page.getByRole('checkbox')).toHaveCount(0)
  await reader.spends(cent, () => approval.pay())
  await reader.expectPayment('delivered')
  await approval.shut()
  await page.close()
}

async function knows(reader: Reader, evil: HostileServer, name: string): Promise<void> {
  for (const number of [1, 2, 3]) await buy(reader, evil, name, `/${name}/${String(number)}`)
}

/** A question about a piece that is sold under these terms. */
async function askFor(reader: Reader, evil: HostileServer, name: string, path: string, offer: Parameters<HostileServer['sell']>[1]['offer']): Promise<ApprovalWindow> {
  evil.sell(path, { article, ...(offer !== undefined && { offer }) })
  return reader.ask(await reader.visit(site(evil, name, path)))
}

/** Nothing is paid before the reader has said that it is fine; then it is. */
async function overrule(reader: Reader, approval: ApprovalWindow, price: bigint): Promise<void> {
  await expect(approval.payButton).toHaveAttribute('aria-disabled', 'true')
  await reader.spends(0n, () => approval.payButton.click({ force: true }))
  await approval.sayFine()
  await reader.spends(price, () => approval.pay())
  await reader.expectPayment('delivered')
  await approval.shut()
}

test('somebody else is paid on a site the reader knows: said before anything is signed, overruled, and asked again elsewhere', async ({ reader, evil }) => {
  test.slow()
  const other = { payTo: accounts.partner }
  await knows(reader, evil, 'lantern')

  await test.step('it is said, why, and nothing is paid before the reader says that it is fine', async () => {
    const approval = await askFor(reader, evil, 'lantern', '/swapped', other)
    await expect(approval.page.getByText(found['payee-changed']('3'))).toBeVisible()
    await approval.page.getByText('Why am I told this?').click()
    await expect(approval.page.getByText(words.watch.why['payee-changed'])).toBeVisible()
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(approval.page, theme)
      expect(await unfit(approval.page)).toEqual([])
      expect(await cutOff(approval.page)).toEqual([])
    }
    await overrule(reader, approval, cent)
  })

  await test.step('the same again on this site is not asked about', () => buy(reader, evil, 'lantern', '/again'))

  await test.step('the same on another site is', async () => {
    // Six payments in ten seconds are no reader's.
    await moveClock(await reader.extension.worker(), 60_000)
    await knows(reader, evil, 'harbour')
    const approval = await askFor(reader, evil, 'harbour', '/elsewhere', other)
    await expect(approval.page.getByText(found['payee-changed']('3'))).toBeVisible()
    await reader.spends(0n, () => approval.decline())
  })

  await test.step('both stand in the log of the watch', async () => {
    const security = await reader.extension.open('dashboard.html#/security')
    await expect(security.getByText('You said that it is fine, and paid.')).toBeVisible()
    await expect(security.getByText('You did not pay.')).toBeVisible()
    await expect(security.getByText(found['payee-changed']('3'))).toHaveCount(2)
    expect(await unfit(security)).toEqual([])
    await security.close()
  })
})

test('a price far above all that was paid on a site is said to be, with the highest there was', async ({ reader, evil }) => {
  await knows(reader, evil, 'lantern')
  const approval = await askFor(reader, evil, 'lantern', '/dear', { amount: (12n * cent).toString() })
  await expect(approval.page.getByText(found['far-above']('$0.01'))).toBeVisible()
  await overrule(reader, approval, 12n * cent)
})

test('a site that looks like one of the reader’s is called by its name', async ({ reader, evil }) => {
  await knows(reader, evil, 'lantern')
  const approval = await askFor(reader, evil, 'lantem', '/copy', { payTo: accounts.partner })
  await expect(approval.page.getByText(found['look-alike']('lantern.localhost'))).toBeVisible()
  await expect(approval.payButton).toHaveAttribute('aria-disabled', 'true')
  await reader.spends(0n, () => approval.decline())
})

test('an account made to look like one that was paid cannot be paid at all', async ({ reader, evil }) => {
  await buy(reader, evil, 'lantern', '/one')
  const { seller } = accounts
  const poisoned = `${seller.slice(0, 6)}${'0'.repeat(32)}${seller.slice(-4)}`
  const approval = await askFor(reader, evil, 'harbour', '/poisoned', { payTo: poisoned })
  await expect(approval.page.getByText(found['payee-similar']('lantern.localhost'))).toBeVisible()
  await expect(approval.payButton).toHaveCount(0)
  expect(await reader.balance()).toBe(5_000_000n - cent)
})

test('frames that nobody sees ask again and again, and nothing is offered, opened or paid', async ({ reader, evil }) => {
  evil.sell('/sold', { article })
  const frames = Array.from({ length: 12 }, (_, at) => `<iframe hidden src="/sold?${String(at)}"></iframe>`).join('')
  evil.serve('/hidden', ({ response }) => give(response, `<h1>A page</h1>${frames}<iframe style="opacity:0" src="${site(evil, 'elsewhere', '/sold')}"></iframe>`))
  const page = await reader.visit(evil.url('/hidden'))
  await page.waitForLoadState('networkidle')
  await page.bringToFront()
  expect(await reader.extension.ask(reader.desk, 'tab.read', {})).toMatchObject({ items: [] })
  expect(reader.extension.context.pages().filter((one) => one.url().startsWith(extensionUrl('approval.html')))).toEqual([])
  expect(await reader.payments()).toEqual([])
  expect(evil.payments).toEqual([])
})

test('after three that were turned down as suspicious the next payment asks who is there', async ({ reader, evil }) => {
  test.slow()
  await knows(reader, evil, 'lantern')
  for (const number of [1, 2, 3]) {
    const approval = await askFor(reader, evil, 'lantern', `/swap/${String(number)}`, { payTo: accounts.partner })
    await expect(approval.page.getByText(found['payee-changed']('3'))).toBeVisible()
    await reader.spends(0n, () => approval.decline())
  }
  expect(await reader.extension.ask(reader.desk, 'watch.read', {})).toMatchObject({ frozen: true })
  const honest = await askFor(reader, evil, 'lantern', '/honest', {})
  await honest.agree()
  await expect(honest.page.getByText(/Several payments looked like fraud lately/)).toBeVisible()
  await reader.spends(cent, () => new ConfirmDialog(honest.page).givePassword(password))
  expect(await reader.extension.ask(reader.desk, 'watch.read', {})).toMatchObject({ frozen: false })
  await honest.shut()
  await buy(reader, evil, 'lantern', '/after')
})

test('a payment that the reader calls a fraud is remembered, on its site and for its account, until it is taken back', async ({ reader, evil }) => {
  await buy(reader, evil, 'lantern', '/one')
  const [payment] = await reader.payments()
  const history = await reader.extension.open(`dashboard.html#/history/${payment?.id ?? ''}`)
  await history.getByRole('button', { name: 'This was fraud' }).click()
  await expect(history.getByText('You called this payment a fraud.')).toBeVisible()
  const there = await askFor(reader, evil, 'lantern', '/two', {})
  await expect(there.page.getByText(found.reported)).toBeVisible()
  await reader.spends(0n, () => there.decline())
  const elsewhere = await askFor(reader, evil, 'harbour', '/three', {})
  await expect(elsewhere.page.getByText(found.reported)).toBeVisible()
  await elsewhere.shut()
  await history.getByRole('button', { name: 'It was fine after all' }).click()
  await expect(history.getByRole('button', { name: 'This was fraud' })).toBeVisible()
  await buy(reader, evil, 'lantern', '/four')
})

test('money that is gone without a payment is told at once, and what payments took is not', async ({ reader, evil, world }) => {
  const look = () => reader.extension.ask(reader.desk, 'account.read', {})
  await look()
  await buy(reader, evil, 'lantern', '/one')
  await look()
  expect(await alarmed(reader, 'fell')).toEqual([])
  await world.steal(reader.address, '1.25')
  await look()
  const told = await alarmed(reader, 'fell')
  expect(told).toHaveLength(1)
  const security = await reader.extension.open('dashboard.html#/security')
  await expect(security.getByText(words.watch.fell('$1.25'))).toBeVisible()
  await look()
  expect((await alarmed(reader, 'fell')).filter((one) => !told.includes(one))).toEqual([])
})

test('what was agreed to elsewhere counts for a question that was open before, and somebody who makes the wallet watch less is told of it', async ({ reader, evil }) => {
  await reader.extension.ask(reader.desk, 'watch.set', { guard: 'twice', level: 'ask' })
  const before = await alarmed(reader, 'confirmed')
  const price = { amount: (5n * cent).toString() }
  const one = await askFor(reader, evil, 'lantern', '/one', price)
  const other = await askFor(reader, evil, 'lantern', '/other', price)
  for (const approval of [one, other]) await expect(approval.page.getByRole('checkbox')).toHaveCount(0)
  await reader.spends(5n * cent, () => one.pay())
  await other.page.bringToFront()
  await reader.spends(0n, () => other.agree())
  await expect(other.page.getByText(/You agreed to exactly this much here \d+ seconds? ago\./)).toBeVisible()
  await overrule(reader, other, 5n * cent)

  await reader.extension.askGuarded(reader.desk, 'watch.set', { guard: 'twice', level: 'off' }, password)
  // The system takes away by itself what it has shown for a while: the earlier ones may have gone.
  await expect.poll(async () => (await alarmed(reader, 'confirmed')).filter((one) => !before.includes(one))).toHaveLength(1)
})
