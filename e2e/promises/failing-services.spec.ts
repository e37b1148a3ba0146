import { en as words } from '../../src/core/words/en'
import { en as screens } from '../../src/ui/words/en'
import { expect, test } from '../support/test'
import type { ApprovalWindow } from '../pages/approval'
import { password, type Reader } from '../support/reader'
import { longUnless } from '../support/long'

/** What The Lantern asks for the piece that is sold as a whole page. */
const price = 50_000n
const purse = 5_000_000n

async function approvalFor(reader: Reader, slug: 'paid' | 'beyond'): Promise<ApprovalWindow> {
  return reader.ask(await reader.visit(reader.world.articles[slug]))
}

/** A refusal in these words, nothing to press and nothing signed. */
async function expectRefused(reader: Reader, approval: ApprovalWindow, sentence: string): Promise<void> {
  await expect(approval.page.getByText(sentence)).toBeVisible()
  await expect(approval.payButton).toHaveCount(0)
  expect(await reader.payments()).toEqual([])
  expect(await reader.balance()).toBe(purse)
}

/** The nonces of everything that was ever signed. */
async function nonces(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.payments()
  const details = await Promise.all(rows.map(({ id }) => reader.extension.ask(reader.desk, 'payments.read', { id })))
  return details.map((detail) => detail?.nonce ?? '')
}

test.describe('services that fail or lie: words, no loss, no second charge', () => {
  test.afterEach(async ({ world }) => {
    world.setEndpoint({ down: false, slowMs: 0, lie: 'none' })
    await world.setFacilitator({ verify: 'none', settle: 'none' })
    await world.tellNewspaper('forget', {})
  })

  const refusals = [
    { change: { verify: 'down' }, sentence: words.outcome.refused(null) },
    { change: { verify: '500' }, sentence: words.outcome.refused(null) },
    { change: { settle: '500' }, sentence: words.outcome.refused(words.refusal.service) },
  ] as const
  for (const { change, sentence } of refusals) {
    test(`the facilitator fails (${JSON.stringify(change)}): nothing is charged, and the next attempt pays once`, async ({ reader, world }) => {
      await world.setFacilitator(change)
      const approval = await approvalFor(reader, 'paid')
      await approval.agree()
      await expect.poll(() => approval.text()).toContain(sentence)
      await reader.expectPayment('refused')
      expect(await reader.balance()).toBe(purse)
      await approval.page.close()
      const before = await nonces(reader)

      await world.setFacilitator({ verify: 'none', settle: 'none' })
      await reader.spends(price, async () => reader.unlock(await reader.visit(world.articles.paid)))
      expect(await nonces(reader)).toEqual(before)
    })
  }

  test('the facilitator is cut off at settle: not known yet, and nothing more is signed', async ({ reader, world }) => {
    await world.setFacilitator({ settle: 'down' })
    const approval = await approvalFor(reader, 'paid')
    await approval.agree()
    await expect.poll(() => approval.text()).toContain(screens.approval.working.checking)
    await reader.expectPayment('unknown')
    const before = await nonces(reader)
    await world.setFacilitator({ settle: 'none' })
    const later = await reader.visit(world.articles.paid)
    await reader.card(later).expectText(words.card.checking)
    expect(await nonces(reader)).toEqual(before)
    expect(await reader.balance()).toBe(purse)
  })

  test('money moved and the answer was lost: found out on the chain, opened free, charged once', async ({ reader, world }) => {
    await world.setFacilitator({ settle: 'lost' })
    const page = await reader.visit(world.articles.paid)
    const approval = await reader.ask(page)
    await approval.agree()
    await expect.poll(() => reader.balance()).toBe(purse - price)
    await expect.poll(() => reader.payments()).toMatchObject([{ state: 'undelivered' }])
    await expect.poll(() => approval.text()).toContain(words.outcome.undelivered)
    await world.setFacilitator({ settle: 'none' })
    await reader.visit(world.articles.paid)
    expect(await reader.balance()).toBe(purse - price)
    expect(await reader.payments()).toHaveLength(1)
  })

  test('the chain endpoint is down: nothing is signed, and when it is back the same window goes on', async ({ reader, world }) => {
    world.setEndpoint({ down: true })
    const approval = await approvalFor(reader, 'paid')
    await expectRefused(reader, approval, words.chain.unreachable)
    world.setEndpoint({ down: false })
    await approval.page.getByRole('button', { name: 'Try again' }).click()
    await reader.spends(price, () => approval.pay())
  })

  const lies = {
    'wrong-chain-id': words.chain['wrong-chain'],
    'no-code': words.chain['no-token'],
    'always-used': words.restoredPaid,
  } as const
  for (const [lie, sentence] of Object.entries(lies)) {
    test(`the chain endpoint lies (${lie}): refused in words`, longUnless(['always-used'], lie), async ({ reader, world }) => {
      world.setEndpoint({ lie: lie as keyof typeof lies })
      await expectRefused(reader, await approvalFor(reader, 'paid'), sentence)
    })
  }

  test('an endpoint whose chain runs backwards is refused, and another one is believed again', async ({ reader, world }) => {
    world.setEndpoint({ lie: 'height-back' })
    for (let time = 0; time < 25; time += 1) await reader.extension.ask(reader.desk, 'account.read', {})
    const approval = await approvalFor(reader, 'paid')
    await expectRefused(reader, approval, words.chain['went-back'])
    await approval.page.close()
    world.setEndpoint({ lie: 'none' })
    const url = world.chain.endpoint.replace('127.0.0.1', 'localhost')
    await reader.extension.askGuarded(reader.desk, 'settings.change', { endpoint: { network: 'eip155:31337', url } }, password)
    await reader.spends(price, async () => reader.unlock(await reader.visit(world.articles.paid)))
  })

  test('an endpoint that promises riches moves no money that is not there', async ({ reader, world }) => {
    const most = '2500000000'
    await reader.allow({ payment: most, siteDay: most, day: most, month: most })
    world.setEndpoint({ lie: 'wrong-balance' })
    const approval = await approvalFor(reader, 'beyond')
    await approval.sayFine()
    await approval.agree()
    await approval.confirm(password)
    await expect.poll(() => approval.text()).toMatch(/did not accept the payment|It is not yet known/)
    expect(await reader.balance()).toBe(purse)
  })

  test('an endpoint that fails after the yes delays the answer, and is not a reason to sign again', async ({ reader, world }) => {
    const page = await reader.visit(world.articles.paid)
    const approval = await reader.ask(page)
    await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
    world.setEndpoint({ down: true })
    await approval.payButton.click()
    await expect.poll(() => reader.balance()).toBe(purse - price)
    await reader.expectPayment('unknown')
    world.setEndpoint({ down: false })
    await reader.expectPayment('delivered')
    expect(await reader.payments()).toHaveLength(1)
    expect(await reader.balance()).toBe(purse - price)
  })

  test('an endpoint that denies a settlement is not believed into a second charge', async ({ reader, world }) => {
    const page = await reader.visit(world.articles.paid)
    const approval = await reader.ask(page)
    await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
    world.setEndpoint({ lie: 'never-used' })
    await approval.payButton.click()
    await expect.poll(() => reader.balance()).toBe(purse - price)
    await reader.expectPayment('unknown')
    await reader.visit(world.articles.paid)
    expect(await reader.payments()).toHaveLength(1)
    world.setEndpoint({ lie: 'none' })
    await reader.expectPayment('delivered')
    expect(await reader.balance()).toBe(purse - price)
  })
})
