import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import type { PaymentDetail } from '../../src/messaging/views'
import type { Reader } from '../../e2e/support/reader'
import { openChain } from '../world/chain'
import type { Camera } from './camera'
import type { Bill } from './report'

const patience = { timeout: 20_000 }
const approvalWindow = { width: 400, height: 640 }

/**
 * Buys what `page` offers as a reader does: card, approval, and `read` waits until it is there.
 * @param price what it must cost, in atomic units
 * @throws unless purse and takings changed by exactly the price and the chain knows the wallet's transaction
 */
export async function buy(reader: Reader, page: Page, price: bigint, read: () => Promise<void>, pictures: Pictures): Promise<Bill> {
  const { world } = reader
  const before = await balances(reader)
  await reader.card(page).expectText(/Unlock for/)
  await pictures.camera.take(page, `${pictures.name}-card`)
  const approval = await reader.ask(page)
  await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false', patience)
  await pictures.camera.take(approval.page, `${pictures.name}-approval`, approvalWindow)
  await approval.agree()
  const agreed = performance.now()
  await read()
  const milliseconds = Math.round(performance.now() - agreed)
  await approval.finished()
  await expect.poll(async () => (await reader.payments())[0]?.state, patience).toBe('delivered')
  const after = await balances(reader)
  const paid = await newestPayment(reader)
  equal('what left the purse', before.purse - after.purse, price)
  equal('what the seller got', after.takings - before.takings, price)
  const { payee, nonce, transaction } = paid
  const moved = await openChain(world.chain.direct).findTransfer(reader.address, nonce as `0x${string}`, payee as `0x${string}`, price)
  if (moved === null || moved !== transaction) throw new Error(`The wallet names transaction ${String(transaction)}, the chain ${String(moved)}.`)
  return { price, before: before.purse, after: after.purse, transaction: moved, milliseconds }
}

export interface Pictures {
  readonly camera: Camera
  readonly name: string
}

async function balances(reader: Reader): Promise<{ readonly purse: bigint; readonly takings: bigint }> {
  const { world } = reader
  return { purse: await reader.balance(), takings: await world.balanceOf(world.accounts.seller) }
}

async function newestPayment(reader: Reader): Promise<PaymentDetail> {
  const [row] = await reader.payments()
  const payment = row === undefined ? null : await reader.extension.ask(reader.desk, 'payments.read', { id: row.id })
  if (payment === null) throw new Error('The wallet knows of no payment.')
  return payment
}

/** @throws unless the two amounts are the same, to the last atomic unit */
export function equal(what: string, is: bigint, mustBe: bigint): void {
  if (is !== mustBe) throw new Error(`${what} is ${is} atomic units and must be ${mustBe}`)
}
