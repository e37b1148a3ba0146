import * as v from 'valibot'
import { isSameTransfer, type TransferPlace } from '../core/purchase/refunds'
import type { Sealer } from '../vault/sealer'
import { bytes32 } from './codec'
import type { FarthingDatabase } from './schema'
import { sealedValue, type SealedValue } from './sealed-value'

/** The most that are remembered of one purchase, the latest. */
const most = 100

const schema = v.strictObject({
  transfers: v.pipe(v.array(v.strictObject({ transaction: bytes32, logIndex: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })), v.maxLength(most)),
})

/** Transfers of which the reader has said that they are not the refund of a purchase: it is asked once. */
export class DeniedRefunds {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  async of(purchaseId: string): Promise<readonly TransferPlace[]> {
    return (await this.#value(purchaseId).read())?.transfers ?? []
  }

  async deny(purchaseId: string, { transaction, logIndex }: TransferPlace): Promise<void> {
    const denied = { transaction, logIndex }
    await this.#value(purchaseId).change((current) => ({ transfers: [...(current?.transfers ?? []).filter((one) => !isSameTransfer(one, denied)), denied].slice(-most) }))
  }

  async forget(purchaseIds: readonly string[]): Promise<void> {
    await this.#db.values.bulkDelete(purchaseIds.map((id) => this.#keyOf(id)))
  }

  #value(purchaseId: string): SealedValue<v.InferOutput<typeof schema>> {
    return sealedValue(this.#db, this.#sealer, this.#keyOf(purchaseId), schema)
  }

  #keyOf(purchaseId: string): string {
    return `no-refunds/${this.#sealer.tag('no-refunds', purchaseId)}`
  }
}
