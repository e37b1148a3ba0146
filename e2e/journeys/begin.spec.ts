import type { Page } from 'playwright'
import { accounts, devMnemonic } from '../../demo/world/accounts'
import { ArticlePage } from '../pages/article'
import { ConfirmDialog } from '../pages/confirm'
import { OnboardingPage } from '../pages/onboarding'
import { SettingsPage } from '../pages/settings'
import { Extension, extensionUrl } from '../support/extension'
import { password, Reader } from '../support/reader'
import { both } from '../support/both'
import { expect, test } from '../support/test'

test.use({ newlyInstalled: true })

const price = 50_000n
const otherPassword = 'another password for another place'

/** Presses the last button of the first pages and gives the purse that opens. */
async function openPurse(extension: Extension, onboarding: OnboardingPage): Promise<Page> {
  const opened = extension.context.waitForEvent('page', { predicate: (page) => page.url().startsWith(extensionUrl('dashboard.html')) })
  await onboarding.finish()
  return opened
}

test('from install to the first article, with nothing but what is on screen', both, async ({ extension, world }) => {
  const onboarding = new OnboardingPage(await extension.firstPage())
  await onboarding.begin()
  await onboarding.choosePassword(password)
  const words = await onboarding.readWords()
  expect(words).toHaveLength(12)
  await onboarding.writtenDown()

  await test.step('wrong words are not taken for the right ones', async () => {
    await onboarding.answer([...words].reverse())
    await expect(onboarding.page.getByText(/This is not word \d+/).first()).toBeVisible()
  })
  await onboarding.answer(words)
  await onboarding.lookOnEverySite()
  await onboarding.practise()

  const purse = await openPurse(extension, onboarding)
  await purse.getByRole('link', { name: 'Settings' }).click()
  await new SettingsPage(purse).useLocalNetwork(world.chain.endpoint, password)
  const reader = await Reader.at(extension, world, purse)
  await world.fund(reader.address, '5')
  await purse.getByRole('link', { name: 'Overview' }).click()
  await expect(purse.getByText('$5.00').first()).toBeVisible()

  const page = await reader.visit(world.articles.paid)
  await reader.spends(price, () => reader.unlock(page))
  await new ArticlePage(page).expectWhole()
})

test('twelve words bring back the purse, and with it what was paid for', async ({ extension, world }) => {
  const url = world.articles.paid
  const desk = await extension.open('dashboard.html')
  const { words } = await extension.ask(desk, 'wallet.create', { password })
  await Reader.settle(extension, desk, world)
  const reader = await Reader.at(extension, world, desk)
  await world.fund(reader.address, '1')
  await reader.spends(price, async () => reader.unlock(await reader.visit(url)))
  await extension.askGuarded(desk, 'purses.add', { name: 'Newspapers' }, password)
  const second = (await extension.ask(desk, 'purses.read', {})).purses[1]?.address as `0x${string}`
  await world.fund(second, '2')

  const elsewhere = await Extension.launch()
  try {
    const onboarding = new OnboardingPage(await elsewhere.firstPage())
    await onboarding.beginWithWords()
    await onboarding.choosePassword(otherPassword)
    await onboarding.restore(words)
    await onboarding.lookOnEverySite()
    const purse = await openPurse(elsewhere, onboarding)
    await Reader.settle(elsewhere, purse, world, otherPassword)
    const restored = await Reader.at(elsewhere, world, purse)
    expect(restored.address).toBe(reader.address)
    await expect(purse.getByText('$0.95').first()).toBeVisible()

    await test.step('an article paid for before is not sold a second time', async () => {
      const page = await restored.visit(url)
      await restored.spends(0n, async () => {
        const approval = await restored.ask(page)
        await expect(approval.page.getByText(/You bought this on .* You were not charged again/)).toBeVisible()
        await expect(approval.payButton).toHaveCount(0)
      })
    })

    await test.step('another purse is looked for when the reader says so, and found by what it holds', async () => {
      await purse.bringToFront()
      await purse.getByRole('link', { name: 'Purses' }).click()
      await expect(purse.getByRole('button', { name: 'Make a purse' }), 'not before').toHaveCount(0)
      await purse.getByRole('button', { name: 'Look for them' }).click()
      await new ConfirmDialog(purse).givePassword(otherPassword)
      await expect(purse.getByRole('heading', { name: 'Purse 2' })).toBeVisible()
      expect((await elsewhere.ask(purse, 'purses.read', {})).purses[1]?.address).toBe(second)
    })
  } finally {
    await elsewhere.dispose()
  }
})

test('words of another wallet program open the account they open there; wrong ones open none', async ({ extension }) => {
  const onboarding = new OnboardingPage(await extension.firstPage())
  await onboarding.beginWithWords()
  await onboarding.choosePassword(password)
  await onboarding.restore(devMnemonic.replace('junk', 'test').split(' '))
  await expect(onboarding.page.getByText('These are not twelve words of a wallet. Check the spelling and the order.')).toBeVisible()
  await onboarding.restore(devMnemonic.split(' '))
  await onboarding.lookOnEverySite()
  await expect(onboarding.page.getByText(accounts.issuer)).toBeVisible()
})
