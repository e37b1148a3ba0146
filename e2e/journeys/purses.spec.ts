import { expect, test } from '../support/test'
import { ConfirmDialog } from '../pages/confirm'
import { hurries, issue } from '../support/allowance'
import { unfit } from '../support/looks'
import { password } from '../support/reader'

/** The five cents of one issue. */
const price = 50_000n

test('a site gets a purse of its own: the chain shows two accounts, and each purse knows its own', async ({ reader, world }) => {
  const { extension, desk } = reader
  await hurries(reader)
  const page = await extension.open('dashboard.html#/purses')
  await page.getByLabel('Its name').fill('Newspapers')
  await page.getByRole('button', { name: 'Make a purse' }).click()
  await new ConfirmDialog(page).givePassword(password)
  await expect(page.getByRole('heading', { name: 'Newspapers' }).first()).toBeVisible()
  const { purses } = await extension.ask(desk, 'purses.read', {})
  const [, second] = purses
  if (second === undefined) throw new Error('there is no second purse')
  const own = second.address as `0x${string}`
  await world.fund(own, '1')

  await test.step('before, the first purse pays', async () => {
    const article = await reader.visit(await issue(reader, 1))
    await reader.spends(price, async () => {
      await reader.unlock(article)
      await reader.expectPayment('delivered')
    })
    await article.close()
  })

  const site = new URL(world.articles.paid).hostname
  await page.getByLabel('Site', { exact: true }).fill(site)
  await page.getByRole('button', { name: 'Give it' }).click()
  await expect(page.getByRole('button', { name: `Take back ${site}: your first purse pays there again` })).toBeVisible()

  await test.step('now its own pays, and says so', async () => {
    const article = await reader.visit(await issue(reader, 2))
    await reader.spends(0n, async () => {
      const approval = await reader.ask(article)
      await expect(approval.page.getByText('Newspapers')).toBeVisible()
      await approval.pay()
      await reader.expectPayment('delivered')
    })
    expect(await world.balanceOf(own)).toBe(1_000_000n - price)
    await article.close()
  })

  await test.step('each knows what it holds and whom it paid', async () => {
    const balances = [0, 1].map((purse) => extension.ask(desk, 'purses.balance', { purse }))
    expect(await Promise.all(balances)).toMatchObject([{ total: { atomic: '4950000' } }, { total: { atomic: '950000' } }])
    const known = await extension.ask(desk, 'purses.read', {})
    expect(known.purses).toMatchObject([{ paid: [site], seen: { total: { atomic: '4950000' } } }, { name: 'Newspapers', paid: [site], sites: [site] }])
    expect(known.links.map(({ why }) => why)).toEqual(['site', 'payee', 'endpoint'])
    await expect(page.getByText(`${site} was paid from “Main purse” and “Newspapers”.`)).toBeVisible()
  })

  await test.step('what the first purse has bought opens again with the first, free', async () => {
    const [, first] = await reader.payments()
    if (first === undefined) throw new Error('there is no first payment')
    const both = async () => [await reader.balance(), await world.balanceOf(own)]
    const before = await both()
    const again = await reader.visit(await issue(reader, 1))
    await extension.ask(desk, 'payments.retry', { id: first.id })
    await expect.poll(async () => (await reader.payments())[1]?.state).toBe('delivered')
    expect(await both()).toEqual(before)
    await again.close()
  })
  await page.bringToFront()
  expect(await unfit(page)).toEqual([])
})
