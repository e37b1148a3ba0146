import type { Page } from 'playwright'
import { expect } from './expect'
import type { World } from '../../demo/world/index'
import type { Input } from '../../src/messaging/contract'
import type { PaymentRow } from '../../src/messaging/views'
import { ApprovalWindow } from '../pages/approval'
import { Card } from '../pages/card'
import { type Extension } from './extension'

export const password = 'wren on a copper coin 1821'

/** States in which a payment may still be on its way to the seller. */
const underWay: ReadonlySet<PaymentRow['state']> = new Set(['quoted', 'reserved', 'signed', 'sent', 'settled'])

/** A person with a browser and a wallet. Says what people do; the page objects know how. */
export class Reader {
  private constructor(
    readonly extension: Extension,
    readonly world: World,
    /** An own page of the extension, kept open to ask the worker things. */
    readonly desk: Page,
    readonly address: `0x${string}`,
  ) {}

  /** Makes a wallet through the worker, points it at the world's chain and puts dollars into it. */
  static async withPurse(extension: Extension, world: World, usd: string): Promise<Reader> {
    const desk = await extension.open('dashboard.html')
    await extension.ask(desk, 'wallet.create', { password })
    await extension.ask(desk, 'wallet.confirmBackup', {})
    await Reader.settle(extension, desk, world)
    const reader = await Reader.at(extension, world, desk)
    if (usd !== '0') await world.fund(reader.address, usd)
    return reader
  }

  /** A person whose wallet is made and unlocked already. @param desk an own page of the extension */
  static async at(extension: Extension, world: World, desk: Page): Promise<Reader> {
    const { address } = await extension.ask(desk, 'account.read', {})
    return new Reader(extension, world, desk, address as `0x${string}`)
  }

  /** The settings every test begins with. @param known what opens this wallet */
  static async settle(extension: Extension, desk: Page, world: World, known = password): Promise<void> {
    const endpoint = { network: 'eip155:31337' as const, url: world.chain.endpoint }
    const settings = { testNetworks: true, network: 'eip155:31337', endpoint, access: 'everywhere', currency: 'USD' } as const
    await extension.askGuarded(desk, 'settings.change', settings, known)
  }

  async visit(url: string): Promise<Page> {
    const page = await this.extension.context.newPage()
    await page.goto(url)
    return page
  }

  card(page: Page): Card {
    return new Card(this, page)
  }

  /** Presses the card's button and gives the approval that opens. */
  async ask(page: Page): Promise<ApprovalWindow> {
    const opened = this.extension.context.waitForEvent('page', { predicate: (window) => window.url().includes('approval.html') })
    await this.card(page).press()
    return new ApprovalWindow(await opened)
  }

  /** Reads the card, agrees, and waits until the window says it is done. */
  async unlock(page: Page): Promise<void> {
    const approval = await this.ask(page)
    await approval.pay()
  }

  /** Sets limits, in atomic units, giving a proof where it takes one. */
  async allow(limits: Input<'limits.change'>['limits']): Promise<void> {
    await this.extension.askGuarded(this.desk, 'limits.change', { limits }, password)
  }

  async lock(): Promise<void> {
    await this.extension.ask(this.desk, 'wallet.lock', {})
  }

  /** Opens the wallet with its password, without a screen. */
  async open(): Promise<void> {
    await this.extension.ask(this.desk, 'wallet.unlock', { factor: { kind: 'password', password } })
  }

  async payments(): Promise<readonly PaymentRow[]> {
    const { rows } = await this.extension.ask(this.desk, 'payments.list', { before: null, limit: 100 })
    return rows
  }

  /** What the chain says this reader has, in atomic units: the only balance tests believe. */
  async balance(): Promise<bigint> {
    return this.world.balanceOf(this.address)
  }

  /** Runs something and expects the chain to show exactly this much less afterwards (atomic units). */
  async spends(amount: bigint, doing: () => Promise<unknown>): Promise<void> {
    const before = await this.balance()
    await doing()
    // What is under way could still be taken: "nothing" is believed only once nothing is.
    if (amount === 0n) await expect.poll(async () => (await this.payments()).filter(({ state }) => underWay.has(state))).toEqual([])
    await expect.poll(async () => before - (await this.balance())).toBe(amount)
  }

  /** Does something that pays, and waits until the payment has reached the seller, whose service has found it good. */
  async reachesSeller(doing: () => Promise<unknown>): Promise<void> {
    const asked = async () => (await this.world.setFacilitator({})).verifies
    const before = await asked()
    await doing()
    await expect.poll(asked).toBeGreaterThan(before)
  }

  /** Waits until the newest payment is in a state. */
  async expectPayment(state: PaymentRow['state']): Promise<void> {
    await expect.poll(async () => (await this.payments())[0]?.state).toBe(state)
  }
}
