import { Challenge, Receipt } from 'mppx-peer'
import { charge } from 'mppx-peer/evm/server'
import { Mppx } from 'mppx-peer/server/core'
import { toDecimal } from '../../core/money'
import type { Item } from './item'
import type { ShownAsMpp } from './payment'
import { payeeOf, type Seller } from './seller'

/** What the till asks for and reads in the `Payment` scheme of HTTP authentication (MPP), method evm. */
export class MppDesk {
  readonly #seller: Seller
  readonly #mppx

  /** @param secretKey what its challenges are known by: the same for all instances */
  constructor(seller: Seller, secretKey: string) {
    const { token, chainId } = seller.network
    this.#seller = seller
    const evm = charge({
      currency: token.address,
      decimals: token.decimals,
      chainId,
      authorization: { name: token.name, version: token.version },
      recipient: seller.payTo,
      // Payments are read by it and settled by the till, which has to write down first what they are for.
      settle: () => Promise.reject(new Error('The till settles.')),
    })
    this.#mppx = Mppx.create({ methods: [evm], secretKey, realm: new URL(seller.origin).hostname })
  }

  /** WWW-Authenticate, one challenge for each price. */
  async challenges(item: Item): Promise<readonly string[]> {
    return Promise.all(item.prices.map(async (price) => Challenge.serialize(await this.#mppx.challenge.evm.charge(this.#request(item, price)))))
  }

  /** Whether a credential answers a challenge of this shop for this thing, this price and this time, and is signed by its payer. */
  async isGood({ credential }: ShownAsMpp, item: Item, price: bigint): Promise<boolean> {
    try {
      const { scope, ...request } = this.#request(item, price)
      await this.#mppx.validateCredential(credential, { scope, request })
      return true
    } catch {
      return false
    }
  }

  /** Payment-Receipt. @param settledAt milliseconds since 1970 */
  receipt(transaction: string, settledAt: number): string {
    return Receipt.serialize({ method: 'evm', reference: transaction, status: 'success', timestamp: new Date(settledAt).toISOString() })
  }

  #request(item: Item, price: bigint) {
    return { amount: toDecimal(price, this.#seller.network.token.decimals), recipient: payeeOf(this.#seller, item), scope: item.id }
  }
}
