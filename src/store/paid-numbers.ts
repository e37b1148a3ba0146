import * as v from 'valibot'
import type { Sealer } from '../vault/sealer'
import type { FarthingDatabase } from './schema'
import { sealedValue, type SealedValue } from './sealed-value'

const schema = v.strictObject({ counter: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })

/**
 * The numbers of purchases that are forgotten, by the keyed hash of what was bought: that something was paid for, without what or
 * where. Kept only where neither the token nor a look at the chain would keep it from being paid for again.
 */
export class PaidNumbers {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  /** The highest number that was paid for; null where nothing is kept. */
  async highest(resourceTag: string): Promise<number | null> {
    return (await this.#of(resourceTag).read())?.counter ?? null
  }

  async keep(resourceTag: string, counter: number): Promise<void> {
    await this.#of(resourceTag).change((current) => ({ counter: Math.max(counter, current?.counter ?? 0) }))
  }

  #of(resourceTag: string): SealedValue<{ readonly counter: number }> {
    return sealedValue(this.#db, this.#sealer, `paid/${resourceTag}`, schema)
  }
}
