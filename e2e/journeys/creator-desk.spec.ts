import { accounts, partnerKey } from '../../demo/world/accounts'
import { startServerSite, type ServerSite } from '../../demo/sites/server/start'
import { poet, startTipsSite } from '../../demo/sites/tips/start'
import { buildScripts } from '../../scripts/creator'
import { parseAddress } from '../../src/core/authorization/address'
import { hurries } from '../support/allowance'
import { Dispute } from '../support/disputing'
import { nameServer, tipService } from '../support/host-log'
import { cutOff, toTheme, unfit } from '../support/looks'
import { password } from '../support/reader'
import { expect, test as base } from '../support/test'
import { askToTip } from '../support/tipping'

const test = base.extend<{ readonly ada: ServerSite }>({
  ada: async ({ world }, use) => {
    await buildScripts()
    const payTo = parseAddress(accounts.partner)
    if (payTo === null) throw new Error('Ada has no account')
    const ada = await startServerSite({ facilitator: world.facilitator, endpoint: world.chain.direct, payTo, key: partnerKey() })
    await nameServer(ada.url, 'a seller: Ada’s Essays')
    await use(ada)
    await ada.stop()
  },
})

test('a seller answers at their desk: a reader asks for a purchase back, gets a part, and their wallet sees it on the chain', async ({ reader, ada }) => {
  test.slow()
  const page = await reader.visit(ada.essays.ferry)
  await reader.spends(100_000n, () => reader.unlock(page))
  await reader.expectPayment('delivered')
  const [payment] = await reader.payments()
  const dispute = await Dispute.file(reader, payment?.id ?? '', { problem: 'not-as-described', amount: '100000', words: 'The second half is <b>missing</b>.' })

  const desk = await reader.extension.context.newPage()
  await test.step('the link opens it once', async () => {
    const link = await ada.deskLink()
    await desk.goto(link)
    await desk.getByRole('button', { name: 'Open the desk' }).click()
    await expect(desk.getByRole('heading', { name: 'This month' })).toBeVisible()
    const stranger = await reader.extension.context.newPage()
    await stranger.goto(link)
    await stranger.getByRole('button', { name: 'Open the desk' }).click()
    await expect(stranger.getByRole('alert')).toContainText('used before')
    await stranger.close()
  })

  await test.step('what the reader wrote is there as they wrote it, and a part goes back', async () => {
    await expect(async () => {
      await desk.getByRole('link', { name: /^Requests/ }).click()
      await expect(desk.getByText('The second half is <b>missing</b>.')).toBeVisible({ timeout: 2_000 })
    }).toPass()
    for (const theme of ['light', 'dark'] as const) {
      await toTheme(desk, theme)
      expect(await unfit(desk)).toEqual([])
      expect(await cutOff(desk)).toEqual([])
    }
    const before = await reader.balance()
    await desk.getByText('Pay back a part').click()
    await desk.getByLabel('How much of it, in dollars').fill('0.04')
    await desk.getByRole('button', { name: 'Pay back this part' }).click()
    await expect(desk.getByRole('status')).toContainText('Paid back.')
    expect((await reader.balance()) - before).toBe(40_000n)
  })

  await test.step('and the reader’s wallet finds it', async () => {
    expect(await dispute.becomes('partly-refunded')).toMatchObject({ state: 'partly-refunded' })
  })

  await test.step('the other pages of the desk are fit, and leaving closes it', async () => {
    for (const name of ['Overview', 'Sales', 'Tips', 'Money'] as const) {
      await desk.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name }).click()
      await expect(desk.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await unfit(desk)).toEqual([])
    }
    await desk.getByRole('button', { name: 'Leave' }).click()
    await expect(desk.getByRole('heading', { name: 'The desk is closed' })).toBeVisible()
    await desk.close()
  })
})

test('tips: at a shop with a note, which stands on the desk; and to a poet who has nothing but an account', async ({ reader, world, ada }) => {
  test.slow()
  await hurries(reader)
  await test.step('a shop', async () => {
    await reader.visit(`${ada.url}/`)
    const tip = await askToTip(reader, 'Tip Ada')
    await tip.write('For the ferry')
    await tip.page.getByRole('checkbox').check()
    await reader.spends(100_000n, () => tip.tip())
    const desk = await reader.extension.context.newPage()
    await desk.goto(await ada.deskLink())
    await desk.getByRole('button', { name: 'Open the desk' }).click()
    await desk.getByRole('link', { name: 'Tips' }).click()
    await expect(desk.getByText('For the ferry')).toBeVisible()
    await desk.close()
  })

  await test.step('a poet', async () => {
    const poems = await startTipsSite()
    try {
      await reader.extension.askGuarded(reader.desk, 'settings.change', { tipService: tipService(world) }, password)
      const page = await reader.visit(`${poems.url}/`)
      expect(await unfit(page)).toEqual([])
      const tip = await askToTip(reader, 'Tip Inès Lindqvist')
      await tip.page.getByRole('checkbox').check()
      const before = await world.balanceOf(poet)
      await reader.spends(100_000n, () => tip.tip())
      expect((await world.balanceOf(poet)) - before).toBe(100_000n)
    } finally {
      await poems.stop()
    }
  })
})
