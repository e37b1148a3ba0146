import type { Page } from 'playwright'
import { fill } from '../../demo/books/fill'
import { startWorld } from '../../demo/world/index'
import { extensionUrl } from '../../e2e/support/extension'
import { keepRoles } from '../../e2e/support/host-log'
import type { Address } from '../../src/core/hex'
import { extensionMemory } from '../processes'
import { allowSite, buyUnasked, openWallet, type Wallet } from '../pay/farthing'
import type { Shares } from '../pay/shares'

/** A wallet with so many payments behind it. Milliseconds and MiB, an entry a round. */
export interface MeasuredHistory {
  readonly payments: number
  /** The worker was killed: from a message until its answer. */
  readonly wakes: number[]
  /** Worker and pages after that. */
  readonly memory: number[]
  readonly paid: Shares[]
}

/** All wallets are there at once, and take turns. @param buys automatic payments of each */
export async function measureHistories(sizes: readonly number[], wakes: number, buys: number): Promise<readonly MeasuredHistory[]> {
  const world = await startWorld({ chainPort: 0 })
  const wallets: { readonly wallet: Wallet; readonly measured: MeasuredHistory }[] = []
  try {
    await keepRoles(world)
    for (const payments of sizes) {
      const wallet = await openWallet(world)
      wallets.push({ wallet, measured: { payments, wakes: [], memory: [], paid: [] } })
      await allowSite(wallet)
      await fillBooks(wallet, payments)
    }
    for (let round = 0; round <= wakes; round += 1) for (const { wallet, measured } of wallets) await wake(wallet, measured, round > 0)
    for (const { wallet } of wallets) await wallet.listen()
    for (let round = 0; round <= buys; round += 1) {
      for (const { wallet, measured } of wallets) {
        const { shares } = await buyUnasked(wallet, 500 + round)
        if (round > 0) measured.paid.push(shares)
      }
    }
    return wallets.map(({ measured }) => measured)
  } finally {
    for (const { wallet } of wallets) await wallet.close()
    await world.stop()
  }
}

/** None of them counts in the limits of this day and month. */
const earlierMs = 40 * 24 * 3_600_000

async function fillBooks({ reader }: Wallet, payments: number): Promise<void> {
  if (payments === 0) return
  await fill(reader.desk, reader.address.toLowerCase() as Address, { payments, journals: false, until: Date.now() - earlierMs })
  // What was written by hand lacks the sums and records that a wallet has which lived with its payments.
  await reader.extension.ask(reader.desk, 'limits.read', {})
  await reader.extension.ask(reader.desk, 'watch.read', {})
}

async function wake({ reader }: Wallet, { wakes, memory }: MeasuredHistory, isCounted: boolean): Promise<void> {
  const { desk, extension } = reader
  await desk.goto(extensionUrl('manifest.json'))
  await extension.killWorker(desk)
  const ms = await untilAnswered(desk)
  const held = extensionMemory(extension.profile)
  if (!isCounted) return
  wakes.push(ms)
  if (held !== null) memory.push(held)
}

const untilAnswered = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const began = performance.now()
    await chrome.runtime.sendMessage({ type: 'wallet.read', input: {} })
    return performance.now() - began
  })
