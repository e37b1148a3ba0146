import type { Purchase, PurchaseTerms } from '../core/purchase/purchase'
import type { TransferPlace } from '../core/purchase/refunds'
import type { Sealer } from '../vault/sealer'
import type { FarthingDatabase } from './schema'

type Transfer = { readonly network: PurchaseTerms['network'] } & TransferPlace

/**
 * Which transfers are counted as refunds: each for one purchase only, by keyed hashes that tell nothing without the key. Made
 * again from the purchases where these came from elsewhere.
 */
export class CountedRefunds {
  readonly #table: FarthingDatabase['refunds']
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#table = db.refunds
    this.#sealer = sealer
  }

  /** False where it is counted already. Within the transaction that writes the purchase it is counted for. */
  async count(transfer: Transfer): Promise<boolean> {
    if (await this.isCounted(transfer)) return false
    await this.#table.add({ tag: this.#tagOf(transfer) })
    return true
  }

  async isCounted(transfer: Transfer): Promise<boolean> {
    return (await this.#table.get(this.#tagOf(transfer))) !== undefined
  }

  /** The purchases are forgotten: what came back for them counts for nothing any more. */
  async forget(purchases: readonly Purchase[]): Promise<void> {
    await this.#table.bulkDelete(purchases.flatMap(({ terms: { network }, refunds }) => refunds.map((refund) => this.#tagOf({ ...refund, network }))))
  }

  clear(): Promise<void> {
    return this.#table.clear()
  }

  #tagOf({ network, transaction, logIndex }: Transfer): string {
    return this.#sealer.tag('refund', JSON.stringify([network, transaction, logIndex]))
  }
}
