import type { Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { honest } from '../../demo/newspaper/guestbook/switches'
import { SignInWindow } from '../pages/sign-in'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'
import { long } from '../support/long'

/** The Guest Book knows its readers by their sign-in alone: no cookie, and no payment shown twice. */
test.beforeEach(({ world }) => world.setGuestBook(honest))
test.afterEach(({ world }) => world.setGuestBook(honest))

async function signInWindow(reader: Reader, page: Page): Promise<SignInWindow> {
  return new SignInWindow((await reader.ask(page)).page)
}

/** Whether the page that the tab shows was given, and not asked to be paid for. A page that is just being loaded is not. */
const isOpen = (page: Page): Promise<boolean> =>
  page
    .evaluate(() => performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).responseStatus === 200))
    .catch(() => false)

test('a site that lets its readers back in is asked once, and then opens what was bought without a charge', async ({ reader, world }) => {
  const url = world.articles.hut
  await reader.unlock(await reader.visit(url))
  await reader.expectPayment('delivered')
  const before = await world.setGuestBook({})

  const page = await reader.visit(url)
  await reader.card(page).expectText(/You bought this on/)
  expect((await world.setGuestBook({})).signInsSeen, 'nobody is told who is back without being asked').toBe(before.signInsSeen)

  await test.step('the first time it is a question', async () => {
    await reader.spends(0n, async () => {
      const window = await signInWindow(reader, page)
      await window.expectAsked()
      await window.allow()
      await expect.poll(() => isOpen(page)).toBe(true)
    })
    expect((await world.setGuestBook({})).signedIn['hut']).toBe((before.signedIn['hut'] ?? 0) + 1)
  })

  await test.step('and then no more', async () => {
    const later = await reader.visit(url)
    await expect.poll(() => isOpen(later)).toBe(true)
    expect(await reader.payments()).toHaveLength(1)
  })

  await test.step('until the reader takes it back', async () => {
    const { extension, desk } = reader
    expect(await extension.ask(desk, 'signIns.read', {})).toEqual([{ site: new URL(url).origin, allowed: true }])
    await extension.ask(desk, 'signIns.forget', { site: new URL(url).origin })
    const { signInsSeen } = await world.setGuestBook({})
    await reader.card(await reader.visit(url)).expectText(/You bought this on/)
    expect((await world.setGuestBook({})).signInsSeen).toBe(signInsSeen)
  })
})

test('a site that asks on behalf of another is told nothing', async ({ reader, world }) => {
  const url = world.articles.hut
  await reader.unlock(await reader.visit(url))
  await reader.expectPayment('delivered')
  await world.setGuestBook({ signIn: 'other-domain' })
  const { signInsSeen } = await world.setGuestBook({})
  const page = await reader.visit(url)
  await reader.card(page).expectText(/You bought this on/)
  await reader.spends(0n, async () => {
    const approval = await reader.ask(page)
    await expect(approval.page.getByText(/Paying again is a second purchase/)).toBeVisible()
  })
  expect((await world.setGuestBook({})).signInsSeen).toBe(signInsSeen)
})

test('a reader who never wants to be recognised is not, and is not asked again', async ({ reader, world }) => {
  const url = world.articles.hut
  await reader.unlock(await reader.visit(url))
  await reader.expectPayment('delivered')
  const { signInsSeen } = await world.setGuestBook({})
  const page = await reader.visit(url)
  const window = await signInWindow(reader, page)
  await window.expectAsked()
  await window.never()
  await reader.card(await reader.visit(url)).expectText(/You bought this on/)
  expect(await reader.extension.ask(reader.desk, 'signIns.read', {})).toEqual([{ site: new URL(url).origin, allowed: false }])
  expect((await world.setGuestBook({})).signInsSeen).toBe(signInsSeen)
})

test('a signed price and a signed receipt are kept, and said to be the seller’s; a stranger’s are said to prove nothing', async ({ reader, world }) => {
  const { extension, desk } = reader
  const detail = async () => {
    await reader.expectPayment('delivered')
    const payment = await extension.ask(desk, 'payments.read', { id: (await reader.payments())[0]?.id ?? '' })
    return { offer: payment?.offer.worth, receipt: payment?.receipt.worth }
  }
  const { paymentIdentifiers } = await world.setGuestBook({})
  await reader.unlock(await reader.visit(world.articles.hut))
  expect(await detail()).toEqual({ offer: 'seller', receipt: 'seller' })
  const seen = (await world.setGuestBook({})).paymentIdentifiers.slice(paymentIdentifiers.length)
  expect(new Set(seen).size, 'the payment had a name of its own').toBe(1)

  await world.setGuestBook({ offers: 'stranger', receipts: 'stranger' })
  await reader.unlock(await reader.visit(world.articles.bench))
  expect(await detail()).toEqual({ offer: 'stranger', receipt: 'stranger' })

  await test.step('on screen', async () => {
    await desk.bringToFront()
    await desk.getByRole('link', { name: 'History' }).click()
    await desk.getByRole('link', { name: (await reader.payments())[0]?.title ?? '' }).first().click()
    await desk.getByText('Details').click()
    await expect(desk.getByText(words.evidence.receipt.stranger)).toBeVisible()
  })
})

test.describe('a wallet that was brought back from twelve words', () => {
  async function broughtBack(reader: Reader): Promise<{ readonly elsewhere: Extension; readonly restored: Reader }> {
    const { extension, desk, world } = reader
    const { words: twelve } = await extension.askGuarded(desk, 'words.read', {}, password)
    await extension.quit()
    const elsewhere = await Extension.launch()
    const page = await elsewhere.open('dashboard.html')
    await elsewhere.ask(page, 'wallet.restore', { words: twelve.join(' '), password })
    await Reader.settle(elsewhere, page, world)
    return { elsewhere, restored: await Reader.at(elsewhere, world, page) }
  }

  test('knows from the chain what it bought, and is let back in', async ({ reader, world }) => {
    const url = world.articles.hut
    await reader.unlock(await reader.visit(url))
    await reader.expectPayment('delivered')
    const [bought] = await reader.payments()
    const { elsewhere, restored } = await broughtBack(reader)
    expect(await restored.payments()).toEqual([])

    const page = await restored.visit(url)
    await restored.card(page).expectText(/^Unlock for/m)
    await restored.spends(0n, async () => {
      const window = await signInWindow(restored, page)
      await window.expectAsked()
      await window.allow()
      await expect.poll(() => isOpen(page)).toBe(true)
    })
    const [known] = await restored.payments()
    expect(known).toMatchObject({ state: 'delivered', amount: bought?.amount, host: bought?.host })
    await elsewhere.dispose()
  })

  test('signs the same number again where the chain is lied about, and the token takes it once only', long, async ({ reader, world }) => {
    const url = world.articles.hut
    await reader.unlock(await reader.visit(url))
    await reader.expectPayment('delivered')
    const newestNonce = async (who: Reader) => (await who.extension.ask(who.desk, 'payments.read', { id: (await who.payments())[0]?.id ?? '' }))?.nonce
    const first = await newestNonce(reader)
    const { elsewhere, restored } = await broughtBack(reader)
    const balance = await restored.balance()

    world.setEndpoint({ lie: 'never-used' })
    const approval = await restored.ask(await restored.visit(url))
    await approval.agree()
    await expect.poll(async () => (await restored.payments())[0]?.state).toMatch(/refused|unknown/)
    world.setEndpoint({ lie: 'none' })
    expect(await newestNonce(restored)).toBe(first)
    expect(await restored.balance()).toBe(balance)
    // With the truth back, the wallet knows this purchase for the one that was paid.
    await restored.expectPayment('undelivered')
    expect(await restored.balance()).toBe(balance)
    await elsewhere.dispose()
  })
})
