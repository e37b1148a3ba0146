import type { Page } from 'playwright'
import { ArticlePage } from '../pages/article'
import { ConfirmDialog } from '../pages/confirm'
import { sealedIn, unsealWith } from '../stolen/keys'
import { search, soughtText } from '../stolen/search'
import { dumpStores, heldIn, type Held } from '../stolen/stores'
import { hurries } from '../support/allowance'
import { extensionUrl } from '../support/extension'
import { password } from '../support/reader'
import { expect, test } from '../support/test'

/** Everything that is stored, opened with the reader's own key: what whoever has it can read. */
async function readable(desk: Page): Promise<readonly Held[]> {
  const entries = await dumpStores(desk)
  const session = entries.find(({ store, key }) => store === 'storage.session' && key === 'wallet')
  const viewKey = Buffer.from(String(session?.value), 'base64')
  expect(viewKey, 'the view key of the open wallet').toHaveLength(32)
  const opened = sealedIn(entries).flatMap((one) => {
    const bytes = unsealWith(viewKey, one)
    return bytes === null ? [] : [{ place: one.name, bytes: Buffer.from(bytes) }]
  })
  expect(opened.length).toBeGreaterThan(10)
  return [...heldIn(entries), ...opened]
}

test('a site is forgotten without a trace and its pieces are not paid for twice; then everything is erased', async ({ reader, world }) => {
  const { extension, desk } = reader
  await hurries(reader)
  for (const url of [world.articles.paid, world.articles.hut]) {
    const page = await reader.visit(url)
    await reader.unlock(page)
    await page.close()
  }
  await expect.poll(async () => (await reader.payments()).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  const [kept, bought] = await reader.payments()
  const news = new URL(world.articles.paid).hostname
  const sought = [soughtText('the site', news), soughtText('the title', bought?.title ?? ''), soughtText('the payee', world.accounts.seller.slice(2)), soughtText('the payment', bought?.id ?? '')]
  const page = await extension.open('dashboard.html#/privacy')

  await test.step('the page tells what is kept, and who was paid', async () => {
    expect(search(await readable(desk), sought).length).toBeGreaterThan(4)
    await expect(page.getByRole('row', { name: /^Payments/ })).toContainText('2')
    await expect(page.getByText('2 sites you paid')).toBeVisible()
  })

  await test.step('one site is forgotten: nothing that is stored tells of it, and the other one is untouched', async () => {
    await page.getByRole('button', { name: `Forget ${news}` }).click()
    await expect(page.getByText(/^One payment and everything else that tells of this site goes/)).toBeVisible()
    await page.getByRole('button', { name: 'Forget this' }).click()
    await new ConfirmDialog(page).givePassword(password)
    await expect(page.getByText('Forgotten, with one payment.')).toBeVisible()
    await expect(page.getByRole('button', { name: `Forget ${news}` })).toHaveCount(0)
    expect(search(await readable(desk), sought)).toEqual([])
    expect(await reader.payments()).toEqual([kept])
  })

  await test.step('limits stand where they stood', async () => {
    const { used } = await extension.ask(desk, 'limits.read', {})
    expect(BigInt(used.day.paid.atomic)).toBe(5_000_000n - (await reader.balance()))
  })

  await test.step('who goes back there is asked for money by the site, and pays nothing: the payment is found on the chain', async () => {
    await extension.context.clearCookies()
    await reader.spends(0n, async () => {
      const again = await reader.visit(world.articles.paid)
      const approval = await reader.ask(again)
      await expect(approval.page.getByText(/You were not charged|You bought this/).first()).toBeVisible()
      await approval.page.close()
      await again.close()
    })
  })

  await test.step('everything is erased, and the browser holds nothing any more', async () => {
    await page.bringToFront()
    await page.getByRole('button', { name: 'Erase everything…' }).click()
    await expect(page.getByText(/Make sure you have your twelve words/)).toBeVisible()
    await page.getByLabel('Write “erase” to go on').fill('erase')
    await page.getByRole('button', { name: 'Erase everything for good' }).click()
    await new ConfirmDialog(page).givePassword(password)
    await expect(page).toHaveURL(extensionUrl('onboarding.html#erased'))
    await expect(page.getByText('Everything was erased. Farthing has looked: nothing is left.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'New wallet' })).toBeVisible()
    await expect(desk.getByText('There is no wallet yet')).toBeVisible()
    // Whoever looks at the door counts no tries there: that is written down in a new wallet as well.
    expect((await dumpStores(page)).filter(({ table }) => table !== 'attempts')).toEqual([])
  })
})

test('where a reader came from is not written down, and what was bought opens again all the same', async ({ reader, world }) => {
  await hurries(reader)
  const letter = 'utm_source=letter&utm_campaign=wrens-in-march&mc_eid=9a81f3'
  const page = await reader.visit(`${world.articles.paid}?issue=7&${letter}`)
  await reader.spends(50_000n, () => reader.unlock(page))
  await reader.expectPayment('delivered')
  await new ArticlePage(page).expectWhole()
  await expect.poll(async () => search(await readable(reader.desk), [soughtText('the campaign', 'wrens-in-march'), soughtText('the reader of the letter', '9a81f3')]).filter((find) => !/storage.session/.test(find))).toEqual([])
  const [payment] = await reader.payments()
  const detail = await reader.extension.ask(reader.desk, 'payments.read', { id: payment?.id ?? '' })
  expect(detail?.page).toBe(`${world.articles.paid}?issue=7`)
  await reader.spends(0n, async () => {
    await reader.extension.context.clearCookies()
    const again = await reader.visit(`${world.articles.paid}?gclid=other&issue=7`)
    await new ArticlePage(again).expectWhole()
  })
})
