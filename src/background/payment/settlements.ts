import type { Block } from '../../core/chain/queries'
import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import { canonicalResource } from '../../core/purchase/identity'
import { isLive } from '../../core/purchase/machine'
import { browser } from '../../platform/browser'
import type { Books, OpenBooks } from '../books'
import type { ChainReader, Found } from '../chain/chain-reader'
import { singleFlight } from '../single-flight'

const alarmName = 'settlements'
/** How soon to look again while the worker is awake: a block takes two seconds on Base. Afterwards the alarm looks. */
const pausesMs = [0, 400, 800, 1_600, 3_200, 6_000] as const

/**
 * Finds out on the chain what happened to payments that are not resolved: used means paid,
 * expired and unused means not charged. A chain that lies or is silent delays, and never leads to a second signature.
 */
export class Settlements {
  readonly #open: OpenBooks
  readonly #chain: ChainReader
  readonly #changed: (purchase: Purchase) => Promise<void>
  readonly #traced: () => void
  readonly #once = singleFlight<'resolved' | 'open'>()

  /** @param traced where money went was read: for the reader's own pages to show, and no news to the page it was paid on */
  constructor(open: OpenBooks, chain: ChainReader, changed: (purchase: Purchase) => Promise<void>, traced: () => void) {
    this.#open = open
    this.#chain = chain
    this.#changed = changed
    this.#traced = traced
  }

  /** Looks now and a few more times, then leaves it to the timer. @param afterMs how long something else has the machine first */
  soon(id: string, afterMs = 0): void {
    void this.#watch(id, afterMs)
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

  /** Looks where the money went, once that can be known and is not yet. What cannot be read now is read another time, or never. */
  async trace(id: string): Promise<void> {
    const books = await this.#open()
    const purchase = await books?.purchases.get(id)
    if (books === null || purchase === undefined || purchase === null || purchase.trace !== null) return
    const transaction = purchase.settlement?.transaction ?? null
    if (transaction === null) return
    const { network, payer, nonce } = purchase.terms
    const trace = await this.#chain.traceOf(network, payer, nonce, transaction)
    if (trace !== null && (await books.purchases.append(id, { type: 'traced', at: Date.now(), ...trace })).ok) this.#traced()
  }

  async #watch(id: string, afterMs: number): Promise<void> {
    const [first, ...later] = pausesMs
    for (const pause of [first + afterMs, ...later]) {
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
      const found = await this.#chain.findSettlement(network, payer, nonce, claimed)
      const belief = (await this.#isAnothers(books, purchase, found)) ? 'unused' : believe(purchase, found, Date.now())
      if (belief === 'open') return 'open'
      if (belief === 'settled') {
        await this.#append(books, purchase.id, { type: 'settled', at: Date.now(), transaction: found.transaction })
        await this.trace(purchase.id)
        return 'resolved'
      }
    }
    const now = chainTime(purchase, read.value.block, Date.now())
    const over = now > (Number(purchase.signed.authorization.validBefore) + graceSeconds) * 1000
    if (!over) return 'open'
    await this.#append(books, purchase.id, { type: 'expired', at: now })
    return 'resolved'
  }

  /**
   * A number that a seller has dictated may have been dictated before: the transfer that used it need not be this purchase's.
   * With our own numbers it always is, and no endpoint can say otherwise.
   */
  async #isAnothers({ keyring }: Books, { terms }: Purchase, { transaction }: Found): Promise<boolean> {
    const { network, asset, counter, payer, nonce } = terms
    const own = keyring.purchaseNonce({ network, asset, counter, resource: canonicalResource(terms.resource) }, payer)
    if (transaction === null || own === nonce) return false
    const paid = await this.#chain.paidBy(network, payer, nonce, transaction)
    return paid !== null && (paid.to !== terms.payTo || paid.value !== terms.amount)
  }

  async #append(books: Books, id: string, event: Parameters<Books['purchases']['append']>[1]): Promise<void> {
    const appended = await books.purchases.append(id, event)
    if (appended.ok) await this.#changed(appended.value)
  }
}

/** How long an endpoint that says "used" and shows no use of it is not believed: what is older than its last blocks may be hidden from it. */
const doubtMs = 10 * 60_000

/**
 * Whether a nonce that is said to be used means that this purchase was paid. The transfer itself settles it. Without one, a
 * signature that never left cannot have been used; one that did is doubted as long as the last blocks should show its use.
 */
function believe({ sentAt }: Purchase, found: Found, now: number): 'settled' | 'open' | 'unused' {
  if (found.transaction !== null) return 'settled'
  if (sentAt === null) return 'unused'
  return found.denied && now - sentAt < doubtMs ? 'open' : 'settled'
}

/**
 * The time by which an authorization has run out, in milliseconds since 1970: the token goes by its blocks. Of the reader's
 * clock and the chain's the slower one counts, so that neither of them can let go of money that may still be taken.
 */
function chainTime({ terms }: Purchase, block: Block, now: number): number {
  return findNetwork(terms.network)?.keepsTime === false ? Math.max(now, block.timeMs) : Math.min(now, block.timeMs)
}

/** A block may be stamped a little behind the reader's clock. */
const graceSeconds = 5

function isUnresolved(purchase: Purchase): boolean {
  return isLive(purchase) && purchase.signed !== null && purchase.settlement === null
}
