import { Dexie } from 'dexie'
import type { PaymentLabel } from '../core/history/label'
import { isLabelled } from '../core/history/label'
import { isLive } from '../core/purchase/machine'
import type { Purchase, PurchaseEvent } from '../core/purchase/purchase'
import type { Sealer } from '../vault/sealer'
import { encodeJson } from './codec'
import { DisputeRepository, type GivenDispute } from './disputes'
import { labelRepository } from './labels'
import { journalPlace } from './purchase-journal'
import { purchaseRepository, type PurchaseRepository } from './purchases'
import { recountRefunds } from './recount-refunds'
import type { FarthingDatabase, JournalRow, PurchaseRow } from './schema'

/** A payment as it came with a file, found to be this wallet's own: the fold of its events. */
export interface ImportedPayment {
  readonly purchase: Purchase
  readonly events: readonly PurchaseEvent[]
  readonly label: PaymentLabel
  readonly disputes: readonly GivenDispute[]
  readonly resourceTag: string
}

export interface ImportCounts {
  readonly added: number
  readonly grown: number
  readonly known: number
}

/** Rows that are written at once. */
const atOnce = 500

/** Two stories of one payment: by its name, or by the number that the token takes once from an account. What is void did not use its number. */
export const isSamePayment = (one: Purchase, other: Purchase): boolean =>
  one.id === other.id || (one.state !== 'void' && other.state !== 'void' && numberOf(one) === numberOf(other))

/** What the token knows a payment by. */
export const numberOf = ({ terms: { network, asset, payer, nonce } }: Purchase): string => [network, asset, payer, nonce].join(' ')

/** Writes payments from a file beside those that are here, in one transaction. */
export class PaymentImporter {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer
  readonly #books: PurchaseRepository
  readonly #disputes: DisputeRepository

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
    this.#books = purchaseRepository(db, sealer)
    this.#disputes = new DisputeRepository(db, sealer)
  }

  /**
   * Of a payment that is here as well, the longer story is kept. What is counted and watched is made again from all of them.
   * @param beside what else is to be written with them, or not at all; it may await nothing but the database
   */
  async write(payments: readonly ImportedPayment[], beside: () => Promise<void>): Promise<ImportCounts> {
    const { purchases, journal, labels, values, sites, refunds, disputes, settings } = this.#db
    return this.#db.transaction('rw', [purchases, journal, labels, values, sites, refunds, disputes, settings], async () => {
      const [ids, tags] = [new Set(await purchases.toCollection().primaryKeys()), new Set(await purchases.orderBy('resourceTag').uniqueKeys())]
      const isNew = ({ purchase, resourceTag }: ImportedPayment): boolean => !ids.has(purchase.id) && !tags.has(resourceTag)
      // In the order of the file: what comes later in it was begun later.
      const fresh: ImportedPayment[] = []
      let grown = 0
      for (const payment of payments) {
        const here = isNew(payment) ? null : await this.#twin(payment)
        if (here === null) fresh.push(payment)
        else if (await this.#merge(here, payment)) grown += 1
      }
      for (let from = 0; from < fresh.length; from += atOnce) await this.#add(fresh.slice(from, from + atOnce))
      const hasRefunds = payments.some(({ purchase }) => purchase.refunds.length > 0) || (await refunds.count()) > 0
      if (hasRefunds) await recountRefunds(this.#db, this.#sealer)
      await beside()
      // Counting refunds anew can have changed what was added.
      await this.#books.recount(hasRefunds ? [] : fresh.map(({ purchase }) => purchase))
      return { added: fresh.length, grown, known: payments.length - fresh.length - grown }
    })
  }

  async #twin({ purchase, resourceTag }: ImportedPayment): Promise<Purchase | null> {
    const byName = await this.#books.get(purchase.id)
    if (byName !== null) return byName
    return (await this.#books.findByResource(resourceTag)).find((here) => isSamePayment(here, purchase)) ?? null
  }

  /** True where the file knew more. What the reader wrote here stays; what they wrote there fills what is empty. */
  async #merge(here: Purchase, payment: ImportedPayment): Promise<boolean> {
    const { purchase } = payment
    const grows = purchase.version > here.version
    const written = labelRepository(this.#db, this.#sealer)
    const label = await written.read(here.id)
    if (grows) {
      const row = await this.#db.purchases.get(here.id)
      await this.#drop(here.id)
      await this.#put([payment], (row?.order ?? 1) - 1)
    }
    const kept = isLabelled(label) ? label : payment.label
    const id = grows ? purchase.id : here.id
    await written.write(id, kept)
    if (id !== here.id) await this.#disputes.rename(here.id, id)
    await this.#disputes.take(id, payment.disputes)
    return grows
  }

  async #add(payments: readonly ImportedPayment[]): Promise<void> {
    await this.#put(payments, (await this.#db.purchases.orderBy('order').last())?.order ?? 0)
    const written = labelRepository(this.#db, this.#sealer)
    for (const { purchase, label, disputes } of payments) {
      if (isLabelled(label)) await written.write(purchase.id, label)
      // Most have none, and awaiting nothing a hundred times in a row would lose Dexie's transaction (purchases.ts).
      if (disputes.length > 0) await this.#disputes.take(purchase.id, disputes)
    }
  }

  /** @param after their places in the sequence follow this one */
  async #put(payments: readonly ImportedPayment[], after: number): Promise<void> {
    const rows = payments.map(({ purchase, resourceTag }, at): PurchaseRow => {
      const body = this.#sealer.seal('purchases', purchase.id, encodeJson(purchase))
      return { id: purchase.id, order: after + at + 1, resourceTag, live: isLive(purchase) ? 1 : 0, body }
    })
    const events = payments.flatMap(({ purchase: { id: purchaseId }, events: told }) =>
      told.map((event, seq): JournalRow => ({ purchaseId, seq, body: this.#sealer.seal('journal', journalPlace({ purchaseId, seq }), encodeJson(event)) })),
    )
    await this.#db.purchases.bulkAdd(rows)
    await this.#db.journal.bulkAdd(events)
  }

  async #drop(id: string): Promise<void> {
    await this.#db.purchases.delete(id)
    await this.#db.labels.delete(id)
    await this.#db.journal.where('[purchaseId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete()
  }
}
