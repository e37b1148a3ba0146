import { expect } from './expect'
import type { RefundingPaper } from '../../demo/world/index'
import type { DisputeState, EvidenceItem, Problem } from '../../src/core/dispute/problem'
import type { DisputeDetail } from '../../src/messaging/dispute-views'
import type { PaymentRow } from '../../src/messaging/views'
import { moveClock } from './worker-clock'
import type { Reader } from './reader'

export const day = 24 * 60 * 60_000

/** More than the wallet waits for before it takes a transfer for certain. */
const deep = 20

interface Asking {
  readonly problem?: Problem
  /** Atomic units. */
  readonly amount?: string
  readonly words?: string
  readonly share?: readonly EvidenceItem[]
}

/** Pays for what is at an address, whatever comes of it. @param warned the reader is warned, and pays all the same */
export async function pays(reader: Reader, url: string, warned = false): Promise<string> {
  const before = (await reader.payments()).length
  const page = await reader.visit(url)
  const approval = await reader.ask(page)
  if (warned) await approval.sayFine()
  await approval.agree()
  const newest = async (): Promise<PaymentRow | undefined> => {
    const rows = await reader.payments()
    return rows.length > before ? rows[0] : undefined
  }
  await expect.poll(async () => (await newest())?.state, { timeout: 30_000 }).toMatch(/^(delivered|undelivered)$/)
  await approval.shut()
  await page.close()
  return (await newest())?.id ?? ''
}

/** A reader's own side of a request for money back, without the screens. */
export class Dispute {
  private constructor(
    readonly reader: Reader,
    readonly id: string,
    readonly payment: string,
  ) {}

  /** Asks for five cents back, because nothing came; or for what is said. */
  static async file(reader: Reader, payment: string, { problem = 'not-delivered', amount = '50000', words = '', share = [] }: Asking = {}): Promise<Dispute> {
    const { dispute } = await reader.extension.ask(reader.desk, 'disputes.file', { payment, problem, amount, words, share: [...share] })
    return new Dispute(reader, dispute, payment)
  }

  /** Its name at the seller, once that has it. */
  async key(paper: RefundingPaper = 'newspaper'): Promise<string> {
    const { request } = await this.read()
    const { idempotencyKey } = JSON.parse(request) as { readonly idempotencyKey: string }
    await expect.poll(async () => (await this.reader.world.setRefunds({}, paper)).requests.some(({ key }) => key === idempotencyKey)).toBe(true)
    return idempotencyKey
  }

  async read(): Promise<DisputeDetail> {
    const { extension, desk } = this.reader
    const detail = await extension.ask(desk, 'disputes.read', { dispute: this.id, country: null })
    if (detail === null) throw new Error('the dispute is gone')
    return detail
  }

  /** Asks the seller and the chain, after whatever happened there has become old enough to be believed. */
  async refresh(): Promise<DisputeDetail> {
    const { extension, desk, world } = this.reader
    await world.mine(deep)
    await extension.ask(desk, 'disputes.refresh', { dispute: this.id })
    return this.read()
  }

  async becomes(state: DisputeState): Promise<DisputeDetail> {
    await expect.poll(async () => (await this.refresh()).state).toBe(state)
    return this.read()
  }

  /** The worker's clock is this far ahead, and what is due then is done. */
  async after(days: number): Promise<DisputeDetail> {
    await moveClock(await this.reader.extension.worker(), days * day)
    return this.refresh()
  }
}
