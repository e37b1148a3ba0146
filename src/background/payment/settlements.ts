import type { Purchase } from '../../core/purchase/purchase'
import { isLive } from '../../core/purchase/machine'
import { browser } from '../../platform/browser'
import type { Books, OpenBooks } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import { singleFlight } from '../single-flight'

const alarmName = 'settlements'
/** How soon to look again while the worker is awake: a block takes two seconds on Base. Afterwards the alarm looks. */
const pausesMs = [0, 400, 800, 1_600, 3_200, 6_000]

/**
 * Finds out on the chain what happened to payments that are not resolved: used means paid,
 * expired and unused means not charged. A chain that lies or is silent delays, and never leads to a second signature.
 */
export class Settlements {
  readonly #open: OpenBooks
  readonly #chain: ChainReader
  readonly #changed: (purchase: Purchase) => Promise<void>
  readonly #once = singleFlight<'resolved' | 'open'>()

  constructor(open: OpenBooks, chain: ChainReader, changed: (purchase: Purchase) => Promise<void>) {
    this.#open = open
    this.#chain = chain
    this.#changed = changed
  }

  /** Looks now and a few more times, then leaves it to the timer. */
  soon(id: string): void {
    void this.#watch(id)
  }

  isTimer(alarm: string): boolean {
    return alarm === alarmName
  }

  /** Looks once at everything that is unresolved; stops the timer when nothing is. */
  async lookAtAll(): Promise<void> {
    const books = await this.#open()
    if (books === null) return
    let open = 0
    for (const purchase of await books.purchases.live()) {
      if (isUnresolved(purchase) && (await this.look(purchase.id)) === 'open') open += 1
    }
    if (open === 0) await browser.alarms.clear(alarmName)
  }

  /** Looks once. 'open' means: not known yet. */
  look(id: string): Promise<'resolved' | 'open'> {
    return this.#once(id, async () => {
      const books = await this.#open()
      const purchase = await books?.purchases.get(id)
      if (books === null || purchase === undefined || purchase === null) return 'resolved'
      if (!isUnresolved(purchase)) return 'resolved'
      return this.#resolve(books, purchase)
    })
  }

  async #watch(id: string): Promise<void> {
    for (const pause of pausesMs) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      if ((await this.look(id)) === 'resolved') return
    }
    await browser.alarms.create(alarmName, { periodInMinutes: 0.5 })
  }

  async #resolve(books: Books, purchase: Purchase): Promise<'resolved' | 'open'> {
    if (purchase.signed === null) return 'resolved'
    const { network, payer, nonce } = purchase.terms
    const read = await this.#chain.read(network, payer, nonce)
    if (!read.ok) return 'open'
    if (read.value.used) {
      const claimed = purchase.answer?.claim?.transaction ?? null
      const transaction = await this.#chain.findSettlement(network, payer, nonce, claimed)
      await this.#append(books, purchase.id, { type: 'settled', at: Date.now(), transaction })
      return 'resolved'
    }
    const now = Math.max(Date.now(), read.value.block.timeMs)
    const over = now > (Number(purchase.signed.authorization.validBefore) + graceSeconds) * 1000
    if (!over) return 'open'
    await this.#append(books, purchase.id, { type: 'expired', at: now })
    return 'resolved'
  }

  async #append(books: Books, id: string, event: Parameters<Books['purchases']['append']>[1]): Promise<void> {
    const appended = await books.purchases.append(id, event)
    if (appended.ok) await this.#changed(appended.value)
  }
}

/** A block may be stamped a little behind the reader's clock. */
const graceSeconds = 5

function isUnresolved(purchase: Purchase): boolean {
  return isLive(purchase) && purchase.signed !== null && purchase.settlement === null
}
