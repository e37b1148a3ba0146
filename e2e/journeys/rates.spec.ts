import { usualFeeds } from '../../demo/world/feeds'
import { Extension } from '../support/extension'
import { cutOff, toTheme, unfit } from '../support/looks'
import { expect, test as base } from '../support/test'

interface Said {
  readonly dollars: string
  readonly ageSeconds: number
}

/** What the feeds say from before the wallet first asks: it asks them no more often than every ten minutes. */
const test = base.extend<{ readonly euro: Said; readonly token: Said }>({
  euro: [{ dollars: '1.25', ageSeconds: 60 }, { option: true }],
  token: [{ dollars: '1', ageSeconds: 60 }, { option: true }],
  extension: async ({ world, euro, token }, use) => {
    await world.setFeed('EUR', euro)
    await world.setFeed('USDC', token)
    const extension = await Extension.launch()
    await use(extension)
    await extension.dispose()
    for (const name of ['USDC', 'EUR'] as const) await world.setFeed(name, { dollars: usualFeeds[name], ageSeconds: 0 })
  },
})

const inEuros = { currency: 'EUR' } as const

test.describe('feeds that are told every day', () => {
  test.use({ token: { dollars: '0.998', ageSeconds: 60 } })

  test('a reader who counts in euros sees the rate, its source and time, and pays the same dollars', async ({ reader, world }) => {
    await reader.extension.ask(reader.desk, 'settings.change', { ...inEuros, fundingBps: 210 })
    const page = await reader.visit(world.articles.paid)
    await reader.card(page).expectText(/Unlock for €0\.04$/m)
    const approval = await reader.ask(page)
    // 0.05 tokens at 0.998 dollars, at 1.25 dollars a euro: 0.03992 euros.
    await expect(approval.payButton).toHaveText('Pay €0.04')
    await expect(approval.page.getByText('0.05 USDC').first()).toBeVisible()
    await approval.page.getByText(/^An estimate, at the exchange rate of \d/).click()
    await expect(approval.page.getByText('$1 is €0.80, as Chainlink tells it.')).toBeVisible()
    await expect(approval.page.getByText(/under the reference rate of the European Central Bank of December 30, 2025\.$/)).toBeVisible()
    await expect(approval.page.getByRole('row', { name: /^Spent earlier to get these dollars/ })).toContainText('€0.0008')
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(approval.page, theme)
      expect(await unfit(approval.page)).toEqual([])
      expect(await cutOff(approval.page)).toEqual([])
    }
    await toTheme(approval.page, 'light')
    await reader.spends(50_000n, () => approval.pay())

    await test.step('the history keeps what it cost that day, whatever the reader’s figure is later', async () => {
      await reader.extension.ask(reader.desk, 'settings.change', { fundingBps: 900 })
      const [payment] = await reader.payments()
      const history = await reader.extension.open(`dashboard.html#/history/${payment?.id ?? ''}`)
      await expect(history.getByRole('row', { name: /^Spent earlier to get these dollars/ })).toHaveText(/€0\.0008\s*your own figure$/)
    })
  })
})

test.describe('a feed that nobody has told for days', () => {
  test.use({ euro: { dollars: '1.25', ageSeconds: 80 * 3600 } })

  test('its rate is called old, and used', async ({ reader, world }) => {
    await reader.extension.ask(reader.desk, 'settings.change', inEuros)
    const approval = await reader.ask(await reader.visit(world.articles.paid))
    await expect(approval.page.getByText(/^An estimate, at an old exchange rate: of /)).toBeVisible()
    await expect(approval.payButton).toHaveText('Pay €0.04')
  })
})

test.describe('a stablecoin off its peg', () => {
  test.use({ token: { dollars: '0.97', ageSeconds: 60 } })

  test('is told before paying, also to readers who count in dollars', async ({ reader, world }) => {
    const approval = await reader.ask(await reader.visit(world.articles.paid))
    await expect(approval.page.getByText('The dollars in your purse (USDC) are worth 3% less than other dollars at the moment.')).toBeVisible()
    await expect(approval.payButton).toHaveText('Pay $0.05')
  })
})

test.describe('feeds that lie', () => {
  test.use({ euro: { dollars: '-1.25', ageSeconds: 60 }, token: { dollars: '0.0001', ageSeconds: 60 } })

  test('leave prices by the table, which is called old', async ({ reader, world }) => {
    await reader.extension.ask(reader.desk, 'settings.change', inEuros)
    const approval = await reader.ask(await reader.visit(world.articles.paid))
    // 0.05 / 1.1757, by the central bank's own table.
    await expect(approval.payButton).toHaveText('Pay €0.043')
    await expect(approval.page.getByText('An estimate, at an old exchange rate: of December 30, 2025.')).toBeVisible()
  })
})
