import type { Page } from 'playwright'
import { cutOff, toTheme, unfit } from '../support/looks'
import { both } from '../support/both'
import { expect, test } from '../support/test'

/** The lines of a price, as they are read: "Platform share 0.005 USDC by the seller’s word". */
const linesIn = (page: Page): Promise<readonly string[]> =>
  page.locator('.fees tr').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ').trim()))

async function expectReadable(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await toTheme(page, theme)
    expect(await unfit(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
  }
  await toTheme(page, 'light')
}

test('where nothing is declared, that is said, and nothing is called zero', async ({ reader, world }) => {
  const approval = await reader.ask(await reader.visit(world.articles.paid))
  await expect(approval.payButton).toBeVisible()
  expect(await linesIn(approval.page)).toEqual([
    'Creator receives $0.05',
    'You pay $0.05',
    'Platform share not declared by the seller',
    'Payment service not declared by the seller',
    'Network fee paid by the seller',
  ])
  await expectReadable(approval.page)
})

test('where the seller has signed all of it, each line says so, and what the creator keeps is known; the history says the same', both, async ({ reader, world }) => {
  const approval = await reader.ask(await reader.visit(world.articles.hut))
  await expect(approval.payButton).toBeVisible()
  const lines = await linesIn(approval.page)
  expect(lines).toEqual([
    'Creator receives 0.05 USDC',
    'You pay 0.05 USDC',
    'Platform share 0.005 USDC signed by the seller',
    'Payment service 0.001 USDC signed by the seller',
    'Network fee paid by the seller',
    'The creator keeps 0.044 USDC',
  ])
  await expectReadable(approval.page)
  await reader.spends(50_000n, () => approval.pay())
  const [payment] = await reader.payments()
  const history = await reader.extension.open(`dashboard.html#/history/${payment?.id ?? ''}`)
  await expect(history.locator('.fees')).toBeVisible()
  const proved = lines.map((line) => (line.startsWith('Network fee') ? 'Network fee paid by the payment service proved by the payment' : line))
  await expect.poll(() => linesIn(history)).toEqual(proved)
  await expectReadable(history)
})

test('where more than a fifth goes to others, the reader is told before paying', async ({ reader, world }) => {
  const approval = await reader.ask(await reader.visit(world.articles.slow))
  await expect(approval.page.getByText('Of $0.05, $0.014 (27%) goes to others than the creator.')).toBeVisible()
  expect(await linesIn(approval.page)).toContain('Platform share 0.0125 USDC by the seller’s word')
  expect(await linesIn(approval.page)).toContain('The creator keeps 0.0365 USDC')
  await expectReadable(approval.page)
})

test('what the payment itself shows takes the place of what was said, in the history', async ({ reader, world }) => {
  const { platform, facilitator } = world.accounts
  const balances = () => Promise.all([platform, facilitator].map((account) => world.balanceOf(account)))
  const before = await balances()
  const page = await reader.visit(world.articles.script)
  const approval = await reader.ask(page)
  await expect(approval.payButton).toBeVisible()
  expect(await linesIn(approval.page)).toContain('Platform share 0.005 USDC by the seller’s word')
  await reader.spends(50_000n, () => approval.pay())
  expect((await balances()).map((balance, at) => balance - (before[at] ?? 0n))).toEqual([5_000n, 1_000n])
  const [payment] = await reader.payments()
  const history = await reader.extension.open(`dashboard.html#/history/${payment?.id ?? ''}`)
  const lines = () => linesIn(history)
  await expect.poll(lines).toEqual([
    'Creator receives 0.05 USDC',
    'You pay 0.05 USDC',
    'Platform share 0.005 USDC proved by the payment',
    'Payment service 0.001 USDC proved by the payment',
    'Network fee paid by the payment service proved by the payment',
    'The creator keeps 0.044 USDC',
  ])
  await expectReadable(history)
})
